// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Decoding of records, sound and malformed. */
class RowTest {
  private final long seed = Long.decode(System.getProperty("test.seed", Long.toString(System.nanoTime())));
  private final Random random = new Random(seed);
  private final Machine machine = new Machine(Programs.build(halting()), new TestHost());

  private static ProgramBuilder halting() {
    ProgramBuilder builder = new ProgramBuilder();
    builder.emit(Opcode.Halt);
    return builder;
  }

  private byte[] record(int count) {
    RecordOps.makeRecord(machine, 1, count, 20, null);
    Register record = machine.registers[20];
    return Arrays.copyOfRange(record.bytes(), record.offset(), record.offset() + record.length());
  }

  @Test
  void everyKindOfValueComesBack() {
    machine.registers[1].setInteger(300);
    machine.registers[2].setReal(2.5);
    machine.registers[3].setText("text", TextEncoding.UTF8);
    machine.registers[4].setNull();
    machine.registers[5].setInteger(1);
    machine.registers[6].setBlob(new byte[] {1, 2, 3}, 0, 3);
    machine.registers[7].setInteger(Long.MIN_VALUE);
    byte[] bytes = record(7);
    Row row = new Row();
    row.show(bytes, 0, bytes.length);
    Register out = new Register();
    assertThat(row.read(6, out, 0)).isTrue();
    assertThat(out.integer()).isEqualTo(Long.MIN_VALUE);
    assertThat(row.read(0, out, 0)).isTrue();
    assertThat(out.integer()).isEqualTo(300);
    row.read(1, out, 0);
    assertThat(out.real()).isEqualTo(2.5);
    row.read(2, out, 0);
    assertThat(out.string(TextEncoding.UTF8)).isEqualTo("text");
    row.read(3, out, 0);
    assertThat(out.isNull()).isTrue();
    row.read(4, out, 0);
    assertThat(out.integer()).isEqualTo(1);
    row.read(5, out, 0);
    assertThat(out.length()).isEqualTo(3);
    assertThat(row.read(7, out, 0)).as("a column that the record is too short for").isFalse();
  }

  @Test
  void headersLongerThanOneByteOfLengthAreRead() {
    machine.recordTypes(1);
    int columns = 20;
    for (int i = 1; i <= 19; i++) {
      machine.registers[i].setText("x".repeat(i * 40), TextEncoding.UTF8);
    }
    byte[] bytes = record(columns - 1);
    Row row = new Row();
    row.show(bytes, 0, bytes.length);
    Register out = new Register();
    for (int i = 18; i >= 0; i--) {
      assertThat(row.read(i, out, 0)).isTrue();
      assertThat(out.length()).isEqualTo((i + 1) * 40);
    }
  }

  @Test
  void malformedRecordsAreCorruptAndNothingElse() {
    for (int i = 1; i <= 6; i++) {
      machine.registers[i].setText("abc".repeat(i), TextEncoding.UTF8);
    }
    byte[] sound = record(6);
    Register out = new Register();
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(Math.min(bytes.length, 10))] = (byte) random.nextInt(256);
      }
      Row row = new Row();
      try {
        row.show(bytes, 0, bytes.length);
        for (int column = 0; column < 8; column++) {
          row.read(column, out, 0);
        }
      } catch (StoreException expected) {
        assertThat(expected.code()).as("-Dtest.seed=%d", seed).isEqualTo(ResultCode.CORRUPT);
      }
    }
  }
}
