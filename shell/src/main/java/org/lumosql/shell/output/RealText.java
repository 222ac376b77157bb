// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

/**
 * Reals with twenty significant digits, as the sqlite3 shell writes them where a number must be read again exactly. That shell computes with numbers of
 * 64 significant bits, whose last digit is often not that of the exact value; here the same is done with pairs of a 64-bit mantissa and an exponent.
 *
 * <p>An object is one such number: {@code mantissa × 2^exponent}, the mantissa unsigned with its highest bit set, or zero.
 */
public final class RealText {
  private static final int DIGITS = 20;
  private static final int LARGEST_EXPONENT = 350;
  private static final RealText TEN = new RealText(10);
  private static final RealText TEN_TO_8 = new RealText(1e8);
  private static final RealText TEN_TO_MINUS_8 = new RealText(1e-8);
  private static final RealText TEN_TO_10 = new RealText(1e10);
  private static final RealText TEN_TO_100 = new RealText(1e100);

  private long mantissa;
  private int exponent;

  private RealText(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> 52);
    long fraction = bits & (1L << 52) - 1;
    mantissa = biased == 0 ? fraction : fraction | 1L << 52;
    exponent = (biased == 0 ? 1 : biased) - 1075;
    normalise();
  }

  private RealText(RealText other) {
    mantissa = other.mantissa;
    exponent = other.exponent;
  }

  /** As a literal of SQL or JSON: infinity is a number too large for a real. */
  public static String asNumber(double value) {
    return Double.isInfinite(value) ? value < 0 ? "-1e999" : "1e999" : of(value);
  }

  /** The text of a finite number. */
  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      long whole = (long) value;
      return whole + ".0";
    }
    StringBuilder text = new StringBuilder(DIGITS + 8);
    if (value < 0) {
      text.append('-');
    }
    byte[] digits = new byte[DIGITS];
    int power = new RealText(Math.abs(value)).digits(digits);
    if (power < -4 || power > DIGITS - 1) {
      appendDigits(text, digits, 0);
      text.append(power < 0 ? "e-" : "e+").append(Math.abs(power) < 10 ? "0" : "").append(Math.abs(power));
    } else {
      appendDigits(text, digits, power);
    }
    return text.toString();
  }

  /** Digits with a point behind the one of that power of ten; zeros at the end are left out but for one. */
  private static void appendDigits(StringBuilder text, byte[] digits, int power) {
    int next = 0;
    if (power < 0) {
      text.append('0');
    }
    while (next <= power) {
      text.append((char) ('0' + digits[next++]));
    }
    text.append('.').append("0".repeat(Math.max(0, -power - 1)));
    while (next < DIGITS) {
      text.append((char) ('0' + digits[next++]));
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    text.setLength(end);
    if (text.charAt(end - 1) == '.') {
      text.append('0');
    }
  }

  /** Fills in the digits and returns the power of ten of the first. Destroys this number. */
  private int digits(byte[] digits) {
    int power = scale();
    for (int i = 0; i < digits.length; i++) {
      int digit = wholePart();
      digits[i] = (byte) digit;
      subtract(digit);
      multiply(TEN);
    }
    return power;
  }

  /** Brings this number to 1 … 10 and returns the power of ten that was taken out. */
  private int scale() {
    int power = 0;
    RealText scale = new RealText(1.0);
    power = grow(scale, TEN_TO_100, 100, power);
    power = grow(scale, TEN_TO_10, 10, power);
    power = grow(scale, TEN, 1, power);
    divide(scale);
    while (compareTo(TEN_TO_MINUS_8) < 0) {
      multiply(TEN_TO_8);
      power -= 8;
    }
    while (exponent < -63) {
      multiply(TEN);
      power--;
    }
    return power;
  }

  private int grow(RealText scale, RealText factor, int step, int from) {
    int power = from;
    while (power <= LARGEST_EXPONENT) {
      RealText larger = new RealText(scale);
      larger.multiply(factor);
      if (compareTo(larger) < 0) {
        break;
      }
      scale.mantissa = larger.mantissa;
      scale.exponent = larger.exponent;
      power += step;
    }
    return power;
  }

  private int compareTo(RealText other) {
    return exponent != other.exponent || mantissa == 0
        ? mantissa == 0 ? -1 : Integer.compare(exponent, other.exponent)
        : Long.compareUnsigned(mantissa, other.mantissa);
  }

  private void normalise() {
    if (mantissa != 0) {
      int shift = Long.numberOfLeadingZeros(mantissa);
      mantissa <<= shift;
      exponent -= shift;
    }
  }

  private int wholePart() {
    return mantissa == 0 || exponent <= -64 ? 0 : (int) (mantissa >>> -exponent);
  }

  private void subtract(int whole) {
    if (whole != 0) {
      mantissa -= (long) whole << -exponent;
      normalise();
    }
  }

  private void multiply(RealText factor) {
    if (mantissa == 0) {
      return;
    }
    long high = Math.multiplyHigh(mantissa, factor.mantissa) + (mantissa >> 63 & factor.mantissa) + (factor.mantissa >> 63 & mantissa);
    long low = mantissa * factor.mantissa;
    exponent += factor.exponent + 64;
    if (high >= 0) {
      high = high << 1 | low >>> 63;
      low <<= 1;
      exponent--;
    }
    mantissa = high;
    roundUp(low < 0 && (low != Long.MIN_VALUE || (high & 1) == 1));
  }

  private void divide(RealText divisor) {
    if (mantissa == 0) {
      return;
    }
    long rest = mantissa;
    long quotient = 0;
    int shift = 0;
    if (Long.compareUnsigned(rest, divisor.mantissa) >= 0) {
      rest -= divisor.mantissa;
      quotient = 1;
    }
    // one bit after the other, until the quotient has 64
    while (quotient >= 0) {
      boolean carry = rest < 0;
      rest <<= 1;
      quotient <<= 1;
      if (carry || Long.compareUnsigned(rest, divisor.mantissa) >= 0) {
        rest -= divisor.mantissa;
        quotient |= 1;
      }
      shift++;
    }
    exponent = exponent - divisor.exponent - shift;
    mantissa = quotient;
    boolean carry = rest < 0;
    long twice = rest << 1;
    int half = carry ? 1 : Long.compareUnsigned(twice, divisor.mantissa);
    roundUp(half > 0 || half == 0 && (quotient & 1) == 1);
  }

  private void roundUp(boolean up) {
    if (up && ++mantissa == 0) {
      mantissa = Long.MIN_VALUE;
      exponent++;
    }
  }
}
