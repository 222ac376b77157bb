// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SerialType;
import org.lumosql.record.TextEncoding;

/** What cursors see of changes that others make on their tree (C2, C3, C4 of {@link BtreeCursor}). */
class CursorStabilityTest {
  private static final long SEED = Long.getLong("test.seed", 20260105L);
  private static final int RANGE = 2000;

  /** Where the key is in a record of the test. */
  private static final int KEY_OFFSET = 4;

  /** A cursor and the key it stands on or stood on; null if it is past an end. */
  private static final class Follower {
    final TreeCursor cursor;
    Long key;

    Follower(TreeCursor cursor) {
      this.cursor = cursor;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cursorsGoOnFromWhereTheirEntryWas(boolean table) {
    System.out.println("-Dtest.seed=" + SEED);
    Random random = new Random(SEED);
    try (TestTrees trees = new TestTrees(512, 0)) {
      int root = trees.trees.create(table ? TreeKind.TABLE : TreeKind.INDEX);
      TreeSet<Long> model = new TreeSet<>();
      List<Follower> followers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        followers.add(new Follower(open(trees, root, table)));
      }
      for (int step = 0; step < 30_000; step++) {
        Follower follower = followers.get(random.nextInt(followers.size()));
        switch (random.nextInt(step / 5000 % 2 == 0 ? 6 : 5)) {
          case 0:
            seek(follower, table, (long) random.nextInt(RANGE), model);
            break;
          case 1:
            move(follower, table, model, true);
            break;
          case 2:
            move(follower, table, model, false);
            break;
          case 3:
            delete(follower, table, model, random);
            break;
          default:
            long key = random.nextInt(RANGE);
            insert(follower, table, key, random, model);
        }
        if (step % 1000 == 0) {
          trees.checkTree(root, table);
        }
      }
      for (Follower follower : followers) {
        follower.cursor.close();
      }
      assertThat(trees.pager.pins()).isZero();
    }
  }

  private static TreeCursor open(TestTrees trees, int root, boolean table) {
    return new TreeCursor(trees.store, root, true, table ? null : KeyOrder.binary(TextEncoding.UTF8, 1));
  }

  private static void seek(Follower follower, boolean table, long key, TreeSet<Long> model) {
    int found;
    if (table) {
      found = follower.cursor.seekRowid(key);
    } else {
      KeyProbe probe = new KeyProbe(follower.cursor.order);
      probe.addInteger(key);
      found = follower.cursor.seekKey(probe);
    }
    follower.key = model.isEmpty() ? null : keyOf(follower.cursor, table);
    if (found == 0) {
      assertThat(follower.key).isEqualTo(key);
    } else if (follower.key != null) {
      assertThat(follower.key).isEqualTo(found < 0 ? model.lower(key) : model.higher(key));
    }
  }

  private static long keyOf(TreeCursor cursor, boolean table) {
    return table
        ? cursor.rowid()
        : SerialType.readInteger(cursor.payloadArray(), cursor.payloadOffset() + KEY_OFFSET, 4);
  }

  private static void move(Follower follower, boolean table, TreeSet<Long> model, boolean forward) {
    if (follower.key == null) {
      assertThat(follower.cursor.isValid()).isFalse();
      return;
    }
    Long expected = forward ? model.higher(follower.key) : model.lower(follower.key);
    assertThat(forward ? follower.cursor.next() : follower.cursor.previous()).isEqualTo(expected != null);
    follower.key = expected;
    if (expected != null) {
      assertThat(keyOf(follower.cursor, table)).isEqualTo(expected);
    }
  }

  private static void delete(Follower follower, boolean table, TreeSet<Long> model, Random random) {
    if (follower.key == null) {
      return;
    }
    boolean present = model.contains(follower.key);
    assertThat(follower.cursor.restore()).isEqualTo(present);
    if (!present) {
      assertThat(follower.cursor.isDisplaced() || !follower.cursor.isValid()).isTrue();
      if (model.isEmpty()) {
        follower.key = null;
      }
      return;
    }
    assertThat(keyOf(follower.cursor, table)).isEqualTo(follower.key);
    model.remove(follower.key);
    if (random.nextBoolean()) {
      follower.cursor.delete(BtreeCursor.KEEP_POSITION);
    } else {
      follower.cursor.delete(0);
      seek(follower, table, follower.key, model);
    }
    if (!follower.cursor.isValid()) {
      follower.key = null;
    }
  }

  private static void insert(Follower follower, boolean table, long key, Random random, TreeSet<Long> model) {
    byte[] record = record(key, random.nextInt(8) == 0 ? random.nextInt(700) : random.nextInt(20));
    if (table) {
      follower.cursor.insertRow(key, record, 0, record.length, 0, BtreeCursor.KEEP_POSITION);
    } else {
      follower.cursor.insertKey(record, 0, record.length, BtreeCursor.KEEP_POSITION);
    }
    model.add(key);
    follower.key = key;
  }

  /** A record of a four-byte integer and a blob of less than 1,000 bytes. */
  private static byte[] record(long key, int padding) {
    byte[] record = new byte[8 + padding];
    int type = 12 + 2 * padding;
    record[0] = 4;
    record[1] = 4;
    record[2] = (byte) (type >> 7 | 0x80);
    record[3] = (byte) (type & 0x7f);
    SerialType.writeInteger(record, KEY_OFFSET, 4, key);
    Arrays.fill(record, 8, record.length, (byte) key);
    return record;
  }

  @Test
  void trippedCursorsThrowTheRollbacksCode() {
    try (TestTrees trees = new TestTrees(512, 0)) {
      int root = trees.trees.create(TreeKind.TABLE);
      try (TreeCursor cursor = open(trees, root, true)) {
        insertOne(cursor);
        trees.store.cursors().trip(ResultCode.ABORT_ROLLBACK, false);
        assertThat(trees.pager.pins()).isZero();
        List<Runnable> uses = List.of(cursor::first, cursor::next, cursor::rowid, cursor::restore, cursor::last);
        for (Runnable use : uses) {
          assertThatThrownBy(use::run)
              .isInstanceOfSatisfying(
                  StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.ABORT_ROLLBACK));
        }
      }
    }
  }

  private static void insertOne(TreeCursor cursor) {
    byte[] record = record(1, 3);
    cursor.insertRow(1, record, 0, record.length, 0, BtreeCursor.KEEP_POSITION);
  }

  @Test
  void blobWritesAreSeenByOtherCursors() {
    try (TestTrees trees = new TestTrees(512, 0)) {
      int root = trees.trees.create(TreeKind.TABLE);
      byte[] big = new byte[5000];
      try (TreeCursor writer = open(trees, root, true);
          TreeCursor reader = open(trees, root, true)) {
        writer.insertRow(7, big, 0, 1000, 4000, BtreeCursor.KEEP_POSITION);
        assertThat(reader.seekRowid(7)).isZero();
        writer.restore();
        for (int at = 4900; at >= 0; at -= 700) {
          byte[] piece = {(byte) at, (byte) (at + 1), 3};
          writer.writePayload(at, piece, 0, 3);
          big[at] = piece[0];
          big[at + 1] = piece[1];
          big[at + 2] = 3;
        }
        assertThat(reader.restore()).isTrue();
        assertThat(TreeModelTest.read(reader)).isEqualTo(big);
        assertThatThrownBy(() -> writer.writePayload(4999, big, 0, 2)).isInstanceOf(StoreException.class);
      }
    }
  }

  @Test
  void replacingByTheSameLengthHappensInPlace() {
    try (TestTrees trees = new TestTrees(512, 0)) {
      int root = trees.trees.create(TreeKind.TABLE);
      try (TreeCursor cursor = open(trees, root, true)) {
        byte[] first = new byte[3000];
        cursor.insertRow(1, first, 0, first.length, 0, 0);
        int pages = trees.pager.pageCount();
        byte[] second = new byte[3000];
        Arrays.fill(second, (byte) 9);
        cursor.insertRow(1, second, 0, second.length, 0, BtreeCursor.KEEP_POSITION);
        assertThat(trees.pager.pageCount()).isEqualTo(pages);
        assertThat(TreeModelTest.read(cursor)).isEqualTo(second);
        cursor.insertRow(1, second, 0, 2000, 1000, BtreeCursor.KEEP_POSITION);
        Arrays.fill(second, 2000, 3000, (byte) 0);
        assertThat(TreeModelTest.read(cursor)).isEqualTo(second);
      }
    }
  }

  @Test
  void seekThatIsNoLongerTrueIsDoneAgain() {
    try (TestTrees trees = new TestTrees(512, 0)) {
      int root = trees.trees.create(TreeKind.TABLE);
      try (TreeCursor cursor = open(trees, root, true)) {
        byte[] record = record(1, 3);
        for (long rowid = 0; rowid < 100; rowid += 10) {
          cursor.insertRow(rowid, record, 0, record.length, 0, 0);
        }
        cursor.seekRowid(55);
        cursor.next();
        cursor.insertRow(55, record, 0, record.length, 0, BtreeCursor.SEEK_DONE);
        cursor.insertRow(55, record, 0, record.length, 0, BtreeCursor.SEEK_DONE);
        cursor.seekRowid(25);
        cursor.insertRow(75, record, 0, record.length, 0, BtreeCursor.SEEK_DONE);
        long previous = -1;
        for (boolean more = cursor.first(); more; more = cursor.next()) {
          assertThat(cursor.rowid()).isGreaterThan(previous);
          previous = cursor.rowid();
        }
        assertThat(cursor.count()).isEqualTo(12);
      }
    }
  }

  @Test
  void unevenRowidsAreFound() {
    try (TestTrees trees = new TestTrees(4096, 0)) {
      int root = trees.trees.create(TreeKind.TABLE);
      try (TreeCursor cursor = open(trees, root, true)) {
        byte[] record = record(1, 3);
        TreeSet<Long> rowids = new TreeSet<>(List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE));
        for (int shift = 0; shift < 62; shift++) {
          for (long offset = -3; offset <= 3; offset++) {
            rowids.add((1L << shift) + offset);
            rowids.add(-(1L << shift) + offset);
          }
        }
        for (long rowid : rowids) {
          cursor.insertRow(rowid, record, 0, record.length, 0, 0);
        }
        for (long rowid : rowids.descendingSet()) {
          assertThat(cursor.seekRowid(rowid)).isZero();
          assertThat(cursor.rowid()).isEqualTo(rowid);
          Long absent = rowids.contains(rowid + 1) || rowid == Long.MAX_VALUE ? null : rowid + 1;
          if (absent != null) {
            int found = cursor.seekRowid(absent);
            assertThat(cursor.rowid()).isEqualTo(found < 0 ? rowids.lower(absent) : rowids.higher(absent));
          }
        }
      }
    }
  }
}
