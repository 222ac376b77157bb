// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of an answer. Engines add reals in different orders and break ties differently: two answers are the same if they have the same rows to nine digits. */
final class Rows {
  private static final double TOLERANCE = 1e-9;

  private final List<Object[]> rows = new ArrayList<>();

  static Rows of(ResultSet result) throws SQLException {
    Rows rows = new Rows();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      Object[] row = new Object[columns];
      for (int i = 0; i < columns; i++) {
        row[i] = result.getObject(i + 1);
      }
      rows.rows.add(row);
    }
    return rows;
  }

  int size() {
    return rows.size();
  }

  /** @throws IllegalStateException if these are not the rows that are expected */
  void requireSameAs(Rows expected) {
    if (rows.size() != expected.rows.size()) {
      throw new IllegalStateException(rows.size() + " rows, not " + expected.rows.size());
    }
    if (firstDifference(rows, expected.rows) < 0) {
      return;
    }
    List<Object[]> ours = sorted(rows);
    List<Object[]> theirs = sorted(expected.rows);
    int place = firstDifference(ours, theirs);
    if (place >= 0) {
      throw new IllegalStateException("row " + show(ours.get(place)) + ", not " + show(theirs.get(place)));
    }
  }

  private static int firstDifference(List<Object[]> first, List<Object[]> second) {
    for (int i = 0; i < first.size(); i++) {
      if (!same(first.get(i), second.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean same(Object[] first, Object[] second) {
    for (int i = 0; i < first.length; i++) {
      if (!sameValue(first[i], second[i])) {
        return false;
      }
    }
    return first.length == second.length;
  }

  private static boolean sameValue(Object first, Object second) {
    if (first instanceof Number one && second instanceof Number other) {
      double a = one.doubleValue();
      double b = other.doubleValue();
      return a == b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
    return first == null ? second == null : first.equals(second);
  }

  /** By texts and integers first: reals may differ in their last digits. */
  private static List<Object[]> sorted(List<Object[]> rows) {
    List<Object[]> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing((Object[] row) -> exact(row)).thenComparing(Rows::show));
    return sorted;
  }

  private static String exact(Object[] row) {
    StringBuilder text = new StringBuilder();
    for (Object value : row) {
      text.append(isReal(value) ? "" : value).append('|');
    }
    return text.toString();
  }

  private static boolean isReal(Object value) {
    return value instanceof Double || value instanceof Float || value instanceof BigDecimal decimal && decimal.scale() > 0;
  }

  private static String show(Object[] row) {
    StringBuilder text = new StringBuilder();
    for (Object value : row) {
      text.append(text.length() == 0 ? "" : "|").append(value);
    }
    return text.toString();
  }
}
