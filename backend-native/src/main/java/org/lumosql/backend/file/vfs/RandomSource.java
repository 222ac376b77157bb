// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers for salts, nonces and names of temporary files: different in every process, nothing secret. Seeded by the
 * operating system; {@code SecureRandom} would cost the first commit of a JVM tens of milliseconds.
 */
final class RandomSource {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final AtomicLong STATE = new AtomicLong(seed());

  private RandomSource() {}

  /** A SplitMix64 step. */
  static long nextLong() {
    long z = STATE.addAndGet(GOLDEN_GAMMA);
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private static long seed() {
    long seed = System.nanoTime() ^ System.currentTimeMillis() << 20 ^ ProcessHandle.current().pid() << 42;
    try (FileInputStream device = new FileInputStream("/dev/urandom")) {
      byte[] bytes = new byte[Long.BYTES];
      if (device.read(bytes) == bytes.length) {
        seed ^= ByteBuffer.wrap(bytes).getLong();
      }
    } catch (IOException noSuchDevice) {
      seed ^= (long) System.identityHashCode(new Object()) << 31;
    }
    return seed;
  }
}
