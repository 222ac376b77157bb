// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Damages files: blindly, and where the file format says that it hurts. */
final class Mutator {
  private static final int[] NUMBERS = {
    0, 1, 2, 3, 4, 5, 8, 127, 128, 255, 256, 511, 512, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, -1, -2
  };

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  /** Damages at least one of the files. */
  FileSet mutate(FileSet from) {
    byte[] database = from.database().clone();
    byte[] journal = from.journal() == null ? null : from.journal().clone();
    byte[] log = from.log() == null ? null : from.log().clone();
    boolean hasOther = journal != null || log != null;
    if (!hasOther || random.nextInt(3) > 0) {
      database = several(database, pageSize(database));
    }
    if (journal != null && random.nextInt(4) > 0) {
      journal = several(journal, 512);
    }
    if (log != null && random.nextInt(4) > 0) {
      log = several(log, 24);
      if (random.nextInt(3) > 0) {
        WalSums.correct(log);
      }
    }
    if (random.nextInt(40) == 0) {
      // a journal or log that belongs to nothing
      byte[] stray = random.nextBoolean() ? database.clone() : new byte[random.nextInt(2000)];
      if (random.nextBoolean()) {
        journal = stray;
      } else {
        log = stray;
      }
    }
    return new FileSet(from.name(), database, journal, log);
  }

  private static int pageSize(byte[] database) {
    if (database.length < 100) {
      return 512;
    }
    int size = (database[16] & 0xff) << 8 | database[17] & 0xff;
    return size == 1 ? 65536 : Math.max(size, 512);
  }

  private byte[] several(byte[] bytes, int block) {
    byte[] result = bytes;
    int times = 1 + (random.nextBoolean() ? 0 : random.nextInt(6));
    for (int i = 0; i < times && result.length > 0; i++) {
      result = once(result, block);
    }
    return result;
  }

  private byte[] once(byte[] bytes, int block) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(16)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> putNumber(bytes, at, 2);
      case 3 -> putNumber(bytes, at, 4);
      case 4 -> putNumber(bytes, random.nextInt(Math.min(100, bytes.length)), random.nextBoolean() ? 1 : 4);
      case 5, 6, 7 -> damagePageHeader(bytes, block);
      case 8, 9 -> damageCell(bytes, block);
      case 10 -> fill(bytes, at, random.nextInt(64), (byte) 0);
      case 11 -> fill(bytes, at, random.nextInt(64), (byte) 0xff);
      case 12 -> copyBlock(bytes, block);
      case 13 -> {
        return Arrays.copyOf(bytes, random.nextBoolean() ? at : at / block * block);
      }
      case 14 -> {
        return Arrays.copyOf(bytes, bytes.length + random.nextInt(2 * block));
      }
      default -> bytes[at] = (byte) (bytes[at] + (random.nextBoolean() ? 1 : -1));
    }
    return bytes;
  }

  private void putNumber(byte[] bytes, int at, int width) {
    int number = NUMBERS[random.nextInt(NUMBERS.length)];
    if (random.nextInt(3) == 0) {
      number = random.nextInt(64);
    }
    for (int i = 0; i < width && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (number >>> 8 * (width - 1 - i));
    }
  }

  private static void fill(byte[] bytes, int at, int count, byte value) {
    Arrays.fill(bytes, at, Math.min(bytes.length, at + count), value);
  }

  /** The page's kind, first freeblock, cell count, content start, fragments, right child, or one of the first cells. */
  private void damagePageHeader(byte[] bytes, int block) {
    int page = random.nextInt((bytes.length + block - 1) / block);
    int at = page * block + (page == 0 ? 100 : 0) + random.nextInt(24);
    if (at < bytes.length) {
      if (random.nextInt(3) == 0) {
        bytes[at] = (byte) new int[] {2, 5, 10, 13, 0, 0x80}[random.nextInt(6)];
      } else {
        putNumber(bytes, at, 1 + random.nextInt(4));
      }
    }
  }

  /** The first bytes of a cell: child, payload length, rowid, record header. */
  private void damageCell(byte[] bytes, int block) {
    int page = random.nextInt((bytes.length + block - 1) / block);
    int header = page * block + (page == 0 ? 100 : 0);
    int array = header + (random.nextBoolean() ? 8 : 12) + 2 * random.nextInt(4);
    if (array + 1 < bytes.length) {
      int cell = page * block + ((bytes[array] & 0xff) << 8 | bytes[array + 1] & 0xff) + random.nextInt(20);
      if (cell < bytes.length) {
        bytes[cell] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0x80 | random.nextInt(128));
      }
    }
  }

  private void copyBlock(byte[] bytes, int block) {
    int blocks = bytes.length / block;
    if (blocks > 1) {
      System.arraycopy(bytes, random.nextInt(blocks) * block, bytes, random.nextInt(blocks) * block, block);
    }
  }

  /** Makes the checksums of a damaged log right, so that its frames count. See https://sqlite.org/fileformat2.html#walformat. */
  static final class WalSums {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private WalSums() {}

    static void correct(byte[] log) {
      if (log.length < HEADER) {
        return;
      }
      ByteBuffer big = ByteBuffer.wrap(log);
      boolean isBig = (big.getInt(0) & 1) != 0;
      ByteBuffer words = ByteBuffer.wrap(log).order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      int pageSize = big.getInt(8);
      int[] sums = {0, 0};
      add(sums, words, 0, 24);
      big.putInt(24, sums[0]).putInt(28, sums[1]);
      if (pageSize < 512 || pageSize > 65536 || Integer.bitCount(pageSize) != 1) {
        return;
      }
      for (int at = HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
        big.putInt(at + 8, big.getInt(16)).putInt(at + 12, big.getInt(20));
        add(sums, words, at, 8);
        add(sums, words, at + FRAME_HEADER, pageSize);
        big.putInt(at + 16, sums[0]).putInt(at + 20, sums[1]);
      }
    }

    private static void add(int[] sums, ByteBuffer words, int at, int length) {
      for (int i = at; i < at + length; i += 8) {
        sums[0] += words.getInt(i) + sums[1];
        sums[1] += words.getInt(i + 4) + sums[0];
      }
    }
  }
}
