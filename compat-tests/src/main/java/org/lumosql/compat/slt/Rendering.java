// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Values as sqllogictest writes them. */
final class Rendering {
  static final String NULL = "NULL";

  private Rendering() {}

  static String integer(long value) {
    return Integer.toString((int) value);
  }

  /** As SQLite's {@code %.3f} prints it: with 16 significant digits at most. */
  static String real(double value) {
    boolean isLarge = Math.abs(value) >= 1e15 && !Double.isInfinite(value);
    Object digits = isLarge ? new BigDecimal(value).round(new MathContext(16)) : (Object) value;
    return String.format(Locale.ROOT, "%.3f", digits);
  }

  static String text(String value) {
    return value.isEmpty() ? "(empty)" : printable(value);
  }

  private static String printable(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder printable = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      printable.append(b >= ' ' && b <= '~' ? (char) b : '@');
    }
    return printable.toString();
  }
}
