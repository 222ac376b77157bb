// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.report;

import java.util.Locale;

/** Times and ratios for people. */
final class Amounts {
  private Amounts() {}

  /** Three digits and a unit. */
  static String time(double seconds) {
    if (Double.isNaN(seconds)) {
      return "–";
    }
    return seconds >= 1 ? digits(seconds) + " s" : digits(seconds * 1000) + " ms";
  }

  static String deviation(double seconds, double mean) {
    return Double.isNaN(seconds) || mean == 0 ? "" : "± " + String.format(Locale.ROOT, "%.0f %%", 100 * seconds / mean);
  }

  static String ratio(double value) {
    return Double.isNaN(value) ? "–" : value >= 10 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, value >= 99.95 ? "%.0f" : value >= 9.995 ? "%.1f" : "%.2f", value);
  }
}
