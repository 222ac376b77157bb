// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.backend.file.check.IntegrityCheck;
import org.lumosql.btree.TreeKind;

/**
 * The lock-byte page, which real databases reach at one gigabyte, lies at a small number here and must be passed over.
 */
class LockBytePageTest {
  private static final long SEED = Long.getLong("test.seed", 20260106L);

  /**
   * With U = 512 the pointer map pages are 2, 105, 208, …: the lock-byte page in front of, on and behind one of them.
   */
  @ParameterizedTest
  @CsvSource({
    "3,true", "4,true", "5,true", "50,true", "104,true", "105,true", "106,true", "107,true", "208,true", "50,false",
    "3,false"
  })
  void databaseGrowsAndShrinksAroundTheLockBytePage(int lockBytePage, boolean autoVacuum) {
    System.out.println("-Dtest.seed=" + SEED);
    Random random = new Random(SEED + lockBytePage);
    try (TestTrees trees = new TestTrees(512, 0)) {
      trees.pager.setLockBytePage(lockBytePage);
      trees.store.setPointerMap(autoVacuum);
      trees.setLargestRoot(autoVacuum ? 1 : 0);
      int[] roots = new int[4];
      roots[0] = 1;
      for (int i = 1; i < roots.length; i++) {
        roots[i] = trees.trees.create(TreeKind.TABLE);
        assertThat(roots[i]).isNotEqualTo(lockBytePage);
      }
      for (int round = 0; round < 25; round++) {
        boolean shrinking = round % 5 > 2;
        for (int i = 1; i < roots.length; i++) {
          change(trees, roots[i], shrinking, random);
        }
        if (autoVacuum && random.nextBoolean()) {
          trees.store.cursors().displaceAll();
          new PageMover(trees.store).vacuumForCommit();
        } else if (autoVacuum) {
          new PageMover(trees.store).incrementalStep();
        }
        assertThat(new IntegrityCheck(trees.store, 10).run(roots)).isEmpty();
        trees.pager.evict();
      }
      if (autoVacuum) {
        for (int i = 1; i < roots.length; i++) {
          trees.trees.clear(roots[i]);
        }
        while (new PageMover(trees.store).incrementalStep()) {
          assertThat(new IntegrityCheck(trees.store, 10).run(roots)).isEmpty();
        }
        assertThat(trees.pager.pageCount()).isLessThanOrEqualTo(6);
      }
    }
  }

  private static void change(TestTrees trees, int root, boolean shrinking, Random random) {
    try (TreeCursor cursor = new TreeCursor(trees.store, root, true, null)) {
      for (int i = 0; i < 120; i++) {
        long rowid = random.nextInt(400);
        if (random.nextInt(10) < (shrinking ? 9 : 2)) {
          if (cursor.seekRowid(rowid) == 0) {
            cursor.delete(0);
          }
        } else {
          byte[] record = TreeModelTest.record(TreeModelTest.bytes(random, 512));
          cursor.insertRow(rowid, record, 0, record.length, 0, 0);
        }
      }
    }
  }
}
