// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TreeKind;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;

/** What trees hold and in which order. */
public abstract class TreeContract extends BtreeSuite {
  private static final long SEED = Long.getLong("test.seed", 20261121L);

  /** Longer texts later, equal lengths by bytes: an order that bytes alone cannot express. */
  static final Collation BY_LENGTH =
      new Collation() {
        @Override
        public String name() {
          return "BY_LENGTH";
        }

        @Override
        public int compare(byte[] left, int leftAt, int leftLength, byte[] right, int rightAt, int rightLength) {
          if (leftLength != rightLength) {
            return Integer.compare(leftLength, rightLength);
          }
          return Arrays.compareUnsigned(left, leftAt, leftAt + leftLength, right, rightAt, rightAt + rightLength);
        }
      };

  private Btree openForWriting() {
    Btree btree = open();
    btree.beginWrite(false);
    return btree;
  }

  private int create(Btree btree, TreeKind kind) {
    int tree = btree.createTree(kind);
    trees.add(tree);
    return tree;
  }

  // ---- tables -----------------------------------------------------------------------------------------------------

  @Test
  void rowidsAreSignedAndOf64Bits() {
    Btree btree = openForWriting();
    int table = create(btree, TreeKind.TABLE);
    long[] rowids = {Long.MAX_VALUE, 0, -1, Long.MIN_VALUE, 1, 1L << 32, -(1L << 32), Long.MIN_VALUE + 1, 256, -256};
    try (BtreeCursor cursor = btree.openTable(table, true)) {
      for (long rowid : rowids) {
        Records.insert(cursor, rowid, Records.of(rowid));
      }
      Arrays.sort(rowids);
      int i = 0;
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        assertThat(cursor.rowid()).isEqualTo(rowids[i]);
        assertThat(Records.payload(cursor)).isEqualTo(Records.of(rowids[i++]));
      }
      assertThat(i).isEqualTo(rowids.length);
      for (long rowid : rowids) {
        assertThat(cursor.seekRowid(rowid)).isZero();
      }
    }
    commit(btree);
  }

  @Test
  void anInsertReplacesTheRowOfTheSameRowid() {
    Btree btree = openForWriting();
    int table = create(btree, TreeKind.TABLE);
    try (BtreeCursor cursor = btree.openTable(table, true)) {
      for (int length : new int[] {10, 10, 30_000, 29_999, 5, 0, 100_000}) {
        Records.insert(cursor, 7, Records.blob(length, length));
        assertThat(cursor.count()).isEqualTo(1);
        assertThat(cursor.first()).isTrue();
        assertThat(Records.payload(cursor)).isEqualTo(Records.blob(length, length));
      }
    }
    commit(btree);
  }

  @Test
  void aZeroTailBelongsToTheRecord() {
    Btree btree = openForWriting();
    int table = create(btree, TreeKind.TABLE);
    byte[] whole = Records.of((Object) new byte[200_000]);
    int head = whole.length - 200_000;
    try (BtreeCursor cursor = btree.openTable(table, true)) {
      cursor.insertRow(1, whole, 0, head, 200_000, 0);
      assertThat(cursor.first()).isTrue();
      assertThat(Records.payload(cursor)).isEqualTo(whole);
    }
    commit(btree);
  }

  @Test
  void recordsAreTakenFromTheMiddleOfAnArrayAndNotKept() {
    Btree btree = openForWriting();
    int table = create(btree, TreeKind.TABLE);
    byte[] record = Records.blob(40, 1);
    byte[] array = new byte[100];
    System.arraycopy(record, 0, array, 17, record.length);
    try (BtreeCursor cursor = btree.openTable(table, true)) {
      cursor.insertRow(1, array, 17, record.length, 0, 0);
      Arrays.fill(array, (byte) 1);
      assertThat(cursor.first()).isTrue();
      assertThat(Records.payload(cursor)).isEqualTo(record);
    }
    commit(btree);
  }

  // ---- trees ------------------------------------------------------------------------------------------------------

  @Test
  void clearingATreeLeavesTheOthers() {
    Btree btree = openForWriting();
    int one = create(btree, TreeKind.TABLE);
    int two = create(btree, TreeKind.TABLE);
    for (int tree : new int[] {one, two}) {
      try (BtreeCursor cursor = btree.openTable(tree, true)) {
        for (int i = 0; i < 1000; i++) {
          Records.insert(cursor, i, Records.blob(50, i));
        }
      }
    }
    commit(btree);
    btree.beginWrite(false);
    assertThat(btree.clearTree(one)).isEqualTo(1000);
    assertThat(btree.clearTree(one)).isZero();
    commit(btree);
    btree.beginRead();
    try (BtreeCursor first = btree.openTable(one, false);
        BtreeCursor second = btree.openTable(two, false)) {
      assertThat(first.count()).isZero();
      assertThat(second.count()).isEqualTo(1000);
    }
  }

  @Test
  void aDropMayMoveOneTreeAndLosesNoOther() {
    Btree btree = openForWriting();
    List<Integer> numbers = new ArrayList<>();
    List<Integer> marks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int tree = btree.createTree(TreeKind.TABLE);
      numbers.add(tree);
      marks.add(i);
      try (BtreeCursor cursor = btree.openTable(tree, true)) {
        for (int row = 0; row < 100; row++) {
          Records.insert(cursor, row, Records.of(i, new byte[60]));
        }
      }
    }
    Collections.shuffle(marks, new Random(SEED));
    while (numbers.size() > 2) {
      int dropped = numbers.remove(numbers.size() / 2);
      int moved = btree.dropTree(dropped);
      if (moved != 0) {
        numbers.set(numbers.indexOf(moved), dropped);
      }
    }
    commit(btree);
    trees.addAll(numbers);
    btree.beginRead();
    for (int tree : numbers) {
      try (BtreeCursor cursor = btree.openTable(tree, false)) {
        assertThat(cursor.count()).isEqualTo(100);
      }
    }
  }

  @Test
  void metaValuesAreKept() {
    Btree btree = openForWriting();
    btree.setMeta(MetaValue.USER_VERSION, -5);
    btree.setMeta(MetaValue.APPLICATION_ID, Integer.MAX_VALUE);
    btree.setMeta(MetaValue.SCHEMA_VERSION, 12);
    assertThat(btree.meta(MetaValue.USER_VERSION)).isEqualTo(-5);
    commit(btree);
    Btree again = btree;
    if (can(Ability.PERSISTENT)) {
      closeAll();
      again = open();
    }
    again.beginRead();
    assertThat(again.meta(MetaValue.USER_VERSION)).isEqualTo(-5);
    assertThat(again.meta(MetaValue.APPLICATION_ID)).isEqualTo(Integer.MAX_VALUE);
    assertThat(again.meta(MetaValue.SCHEMA_VERSION)).isEqualTo(12);
  }

  @Test
  void countsAreExactAndEstimatesAreNot() {
    Btree btree = openForWriting();
    int table = create(btree, TreeKind.TABLE);
    try (BtreeCursor cursor = btree.openTable(table, true)) {
      assertThat(cursor.count()).isZero();
      assertThat(cursor.estimatedCount()).isZero();
      for (int i = 0; i < 3000; i++) {
        Records.insert(cursor, i, Records.blob(30, i));
      }
      assertThat(cursor.count()).isEqualTo(3000);
      assertThat(cursor.estimatedCount()).isBetween(300L, 30_000L);
    }
    commit(btree);
  }

  // ---- indexes ----------------------------------------------------------------------------------------------------

  @Test
  void indexEntriesAreInSqlOrder() {
    Object[] ascending = {
      null,
      Double.NEGATIVE_INFINITY,
      -1e300,
      Long.MIN_VALUE,
      -2.5,
      -1,
      -Double.MIN_VALUE,
      0,
      Double.MIN_VALUE,
      0.5,
      1,
      9007199254740992.0,
      9007199254740993L,
      Long.MAX_VALUE,
      9223372036854775808.0,
      Double.POSITIVE_INFINITY,
      "",
      "A",
      "A\u0000",
      "A\u0000B",
      "A\u0001",
      "AB",
      "a",
      "\u00e9",
      new byte[0],
      new byte[] {0},
      new byte[] {0, 0},
      new byte[] {1},
      new byte[] {(byte) 0xff}
    };
    checkOrder(KeyOrder.binary(TextEncoding.UTF8, 2), TextEncoding.UTF8, ascending);
    Object[] descending = ascending.clone();
    Collections.reverse(Arrays.asList(descending));
    Collation[] collations = {Collations.binary(), Collations.binary()};
    checkOrder(
        new KeyOrder(TextEncoding.UTF8, collations, new boolean[] {true, false}, null), TextEncoding.UTF8, descending);
  }

  @Test
  void collationsDecideTheOrderOfTexts() {
    TextEncoding utf8 = TextEncoding.UTF8;
    checkOrder(oneColumn(utf8, Collations.nocase(utf8)), utf8, "_", "a", "B", "c", "D");
    checkOrder(oneColumn(utf8, BY_LENGTH), utf8, 5, "", "z", "aa", "bb", "aaa", new byte[] {1});
  }

  @Test
  void textsOfUtf16AreOrderedByTheirBytes() {
    TextEncoding little = TextEncoding.UTF16LE;
    TextEncoding big = TextEncoding.UTF16BE;
    checkOrder(oneColumn(little, Collations.binary()), little, "\u0100", "\u0200", "a", "b");
    checkOrder(oneColumn(big, Collations.binary()), big, "a", "b", "\u0100", "\u0200");
    checkOrder(oneColumn(little, Collations.nocase(little)), little, "a", "B", "c", "\u0100");
  }

  private static KeyOrder oneColumn(TextEncoding encoding, Collation collation) {
    return new KeyOrder(encoding, new Collation[] {collation, Collations.binary()}, null, null);
  }

  private void checkOrder(KeyOrder order, TextEncoding encoding, Object... inOrder) {
    Btree btree = openForWriting();
    int index = create(btree, TreeKind.INDEX);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < inOrder.length; i++) {
      records.add(Records.encode(encoding, inOrder[i], i));
    }
    List<byte[]> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, new Random(SEED));
    try (BtreeCursor cursor = btree.openIndex(index, true, order)) {
      shuffled.forEach(record -> Records.insert(cursor, record));
      int i = 0;
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        assertThat(Records.payload(cursor)).as("-Dtest.seed=%d entry %d", SEED, i).isEqualTo(records.get(i++));
      }
      assertThat(i).isEqualTo(records.size());
      for (Object value : inOrder) {
        assertThat(cursor.seekKey(Records.probe(order, value))).isZero();
      }
    }
    commit(btree);
    if (!can(Ability.SHARED) || !can(Ability.PERSISTENT)) {
      trees.remove(index);
    }
    btree.close();
  }

  @Test
  void equalKeysReplaceEachOtherAndTheRecordIsTheLastOne() {
    Btree btree = openForWriting();
    int index = create(btree, TreeKind.INDEX);
    KeyOrder order = oneColumn(TextEncoding.UTF8, Collations.nocase(TextEncoding.UTF8));
    try (BtreeCursor cursor = btree.openIndex(index, true, order)) {
      Records.insert(cursor, Records.of("Key", 1, "first"));
      Records.insert(cursor, Records.of("kEY", 1.0, "second"));
      assertThat(cursor.count()).isEqualTo(1);
      assertThat(cursor.first()).isTrue();
      assertThat(Records.payload(cursor)).isEqualTo(Records.of("kEY", 1.0, "second"));
      Records.insert(cursor, Records.of("key", 2, "third"));
      assertThat(cursor.count()).isEqualTo(2);
    }
    commit(btree);
  }

  @Test
  void keysThatDifferLateAreKeptApartAndInOrder() {
    Btree btree = openForWriting();
    int index = create(btree, TreeKind.INDEX);
    KeyOrder order = KeyOrder.binary(TextEncoding.UTF8, 2);
    String common = "x".repeat(5000);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, new Random(SEED));
    try (BtreeCursor cursor = btree.openIndex(index, true, order)) {
      Records.insert(cursor, Records.of("x", 1));
      Records.insert(cursor, Records.of("y", 1));
      for (int i : numbers) {
        Records.insert(cursor, Records.of(common + (1000 + i), i));
      }
      assertThat(cursor.first()).isTrue();
      for (int i = 0; i < 400; i++) {
        assertThat(cursor.next()).isTrue();
        assertThat(Records.payload(cursor)).isEqualTo(Records.of(common + (1000 + i), i));
      }
      assertThat(cursor.next()).isTrue();
      assertThat(Records.payload(cursor)).isEqualTo(Records.of("y", 1));
      checkSeeksInCommonPrefix(cursor, order, common);
    }
    commit(btree);
  }

  private static void checkSeeksInCommonPrefix(BtreeCursor cursor, KeyOrder order, String common) {
    assertThat(cursor.seekKey(Records.probe(order, common + 1123))).isZero();
    assertThat(Records.payload(cursor)).isEqualTo(Records.of(common + 1123, 123));
    KeyProbe between = Records.probe(order, common + "1123!");
    boolean before = cursor.seekKey(between) < 0;
    assertThat(Records.payload(cursor)).isEqualTo(Records.of(common + (before ? 1123 : 1124), before ? 123 : 124));
    KeyProbe all = Records.probe(order, common + "2");
    before = cursor.seekKey(all) < 0;
    assertThat(Records.payload(cursor)).isEqualTo(before ? Records.of(common + 1399, 399) : Records.of("y", 1));
  }

  @Test
  void deletingFromARunOfLongKeysUnderOpenCursorsKeepsTheirPlaces() {
    Btree btree = openForWriting();
    int index = create(btree, TreeKind.INDEX);
    KeyOrder order = KeyOrder.binary(TextEncoding.UTF8, 2);
    String common = "x".repeat(2000);
    try (BtreeCursor writer = btree.openIndex(index, true, order);
        BtreeCursor reader = btree.openIndex(index, false, order)) {
      for (int i = 0; i < 100; i += 2) {
        Records.insert(writer, Records.of(common + (1000 + i), i));
      }
      assertThat(reader.seekKey(Records.probe(order, common + 1050))).isZero();
      assertThat(writer.seekKey(Records.probe(order, common + 1050))).isZero();
      writer.delete(0);
      Records.insert(writer, Records.of(common + 1051, 51));
      Records.insert(writer, Records.of(common + 1049, 49));
      assertThat(reader.restore()).isFalse();
      assertThat(reader.next()).isTrue();
      assertThat(Records.payload(reader)).isEqualTo(Records.of(common + 1051, 51));
      assertThat(reader.previous()).isTrue();
      assertThat(Records.payload(reader)).isEqualTo(Records.of(common + 1049, 49));
    }
    commit(btree);
  }

  @Test
  void keysThatCrowdBetweenTwoOthersStayInOrderAndASavepointRemovesThem() {
    Btree btree = openForWriting();
    int index = create(btree, TreeKind.INDEX);
    KeyOrder order = KeyOrder.binary(TextEncoding.UTF8, 2);
    String common = "x".repeat(2000);
    try (BtreeCursor writer = btree.openIndex(index, true, order);
        BtreeCursor reader = btree.openIndex(index, false, order)) {
      Records.insert(writer, Records.of(common + 1000, 0));
      Records.insert(writer, Records.of(common + 3000, 0));
      btree.openSavepoints(1);
      assertThat(reader.first()).isTrue();
      for (int i = 0; i < 120; i++) { // from both sides towards the middle, so that each goes between the last two
        int number = i % 2 == 0 ? 1001 + i : 2999 - i;
        Records.insert(writer, Records.of(common + number, 0));
      }
      assertThat(reader.restore()).isTrue();
      int count = 1;
      byte[] before = Records.payload(reader);
      for (; reader.next(); count++) {
        byte[] here = Records.payload(reader);
        KeyProbe probe = new KeyProbe(order);
        probe.load(before, 0, before.length, 2);
        assertThat(probe.compareEntry(here, 0, here.length)).isPositive();
        before = here;
      }
      assertThat(count).isEqualTo(122);
      btree.rollbackToSavepoint(0);
      assertThat(writer.count()).isEqualTo(2);
      assertThat(writer.last()).isTrue();
      assertThat(Records.payload(writer)).isEqualTo(Records.of(common + 3000, 0));
    }
    commit(btree);
  }
}
