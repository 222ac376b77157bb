// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Pages with contents that can be told apart, in files that have a valid header. */
final class TestPages {
  private TestPages() {}

  /** Seed of a run: {@code -Dtest.seed}, else from the clock. */
  static long seed() {
    String given = System.getProperty("test.seed");
    return given != null ? Long.decode(given) : new Random(System.nanoTime()).nextLong();
  }

  /** Makes page 1 of an empty database: a header and an empty schema table. Requires: a write transaction. */
  static void makeFirstPage(Pager pager) {
    Page first = pager.newPage(1);
    byte[] data = first.data;
    byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, data, 0, magic.length);
    int size = pager.pageSize();
    data[16] = (byte) (size == 65_536 ? 0 : size >>> 8);
    data[17] = (byte) (size == 65_536 ? 1 : 0);
    data[18] = 1;
    data[19] = 1;
    data[20] = (byte) (size - pager.usableSize());
    data[21] = 64;
    data[22] = 32;
    data[23] = 32;
    data[47] = 4;
    data[59] = 1;
    data[100] = 13;
    data[105] = (byte) (size >>> 8);
    pager.release(first);
  }

  /** Fills the page, except for the header of page 1, in a way that depends on number and stamp. */
  static void fill(Page page, int stamp) {
    for (int i = page.number == 1 ? 120 : 0; i + 4 <= page.data.length; i += 4) {
      Bytes.setInt32(page.data, i, expected(page.number, stamp, i));
    }
  }

  static void write(Pager pager, int number, int stamp) {
    Page page = pager.page(number);
    try {
      pager.makeWritable(page);
      fill(page, stamp);
    } finally {
      pager.release(page);
    }
  }

  static void add(Pager pager, int number, int stamp) {
    Page page = pager.newPage(number);
    fill(page, stamp);
    pager.release(page);
  }

  /** The stamp of a page; an AssertionError if it is not as {@link #fill} left it. */
  static int stamp(Pager pager, int number) {
    Page page = pager.page(number);
    try {
      int start = number == 1 ? 120 : 0;
      int stamp = Bytes.int32(page.data, start) - number * 31 - start;
      for (int i = start; i + 4 <= page.data.length; i += 4) {
        if (Bytes.int32(page.data, i) != expected(number, stamp, i)) {
          throw new AssertionError("page " + number + " is mixed: stamp " + stamp + ", other contents at " + i);
        }
      }
      return stamp;
    } finally {
      pager.release(page);
    }
  }

  private static int expected(int number, int stamp, int offset) {
    return stamp + number * 31 + offset;
  }

  /** Runs a write transaction. */
  static void commit(Pager pager, Runnable body) {
    pager.beginWrite(false);
    if (pager.pageCount() == 0) {
      makeFirstPage(pager);
    }
    body.run();
    pager.commitPhaseOne(null);
    pager.commitPhaseTwo(false);
  }
}
