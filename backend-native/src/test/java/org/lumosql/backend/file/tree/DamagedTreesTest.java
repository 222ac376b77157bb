// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.backend.file.check.Salvage;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;

/** Works on trees whose pages lie: whatever they say, the answer is an entry or CORRUPT, and it comes. */
class DamagedTreesTest {
  private static final long SEED = Long.getLong("test.seed", 20260104L);

  @ParameterizedTest
  @CsvSource({"512,NONE", "512,FULL", "1024,INCREMENTAL", "4096,NONE"})
  void damagedPagesGiveCorruptAndNothingElse(int pageSize, AutoVacuum autoVacuum) {
    System.out.println("-Dtest.seed=" + SEED);
    List<byte[]> sound = build(pageSize, autoVacuum);
    int corrupt = 0;
    for (int round = 0; round < 150; round++) {
      Random random = new Random(SEED * 31 + round + pageSize);
      try (Damaged damaged = new Damaged(pageSize, sound, random, autoVacuum)) {
        corrupt += damaged.use(random);
        assertThat(damaged.pager.pins()).as("pins left in round " + round).isZero();
      } catch (StoreException | AssertionError e) {
        throw new AssertionError("round " + round, e);
      }
    }
    assertThat(corrupt).isGreaterThan(15);
  }

  /** Pages of a sound database: a table tree 3, an index tree 4, free pages. */
  private static List<byte[]> build(int pageSize, AutoVacuum autoVacuum) {
    try (TestTrees trees = new TestTrees(pageSize, 0)) {
      trees.store.setPointerMap(autoVacuum != AutoVacuum.NONE);
      trees.setLargestRoot(autoVacuum == AutoVacuum.NONE ? 0 : 1);
      Random random = new Random(SEED);
      int table = trees.trees.create(TreeKind.TABLE);
      int index = trees.trees.create(TreeKind.INDEX);
      int gone = trees.trees.create(TreeKind.TABLE);
      try (TreeCursor rows = new TreeCursor(trees.store, table, true, null);
          TreeCursor keys = new TreeCursor(trees.store, index, true, KeyOrder.binary(TextEncoding.UTF8, 1));
          TreeCursor free = new TreeCursor(trees.store, gone, true, null)) {
        for (int i = 0; i < 400; i++) {
          byte[] row = TreeModelTest.bytes(random, pageSize);
          rows.insertRow(i * 3L, row, 0, row.length, 0, 0);
          byte[] key = TreeModelTest.record(TreeModelTest.bytes(random, pageSize));
          keys.insertKey(key, 0, key.length, 0);
          free.insertRow(i, row, 0, row.length, 0, 0);
        }
        for (int i = 0; i < 200; i++) {
          free.seekRowid(i);
          free.delete(0);
        }
      }
      List<byte[]> pages = new ArrayList<>();
      for (int number = 1; number <= trees.pager.pageCount(); number++) {
        Page page = trees.pager.page(number);
        pages.add(page.data.clone());
        trees.pager.release(page);
      }
      return pages;
    }
  }

  private static final class Damaged implements AutoCloseable {
    final HeapPager pager;
    final TreeStore store;
    private final Trees trees;
    private final boolean vacuums;

    Damaged(int pageSize, List<byte[]> sound, Random random, AutoVacuum autoVacuum) {
      pager = new HeapPager(pageSize, 0);
      pager.beginWrite(false);
      for (int i = 0; i < sound.size(); i++) {
        Page page = pager.newPage(i + 1);
        System.arraycopy(sound.get(i), 0, page.data, 0, pageSize);
        pager.release(page);
      }
      for (int i = random.nextInt(6); i >= 0; i--) {
        Page page = pager.page(2 + random.nextInt(sound.size() - 1));
        damage(page.data, random, sound.size());
        pager.release(page);
      }
      vacuums = autoVacuum != AutoVacuum.NONE;
      store = new TreeStore(pager);
      store.setPointerMap(vacuums);
      trees = new Trees(store);
    }

    private static void damage(byte[] page, Random random, int pages) {
      switch (random.nextInt(4)) {
        case 0:
          page[random.nextInt(16)] = (byte) random.nextInt();
          break;
        case 1:
          page[random.nextInt(page.length)] = (byte) random.nextInt();
          break;
        case 2:
          PageBytes.putI32(page, random.nextInt(page.length - 4), random.nextInt(pages + 2));
          break;
        default:
          PageBytes.putU16(page, 8 + 2 * random.nextInt(30), random.nextInt(page.length + 10));
      }
    }

    /** Does many things; returns how many of them met damage. */
    int use(Random random) {
      int corrupt = 0;
      int first = vacuums ? 3 : 2;
      int[] roots = {first, first + 1, first + 2};
      for (int i = 0; i < 30; i++) {
        boolean table = random.nextInt(2) == 0;
        int root = table ? roots[0] : roots[1];
        int what = random.nextInt(12);
        try {
          act(random, table, root, what, roots);
        } catch (StoreException e) {
          assertThat(e.code().primary()).as(e.toString()).isIn(ResultCode.CORRUPT, ResultCode.LOCKED);
          corrupt++;
          store.cursors().closeAll();
        }
      }
      return corrupt;
    }

    private void act(Random random, boolean table, int root, int what, int[] roots) {
      if (what == 0 && random.nextInt(4) == 0) {
        trees.clear(root);
      } else if (what == 1 && random.nextInt(4) == 0) {
        trees.drop(roots[2]);
      } else if (what == 2 && vacuums) {
        new PageMover(store).incrementalStep();
      } else if (what == 3) {
        Salvage salvage = new Salvage(store, roots, true);
        while (salvage.hasNext()) {
          salvage.next();
        }
      } else {
        KeyOrder order = table ? null : KeyOrder.binary(TextEncoding.UTF8, 1);
        try (TreeCursor cursor = new TreeCursor(store, root, true, order)) {
          work(random, cursor, table, what);
        }
      }
    }

    private void work(Random random, TreeCursor cursor, boolean table, int what) {
      int steps = 2000;
      byte[] bytes = TreeModelTest.bytes(random, store.layout().usableSize);
      switch (what) {
        case 4:
          for (boolean more = cursor.first(); more && steps-- > 0; more = cursor.next()) {
            TreeModelTest.read(cursor);
          }
          break;
        case 5:
          for (boolean more = cursor.last(); more && steps-- > 0; more = cursor.previous()) {
            cursor.payloadLength();
          }
          break;
        case 6:
          cursor.estimatedCount();
          break;
        default:
          if (table) {
            cursor.insertRow(random.nextInt(1500), bytes, 0, bytes.length, 0, BtreeCursor.KEEP_POSITION);
          } else {
            byte[] key = TreeModelTest.record(bytes);
            cursor.insertKey(key, 0, key.length, 0);
            KeyProbe probe = new KeyProbe(cursor.order);
            probe.addBlob(bytes, 0, bytes.length);
            cursor.seekKey(probe);
          }
          if (what > 8 && cursor.restore() && cursor.isValid()) {
            cursor.delete(BtreeCursor.KEEP_POSITION);
            cursor.next();
          }
      }
    }

    @Override
    public void close() {
      store.cursors().closeAll();
      pager.rollback(false);
    }
  }
}
