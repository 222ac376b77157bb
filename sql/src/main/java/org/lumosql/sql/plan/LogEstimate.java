// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

/**
 * Arithmetic on estimates kept as ten times their logarithm to base two: 0 is 1, 10 is 2, 33 is 10, 200 is 1,048,576.
 * Products are sums, and a cost needs no more than two digits of precision.
 */
public final class LogEstimate {
  private static final int[] EIGHTHS = new int[8];
  private static final int[] EIGHTHS_OF_TENTH = {0, 0, 1, 2, 3, 3, 4, 5, 6, 7};
  private static final int[] SUMS = new int[50];

  static {
    for (int i = 0; i < EIGHTHS.length; i++) {
      EIGHTHS[i] = (int) Math.round(10 * log2(1 + i / 8.0));
    }
    for (int i = 0; i < SUMS.length; i++) {
      SUMS[i] = (int) Math.max(1, Math.round(10 * log2(1 + Math.pow(2, -i / 10.0))));
    }
  }

  private LogEstimate() {}

  /** The estimate of a count; counts below two are 0. Rounds to three bits of mantissa. */
  public static int of(long count) {
    if (count < 2) {
      return 0;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(count);
    long eighths = exponent >= 3 ? count >> (exponent - 3) : count << (3 - exponent);
    return 10 * exponent + EIGHTHS[(int) (eighths & 7)];
  }

  /** The estimate of a number of any size; that of numbers up to one is 0. */
  static int ofReal(double value) {
    if (value <= 1) {
      return 0;
    }
    return value <= 2e9 ? of((long) value) : 10 * (Math.getExponent(value) + 1);
  }

  /** The estimate of a sum. */
  public static int add(int left, int right) {
    int larger = Math.max(left, right);
    int difference = Math.abs(left - right);
    return difference < SUMS.length ? larger + SUMS[difference] : larger;
  }

  /** The count that an estimate stands for, to three bits of mantissa. */
  public static long toCount(int estimate) {
    if (estimate > 600) {
      return Long.MAX_VALUE;
    }
    if (estimate < 0) {
      return 0;
    }
    int exponent = estimate / 10;
    long eighths = 8 + EIGHTHS_OF_TENTH[estimate % 10];
    return exponent >= 3 ? eighths << (exponent - 3) : eighths >> (3 - exponent);
  }

  /** The cost of a binary search among so many: the logarithm of their number. */
  static int ofSearch(int rows) {
    return rows <= 10 ? 0 : of(rows) - 33;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
