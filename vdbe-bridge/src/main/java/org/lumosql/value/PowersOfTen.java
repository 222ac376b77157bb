// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import java.math.BigInteger;

/**
 * Powers of ten as 64-bit significands: {@code 10^p} lies in {@code [high(p), high(p) + 1) · 2^exponent(p)}, with the
 * top bit of {@code high(p)} set. Exact for {@code 0 ≤ p ≤ 27}.
 */
final class PowersOfTen {
  static final int MINIMUM = -400;
  static final int MAXIMUM = 400;
  private static final long[] HIGH = table();

  private PowersOfTen() {}

  /** The top 64 bits of {@code 10^power}, cut off. */
  static long high(int power) {
    return HIGH[power - MINIMUM];
  }

  /** The weight of the lowest of those bits. */
  static int exponent(int power) {
    return (power * 217706 >> 16) - 63;
  }

  static boolean isExact(int power) {
    return power >= 0 && power <= 27;
  }

  /** floor(log10(2^exponent)). */
  static int decimalExponent(int binaryExponent) {
    return (int) (binaryExponent * 1292913986L >> 32);
  }

  private static long[] table() {
    long[] table = new long[MAXIMUM - MINIMUM + 1];
    BigInteger five = BigInteger.ONE;
    BigInteger multiplier = BigInteger.valueOf(5);
    for (int power = 0; power <= MAXIMUM; power++) {
      int bits = five.bitLength();
      table[power - MINIMUM] = bits <= 64 ? five.longValue() << 64 - bits : five.shiftRight(bits - 64).longValue();
      if (power > 0) {
        BigInteger reciprocal = BigInteger.ONE.shiftLeft(bits + 65).divide(five);
        table[-power - MINIMUM] = reciprocal.shiftRight(reciprocal.bitLength() - 64).longValue();
      }
      five = five.multiply(multiplier);
    }
    return table;
  }

  /** The upper half of an unsigned 64 × 64 bit product. */
  static long multiplyHighUnsigned(long left, long right) {
    return Math.multiplyHigh(left, right) + (left >> 63 & right) + (right >> 63 & left);
  }
}
