// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

/**
 * A number with about 106 significant bits: the unevaluated sum of two doubles, the second below half a unit of the
 * first.
 */
record DoubleDouble(double high, double low) {
  private static final DoubleDouble PI_HALF = new DoubleDouble(1.5707963267948966, 6.123233995736766e-17);
  private static final DoubleDouble LN_2 = new DoubleDouble(0.6931471805599453, 2.3190468138462996e-17);
  private static final int HALVINGS = 5;

  static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  private static DoubleDouble normalized(double high, double low) {
    double sum = high + low;
    return new DoubleDouble(sum, low - (sum - high));
  }

  double toDouble() {
    return high + low;
  }

  DoubleDouble negate() {
    return new DoubleDouble(-high, -low);
  }

  DoubleDouble plus(DoubleDouble other) {
    double sum = high + other.high;
    double part = sum - high;
    double lost = high - (sum - part) + (other.high - part);
    return normalized(sum, lost + low + other.low);
  }

  DoubleDouble plus(double other) {
    return plus(of(other));
  }

  DoubleDouble minus(DoubleDouble other) {
    return plus(other.negate());
  }

  DoubleDouble minus(double other) {
    return plus(of(-other));
  }

  DoubleDouble times(DoubleDouble other) {
    double product = high * other.high;
    double lost = Math.fma(high, other.high, -product);
    return normalized(product, lost + high * other.low + low * other.high);
  }

  DoubleDouble times(double other) {
    return times(of(other));
  }

  DoubleDouble over(double divisor) {
    double quotient = high / divisor;
    double remainder = Math.fma(-quotient, divisor, high) + low;
    return normalized(quotient, remainder / divisor);
  }

  /** e^x for small x (below 700 in magnitude). */
  static DoubleDouble exp(double x) {
    double multiple = Math.rint(x / LN_2.high);
    DoubleDouble rest = of(x).minus(LN_2.times(multiple));
    DoubleDouble small = new DoubleDouble(Math.scalb(rest.high, -HALVINGS), Math.scalb(rest.low, -HALVINGS));
    DoubleDouble sum = of(0);
    for (int n = 14; n >= 1; n--) {
      sum = sum.plus(1).times(small).over(n);
    }
    DoubleDouble power = sum.plus(1);
    for (int i = 0; i < HALVINGS; i++) {
      power = power.times(power);
    }
    return new DoubleDouble(Math.scalb(power.high, (int) multiple), Math.scalb(power.low, (int) multiple));
  }

  /** sin x for {@code |x| ≤ π}. */
  static DoubleDouble sin(double x) {
    long quadrant = Math.round(x / PI_HALF.high);
    return quarter(x, quadrant, quadrant);
  }

  /** cos x for {@code |x| ≤ π}. */
  static DoubleDouble cos(double x) {
    long quadrant = Math.round(x / PI_HALF.high);
    return quarter(x, quadrant, quadrant + 1);
  }

  /** The sine of x minus so many right angles, plus {@code phase} of them. */
  private static DoubleDouble quarter(double x, long quadrant, long phase) {
    DoubleDouble rest = of(x).minus(PI_HALF.times((double) quadrant));
    DoubleDouble value = series(rest, (phase & 1) != 0);
    return (phase & 2) != 0 ? value.negate() : value;
  }

  /** The power series of sine or cosine for {@code |x| ≤ π/4}. */
  private static DoubleDouble series(DoubleDouble x, boolean cosine) {
    DoubleDouble square = x.times(x).negate();
    DoubleDouble sum = of(0);
    for (int n = cosine ? 28 : 29; n >= 2; n -= 2) {
      sum = sum.plus(1).times(square).over((double) n * (n - 1));
    }
    return cosine ? sum.plus(1) : sum.plus(1).times(x);
  }
}
