// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How much data the tests read and write; LumoSQL's own size is 1. Parts of 1 are for trying things out.
 *
 * @param reads factor of the number of queries
 * @param writes factor of the number of changes
 */
public record DataSize(double reads, double writes) {
  public static final DataSize ONE = new DataSize(1, 1);

  /** {@code N} or {@code R,W}. */
  public static final Pattern SYNTAX = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:,(\\d+(?:\\.\\d+)?))?");

  public DataSize {
    if (!(reads > 0 && writes > 0)) {
      throw new IllegalArgumentException("a data size is more than 0");
    }
  }

  /** @throws IllegalArgumentException if the text is not {@code N} or {@code R,W} */
  public static DataSize parse(String text) {
    var matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a data size: " + text);
    }
    double reads = Double.parseDouble(matcher.group(1));
    return new DataSize(reads, matcher.group(2) == null ? reads : Double.parseDouble(matcher.group(2)));
  }

  int reads(int count) {
    return scaled(count, reads);
  }

  int writes(int count) {
    return scaled(count, writes);
  }

  private static int scaled(int count, double factor) {
    return Math.max(1, (int) Math.round(count * factor));
  }

  @Override
  public String toString() {
    return reads == writes ? plain(reads) : plain(reads) + "," + plain(writes);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
