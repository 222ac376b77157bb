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

  /** A row takes over what it knows of the one before; it must not matter which that was. */
  @Test
  void rowsAreReadAsIfThereHadBeenNoOtherBefore() {
    Row reused = new Row();
    Register out = new Register();
    Register expected = new Register();
    for (int round = 0; round < 50_000; round++) {
      byte[] bytes = randomRecord();
      int offset = random.nextInt(3);
      byte[] page = new byte[offset + bytes.length + random.nextInt(12)];
      System.arraycopy(bytes, 0, page, offset, bytes.length);
      boolean isShown = show(reused, page, offset, bytes.length);
      assertThat(isShown).as("-Dtest.seed=%d", seed).isEqualTo(show(new Row(), page, offset, bytes.length));
      for (int i = random.nextInt(4); isShown && i >= 0; i--) {
        int column = random.nextInt(10);
        Row fresh = new Row();
        fresh.show(page, offset, bytes.length);
        assertThat(read(reused, column, out)).as("-Dtest.seed=%d", seed).isEqualTo(read(fresh, column, expected));
      }
    }
  }

  /** Numbers of all widths, NULLs, short and long texts; now and then a byte of the header is wrong, or the end is missing. */
  private byte[] randomRecord() {
    int count = 1 + random.nextInt(9);
    for (int i = 1; i <= count; i++) {
      switch (random.nextInt(5)) {
        case 0 -> machine.registers[i].setNull();
        case 1 -> machine.registers[i].setText("t".repeat(random.nextInt(4) == 0 ? 70 : random.nextInt(5)), TextEncoding.UTF8);
        case 2 -> machine.registers[i].setReal(random.nextDouble());
        default -> machine.registers[i].setInteger(random.nextLong() >> random.nextInt(3) * 20 + 16);
      }
    }
    byte[] bytes = record(count);
    if (random.nextInt(5) == 0) {
      bytes[random.nextInt(Math.min(bytes.length, count + 1))] = (byte) random.nextInt(40);
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)) : bytes;
  }

  private static boolean show(Row row, byte[] page, int offset, int length) {
    try {
      row.show(page, offset, length);
      return true;
    } catch (StoreException malformed) {
      return false;
    }
  }

  private static String read(Row row, int column, Register out) {
    try {
      if (!row.read(column, out, 0)) {
        return "none";
      }
    } catch (StoreException malformed) {
      return malformed.code().toString();
    }
    return switch (out.type()) {
      case Register.INTEGER -> "i" + out.integer();
      case Register.REAL -> "r" + out.real();
      case Register.NULL -> "n";
      default -> out.type() + out.string(TextEncoding.UTF8);
    };
  }
}
