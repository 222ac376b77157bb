// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

/**
 * Elementary functions that the Java library lacks, or has with another rounding than usual C libraries. The inverse
 * hyperbolic functions and {@code cosh} use the textbook formulas that lose no digits; the others start from the Java
 * library's value and correct it by one Newton step whose residue is computed with twice the digits.
 */
final class RealMath {
  private static final double HUGE = 1 << 28;
  private static final double LN_2 = 0.6931471805599453;
  private static final double LN_2_LOW = 2.3190468138462996e-17;
  private static final double LN_10_INVERSE = 4.34294481903251816668e-01;
  private static final double LOG10_2_HIGH = 3.01029995663611771306e-01;
  private static final double LOG10_2_LOW = 3.69423907715893078616e-13;

  private RealMath() {}

  /** As C has it, 1 to any power is 1, and so is −1 to an infinite one. */
  static double pow(double x, double y) {
    return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : Math.pow(x, y);
  }

  static double cosh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 0.5 * LN_2) {
      double t = Math.expm1(magnitude);
      double w = 1 + t;
      return 1 + t * t / (w + w);
    }
    if (magnitude < 22) {
      double t = Math.exp(magnitude);
      return 0.5 * t + 0.5 / t;
    }
    return magnitude < 709.78 ? 0.5 * exp(magnitude) : Math.cosh(x);
  }

  static double sinh(double x) {
    double magnitude = Math.abs(x);
    // newer JDKs compute Math.sinh by another formula, further from the C library's
    return magnitude > 22 && magnitude < 709.78 ? Math.copySign(0.5 * exp(magnitude), x) : StrictMath.sinh(x);
  }

  static double asinh(double x) {
    double magnitude = Math.abs(x);
    double result;
    if (magnitude < 1 / HUGE || !(magnitude < Double.POSITIVE_INFINITY)) {
      return x;
    } else if (magnitude > HUGE) {
      result = Math.log(magnitude) + LN_2;
    } else if (magnitude > 2) {
      result = Math.log(2 * magnitude + 1 / (Math.sqrt(x * x + 1) + magnitude));
    } else {
      double square = x * x;
      result = Math.log1p(magnitude + square / (1 + Math.sqrt(1 + square)));
    }
    return Math.copySign(result, x);
  }

  static double acosh(double x) {
    if (x > HUGE) {
      return Math.log(x) + LN_2;
    }
    if (x > 2) {
      return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return x < 1 ? Double.NaN : Math.log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double atanh(double x) {
    double magnitude = Math.abs(x);
    double result;
    if (magnitude < 1 / HUGE) {
      return x;
    } else if (magnitude < 0.5) {
      double twice = magnitude + magnitude;
      result = 0.5 * Math.log1p(twice + twice * magnitude / (1 - magnitude));
    } else {
      result = 0.5 * Math.log1p((magnitude + magnitude) / (1 - magnitude));
    }
    return Math.copySign(result, x);
  }

  static double log10(double x) {
    if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
      return Math.log10(x);
    }
    double scaled = x;
    int exponent = Math.getExponent(x);
    if (exponent < Double.MIN_EXPONENT) {
      scaled = x * 0x1p54;
      exponent = Math.getExponent(scaled) - 54;
    }
    double significand = Math.scalb(scaled, -Math.getExponent(scaled));
    int power = exponent < 0 ? exponent + 1 : exponent;
    double rest = exponent < 0 ? significand * 0.5 : significand;
    double low = power * LOG10_2_LOW + LN_10_INVERSE * Math.log(rest);
    return low + power * LOG10_2_HIGH;
  }

  /** log2(x) = exponent + ln(significand) / ln(2), the quotient with twice the digits. */
  static double log2(double x) {
    double scaled = x;
    int exponent = Math.getExponent(x);
    if (x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (exponent < Double.MIN_EXPONENT) {
      scaled = x * 0x1p54;
      exponent = Math.getExponent(scaled) - 54;
    }
    double significand = Math.scalb(scaled, -Math.getExponent(scaled));
    if (significand > 1.4142135623730951) {
      significand *= 0.5;
      exponent++;
    }
    if (significand == 1) {
      return exponent;
    }
    double high = Math.log(significand);
    double low = logarithmResidue(significand, high);
    double quotient = high / LN_2;
    double remainder = Math.fma(-quotient, LN_2, high) + low - quotient * LN_2_LOW;
    double sum = exponent + quotient;
    double lost = exponent == 0 ? 0 : exponent - sum + quotient;
    return sum + (lost + remainder / LN_2);
  }

  /**
   * What is missing from {@code logarithm} to be ln(x): x · e^−logarithm − 1, with e^−logarithm computed by a series
   * around its nearest double.
   */
  private static double logarithmResidue(double x, double logarithm) {
    DoubleDouble power = DoubleDouble.exp(-logarithm);
    return power.times(x).minus(1).toDouble();
  }

  /** So far the reduction by multiples of π/2 keeps more digits than a double has. */
  private static final double REDUCIBLE = 1e5;

  private static final double TINY = 1e-7;

  private static boolean isReducible(double x) {
    double magnitude = Math.abs(x);
    return magnitude > TINY && magnitude < REDUCIBLE;
  }

  static double sin(double x) {
    return isReducible(x) ? DoubleDouble.sin(x).toDouble() : Math.sin(x);
  }

  static double cos(double x) {
    return isReducible(x) ? DoubleDouble.cos(x).toDouble() : Math.cos(x);
  }

  static double tan(double x) {
    if (!isReducible(x)) {
      return Math.tan(x);
    }
    DoubleDouble cosine = DoubleDouble.cos(x);
    double quotient = DoubleDouble.sin(x).over(cosine.toDouble()).toDouble();
    return quotient + DoubleDouble.sin(x).minus(cosine.times(quotient)).toDouble() / cosine.toDouble();
  }

  static double exp(double x) {
    return Math.abs(x) < 700 ? DoubleDouble.exp(x).toDouble() : Math.exp(x);
  }

  static double ln(double x) {
    double estimate = Math.log(x);
    boolean isCorrectable = x > 1e-300 && x < 1e300 && Math.abs(estimate) > TINY;
    return isCorrectable ? estimate + logarithmResidue(x, estimate) : estimate;
  }

  static double asin(double x) {
    double estimate = Math.asin(x);
    double cosine = Math.cos(estimate);
    if (!(Math.abs(x) < 1) || cosine < 1e-3 || Math.abs(x) < 1e-7) {
      return estimate;
    }
    return estimate + DoubleDouble.sin(estimate).negate().plus(x).toDouble() / cosine;
  }

  static double acos(double x) {
    double estimate = Math.acos(x);
    double sine = Math.sin(estimate);
    if (!(Math.abs(x) < 1) || sine < 1e-3) {
      return estimate;
    }
    return estimate + DoubleDouble.cos(estimate).minus(x).toDouble() / sine;
  }

  static double atan(double x) {
    double estimate = Math.atan(x);
    if (!(Math.abs(x) > 1e-7) || Math.abs(x) > 1e15) {
      return estimate;
    }
    return estimate + tangentResidue(estimate, x, 1);
  }

  static double atan2(double y, double x) {
    double estimate = Math.atan2(y, x);
    double ratio = Math.abs(y / x);
    if (ratio > 0x1p60 && ratio < Double.POSITIVE_INFINITY) {
      return Math.copySign(Math.PI / 2, y); // x is too small to turn it
    }
    if (!(ratio > 1e-7) || ratio > 1e15 || Math.abs(x) > 1e150 || Math.abs(y) > 1e150 || Math.abs(x) < 1e-140
        || Math.abs(y) < 1e-140) {
      return estimate;
    }
    return estimate + tangentResidue(estimate, y, x);
  }

  /** The angle between the direction (x, y) and the estimated one: the sine of their difference. */
  private static double tangentResidue(double estimate, double y, double x) {
    DoubleDouble cross = DoubleDouble.cos(estimate).times(y).minus(DoubleDouble.sin(estimate).times(x));
    return cross.toDouble() / Math.hypot(x, y);
  }
}
