// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;

/** A text in memory. What is written changes the object, and the database when the object is bound to a parameter. */
final class LumoClob implements NClob {
  private String text;

  LumoClob(String text) {
    this.text = text;
  }

  private String content() throws SQLException {
    if (text == null) {
      throw new SQLException("the clob was freed", "HY010");
    }
    return text;
  }

  private int index(long position) throws SQLException {
    int length = content().length();
    if (position < 1 || position > length + 1L) {
      throw new SQLException("position " + position + " of a text of length " + length + "; the first is 1", "22003");
    }
    return (int) position - 1;
  }

  @Override
  public long length() throws SQLException {
    return content().length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    // an empty text may be asked for its character 0, as drivers and libraries do
    int from = position == 0 && length == 0 ? 0 : index(position);
    if (length < 0) {
      throw new SQLException("negative length: " + length, "22003");
    }
    return content().substring(from, (int) Math.min(text.length(), (long) from + length));
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new StringReader(content());
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    return new StringReader(getSubString(position, (int) Math.min(Integer.MAX_VALUE, length)));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return new ByteArrayInputStream(content().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public long position(String pattern, long start) throws SQLException {
    int found = content().indexOf(pattern, index(start));
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(Clob pattern, long start) throws SQLException {
    return position(pattern.getSubString(1, (int) pattern.length()), start);
  }

  @Override
  public int setString(long position, String replacement) throws SQLException {
    return setString(position, replacement, 0, replacement.length());
  }

  @Override
  public int setString(long position, String replacement, int offset, int length) throws SQLException {
    int at = index(position);
    int behind = Math.min(text.length(), at + length);
    text = text.substring(0, at) + replacement.substring(offset, offset + length) + text.substring(behind);
    return length;
  }

  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    index(position);
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        LumoClob.this.replace(position, toString(StandardCharsets.US_ASCII));
      }
    };
  }

  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    index(position);
    return new StringWriter() {
      @Override
      public void close() {
        LumoClob.this.replace(position, toString());
      }
    };
  }

  private void replace(long position, String replacement) {
    try {
      setString(position, replacement);
    } catch (SQLException freed) {
      throw new IllegalStateException(freed);
    }
  }

  @Override
  public void truncate(long length) throws SQLException {
    text = content().substring(0, index(length + 1));
  }

  @Override
  public void free() {
    text = null;
  }
}
