// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;

/** C1 to C8 of {@link BtreeCursor}. */
public abstract class CursorContract extends BtreeSuite {
  private static final KeyOrder TWO_COLUMNS = KeyOrder.binary(TextEncoding.UTF8, 2);

  private Btree btree;
  private int table;
  private int index;

  @BeforeEach
  void makeTrees() {
    btree = open();
    btree.beginWrite(false);
    table = btree.createTree(TreeKind.TABLE);
    index = btree.createTree(TreeKind.INDEX);
    trees.add(table);
    trees.add(index);
  }

  @AfterEach
  void commitTrees() {
    commit(btree);
  }

  /** Rows 10, 20, … and index entries (10, 1), (20, 2), …, of some size so that trees of pages grow. */
  private void fill(int count) {
    try (BtreeCursor rows = rows();
        BtreeCursor keys = keys()) {
      for (int i = 1; i <= count; i++) {
        Records.insert(rows, i * 10L, Records.blob(60, i));
        Records.insert(keys, Records.of(i * 10L, i));
      }
    }
  }

  private BtreeCursor rows() {
    return btree.openTable(table, true);
  }

  private BtreeCursor keys() {
    return btree.openIndex(index, true, TWO_COLUMNS);
  }

  private static void deleteRow(BtreeCursor cursor, long rowid) {
    assertThat(cursor.seekRowid(rowid)).isZero();
    cursor.delete(0);
  }

  private static KeyProbe probe(int tie, Object... values) {
    KeyProbe probe = Records.probe(TWO_COLUMNS, values);
    probe.setTie(tie);
    return probe;
  }

  private static long firstColumn(BtreeCursor cursor) {
    KeyProbe probe = new KeyProbe(TWO_COLUMNS);
    byte[] record = Records.payload(cursor);
    probe.load(record, 0, record.length, 2);
    return probe.integer(0);
  }

  // ---- C1 ---------------------------------------------------------------------------------------------------------

  @Test
  void c1ANewCursorIsInvalid() {
    fill(1);
    try (BtreeCursor cursor = rows()) {
      assertThat(cursor.isValid()).isFalse();
      assertThat(cursor.isDisplaced()).isFalse();
      assertThat(cursor.tree()).isEqualTo(table);
    }
  }

  @Test
  void c1PastEitherEndACursorIsInvalid() {
    fill(2);
    try (BtreeCursor cursor = rows()) {
      assertThat(cursor.last()).isTrue();
      assertThat(cursor.next()).isFalse();
      assertThat(cursor.isValid()).isFalse();
      assertThat(cursor.next()).isFalse();
      assertThat(cursor.first()).isTrue();
      assertThat(cursor.previous()).isFalse();
      assertThat(cursor.isValid()).isFalse();
    }
  }

  @Test
  void c1AClosedCursorIsOfNoUse() {
    fill(1);
    BtreeCursor cursor = rows();
    cursor.close();
    assertThatCode(cursor::close).doesNotThrowAnyException();
    assertThat(failure(cursor::first)).isEqualTo(ResultCode.MISUSE);
  }

  @Test
  void c1ScansGiveEachEntryOnceInBothDirections() {
    fill(1000);
    try (BtreeCursor rows = rows();
        BtreeCursor keys = keys()) {
      long expected = 0;
      for (boolean more = rows.first(); more; more = rows.next()) {
        expected += 10;
        assertThat(rows.rowid()).isEqualTo(expected);
        assertThat(Records.payload(rows)).isEqualTo(Records.blob(60, (int) (expected / 10)));
      }
      assertThat(expected).isEqualTo(10_000);
      for (boolean more = keys.last(); more; more = keys.previous()) {
        assertThat(firstColumn(keys)).isEqualTo(expected);
        expected -= 10;
      }
      assertThat(expected).isZero();
    }
  }

  // ---- C2, C3 -----------------------------------------------------------------------------------------------------

  @Test
  void c2AnotherCursorsWriteDisplacesAndRestoreBringsBack() {
    fill(300);
    try (BtreeCursor reader = rows();
        BtreeCursor writer = rows()) {
      assertThat(reader.seekRowid(1500)).isZero();
      for (int i = 0; i < 500; i++) {
        Records.insert(writer, 1401 + i % 90 + i * 10_000L, Records.blob(60, i));
      }
      assertThat(reader.isValid()).isTrue();
      assertThat(reader.restore()).isTrue();
      assertThat(reader.isDisplaced()).isFalse();
      assertThat(reader.rowid()).isEqualTo(1500);
      assertThat(Records.payload(reader)).isEqualTo(Records.blob(60, 150));
    }
  }

  @Test
  void c2RestoreSeesAChangedRecord() {
    fill(3);
    try (BtreeCursor reader = rows();
        BtreeCursor writer = rows()) {
      assertThat(reader.seekRowid(20)).isZero();
      Records.insert(writer, 20, Records.text("changed"));
      assertThat(reader.restore()).isTrue();
      assertThat(Records.text(Records.payload(reader))).isEqualTo("changed");
    }
  }

  @Test
  void c3AfterAnothersDeletionNextAndPreviousGiveTheNeighbours() {
    fill(50);
    for (boolean forward : new boolean[] {true, false}) {
      long victim = forward ? 200 : 300;
      try (BtreeCursor reader = rows();
          BtreeCursor writer = rows()) {
        assertThat(reader.seekRowid(victim)).isZero();
        deleteRow(writer, victim);
        assertThat(reader.isDisplaced()).isTrue();
        assertThat(reader.restore()).isFalse();
        assertThat(forward ? reader.next() : reader.previous()).isTrue();
        assertThat(reader.rowid()).isEqualTo(forward ? victim + 10 : victim - 10);
      }
    }
  }

  @Test
  void c3TheNeighboursAreThoseOfNow() {
    fill(3);
    try (BtreeCursor before = rows();
        BtreeCursor after = rows();
        BtreeCursor writer = rows()) {
      assertThat(before.seekRowid(20)).isZero();
      assertThat(after.seekRowid(20)).isZero();
      deleteRow(writer, 20);
      deleteRow(writer, 30);
      Records.insert(writer, 21, Records.text("b"));
      Records.insert(writer, 19, Records.text("a"));
      assertThat(after.next()).isTrue();
      assertThat(after.rowid()).isEqualTo(21);
      assertThat(before.previous()).isTrue();
      assertThat(before.rowid()).isEqualTo(19);
    }
  }

  @Test
  void c3ADeletedKeyThatComesBackIsTheSameEntryAgain() {
    fill(3);
    try (BtreeCursor reader = rows();
        BtreeCursor writer = rows()) {
      assertThat(reader.seekRowid(20)).isZero();
      deleteRow(writer, 20);
      Records.insert(writer, 20, Records.text("back"));
      assertThat(reader.restore()).isTrue();
      assertThat(Records.text(Records.payload(reader))).isEqualTo("back");
      assertThat(reader.next()).isTrue();
      assertThat(reader.rowid()).isEqualTo(30);
    }
  }

  @Test
  void c3ScansThatDeleteEachEntryMeetAllOfThem() {
    fill(700);
    List<Long> met = new ArrayList<>();
    try (BtreeCursor cursor = rows()) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        met.add(cursor.rowid());
        cursor.delete(BtreeCursor.KEEP_POSITION);
        assertThat(cursor.isDisplaced()).isTrue();
      }
      assertThat(met).hasSize(700).isSorted();
      assertThat(cursor.first()).isFalse();
    }
    met.clear();
    try (BtreeCursor cursor = keys()) {
      for (boolean more = cursor.last(); more; more = cursor.previous()) {
        met.add(-firstColumn(cursor));
        cursor.delete(BtreeCursor.KEEP_POSITION);
      }
      assertThat(met).hasSize(700).isSorted();
      assertThat(cursor.first()).isFalse();
    }
  }

  @Test
  void c3ClearingATreeTakesThePositions() {
    fill(20);
    try (BtreeCursor cursor = rows()) {
      assertThat(cursor.seekRowid(100)).isZero();
      assertThat(btree.clearTree(table)).isEqualTo(20);
      assertThat(cursor.next()).isFalse();
      assertThat(cursor.first()).isFalse();
      Records.insert(cursor, 5, Records.text("new"));
      assertThat(cursor.first()).isTrue();
      assertThat(cursor.rowid()).isEqualTo(5);
    }
  }

  // ---- C4 ---------------------------------------------------------------------------------------------------------

  @Test
  void c4ACursorSeesChangesAheadOfIt() {
    fill(3);
    try (BtreeCursor reader = rows();
        BtreeCursor writer = rows()) {
      assertThat(reader.first()).isTrue();
      Records.insert(writer, 15, Records.text("ahead"));
      deleteRow(writer, 20);
      assertThat(reader.next()).isTrue();
      assertThat(reader.rowid()).isEqualTo(15);
      assertThat(reader.next()).isTrue();
      assertThat(reader.rowid()).isEqualTo(30);
      Records.insert(writer, 40, Records.text("at the end"));
      assertThat(reader.next()).isTrue();
      assertThat(reader.rowid()).isEqualTo(40);
    }
  }

  @Test
  void c4WritesToAnotherTreeDoNotDisturb() {
    fill(100);
    try (BtreeCursor reader = rows();
        BtreeCursor writer = keys()) {
      long rowid = 0;
      for (boolean more = reader.first(); more; more = reader.next()) {
        rowid = reader.rowid();
        for (int i = 0; i < 10; i++) {
          Records.insert(writer, Records.of(rowid + i, i));
        }
        assertThat(reader.isDisplaced()).isFalse();
        assertThat(Records.payload(reader)).isEqualTo(Records.blob(60, (int) (rowid / 10)));
      }
      assertThat(rowid).isEqualTo(1000);
    }
  }

  // ---- C5, C6 -----------------------------------------------------------------------------------------------------

  @Test
  void c6TheLocalPartIsAPrefixOfTheRecord() {
    int[] lengths = {0, 1, 100, 1000, 5000, 70_000, 300_000};
    try (BtreeCursor cursor = rows()) {
      for (int i = 0; i < lengths.length; i++) {
        Records.insert(cursor, i, Records.blob(lengths[i], i));
      }
      for (int i = 0; i < lengths.length; i++) {
        assertThat(cursor.seekRowid(i)).isZero();
        byte[] expected = Records.blob(lengths[i], i);
        assertThat(cursor.payloadLength()).isEqualTo(expected.length);
        int local = cursor.localLength();
        byte[] array = cursor.payloadArray();
        int offset = cursor.payloadOffset();
        for (int j = 0; j < local; j++) {
          if (array[offset + j] != expected[j]) {
            throw new AssertionError("byte " + j + " of record " + i);
          }
        }
        assertThat(Records.payload(cursor)).isEqualTo(expected);
      }
    }
  }

  @Test
  void c6PartsOfARecordAreReadWhereverTheyLie() {
    byte[] record = Records.blob(100_000, 3);
    try (BtreeCursor cursor = rows()) {
      Records.insert(cursor, 1, record);
      assertThat(cursor.first()).isTrue();
      byte[] target = new byte[5002];
      for (int offset = 99_000; offset >= 0; offset -= 3331) {
        int length = Math.min(5000, record.length - offset);
        cursor.readPayload(offset, target, 1, length);
        for (int i = 0; i < length; i++) {
          assertThat(target[1 + i]).isEqualTo(record[offset + i]);
        }
      }
      int end = record.length;
      cursor.readPayload(end, target, 0, 0);
      assertThat(failure(() -> cursor.readPayload(end - 10, target, 0, 11))).isEqualTo(ResultCode.CORRUPT);
      assertThat(failure(() -> cursor.readPayload(-1, target, 0, 1))).isEqualTo(ResultCode.CORRUPT);
    }
  }

  // ---- C7 ---------------------------------------------------------------------------------------------------------

  @Test
  void c7ASeekThatMissesEndsOnANeighbour() {
    fill(1000);
    try (BtreeCursor rows = rows();
        BtreeCursor keys = keys()) {
      for (long wanted = 5; wanted <= 10_005; wanted += 10) {
        int side = rows.seekRowid(wanted);
        assertThat(rows.rowid()).isEqualTo(side < 0 ? wanted - 5 : wanted + 5);
        side = keys.seekKey(probe(0, wanted));
        assertThat(firstColumn(keys)).isEqualTo(side < 0 ? wanted - 5 : wanted + 5);
      }
    }
  }

  @Test
  void c7NeighboursOfAMissAreReachedByOneStep() {
    fill(200);
    try (BtreeCursor cursor = rows()) {
      for (long wanted = 15; wanted < 2000; wanted += 10) {
        boolean before = cursor.seekRowid(wanted) < 0;
        assertThat(before ? cursor.next() : cursor.previous()).isTrue();
        assertThat(cursor.rowid()).isEqualTo(before ? wanted + 5 : wanted - 5);
      }
    }
  }

  @Test
  void c7OnlyInAnEmptyTreeASeekLeavesTheCursorInvalid() {
    try (BtreeCursor rows = rows();
        BtreeCursor keys = keys()) {
      assertThat(rows.seekRowid(5)).isNegative();
      assertThat(rows.isValid()).isFalse();
      assertThat(keys.seekKey(probe(0, 5))).isNegative();
      assertThat(keys.isValid()).isFalse();
    }
  }

  @Test
  void c7TiesSayOnWhichSideOfARunASeekEnds() {
    try (BtreeCursor cursor = keys()) {
      for (int i = 0; i < 600; i++) {
        Records.insert(cursor, Records.of(i / 200, i));
      }
      int side = cursor.seekKey(probe(1, 1));
      if (side < 0) {
        assertThat(cursor.next()).isTrue();
      }
      assertThat(Records.payload(cursor)).isEqualTo(Records.of(1, 200));
      side = cursor.seekKey(probe(-1, 1));
      if (side > 0) {
        assertThat(cursor.previous()).isTrue();
      }
      assertThat(Records.payload(cursor)).isEqualTo(Records.of(1, 399));
      assertThat(cursor.seekKey(probe(0, 1))).isZero();
      assertThat(firstColumn(cursor)).isEqualTo(1);
      assertThat(cursor.seekKey(probe(0, 1, 250))).isZero();
      assertThat(Records.payload(cursor)).isEqualTo(Records.of(1, 250));
      assertThat(cursor.seekKey(probe(-1, 2))).isNegative();
      assertThat(Records.payload(cursor)).isEqualTo(Records.of(2, 599));
    }
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  @Test
  void insertsWithKeptPositionLetTheScanGoOnFromThere() {
    fill(100);
    byte[] record = Records.text("x");
    try (BtreeCursor cursor = rows()) {
      for (long rowid = 5; rowid < 1000; rowid += 10) {
        cursor.insertRow(rowid, record, 0, record.length, 0, BtreeCursor.KEEP_POSITION);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.rowid()).isEqualTo(rowid + 5);
      }
    }
  }

  @Test
  void insertsAfterASeekUseItsResult() {
    fill(100);
    byte[] record = Records.text("x");
    try (BtreeCursor cursor = rows()) {
      for (long rowid = 995; rowid > 0; rowid -= 5) {
        boolean isNew = cursor.seekRowid(rowid) != 0;
        assertThat(isNew).isEqualTo(rowid % 10 != 0);
        cursor.insertRow(rowid, record, 0, record.length, 0, BtreeCursor.SEEK_DONE);
      }
      assertThat(cursor.count()).isEqualTo(200);
      for (long rowid = 2000; rowid < 2100; rowid++) {
        cursor.insertRow(rowid, record, 0, record.length, 0, BtreeCursor.APPEND);
      }
      assertThat(cursor.count()).isEqualTo(300);
    }
  }

  @Test
  void readingCursorsDoNotWrite() {
    fill(2);
    try (BtreeCursor cursor = btree.openTable(table, false)) {
      assertThat(cursor.first()).isTrue();
      assertThat(failure(() -> Records.insert(cursor, 1, Records.text("x"))).primary())
          .isIn(ResultCode.READONLY, ResultCode.MISUSE);
      assertThat(cursor.first()).isTrue();
      assertThat(failure(() -> cursor.delete(0)).primary()).isIn(ResultCode.READONLY, ResultCode.MISUSE);
    }
  }

  @Test
  void partsOfARecordAreOverwrittenInPlace() {
    byte[] record = Records.blob(50_000, 3);
    try (BtreeCursor cursor = rows();
        BtreeCursor other = rows()) {
      Records.insert(cursor, 1, record);
      assertThat(cursor.first()).isTrue();
      assertThat(other.first()).isTrue();
      byte[] patch = Records.blob(9000, 77);
      for (int offset : new int[] {10, 20_000, record.length - patch.length}) {
        cursor.writePayload(offset, patch, 0, patch.length);
        System.arraycopy(patch, 0, record, offset, patch.length);
        assertThat(cursor.restore()).isTrue();
      }
      assertThat(other.restore()).isTrue();
      assertThat(Records.payload(other)).isEqualTo(record);
      assertThat(failure(() -> cursor.writePayload(record.length - 1, patch, 0, 2))).isEqualTo(ResultCode.CORRUPT);
    }
  }
}
