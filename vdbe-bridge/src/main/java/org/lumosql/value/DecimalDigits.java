// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

/**
 * The decimal digits of a double, rounded half up at a place of the caller's choice: what {@code format()} and {@code
 * round()} work with. There are at most 19 of them, without trailing zeros; the value is {@code 0.d1d2d3… · 10^point}.
 */
public final class DecimalDigits {
  /** The most significant digits that {@code format} shows without its {@code !} flag. */
  public static final int USUAL_DIGITS = 16;
  /** The same with the flag. */
  public static final int ALL_DIGITS = 26;

  private static final int SHORTENING_DIGITS = 17;

  private final byte[] digits = new byte[20];
  private int count;
  private int point;

  private DecimalDigits() {}

  /** Rounds to so many significant digits. Requires: finite; the sign is ignored. */
  public static DecimalDigits significant(double value, int wanted, int maximum) {
    DecimalDigits result = new DecimalDigits();
    result.decode(Math.abs(value), wanted, false, maximum);
    return result;
  }

  /** Rounds to so many digits after the point. */
  public static DecimalDigits fractional(double value, int wanted, int maximum) {
    DecimalDigits result = new DecimalDigits();
    result.decode(Math.abs(value), wanted, true, maximum);
    return result;
  }

  /** The double nearest to the value rounded to so many digits after the point. */
  public static double round(double value, int places) {
    DecimalDigits rounded = fractional(value, places, ALL_DIGITS);
    long significand = 0;
    for (int i = 0; i < rounded.count; i++) {
      significand = significand * 10 + rounded.digits[i] - '0';
    }
    double magnitude = NumberParser.scaled(significand, rounded.point - rounded.count);
    return value < 0 ? -magnitude : magnitude;
  }

  private void decode(double magnitude, int wanted, boolean afterPoint, int maximum) {
    if (magnitude == 0) {
      digits[0] = '0';
      count = 1;
      point = 1;
      return;
    }
    int scale = NumberFormatter.decimalScale(magnitude);
    boolean few = !afterPoint && wanted < SHORTENING_DIGITS;
    scale = few ? scale + SHORTENING_DIGITS - wanted : scale;
    long significand =
        few ? NumberFormatter.shortSignificand(magnitude, scale) : NumberFormatter.decimalSignificand(magnitude, scale);
    count = NumberFormatter.digitCount(significand);
    NumberFormatter.formatInteger(significand, digits, 0);
    point = count + scale;
    int keep = afterPoint ? (int) Math.min(Integer.MAX_VALUE, (long) point + wanted) : wanted;
    if (keep == 0 && digits[0] >= '5') {
      digits[0] = '1';
      count = 1;
      point++;
      return;
    }
    if (keep <= 0) {
      digits[0] = '0';
      count = 1;
      return;
    }
    if (keep < count || count > maximum) {
      roundTo(Math.min(keep, maximum), magnitude, significand, scale);
    }
    while (count > 1 && digits[count - 1] == '0') {
      count--;
    }
  }

  private void roundTo(int keep, double magnitude, long significand, int scale) {
    if (keep == SHORTENING_DIGITS) {
      long shortened = NumberFormatter.shorten(magnitude, significand, count, scale);
      if (shortened != 0) {
        int shortenedCount = NumberFormatter.digitCount(shortened);
        NumberFormatter.formatInteger(shortened, digits, 0);
        point += shortenedCount - SHORTENING_DIGITS;
        count = shortenedCount;
        return;
      }
    }
    boolean up = digits[keep] >= '5';
    count = keep;
    for (int i = keep - 1; up && i >= 0; i--) {
      up = digits[i] == '9';
      digits[i] = up ? (byte) '0' : (byte) (digits[i] + 1);
    }
    if (up) {
      digits[0] = '1';
      count = 1;
      point++;
    }
  }

  /** The digit at an index as a letter, zero beyond the last. */
  public byte digit(int index) {
    return index < count ? digits[index] : (byte) '0';
  }

  /** Number of digits. */
  public int count() {
    return count;
  }

  /** How many digits stand before the decimal point; zero or less if the number is below 0.1. */
  public int point() {
    return point;
  }

  /** Whether all is zero after rounding. */
  public boolean isZero() {
    return count == 1 && digits[0] == '0';
  }
}
