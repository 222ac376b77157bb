// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.IntSupplier;

/** The bytes of a {@link BlobHandle} or {@link LargeValue} as streams. */
final class BlobStreams {
  private BlobStreams() {}

  /** How pieces of a value are read. */
  @FunctionalInterface
  interface Pieces {
    void read(int offset, byte[] target, int targetOffset, int count);
  }

  static InputStream input(Pieces pieces, IntSupplier length) {
    return new InputStream() {
      private final byte[] one = new byte[1];
      private int position;

      @Override
      public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int count) throws IOException {
        int left = available();
        if (count > 0 && left == 0) {
          return -1;
        }
        int taken = Math.min(left, count);
        try {
          pieces.read(position, target, offset, taken);
        } catch (EngineException e) {
          throw new IOException(e.getMessage(), e);
        }
        position += taken;
        return taken;
      }

      @Override
      public long skip(long count) throws IOException {
        int skipped = (int) Math.max(0, Math.min(count, available()));
        position += skipped;
        return skipped;
      }

      @Override
      public int available() throws IOException {
        try {
          return length.getAsInt() - position;
        } catch (EngineException e) {
          throw new IOException(e.getMessage(), e);
        }
      }
    };
  }

  static OutputStream output(BlobHandle blob) {
    return new OutputStream() {
      private int position;

      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] source, int offset, int count) throws IOException {
        try {
          blob.write(position, source, offset, count);
        } catch (EngineException e) {
          throw new IOException(e.getMessage(), e);
        }
        position += count;
      }
    };
  }
}
