// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.memory.MemoryBackend;

/** Random use of the rows of an ephemeral table by two cursors, against a sorted map. */
class RowListTest {
  private final long seed = Long.decode(System.getProperty("test.seed", Long.toString(System.nanoTime())));
  private final Random random = new Random(seed);
  private long memoryLimit = 1 << 20;
  private int trees;
  private final TestHost host = new TestHost() {
    @Override
    public Btree openEphemeral() {
      trees++;
      return new MemoryBackend().open(OpenOptions.ephemeral());
    }

    @Override
    public long temporaryMemoryLimit() {
      return memoryLimit;
    }
  };

  private final TreeMap<Long, byte[]> model = new TreeMap<>();

  private void insert(BtreeCursor cursor, long rowid) {
    byte[] record = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(100)];
    random.nextBytes(record);
    int zeroTail = random.nextInt(5) == 0 ? random.nextInt(20) : 0;
    cursor.insertRow(rowid, record, 0, record.length, zeroTail, 0);
    model.put(rowid, Arrays.copyOf(record, record.length + zeroTail));
  }

  private void verifyEntry(BtreeCursor cursor, Map.Entry<Long, byte[]> expected) {
    assertThat(cursor.rowid()).as("seed %d", seed).isEqualTo(expected.getKey());
    byte[] record = new byte[cursor.payloadLength()];
    cursor.readPayload(0, record, 0, record.length);
    assertThat(record).as("seed %d", seed).isEqualTo(expected.getValue());
  }

  private void verify(BtreeCursor cursor) {
    boolean found = cursor.first();
    for (Map.Entry<Long, byte[]> row : model.entrySet()) {
      assertThat(found).as("seed %d", seed).isTrue();
      verifyEntry(cursor, row);
      found = cursor.next();
    }
    assertThat(found).as("seed %d", seed).isFalse();
    assertThat(cursor.count()).as("seed %d", seed).isEqualTo(model.size());
    found = cursor.last();
    for (Map.Entry<Long, byte[]> row : model.descendingMap().entrySet()) {
      assertThat(found).as("seed %d", seed).isTrue();
      verifyEntry(cursor, row);
      found = cursor.previous();
    }
    assertThat(found).as("seed %d", seed).isFalse();
  }

  private void verifySeek(BtreeCursor cursor) {
    long sought = random.nextInt(300);
    int found = cursor.seekRowid(sought);
    if (model.isEmpty()) {
      assertThat(found).isNegative();
      assertThat(cursor.isValid()).isFalse();
      return;
    }
    Map.Entry<Long, byte[]> here = found == 0 ? model.floorEntry(sought) : found > 0 ? model.higherEntry(sought) : model.lowerEntry(sought);
    assertThat(model.containsKey(sought)).as("seed %d", seed).isEqualTo(found == 0);
    verifyEntry(cursor, here);
  }

  private void deleteFirst(BtreeCursor cursor) {
    if (cursor.first()) {
      cursor.delete(0);
      model.pollFirstEntry();
    }
  }

  @Test
  void behavesAsATable() {
    for (int round = 0; round < 2000; round++) {
      memoryLimit = random.nextInt(4) == 0 ? 2000 : 1 << 20;
      model.clear();
      RowList list = new RowList(host, new TemporaryMemory(host.temporaryMemoryLimit()));
      BtreeCursor one = new RowListCursor(list);
      BtreeCursor two = new RowListCursor(list);
      int kinds = 2 + random.nextInt(8);
      for (int i = random.nextInt(60); i >= 0; i--) {
        BtreeCursor cursor = random.nextBoolean() ? one : two;
        switch (random.nextInt(kinds)) {
          case 0, 1 -> insert(cursor, model.isEmpty() ? random.nextInt(10) : model.lastKey() + 1);
          case 2 -> insert(cursor, random.nextInt(300));
          case 3 -> verify(cursor);
          case 4, 5 -> deleteFirst(cursor);
          case 6 -> verifySeek(cursor);
          case 7 -> goOnAfterDelete(one, two);
          case 8 -> deleteAny(cursor);
          default -> {
            list.clear();
            model.clear();
          }
        }
      }
      verify(one);
      verify(two);
      list.close();
    }
    assertThat(trees).isBetween(1, 2000);
  }

  /** What one cursor deletes displaces the other; from there it goes on with the next row. */
  private void goOnAfterDelete(BtreeCursor one, BtreeCursor two) {
    if (model.size() < 2) {
      return;
    }
    one.first();
    two.first();
    two.delete(0);
    model.pollFirstEntry();
    assertThat(one.restore()).as("seed %d", seed).isFalse();
    assertThat(one.next()).as("seed %d", seed).isTrue();
    verifyEntry(one, model.firstEntry());
  }

  private void deleteAny(BtreeCursor cursor) {
    long rowid = random.nextInt(300);
    if (cursor.seekRowid(rowid) == 0) {
      cursor.delete(0);
      model.remove(rowid);
    }
  }

  @Test
  void appendedRowsAndQueuesNeedNoTree() {
    RowList list = new RowList(host, new TemporaryMemory(host.temporaryMemoryLimit()));
    BtreeCursor cursor = new RowListCursor(list);
    for (int i = 0; i < 2000; i++) {
      insert(cursor, i);
      if (i > 10) {
        deleteFirst(cursor);
      }
    }
    verify(cursor);
    list.clear();
    model.clear();
    for (int i = 0; i < 1000; i++) {
      insert(cursor, random.nextInt(1000));
    }
    verify(cursor);
    assertThat(trees).isZero();
  }
}
