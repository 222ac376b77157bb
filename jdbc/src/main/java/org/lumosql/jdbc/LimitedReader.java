// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** The first characters of a reader. */
final class LimitedReader extends FilterReader {
  private long left;

  LimitedReader(Reader reader, long limit) {
    super(reader);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int character = left <= 0 ? -1 : in.read();
    left -= character < 0 ? 0 : 1;
    return character;
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    if (left <= 0) {
      return count == 0 ? 0 : -1;
    }
    int taken = in.read(target, offset, (int) Math.min(count, left));
    left -= Math.max(0, taken);
    return taken;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
