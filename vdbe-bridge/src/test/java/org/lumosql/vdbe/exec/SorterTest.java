// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Random records, sorted here and by the sort of the JDK with the comparator of index trees. */
class SorterTest {
  private final long seed = Long.decode(System.getProperty("test.seed", Long.toString(System.nanoTime())));
  private final Random random = new Random(seed);
  private final List<Path> files = new ArrayList<>();
  private final TestHost host = new TestHost() {
    @Override
    public Path newTemporaryFile() {
      Path file = super.newTemporaryFile();
      files.add(file);
      return file;
    }
  };
  private int kinds = 9;
  private final Machine machine = new Machine(Programs.build(halting()), host);

  private static ProgramBuilder halting() {
    ProgramBuilder builder = new ProgramBuilder();
    builder.emit(Opcode.Halt);
    return builder;
  }

  private void randomValue(Register value) {
    switch (random.nextInt(kinds)) {
      case 0:
        value.setNull();
        break;
      case 1:
        value.setInteger(random.nextInt(5));
        break;
      case 2:
        value.setInteger(random.nextLong() >> random.nextInt(64));
        break;
      case 3:
        value.setReal(random.nextInt(4) - 1.5 + random.nextInt(2) * 0.5);
        break;
      case 4:
        value.setText("abcABC ".substring(random.nextInt(7)) + (random.nextBoolean() ? " " : ""), TextEncoding.UTF8);
        break;
      case 5:
        value.setText("prefix of eight".repeat(1 + random.nextInt(3)) + random.nextInt(9), TextEncoding.UTF8);
        break;
      case 6:
        value.setReal(0.1 + random.nextInt(4) * Math.ulp(0.1));
        break;
      case 7:
        value.setInteger((1L << 60) + random.nextInt(4));
        break;
      default:
        byte[] bytes = new byte[random.nextInt(12)];
        random.nextBytes(bytes);
        value.setBlob(bytes, 0, bytes.length);
        break;
    }
  }

  private byte[] randomRecord(int number) {
    for (int i = 1; i <= 3; i++) {
      randomValue(machine.registers[i]);
    }
    machine.registers[4].setInteger(number);
    RecordOps.makeRecord(machine, 1, 4, 5, null);
    Register record = machine.registers[5];
    return java.util.Arrays.copyOfRange(record.bytes(), record.offset(), record.offset() + record.length());
  }

  private KeyOrder randomOrder() {
    Collation[] collations = new Collation[3];
    boolean[] descending = new boolean[3];
    boolean[] bigNulls = new boolean[3];
    for (int i = 0; i < 3; i++) {
      int kind = random.nextInt(3);
      collations[i] =
          kind == 0
              ? Collations.binary()
              : kind == 1 ? Collations.nocase(TextEncoding.UTF8) : Collations.rtrim(TextEncoding.UTF8);
      descending[i] = random.nextBoolean();
      bigNulls[i] = random.nextBoolean();
    }
    return new KeyOrder(TextEncoding.UTF8, collations, descending, bigNulls);
  }

  private void sortAndCompare(int count, long memoryLimit) {
    host.memoryLimit = memoryLimit;
    KeyOrder order = randomOrder();
    Sorter sorter = new Sorter(order, host, new TemporaryMemory(host.memoryLimit));
    List<byte[]> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] record = randomRecord(i);
      expected.add(record);
      sorter.add(record, 0, record.length);
    }
    KeyProbe probe = new KeyProbe(order);
    Comparator<byte[]> comparator = (a, b) -> {
      probe.load(b, 0, b.length, 3);
      return probe.compareEntry(a, 0, a.length);
    };
    expected.sort(comparator);
    boolean more = sorter.rewind();
    for (int i = 0; i < count; i++) {
      assertThat(more).as("-Dtest.seed=%d record %d", seed, i).isTrue();
      byte[] actual =
          java.util.Arrays.copyOfRange(sorter.array(), sorter.offset(), sorter.offset() + sorter.length());
      assertThat(actual).as("-Dtest.seed=%d record %d of %d", seed, i, count).isEqualTo(expected.get(i));
      more = sorter.next();
    }
    assertThat(more).isFalse();
    sorter.close();
  }

  @Test
  void recordsInMemoryComeInOrderAndStably() {
    for (int round = 0; round < 30; round++) {
      sortAndCompare(random.nextInt(400), Long.MAX_VALUE);
    }
    assertThat(files).isEmpty();
  }

  @Test
  void manyRecordsInFewGroupsAndInNone() {
    for (int fewest : new int[] {1, 2, 4, 9}) {
      kinds = fewest;
      for (int round = 0; round < 4; round++) {
        sortAndCompare(random.nextInt(30_000), Long.MAX_VALUE);
      }
    }
  }

  @Test
  void longTextsOfOneBeginningAreToldApart() {
    for (int letters : new int[] {2, 300}) {
      KeyOrder order = new KeyOrder(TextEncoding.UTF8, new Collation[] {Collations.binary()}, null, null);
      Sorter sorter = new Sorter(order, host, new TemporaryMemory(host.memoryLimit));
      host.memoryLimit = Long.MAX_VALUE;
      List<String> texts = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 3_000; i++) {
        if (random.nextInt(letters) > 0) {
          text.append((char) ('a' + random.nextInt(2)));
        } else {
          text.setLength(text.length() / 2);
        }
        texts.add(text.toString());
        machine.registers[1].setText(text.toString(), TextEncoding.UTF8);
        RecordOps.makeRecord(machine, 1, 1, 2, null);
        sorter.add(machine.registers[2].bytes(), 0, machine.registers[2].length());
      }
      texts.sort(Comparator.naturalOrder());
      sorter.rewind();
      Row row = new Row();
      for (String expected : texts) {
        row.show(sorter.array(), sorter.offset(), sorter.length());
        row.read(0, machine.registers[3], 0);
        assertThat(machine.registers[3].string(TextEncoding.UTF8)).as("-Dtest.seed=%d", seed).isEqualTo(expected);
        sorter.next();
      }
    }
  }

  @Test
  void recordsBeyondMemoryAreMergedFromRunsAndTheFileIsDeleted() {
    for (int round = 0; round < 5; round++) {
      sortAndCompare(2000 + random.nextInt(3000), 20_000);
    }
    assertThat(files).isNotEmpty();
    assertThat(files).allSatisfy(file -> assertThat(Files.exists(file)).isFalse());
  }

  @Test
  void aRecordIsComparedWithTheOneBeforeItAlsoWhenRunsAreMerged() {
    host.memoryLimit = 100_000;
    Machine unique = new Machine(Programs.build(oneSorter()), host);
    SorterOps.open(unique, 0, new KeyOrder(TextEncoding.UTF8, new Collation[] {Collations.binary()}, null, null));
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      int key = i * 7919 % count;
      unique.registers[1].setText("a text of some length " + (key - key % 5 / 4), TextEncoding.UTF8); // the numbers 3 and 4 of each five are the same
      RecordOps.makeRecord(unique, 1, 1, 2, null);
      SorterOps.insert(unique.cursors[0], unique.registers[2]);
    }
    int differing = 1;
    assertThat(SorterOps.sort(unique.cursors[0])).isTrue();
    SorterOps.data(unique, unique.cursors[0], 2, 0);
    while (SorterOps.next(unique.cursors[0])) {
      differing += SorterOps.differs(unique, unique.cursors[0], 2, 1L) ? 1 : 0;
      SorterOps.data(unique, unique.cursors[0], 2, 0);
    }
    assertThat(files).isNotEmpty();
    assertThat(differing).isEqualTo(count / 5 * 4);
    unique.close();
  }

  private static ProgramBuilder oneSorter() {
    ProgramBuilder builder = new ProgramBuilder();
    builder.newCursor();
    builder.newRegisters(3);
    builder.emit(Opcode.Halt);
    return builder;
  }

  @Test
  void prefixNeverContradictsTheOrder() {
    for (int round = 0; round < 50; round++) {
      RecordOrder order = new RecordOrder(randomOrder());
      for (int i = 0; i < 200; i++) {
        byte[] a = randomRecord(0);
        byte[] b = randomRecord(0);
        int byPrefix = Long.compareUnsigned(order.prefix(a, 0), order.prefix(b, 0));
        if (byPrefix != 0) {
          assertThat(Integer.signum(order.compare(a, 0, b, 0))).as("-Dtest.seed=%d", seed).isEqualTo(Integer.signum(byPrefix));
        }
      }
    }
  }
}
