// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * How long the disk takes to write and read 16384 blocks of 15360 bytes, as LumoSQL's tool does (whose figures include a pause of a second; these do not). The
 * system may read from its cache.
 *
 * @param write nanoseconds, with what it takes until all is on the disk
 * @param read nanoseconds
 */
record DiskTiming(long write, long read) {
  private static final int BLOCKS = 16_384;
  private static final int BLOCK = 15_360;

  static DiskTiming of(Path folder) throws IOException {
    return of(folder, BLOCKS);
  }

  static DiskTiming of(Path folder, int blocks) throws IOException {
    byte[] bytes = new byte[BLOCK];
    new Random(1).nextBytes(bytes);
    Path file = Files.createTempFile(folder, "disk", ".timing");
    try {
      long begin = System.nanoTime();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        for (int i = 0; i < blocks; i++) {
          ByteBuffer block = ByteBuffer.wrap(bytes);
          while (block.hasRemaining()) {
            channel.write(block);
          }
        }
        channel.force(true);
      }
      long written = System.nanoTime();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        ByteBuffer block = ByteBuffer.wrap(bytes);
        while (channel.read(block) >= 0) {
          block.clear();
        }
      }
      return new DiskTiming(written - begin, System.nanoTime() - written);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
