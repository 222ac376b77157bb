// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;

/** A large blob that is read where it is. What is written changes a copy in memory, and the database when that is bound to a parameter. */
final class RowBlob implements Blob {
  private static final int PIECE = 1 << 16;

  private final RowLob value;
  /** Once something was written. */
  private LumoBlob copy;

  RowBlob(RowLob value) {
    this.value = value;
  }

  private LumoBlob copy() throws SQLException {
    if (copy == null) {
      copy = new LumoBlob(value.read(0, value.length()));
    }
    return copy;
  }

  @Override
  public long length() throws SQLException {
    return copy != null ? copy.length() : value.length();
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    if (copy != null) {
      return copy.getBytes(position, length);
    }
    int from = LumoBlob.index(position, value.length());
    if (length < 0) {
      throw new SQLException("negative length: " + length, "22003");
    }
    return value.read(from, Math.min(length, value.length() - from));
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    if (copy != null) {
      return copy.getBinaryStream();
    }
    value.requireThere();
    return value.bytes();
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    if (copy != null) {
      return copy.getBinaryStream(position, length);
    }
    int from = LumoBlob.index(position, value.length());
    try {
      InputStream stream = value.bytes();
      stream.skip(from);
      return new LimitedStream(stream, length);
    } catch (IOException e) {
      throw new SQLException(e.getMessage(), "HY000", e);
    }
  }

  @Override
  public long position(byte[] pattern, long start) throws SQLException {
    if (copy != null) {
      return copy.position(pattern, start);
    }
    int length = value.length();
    int from = LumoBlob.index(start, length);
    // pieces overlap by the pattern's length, so that none is missed between two
    for (int at = from; at <= length - pattern.length; at += PIECE) {
      byte[] piece = value.read(at, (int) Math.min(length - at, (long) PIECE + pattern.length - 1));
      long found = new LumoBlob(piece).position(pattern, 1);
      if (found >= 0) {
        return at + found;
      }
    }
    return -1;
  }

  @Override
  public long position(Blob pattern, long start) throws SQLException {
    return position(pattern.getBytes(1, (int) pattern.length()), start);
  }

  @Override
  public int setBytes(long position, byte[] source) throws SQLException {
    return copy().setBytes(position, source);
  }

  @Override
  public int setBytes(long position, byte[] source, int offset, int length) throws SQLException {
    return copy().setBytes(position, source, offset, length);
  }

  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    return copy().setBinaryStream(position);
  }

  @Override
  public void truncate(long length) throws SQLException {
    copy().truncate(length);
  }

  @Override
  public void free() {
    value.free();
    if (copy != null) {
      copy.free();
    }
  }
}
