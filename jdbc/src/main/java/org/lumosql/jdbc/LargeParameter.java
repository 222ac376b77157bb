// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.lumosql.error.ResultCode;

/**
 * A value that is read from a stream when the statement runs, rather than when it is set: it may be larger than the memory. A small one, or one of unknown length that turns out
 * to be small, is none of these but read at once. A large one of unknown length goes through a temporary file.
 */
record LargeParameter(boolean isText, int length, InputStream stream) {
  private static final int SMALL = 1 << 18;

  /** @param length −1 if it is not known; @return null, byte[] or a large parameter */
  static Object ofBytes(InputStream stream, long length) throws SQLException, IOException {
    if (stream == null) {
      return null;
    } else if (length > SMALL) {
      return new LargeParameter(false, checked(length), stream);
    } else if (length >= 0) {
      return stream.readNBytes((int) length);
    }
    byte[] begin = stream.readNBytes(SMALL);
    if (begin.length < SMALL) {
      return begin;
    }
    return inFile(false, out -> new SequenceInputStream(new ByteArrayInputStream(begin), stream).transferTo(out));
  }

  /** @param length in characters, −1 for all; @return null, String or a large parameter */
  static Object ofText(Reader reader, long length, Charset charset) throws SQLException, IOException {
    if (reader == null) {
      return null;
    }
    Reader limited = length < 0 ? reader : new LimitedReader(reader, length);
    StringBuilder begin = new StringBuilder();
    char[] piece = new char[1 << 13];
    int count = limited.read(piece);
    while (count >= 0 && begin.length() < SMALL) {
      begin.append(piece, 0, count);
      count = limited.read(piece);
    }
    if (count < 0) {
      return begin.toString();
    }
    begin.append(piece, 0, count);
    return inFile(
        true,
        out -> {
          Writer writer = new OutputStreamWriter(out, charset);
          writer.append(begin);
          limited.transferTo(writer);
          writer.flush();
        });
  }

  /** What writes a file. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static LargeParameter inFile(boolean isText, Content content) throws SQLException, IOException {
    Path file = Files.createTempFile("lumosql", null);
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        content.writeTo(out);
      }
      // where that can be done the file has no name from here on
      return new LargeParameter(isText, checked(Files.size(file)), Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | SQLException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static int checked(long length) throws SQLException {
    if (length > Integer.MAX_VALUE) {
      throw new SQLException("[SQLITE_TOOBIG] a value of " + length + " bytes", "22001", ResultCode.TOOBIG.code());
    }
    return (int) length;
  }
}
