// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lumosql.backend.file.vfs.FaultyVfs;

class UndoLogTest {
  private static final int PAGE_SIZE = 65_536;

  /** So many that memory does not hold half of them. */
  private static final int RECORDS = 300;

  private final FaultyVfs vfs = new FaultyVfs(1);

  private static byte[] page(int number) {
    byte[] page = new byte[PAGE_SIZE];
    page[PAGE_SIZE - 1] = (byte) number;
    page[0] = (byte) (number >>> 8);
    return page;
  }

  private static void assertRecord(UndoLog log, int record, int number) {
    byte[] target = new byte[PAGE_SIZE];
    log.read(record, target);
    assertThat(log.number(record)).isEqualTo(number);
    assertThat(target).as("record " + record).isEqualTo(page(number));
  }

  @Test
  void copiesComeBackFromMemoryAndFromTheFile() {
    try (UndoLog log = new UndoLog(vfs, PageCodec.PLAIN, PAGE_SIZE)) {
      for (int i = 0; i < RECORDS; i++) {
        log.append(i + 1, page(i + 1), i % 3);
      }
      assertThat(vfs.operations()).as("something went to a file").isPositive();
      for (int i = 0; i < RECORDS; i++) {
        assertRecord(log, i, i + 1);
      }
    }
  }

  @Test
  void compactionKeepsWhatOuterPointsNeed() {
    try (UndoLog log = new UndoLog(vfs, PageCodec.PLAIN, PAGE_SIZE)) {
      for (int i = 0; i < RECORDS; i++) {
        log.append(i + 1, page(i + 1), i % 3);
      }
      log.compact(30, 2);
      assertThat(log.count()).isEqualTo(30 + (RECORDS - 30) / 3 * 2);
      for (int i = 0; i < 30; i++) {
        assertRecord(log, i, i + 1);
      }
      int record = 30;
      for (int i = 30; i < RECORDS; i++) {
        if (i % 3 < 2) {
          assertRecord(log, record++, i + 1);
        }
      }
    }
  }

  @Test
  void withoutAFileSystemEverythingStaysInMemory() {
    try (UndoLog log = new UndoLog(null, PageCodec.PLAIN, PAGE_SIZE)) {
      for (int i = 0; i < RECORDS; i++) {
        log.append(i + 1, page(i + 1), 0);
      }
      assertRecord(log, RECORDS - 1, RECORDS);
    }
  }
}
