// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

/**
 * Numbers as text, byte for byte as SQLite 3.54 writes them: up to 17 significant digits, fewer when a shorter text of
 * at most 13 digits (or a run of nines rounded up) reads back as the same double. Writes into a caller's array;
 * allocates nothing.
 *
 * <p>The digits come from one 64 × 64 bit multiplication: {@link #decimalSignificand} has 18 or 19 digits, of which the
 * last may be off by one; rounding to 17 digits starts from these, half up. Both steps are visible in the result of
 * about one double in two hundred.
 */
public final class NumberFormatter {
  /** Enough room for any number. */
  public static final int MAXIMUM_LENGTH = 32;

  private static final int SIGNIFICANT_DIGITS = 17;
  private static final int SHORTENED_DIGITS = 13;

  private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
      1_000_000_000,
    10_000_000_000L, 100_000_000_000L, 1_000_000_000_000L, 10_000_000_000_000L, 100_000_000_000_000L,
        1_000_000_000_000_000L,
    10_000_000_000_000_000L};

  private NumberFormatter() {}

  /**
   * Writes an integer in decimal.
   *
   * @return the index after the last byte written
   */
  public static int formatInteger(long value, byte[] out, int at) {
    int start = at;
    long rest = value;
    if (rest < 0) {
      out[start++] = '-';
      if (rest == Long.MIN_VALUE) {
        out[start++] = '9';
        rest = 223372036854775808L;
      } else {
        rest = -rest;
      }
    }
    int end = start + digitCount(rest);
    writeDigits(rest, out, end);
    return end;
  }

  /** Number of decimal digits of a non-negative number; 1 for zero. */
  public static int digitCount(long value) {
    int count = 1;
    for (long limit = 10; count < 19 && value >= limit; limit *= 10) {
      count++;
    }
    return count;
  }

  private static void writeDigits(long value, byte[] out, int end) {
    int at = end;
    long rest = value;
    do {
      long quotient = rest / 10;
      out[--at] = (byte) ('0' + (rest - quotient * 10));
      rest = quotient;
    } while (rest != 0);
  }

  /**
   * Writes a double as {@code CAST(x AS TEXT)} does. Infinities are {@code Inf} and {@code -Inf}. Requires: not a NaN.
   *
   * @return the index after the last byte written
   */
  public static int formatReal(double value, byte[] out, int at) {
    int start = at;
    if (value == 0) {
      return copy("0.0", out, start);
    }
    double magnitude = value;
    if (value < 0) {
      out[start++] = '-';
      magnitude = -value;
    }
    if (magnitude == Double.POSITIVE_INFINITY) {
      return copy("Inf", out, start);
    }
    int scale = decimalScale(magnitude);
    long significand = decimalSignificand(magnitude, scale);
    int digits = digitCount(significand);
    long shortened = shorten(magnitude, significand, digits, scale);
    if (shortened == 0) {
      long divisor = POWERS[digits - SIGNIFICANT_DIGITS];
      shortened = (significand + divisor / 2) / divisor;
    }
    return layOut(shortened, scale + digits - SIGNIFICANT_DIGITS, out, start);
  }

  /** The power of ten by which {@link #decimalSignificand} is to be multiplied. Requires: finite and above zero. */
  public static int decimalScale(double magnitude) {
    long bits = Double.doubleToRawLongBits(magnitude);
    int exponent = (int) (bits >>> 52) - 1023;
    if (exponent == -1023) {
      exponent = -1011 - Long.numberOfLeadingZeros(bits);
    }
    return PowersOfTen.decimalExponent(exponent) - 17;
  }

  /**
   * The double's first 18 or 19 decimal digits, rounded half up. Requires: finite and above zero; {@code scale} from
   * {@link #decimalScale}.
   */
  public static long decimalSignificand(double magnitude, int scale) {
    return (scaledSignificand(magnitude, scale, 1) >>> 1) + 1 >>> 1;
  }

  /**
   * The double times {@code 10^−scale}, cut off. Where the power is not exact, what should be a whole number may come
   * out one less. Requires: as above, {@code scale} larger.
   */
  static long shortSignificand(double magnitude, int scale) {
    return scaledSignificand(magnitude, scale, 0) >>> 1;
  }

  /** {@code magnitude · 10^−scale} with so many bits more than one after the point. */
  private static long scaledSignificand(double magnitude, int scale, int bits) {
    long raw = Double.doubleToRawLongBits(magnitude);
    long significand = raw & (1L << 52) - 1;
    int exponent = (int) (raw >>> 52);
    if (exponent == 0) {
      exponent = 1;
    } else {
      significand |= 1L << 52;
    }
    int shift = Long.numberOfLeadingZeros(significand);
    exponent -= 1075 + shift;
    long high = PowersOfTen.multiplyHighUnsigned(significand << shift, PowersOfTen.high(-scale));
    int drop = -(exponent + PowersOfTen.exponent(-scale) + 64);
    return high >>> drop - 1 - bits;
  }

  /** A shorter significand that reads back as the same double, padded with zeros to 17 digits; 0 if there is none. */
  static long shorten(double magnitude, long significand, int digits, int scale) {
    long tail = significand / POWERS[digits - 16] % 1000;
    if (tail % 100 == 99) {
      long prefix = significand / POWERS[digits - 14] + 1;
      return NumberParser.scaled(prefix, scale + digits - 14) == magnitude ? prefix * 1000 : 0;
    }
    if (tail == 0 || scale >= 0) {
      long prefix = significand / POWERS[digits - SHORTENED_DIGITS];
      return NumberParser.scaled(prefix, scale + digits - SHORTENED_DIGITS) == magnitude ? prefix * 10_000 : 0;
    }
    return 0;
  }

  /**
   * Writes {@code significand · 10^scale}: plainly if the point lies within the digits or near them, else with an
   * exponent.
   */
  private static int layOut(long paddedSignificand, int paddedScale, byte[] out, int at) {
    long significand = paddedSignificand;
    int scale = paddedScale;
    while (significand % 10 == 0) {
      significand /= 10;
      scale++;
    }
    int digits = digitCount(significand);
    int exponent = digits + scale - 1;
    if (exponent < -4 || exponent >= SIGNIFICANT_DIGITS) {
      int end = layOutPlain(significand, digits, 1, out, at);
      return writeExponent(exponent, out, end);
    }
    return layOutPlain(significand, digits, digits + scale, out, at);
  }

  /** Writes digits with the point after the first {@code point} of them, and at least one digit on both sides. */
  private static int layOutPlain(long significand, int digits, int point, byte[] out, int at) {
    if (point <= 0) {
      int end = at + 2 - point;
      java.util.Arrays.fill(out, at, end, (byte) '0');
      out[at + 1] = '.';
      writeDigits(significand, out, end + digits);
      return end + digits;
    }
    if (point >= digits) {
      writeDigits(significand, out, at + digits);
      java.util.Arrays.fill(out, at + digits, at + point, (byte) '0');
      out[at + point] = '.';
      out[at + point + 1] = '0';
      return at + point + 2;
    }
    long divisor = POWERS[digits - point];
    writeDigits(significand / divisor, out, at + point);
    out[at + point] = '.';
    int end = at + digits + 1;
    java.util.Arrays.fill(out, at + point + 1, end, (byte) '0');
    writeDigits(significand % divisor, out, end);
    return end;
  }

  private static int writeExponent(int exponent, byte[] out, int at) {
    out[at] = 'e';
    out[at + 1] = (byte) (exponent < 0 ? '-' : '+');
    int magnitude = Math.abs(exponent);
    int end = at + (magnitude < 100 ? 4 : 5);
    out[at + 2] = '0';
    writeDigits(magnitude, out, end);
    return end;
  }

  private static int copy(String text, byte[] out, int at) {
    for (int i = 0; i < text.length(); i++) {
      out[at + i] = (byte) text.charAt(i);
    }
    return at + text.length();
  }
}
