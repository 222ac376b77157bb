// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;

/** The characters of a reader as bytes; what the charset has not is a question mark. */
final class EncodedStream extends InputStream {
  private static final int PIECE = 1 << 13;

  private final Reader reader;
  private final Charset charset;
  private final char[] characters = new char[PIECE];
  private byte[] bytes = {};
  private int at;

  EncodedStream(Reader reader, Charset charset) {
    this.reader = reader;
    this.charset = charset;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int count = reader.read(characters, 0, PIECE - 1);
      if (count < 0) {
        return false;
      }
      if (Character.isHighSurrogate(characters[count - 1])) {
        // a pair is not torn: the other half comes now, unless the text ends
        int low = reader.read();
        if (low >= 0) {
          characters[count++] = (char) low;
        }
      }
      bytes = new String(characters, 0, count).getBytes(charset);
      at = 0;
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(count, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, taken);
    at += taken;
    return taken;
  }

  @Override
  public int available() {
    return bytes.length - at;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
