// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;

/** Bytes in memory. What is written changes the object, and the database when the object is bound to a parameter. */
final class LumoBlob implements Blob {
  private byte[] bytes;

  /** @param bytes the blob's from now on */
  LumoBlob(byte[] bytes) {
    this.bytes = bytes;
  }

  private byte[] content() throws SQLException {
    if (bytes == null) {
      throw new SQLException("the blob was freed", "HY010");
    }
    return bytes;
  }

  static int index(long position, long length) throws SQLException {
    if (position < 1 || position > length + 1) {
      throw new SQLException("position " + position + " of a value of length " + length + "; the first is 1", "22003");
    }
    return (int) position - 1;
  }

  @Override
  public long length() throws SQLException {
    return content().length;
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    int from = index(position, length());
    if (length < 0) {
      throw new SQLException("negative length: " + length, "22003");
    }
    return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, (long) from + length));
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    return new ByteArrayInputStream(content());
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    return new ByteArrayInputStream(getBytes(position, (int) Math.min(Integer.MAX_VALUE, length)));
  }

  @Override
  public long position(byte[] pattern, long start) throws SQLException {
    for (int i = index(start, length()); i <= bytes.length - pattern.length; i++) {
      if (Arrays.equals(bytes, i, i + pattern.length, pattern, 0, pattern.length)) {
        return i + 1L;
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
    return setBytes(position, source, 0, source.length);
  }

  @Override
  public int setBytes(long position, byte[] source, int offset, int length) throws SQLException {
    int at = index(position, length());
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length, at + length));
    System.arraycopy(source, offset, bytes, at, length);
    return length;
  }

  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    index(position, length());
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        flush();
      }

      @Override
      public void flush() {
        try {
          LumoBlob.this.setBytes(position, toByteArray());
        } catch (SQLException freed) {
          throw new IllegalStateException(freed);
        }
      }
    };
  }

  @Override
  public void truncate(long length) throws SQLException {
    bytes = Arrays.copyOf(content(), index(length + 1, length()));
  }

  @Override
  public void free() {
    bytes = null;
  }
}
