// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.memory.MemoryBackend;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Random use of a key set by two cursors, against a sorted set of the JDK with the comparator of index trees. */
class KeySetTest {
  private static final int COLUMNS = 2;

  private final long seed = Long.decode(System.getProperty("test.seed", Long.toString(System.nanoTime())));
  private final Random random = new Random(seed);
  private int trees;
  private final TestHost host = new TestHost() {
    @Override
    public Btree openEphemeral() {
      trees++;
      return new MemoryBackend().open(OpenOptions.ephemeral());
    }
  };
  private final Machine machine = new Machine(Programs.build(halting()), host);
  private KeyProbe probe;
  private int values = 7;

  private static ProgramBuilder halting() {
    ProgramBuilder builder = new ProgramBuilder();
    builder.emit(Opcode.Halt);
    return builder;
  }

  private KeyOrder randomOrder() {
    Collation[] choices = {Collations.binary(), Collations.nocase(TextEncoding.UTF8), Collations.rtrim(TextEncoding.UTF8)};
    Collation[] collations = {choices[random.nextInt(3)], choices[random.nextInt(3)]};
    boolean[] descending = {random.nextBoolean(), random.nextBoolean()};
    return new KeyOrder(TextEncoding.UTF8, collations, descending, null);
  }

  private byte[] randomRecord() {
    for (int i = 1; i <= COLUMNS; i++) {
      Register value = machine.registers[i];
      int choice = random.nextInt(values);
      switch (random.nextInt(6)) {
        case 0 -> value.setNull();
        case 1 -> value.setInteger(choice);
        case 2 -> value.setReal(choice / 2.0);
        case 3 -> value.setText("aAbB \0c".substring(0, Math.min(7, choice)) + (random.nextBoolean() ? " " : ""), TextEncoding.UTF8);
        case 4 -> value.setText("a text of more than eight letters" + choice, TextEncoding.UTF8);
        default -> value.setBlob(new byte[] {(byte) choice}, 0, 1);
      }
    }
    RecordOps.makeRecord(machine, 1, COLUMNS, 4, null);
    Register record = machine.registers[4];
    return Arrays.copyOfRange(record.bytes(), record.offset(), record.offset() + record.length());
  }

  private byte[] present(BtreeCursor cursor) {
    byte[] record = new byte[cursor.payloadLength()];
    cursor.readPayload(0, record, 0, record.length);
    return record;
  }

  private boolean seek(BtreeCursor cursor, byte[] record) {
    probe.load(record, 0, record.length, COLUMNS);
    return cursor.seekKey(probe) == 0;
  }

  private void randomUse(int steps, boolean mixesOrder) {
    KeyOrder order = randomOrder();
    probe = new KeyProbe(order);
    KeyProbe comparing = new KeyProbe(order);
    Comparator<byte[]> comparator = (a, b) -> {
      comparing.load(b, 0, b.length, COLUMNS);
      return comparing.compareEntry(a, 0, a.length);
    };
    TreeSet<byte[]> expected = new TreeSet<>(comparator);
    KeySet set = new KeySet(host, order, new TemporaryMemory(host.memoryLimit));
    BtreeCursor[] cursors = {new KeySetCursor(set), new KeySetCursor(set)};
    for (int step = 0; step < steps; step++) {
      BtreeCursor cursor = cursors[random.nextInt(2)];
      byte[] record = randomRecord();
      String what = "-Dtest.seed=" + seed + " step " + step;
      switch (random.nextInt(mixesOrder ? 6 : 4)) {
        case 0 -> {
          cursor.insertKey(record, 0, record.length, 0);
          expected.remove(record);
          expected.add(record);
        }
        case 1 -> {
          boolean found = seek(cursor, record);
          assertThat(found).as(what).isEqualTo(expected.contains(record));
          if (!found) {
            cursor.insertKey(record, 0, record.length, BtreeCursor.SEEK_DONE);
            expected.add(record);
          }
        }
        case 2 -> {
          if (seek(cursor, record)) {
            assertThat(present(cursor)).as(what).isEqualTo(expected.floor(record));
            cursor.delete(0);
            expected.remove(record);
          }
        }
        case 3 -> {
          if (random.nextInt(100) == 0) {
            set.clear();
            expected.clear();
          }
        }
        case 4 -> {
          probe.load(record, 0, record.length, COLUMNS);
          probe.setTie(random.nextBoolean() ? 1 : -1);
          byte[] wanted = probe.tie() > 0 ? expected.ceiling(record) : expected.higher(record);
          if (wanted != null && (cursor.seekKey(probe) > 0 || cursor.next())) {
            assertThat(present(cursor)).as(what).isEqualTo(wanted);
          } else {
            assertThat(wanted).as(what).isNull();
          }
        }
        default -> {
          byte[] wanted = expected.higher(record);
          if (seek(cursor, record) && wanted != null) {
            assertThat(cursor.next()).as(what).isTrue();
            assertThat(present(cursor)).as(what).isEqualTo(wanted);
          }
        }
      }
    }
    checkAll(cursors[0], expected);
  }

  private void checkAll(BtreeCursor cursor, TreeSet<byte[]> expected) {
    List<byte[]> actual = new ArrayList<>();
    for (boolean more = cursor.first(); more; more = cursor.next()) {
      actual.add(present(cursor));
    }
    assertThat(actual).as("-Dtest.seed=%d", seed).usingElementComparator(Arrays::compare).containsExactlyElementsOf(expected);
    assertThat(cursor.count()).isEqualTo(expected.size());
  }

  @Test
  void collectedKeysComeInOrderWithoutATree() {
    for (int round = 0; round < 200; round++) {
      values = 1 + random.nextInt(60);
      randomUse(random.nextInt(500), false);
    }
    assertThat(trees).isZero();
  }

  @Test
  void changesAndOrderedAccessInTurn() {
    for (int round = 0; round < 100; round++) {
      randomUse(random.nextInt(300), true);
    }
    assertThat(trees).isPositive();
  }

  @Test
  void aSetThatOutgrowsMemoryBecomesATree() {
    host.memoryLimit = 3_000;
    values = 100_000;
    for (int round = 0; round < 10; round++) {
      randomUse(400, false);
    }
    assertThat(trees).isPositive();
  }

  @Test
  void entriesAreFoundByTheirFirstColumns() {
    for (int round = 0; round < 50; round++) {
      KeyOrder order = new KeyOrder(TextEncoding.UTF8, new Collation[] {Collations.binary(), Collations.binary()}, null, null);
      KeySet set = new KeySet(host, order, new TemporaryMemory(host.memoryLimit));
      BtreeCursor cursor = new KeySetCursor(set);
      for (int i = 0; i < random.nextInt(200); i++) {
        byte[] record = randomRecord();
        cursor.insertKey(record, 0, record.length, 0);
      }
      KeyProbe part = new KeyProbe(order);
      KeyProbe whole = new KeyProbe(order);
      for (int i = 0; i < 100; i++) {
        byte[] record = randomRecord();
        part.load(record, 0, record.length, 1);
        part.setTie(1);
        int side = cursor.seekKey(part);
        byte[] found = side > 0 ? present(cursor) : null;
        byte[] first = null;
        for (boolean more = cursor.first(); more && first == null; more = cursor.next()) {
          whole.load(record, 0, record.length, 1);
          first = whole.compareEntry(present(cursor), 0, present(cursor).length) >= 0 ? present(cursor) : null;
        }
        assertThat(found).as("-Dtest.seed=%d", seed).isEqualTo(first);
      }
    }
  }
}
