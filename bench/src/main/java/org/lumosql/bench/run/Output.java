// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows that a test gave, as lines {@code value|value}. Numbers of all engines are written alike, so that lines can be compared. */
public final class Output {
  private static final int KEPT = 8;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final List<Object[]> rows = new ArrayList<>();
  private long[] lines = new long[16];
  private int count;
  private long size;
  private final List<String> first = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  /** Takes the rows as the driver gives them: this is timed, writing them as lines is not. */
  void add(ResultSet result) throws SQLException {
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      Object[] row = new Object[columns];
      for (int i = 0; i < columns; i++) {
        row[i] = result.getObject(i + 1);
      }
      rows.add(row);
    }
  }

  private void write(Object[] row) {
    line.setLength(0);
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        line.append('|');
      }
      line.append(text(row[i]));
    }
    end();
  }

  private void end() {
    long hash = 0;
    for (int i = 0; i < line.length(); i++) {
      hash = (hash + line.charAt(i)) * MULTIPLIER;
      hash ^= hash >>> 29;
    }
    if (count == lines.length) {
      lines = Arrays.copyOf(lines, 2 * count);
    }
    lines[count++] = hash;
    String text = line.toString();
    size += text.getBytes(StandardCharsets.UTF_8).length + 1;
    if (first.size() < KEPT) {
      first.add(text);
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      return real(((Number) value).doubleValue());
    }
    return value.toString();
  }

  /** Twelve digits: engines that add in another order differ in the last ones. */
  static String real(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e12) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    return new BigDecimal(String.format(Locale.ROOT, "%.11e", value)).stripTrailingZeros().toPlainString();
  }

  /** A number that is the same for the same lines in the same order. */
  public long digest() {
    rows.forEach(this::write);
    rows.clear();
    long digest = count;
    for (int i = 0; i < count; i++) {
      digest = digest * MULTIPLIER + lines[i];
    }
    return digest;
  }

  Answer.Ran ran(Times times) {
    rows.forEach(this::write);
    return new Answer.Ran(times, Arrays.copyOf(lines, count), List.copyOf(first), size);
  }
}
