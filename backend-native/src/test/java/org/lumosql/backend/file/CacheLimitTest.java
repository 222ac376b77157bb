// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.TreeKind;

/** The page cache stays within {@code cache_size}, whatever is read and written. */
final class CacheLimitTest {
  private static final int PAGE_SIZE = 4096;
  private static final int CACHE_PAGES = 100;
  private static final int ROWS = 20_000;

  /** Pages that cursors hold do not count against the limit. */
  private static final int PINNED_PAGES = 20;

  @TempDir Path folder;

  @Test
  void cacheStaysWithinItsLimitWhileReadingAndWriting() {
    try (Btree btree = new FileBackend().open(OpenOptions.file(folder.resolve("a.db").toString()))) {
      PageControl pages = btree.capability(PageControl.class).orElseThrow();
      pages.setCacheSize(CACHE_PAGES);
      btree.beginWrite(false);
      int tree = btree.createTree(TreeKind.TABLE);
      long largest = 0;
      byte[] record = new byte[400];
      try (BtreeCursor cursor = btree.openTable(tree, true)) {
        for (long rowid = 1; rowid <= ROWS; rowid++) {
          // every other row goes to a place far away
          long key = rowid % 2 == 0 ? rowid : ROWS * 2L - rowid;
          cursor.insertRow(key, record, 0, record.length, 0, 0);
          largest = Math.max(largest, pages.cacheBytes());
        }
      }
      btree.commitPhaseOne(null);
      btree.commitPhaseTwo();
      btree.beginRead();
      try (BtreeCursor cursor = btree.openTable(tree, false)) {
        for (boolean more = cursor.first(); more; more = cursor.next()) {
          largest = Math.max(largest, pages.cacheBytes());
        }
      }
      assertThat(pages.pageCount()).isGreaterThan(10 * CACHE_PAGES);
      assertThat(largest).isBetween((long) PAGE_SIZE, (long) (CACHE_PAGES + PINNED_PAGES) * PAGE_SIZE);
    }
  }
}
