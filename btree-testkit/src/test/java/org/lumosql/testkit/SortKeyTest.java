// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SortKey;
import org.lumosql.record.TextEncoding;

/** Sort keys against {@link KeyProbe#compareEntry}. */
class SortKeyTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);
  private static final int PAIRS = 100_000;

  private final Random random = new Random(SEED);

  private static byte[] key(KeyOrder order, byte[] record) {
    KeyProbe probe = new KeyProbe(order);
    probe.load(record, 0, record.length, order.columnCount());
    SortKey key = new SortKey(order);
    key.encode(probe);
    return key.toBytes();
  }

  private static int compareRecords(KeyOrder order, byte[] left, byte[] right) {
    KeyProbe probe = new KeyProbe(order);
    probe.load(right, 0, right.length, order.columnCount());
    return Integer.signum(probe.compareEntry(left, 0, left.length));
  }

  // ---- random records ---------------------------------------------------------------------------------------------

  private KeyOrder randomOrder(TextEncoding encoding) {
    int columns = 1 + random.nextInt(3);
    Collation[] collations = new Collation[columns];
    boolean[] descending = new boolean[columns];
    boolean[] bigNulls = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      int choice = random.nextInt(4);
      collations[i] =
          choice == 0 ? Collations.nocase(encoding) : choice == 1 ? Collations.rtrim(encoding) : Collations.binary();
      descending[i] = random.nextBoolean();
      bigNulls[i] = random.nextInt(4) == 0;
    }
    return new KeyOrder(encoding, collations, descending, bigNulls);
  }

  private Object randomValue() {
    switch (random.nextInt(12)) {
      case 0:
        return null;
      case 1:
        return (long) random.nextInt(7) - 3;
      case 2:
        return (random.nextInt(13) - 6) / 2.0;
      case 3:
        return nearPowerOfTwo();
      case 4:
        return (double) nearPowerOfTwo();
      case 5:
        return Math.nextAfter((double) nearPowerOfTwo(), random.nextBoolean() ? -1e300 : 1e300);
      case 6:
        return anyReal();
      case 7:
        return random.nextLong() >> random.nextInt(64);
      case 8:
        byte[] bytes = new byte[random.nextInt(5)];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (random.nextInt(4) - 1 + random.nextInt(2) * 127);
        }
        return bytes;
      default:
        return randomText();
    }
  }

  private long nearPowerOfTwo() {
    long value = (1L << random.nextInt(64)) + random.nextInt(3) - 1;
    return random.nextBoolean() ? value : -value;
  }

  private Double anyReal() {
    double real = Double.longBitsToDouble(random.nextLong() & ~(random.nextBoolean() ? 0L : 0x7fe0000000000000L));
    return Double.isNaN(real) ? 0.0 : real;
  }

  private String randomText() {
    String letters = "aAbBzZ  \0\1\2[_@\u00e9\u00c9\u0100\uffff";
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      if (random.nextInt(20) == 0) {
        text.append("\ud83d\ude00");
      } else {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
    }
    return text.toString();
  }

  private byte[] randomRecord(KeyOrder order) {
    Object[] values = new Object[order.columnCount()];
    Arrays.setAll(values, i -> randomValue());
    return Records.encode(order.encoding(), values);
  }

  @ParameterizedTest
  @EnumSource
  void byteOrderIsRecordOrder(TextEncoding encoding) {
    KeyOrder order = randomOrder(encoding);
    for (int i = 0; i < PAIRS; i++) {
      if (i % 50 == 0) {
        order = randomOrder(encoding);
      }
      byte[] left = randomRecord(order);
      byte[] right = randomRecord(order);
      byte[] leftKey = key(order, left);
      byte[] rightKey = key(order, right);
      int expected = compareRecords(order, left, right);
      int actual = Integer.signum(Arrays.compareUnsigned(leftKey, rightKey));
      if (actual != expected) {
        throw new AssertionError(
            "-Dtest.seed=" + SEED + " " + order + ": " + Arrays.toString(left) + " and " + Arrays.toString(right)
                + " compare as " + expected + ", their keys " + Arrays.toString(leftKey) + " and "
                + Arrays.toString(rightKey) + " as " + actual);
      }
      boolean isPrefix = leftKey.length < rightKey.length && Arrays.mismatch(leftKey, rightKey) == leftKey.length;
      assertThat(isPrefix).as("a whole key is no prefix of another").isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyOfFewerColumnsBoundsThoseItEquals(TextEncoding encoding) {
    for (int i = 0; i < PAIRS / 10; i++) {
      KeyOrder order = randomOrder(encoding);
      byte[] entry = randomRecord(order);
      byte[] given = random.nextInt(3) == 0 ? entry : randomRecord(order);
      KeyProbe probe = new KeyProbe(order);
      probe.load(given, 0, given.length, 1 + random.nextInt(order.columnCount()));
      SortKey bound = new SortKey(order);
      bound.encode(probe);
      byte[] entryKey = key(order, entry);
      probe.setTie(1); // as if the entries that equal the probe came after it
      assertThat(Arrays.compareUnsigned(entryKey, bound.toBytes()) >= 0)
          .as("-Dtest.seed=%d", SEED)
          .isEqualTo(probe.compareEntry(entry, 0, entry.length) > 0);
      bound.appendPastEnd();
      probe.setTie(-1);
      assertThat(Arrays.compareUnsigned(entryKey, bound.toBytes()) > 0)
          .as("-Dtest.seed=%d", SEED)
          .isEqualTo(probe.compareEntry(entry, 0, entry.length) > 0);
    }
  }

  // ---- single cases -----------------------------------------------------------------------------------------------

  @Test
  void equalNumbersHaveEqualKeysAndNeighboursDiffer() {
    KeyOrder order = KeyOrder.binary(TextEncoding.UTF8, 1);
    byte[] zero = key(order, Records.of(0));
    assertThat(zero).isEqualTo(key(order, Records.of(-0.0))).isEqualTo(key(order, Records.of(0.0)));
    for (int bit = 0; bit < 53; bit++) {
      long value = 1L << bit;
      assertThat(key(order, Records.of(value))).isEqualTo(key(order, Records.of((double) value)));
      assertThat(key(order, Records.of(-value))).isEqualTo(key(order, Records.of((double) -value)));
      assertThat(key(order, Records.of(value + 1))).isNotEqualTo(key(order, Records.of(value)));
    }
    long beyond = (1L << 53) + 1;
    assertThat(key(order, Records.of(beyond))).isNotEqualTo(key(order, Records.of((double) beyond)));
    assertThat(key(order, Records.of(Long.MIN_VALUE))).isEqualTo(key(order, Records.of((double) Long.MIN_VALUE)));
    assertThat(key(order, Records.of(Long.MAX_VALUE))).isNotEqualTo(key(order, Records.of((double) Long.MAX_VALUE)));
  }

  @Test
  void smallIntegersTakeFewBytes() {
    KeyOrder order = KeyOrder.binary(TextEncoding.UTF8, 1);
    for (long value = -128; value <= 128; value++) {
      assertThat(key(order, Records.of(value)).length).isLessThanOrEqualTo(3);
    }
    assertThat(key(order, Records.of(Long.MAX_VALUE))).hasSize(11);
  }

  @Test
  void aCollationWithoutFoldingCutsTheKey() {
    KeyOrder order =
        new KeyOrder(TextEncoding.UTF8, new Collation[] {TreeContract.BY_LENGTH, Collations.binary()}, null, null);
    assertThat(SortKey.isExact(order)).isFalse();
    SortKey key = new SortKey(order);
    key.encode(Records.probe(order, "text", 5));
    assertThat(key.isCut()).isTrue();
    byte[] cut = key.toBytes();
    key.encode(Records.probe(order, "other", 6));
    assertThat(key.toBytes()).isEqualTo(cut);
    key.encode(Records.probe(order, 7, 6));
    assertThat(key.isCut()).isFalse();
  }
}
