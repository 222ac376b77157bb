// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import java.math.BigDecimal;
import org.lumosql.error.Interruption;
import org.lumosql.error.LongWork;

/**
 * Text to number, as CAST, affinities and arithmetic need it: the longest prefix that is a number, whether it is the
 * whole text, and its value. Reads UTF-8 bytes; allocates nothing for texts of usual length. Reusable; one thread.
 *
 * <p>Grammar: spaces, sign, digits with at most one point, exponent, spaces. The text ends at a NUL byte. Of a long
 * number the first 19 digits (20 if they fit into an unsigned 64-bit integer) decide, the others count as zeros; from
 * these the double is correctly rounded.
 */
public final class NumberParser {
  /** No digit where a number should begin. */
  public static final int NONE = 0;
  /** Digits only, and they fit into 64 bits. */
  public static final int INTEGER = 1;
  /** A point, an exponent, or more digits than 64 bits hold. */
  public static final int REAL = 2;

  private static final double[] EXACT_POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
      1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  private static final long LAST_GROWING = 1_844_674_407_370_955_160L;
  /** Texts that may take long to read, in bytes: a power of two. */
  private static final int LONG_TEXT = 1 << 16;
  private static final int EXPONENT_LIMIT = 10_000;

  private long significand;
  private int scale;
  private boolean negative;
  private boolean integerSyntax;
  private boolean whole;
  private boolean endsAtNul;
  private int kind;

  /**
   * Reads the number at the start of a text.
   *
   * @return {@link #NONE}, {@link #INTEGER} or {@link #REAL}
   */
  public int parse(byte[] text, int offset, int length) {
    int end = offset + length;
    int at = skipSpaces(text, offset, end);
    negative = at < end && text[at] == '-';
    if (at < end && (text[at] == '-' || text[at] == '+')) {
      at++;
    }
    significand = 0;
    scale = 0;
    integerSyntax = true;
    int digitsStart = at;
    at = readDigits(text, at, end, 1);
    int digits = at - digitsStart;
    boolean overflow = scale > 0 || significand < 0;
    if (at < end && text[at] == '.') {
      int fraction = readDigits(text, at + 1, end, 0);
      digits += fraction - at - 1;
      at = fraction;
      integerSyntax = false;
    }
    if (digits == 0) {
      whole = false;
      endsAtNul = false;
      integerSyntax = true;
      significand = 0;
      scale = 0;
      kind = NONE;
      return kind;
    }
    int mantissaEnd = at;
    at = readExponent(text, at, end);
    boolean brokenExponent = at == mantissaEnd && at < end && (text[at] | 0x20) == 'e';
    at = brokenExponent ? at : skipSpaces(text, at, end);
    endsAtNul = at < end && text[at] == 0;
    whole = at == end || endsAtNul;
    boolean fits = !overflow || negative && significand == Long.MIN_VALUE && scale == 0;
    kind = integerSyntax && fits ? INTEGER : REAL;
    return kind;
  }

  /** Whether a NUL byte behind the last number read, and not the end of the text, made it a whole number. */
  boolean endsAtNul() {
    return endsAtNul;
  }

  /**
   * Reads digits into the significand; each digit that finds no room counts {@code weight}, each other one {@code
   * weight − 1}.
   */
  private int readDigits(byte[] text, int start, int end, int weight) {
    int at = start;
    int pause = end - start > LONG_TEXT ? start : end;
    while (at < end) {
      if (at == pause) {
        pause = LongWork.stretch(at, end);
      }
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      if (Long.compareUnsigned(significand, LAST_GROWING) < 0) {
        significand = significand * 10 + digit;
        scale += weight - 1;
      } else {
        scale += weight;
      }
      at++;
    }
    return at;
  }

  private int readExponent(byte[] text, int start, int end) {
    if (start >= end || (text[start] | 0x20) != 'e') {
      return start;
    }
    int at = start + 1;
    boolean down = at < end && text[at] == '-';
    if (at < end && (text[at] == '-' || text[at] == '+')) {
      at++;
    }
    int firstDigit = at;
    int exponent = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      exponent = Math.min(exponent * 10 + text[at] - '0', EXPONENT_LIMIT);
      at++;
    }
    if (at == firstDigit) {
      return start;
    }
    integerSyntax = false;
    scale += down ? -exponent : exponent;
    return at;
  }

  private static int skipSpaces(byte[] text, int start, int end) {
    int at = start;
    while (at < end && isSpace(text[at])) {
      at++;
      if ((at - start & LONG_TEXT - 1) == 0) {
        Interruption.check();
      }
    }
    return at;
  }

  /** SQLite's white space: space, tab, newline, vertical tab, form feed, carriage return. */
  public static boolean isSpace(byte letter) {
    return letter == ' ' || letter >= '\t' && letter <= '\r';
  }

  /** What the last {@link #parse} found. */
  public int kind() {
    return kind;
  }

  /** Whether the last text was nothing but a number and spaces around it. */
  public boolean isWhole() {
    return whole;
  }

  /** Whether the last text's number had neither point nor exponent, however long. */
  public boolean isIntegerSyntax() {
    return integerSyntax;
  }

  /** The integer. Requires: kind INTEGER. */
  public long integer() {
    return negative ? -significand : significand;
  }

  /** The number as a double, also if it is an integer; 0 if there is none. */
  public double real() {
    double magnitude = scaled(significand, scale);
    return negative ? -magnitude : magnitude;
  }

  /**
   * The integer prefix of a text, 0 if there is none, the nearest 64-bit integer if it is too large: {@code CAST(text
   * AS INTEGER)}.
   */
  public static long integerPrefix(byte[] text, int offset, int length) {
    int end = offset + length;
    int at = skipSpaces(text, offset, end);
    boolean negative = at < end && text[at] == '-';
    if (at < end && (text[at] == '-' || text[at] == '+')) {
      at++;
    }
    long value = 0;
    for (; at < end && text[at] >= '0' && text[at] <= '9'; at++) {
      int digit = text[at] - '0';
      if (value > Long.MAX_VALUE / 10 || value == Long.MAX_VALUE / 10 && digit > 7) {
        return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  /** The number of a hexadecimal literal's digits, without the {@code 0x}. Requires: 1 to 16 significant digits. */
  public static long hexLiteral(byte[] digits, int offset, int length) {
    long value = 0;
    for (int i = offset; i < offset + length; i++) {
      value = value << 4 | Character.digit(digits[i], 16);
    }
    return value;
  }

  /**
   * Whether a double is a whole number that a 64-bit integer holds exactly (the ends of the range excluded, as SQLite
   * does).
   */
  public static boolean isExactInteger(double value) {
    return value > -9.223372036854775808e18 && value < 9.223372036854775808e18 && value == (long) value;
  }

  /** {@code significand · 10^scale} correctly rounded; the significand is unsigned. */
  static double scaled(long significand, int scale) {
    if (significand == 0) {
      return 0;
    }
    if (significand > 0 && significand < 1L << 53 && scale >= -22 && scale <= 22) {
      return scale < 0 ? significand / EXACT_POWERS[-scale] : significand * EXACT_POWERS[scale];
    }
    if (scale < -360) {
      return 0;
    }
    if (scale > 309) {
      return Double.POSITIVE_INFINITY;
    }
    return scaledByMultiplication(significand, scale);
  }

  /**
   * Multiplies by a 64-bit power of ten whose error is below one unit: nearly always both ends of the interval round to
   * the same double.
   */
  private static double scaledByMultiplication(long significand, int scale) {
    int shift = Long.numberOfLeadingZeros(significand);
    long left = significand << shift;
    long right = PowersOfTen.high(scale);
    long high = PowersOfTen.multiplyHighUnsigned(left, right);
    long low = left * right;
    int exponent = PowersOfTen.exponent(scale) - shift + 64;
    double lower = assemble(high, low, exponent);
    if (PowersOfTen.isExact(scale)) {
      return lower;
    }
    long upperLow = low + left;
    long upperHigh = Long.compareUnsigned(upperLow, low) < 0 ? high + 1 : high;
    double upper = assemble(upperHigh, upperLow, exponent);
    return lower == upper ? lower : scaledExactly(significand, scale);
  }

  private static double scaledExactly(long significand, int scale) {
    BigDecimal exact = new BigDecimal(Long.toUnsignedString(significand)).scaleByPowerOfTen(scale);
    return Double.parseDouble(exact.toString());
  }

  /** The double nearest to {@code (high · 2^64 + low) · 2^(exponent − 64)}, half to even. */
  private static double assemble(long high, long low, int exponent) {
    long top = high;
    long rest = low;
    int weight = exponent;
    if (top >= 0) {
      top = top << 1 | rest >>> 63;
      rest <<= 1;
      weight--;
    }
    int binaryExponent = weight + 63;
    if (binaryExponent > 1023) {
      return Double.POSITIVE_INFINITY;
    }
    int drop = binaryExponent < -1022 ? 11 - 1022 - binaryExponent : 11;
    if (drop > 63) {
      return drop == 64 && (top != Long.MIN_VALUE || rest != 0) ? Double.MIN_VALUE : 0;
    }
    long mantissa = top >>> drop;
    long dropped = top & (1L << drop) - 1;
    long half = 1L << drop - 1;
    if (dropped > half || dropped == half && (rest != 0 || (mantissa & 1) != 0)) {
      mantissa++;
    }
    return Double.longBitsToDouble(binaryExponent < -1022 ? mantissa : mantissa
        + ((long) (binaryExponent + 1022) << 52));
  }
}
