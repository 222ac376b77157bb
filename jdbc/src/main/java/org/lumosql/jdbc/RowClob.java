// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;

/** A large text that is read where it is. What is written changes a copy in memory, and the database when that is bound to a parameter. */
final class RowClob implements NClob {
  private final RowLob value;
  private long length = -1;
  /** Once something was written. */
  private LumoClob copy;

  RowClob(RowLob value) {
    this.value = value;
  }

  private LumoClob copy() throws SQLException {
    if (copy == null) {
      value.requireThere();
      copy = new LumoClob(read(value.text(), Integer.MAX_VALUE));
    }
    return copy;
  }

  private static String read(Reader reader, int limit) throws SQLException {
    StringBuilder text = new StringBuilder();
    char[] piece = new char[1 << 13];
    try {
      int count = 0;
      while (text.length() < limit && count >= 0) {
        text.append(piece, 0, count);
        count = reader.read(piece, 0, Math.min(piece.length, limit - text.length()));
      }
      return text.toString();
    } catch (IOException e) {
      throw new SQLException(e.getMessage(), "HY000", e);
    }
  }

  /** Characters; they are counted when this is first asked for. */
  @Override
  public long length() throws SQLException {
    if (copy != null) {
      return copy.length();
    }
    value.requireThere();
    if (length < 0) {
      try (Reader reader = value.text()) {
        long count = 0;
        char[] piece = new char[1 << 13];
        for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
          count += read;
        }
        length = count;
      } catch (IOException e) {
        throw new SQLException(e.getMessage(), "HY000", e);
      }
    }
    return length;
  }

  /** A reader from a position on. */
  private Reader from(long position) throws SQLException {
    value.requireThere();
    try {
      Reader reader = value.text();
      long left = position - 1;
      while (left > 0) {
        long skipped = reader.skip(left);
        if (skipped <= 0) {
          break;
        }
        left -= skipped;
      }
      if (position < 1 || left > 0) {
        throw new SQLException("position " + position + " of a text of length " + length() + "; the first is 1", "22003");
      }
      return reader;
    } catch (IOException e) {
      throw new SQLException(e.getMessage(), "HY000", e);
    }
  }

  @Override
  public String getSubString(long position, int count) throws SQLException {
    if (copy != null) {
      return copy.getSubString(position, count);
    } else if (count < 0) {
      throw new SQLException("negative length: " + count, "22003");
    }
    return position == 0 && count == 0 ? "" : read(from(position), count);
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return copy != null ? copy.getCharacterStream() : from(1);
  }

  @Override
  public Reader getCharacterStream(long position, long count) throws SQLException {
    return copy != null ? copy.getCharacterStream(position, count) : new LimitedReader(from(position), count);
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return copy != null ? copy.getAsciiStream() : new EncodedStream(from(1), StandardCharsets.US_ASCII);
  }

  @Override
  public long position(String pattern, long start) throws SQLException {
    return copy().position(pattern, start);
  }

  @Override
  public long position(Clob pattern, long start) throws SQLException {
    return copy().position(pattern, start);
  }

  @Override
  public int setString(long position, String replacement) throws SQLException {
    return copy().setString(position, replacement);
  }

  @Override
  public int setString(long position, String replacement, int offset, int count) throws SQLException {
    return copy().setString(position, replacement, offset, count);
  }

  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    return copy().setAsciiStream(position);
  }

  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    return copy().setCharacterStream(position);
  }

  @Override
  public void truncate(long count) throws SQLException {
    copy().truncate(count);
  }

  @Override
  public void free() {
    value.free();
    if (copy != null) {
      copy.free();
    }
  }
}
