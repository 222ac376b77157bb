// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

/** Numbers in words, which the benchmarks use as texts. */
final class EnglishNumbers {
  private static final String[] SMALL = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen"
  };
  private static final String[] TENS = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

  private EnglishNumbers() {}

  /** Requires: 0 ≤ number &lt; 1,000,000. */
  static String words(int number) {
    if (number >= 1000) {
      return words(number / 1000) + " thousand" + rest(number % 1000);
    }
    if (number >= 100) {
      return SMALL[number / 100] + " hundred" + rest(number % 100);
    }
    if (number >= SMALL.length) {
      return TENS[number / 10] + rest(number % 10);
    }
    return SMALL[number];
  }

  private static String rest(int number) {
    return number == 0 ? "" : " " + words(number);
  }
}
