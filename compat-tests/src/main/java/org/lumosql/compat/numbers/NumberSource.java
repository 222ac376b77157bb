// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.numbers;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;

/** Random numbers and texts of numbers, most of them where rounding is hard. */
final class NumberSource {
  private final Random random;

  NumberSource(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  double real() {
    double value =
        switch (random.nextInt(10)) {
          case 0, 1 -> Double.longBitsToDouble(random.nextLong());
          case 2 -> beside(Math.pow(10, random.nextInt(632) - 323));
          case 3 -> Double.longBitsToDouble(random.nextLong() >>> 12 + random.nextInt(52)); // subnormal
          case 4 -> Double.parseDouble(decimal(15 + random.nextInt(3), 40));
          case 5 -> Double.parseDouble(decimal(1 + random.nextInt(17), 640));
          case 6 -> beside(Math.scalb(1.0, random.nextInt(2098) - 1074));
          case 7 -> beside((double) integer());
          case 8 -> random.nextInt(10_000_000) / Math.pow(10, random.nextInt(8)); // prices and such
          default -> (random.nextInt(2_000_000) + 0.5) / Math.pow(10, random.nextInt(7)); // ties
        };
    value = Double.isNaN(value) ? 0.1 : value;
    return random.nextInt(4) == 0 ? -value : value;
  }

  private double beside(double value) {
    double result = value;
    for (int step = random.nextInt(7) - 3; step != 0; step -= Integer.signum(step)) {
      result = step > 0 ? Math.nextUp(result) : Math.nextDown(result);
    }
    return result;
  }

  long integer() {
    return switch (random.nextInt(6)) {
      case 0 -> Long.MAX_VALUE - random.nextInt(2000);
      case 1 -> Long.MIN_VALUE + random.nextInt(2000);
      case 2 -> (1L << random.nextInt(63)) + random.nextInt(5) - 2;
      case 3 -> (long) Math.pow(10, random.nextInt(19)) + random.nextInt(5) - 2;
      case 4 -> (1L << 53) + random.nextInt(2000) - 1000;
      default -> random.nextLong() >> random.nextInt(64);
    };
  }

  /** The text of a number that is not negative, as it may stand in SQL. */
  String literal() {
    switch (random.nextInt(8)) {
      case 0:
        return BigInteger.valueOf(integer()).abs().toString();
      case 1:
        return BigInteger.ONE.shiftLeft(62 + random.nextInt(3)).add(BigInteger.valueOf(random.nextInt(5) - 2)).toString() + (random.nextBoolean() ? "" : ".0");
      case 2:
        return halfway();
      case 3:
        return decimal(1 + random.nextInt(40), 700);
      case 4:
        return digits(1 + random.nextInt(25)) + (random.nextBoolean() ? "." : "");
      case 5:
        return "0." + "0".repeat(random.nextInt(30)) + digits(1 + random.nextInt(25));
      case 6:
        return Double.toString(Math.abs(finite()));
      default:
        return decimal(15 + random.nextInt(5), 60);
    }
  }

  /** What a column of texts may hold: signs, space and other characters around a number, or half of one. */
  String text() {
    String literal = literal();
    return switch (random.nextInt(12)) {
      case 0 -> " " + literal;
      case 1 -> literal + " ";
      case 2 -> "+" + literal;
      case 3, 4 -> "-" + literal;
      case 5 -> literal + "x";
      case 6 -> literal.substring(0, random.nextInt(literal.length() + 1));
      case 7 -> literal + "e";
      case 8 -> "00" + literal;
      default -> literal;
    };
  }

  private double finite() {
    double value = real();
    return Double.isInfinite(value) ? 1e300 : value;
  }

  /** The middle between two neighbours, all its digits; or a little beside it. */
  private String halfway() {
    double value = Math.abs(finite());
    BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.ulp(value)).divide(BigDecimal.valueOf(2)));
    String digits = middle.unscaledValue().toString();
    int exponent = -middle.scale();
    int kept = Math.min(digits.length(), 17 + random.nextInt(12));
    return digits.charAt(0) + "." + digits.substring(1, kept) + "e" + (exponent + digits.length() - 1);
  }

  private String decimal(int count, int exponents) {
    String digits = digits(count);
    int point = random.nextInt(count + 1);
    return digits.substring(0, point) + "." + digits.substring(point) + (random.nextInt(4) == 0 ? "" : "e" + (random.nextInt(exponents) - exponents / 2));
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    boolean isRun = random.nextInt(5) == 0;
    char run = (char) ('0' + (random.nextBoolean() ? 9 : random.nextInt(10)));
    for (int i = 0; i < count; i++) {
      digits.append(isRun && i > 0 ? run : (char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }
}
