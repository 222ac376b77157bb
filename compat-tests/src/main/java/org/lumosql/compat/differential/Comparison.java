// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.lumosql.compat.differential.generate.Generated;

/**
 * What two outcomes of one statement must have in common: code and message of an error, names of columns, the rows as a multiset, and the order of rows as far
 * as ORDER BY defines it.
 */
public final class Comparison {
  private Comparison() {}

  /** In what two outcomes differ. */
  public enum Kind {
    CRASH,
    ERROR_CODE,
    /** Both refuse the statement with one code, in other words: a grade of its own, below that of a difference. */
    MESSAGE,
    COLUMN_NAMES,
    ROWS,
    ROW_ORDER,
    COUNTERS,
    SCHEMA,
    CONTENT,
    INTEGRITY,
    /** One engine takes much longer. */
    TIME,
    /** A trial that does not come to its end. */
    HANG;

    /** Whether another order of visiting rows may be the reason. */
    boolean isAmbiguityPossible() {
      return this != CRASH && this != COLUMN_NAMES && this != INTEGRITY && this != TIME && this != HANG;
    }
  }

  /** The first kind of difference, or null if the outcomes are equal. */
  public static Kind compare(Generated statement, Outcome left, Outcome right) {
    if (left.isCrash() || right.isCrash()) {
      return Kind.CRASH;
    }
    if (left.code() != right.code()) {
      return Kind.ERROR_CODE;
    }
    if (left.isError()) {
      return left.message().equals(right.message()) || Accepted.isSame(statement.sql(), left, right) ? null : Kind.MESSAGE;
    }
    boolean isAsked = statement.effect() != Generated.Effect.SCHEMA; // inside ALTER SQLite asks itself
    if (isAsked && !left.columns().equals(right.columns())) {
      return Kind.COLUMN_NAMES;
    }
    if (isSame(left.rows(), right.rows())) {
      return null;
    }
    if (!multiset(left, statement.equalNumbers()).equals(multiset(right, statement.equalNumbers()))) {
      return Kind.ROWS;
    }
    return keys(statement, left).equals(keys(statement, right)) ? null : Kind.ROW_ORDER;
  }

  /** The same rows one after the other: what is found nearly always, and what no order can be against. */
  private static boolean isSame(List<String[]> left, List<String[]> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!Arrays.equals(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> multiset(Outcome outcome, boolean equalNumbers) {
    List<String> rows = new ArrayList<>(outcome.rows().size());
    for (String[] row : outcome.rows()) {
      StringBuilder line = new StringBuilder();
      for (String value : row) {
        line.append(equalNumbers ? number(value) : value).append('\u001f');
      }
      rows.add(line.toString());
    }
    Collections.sort(rows);
    return rows;
  }

  /** The values that the rows are ordered by, with equal ones written equally: what a collation or a comparison of numbers takes for the same. */
  private static List<String> keys(Generated statement, Outcome outcome) {
    if (statement.orderColumns().isEmpty()) {
      return List.of();
    }
    List<String> keys = new ArrayList<>(outcome.rows().size());
    for (String[] row : outcome.rows()) {
      StringBuilder line = new StringBuilder();
      for (int column : statement.orderColumns()) {
        if (column < row.length) { // a * may give fewer columns than the grammar knows of: those of a view made before its table changed
          line.append(collated(row[column])).append('\u001f');
        }
      }
      keys.add(line.toString());
    }
    return keys;
  }

  private static String collated(String value) {
    return value.charAt(0) == 't' ? value.toLowerCase(Locale.ROOT).stripTrailing() : number(value);
  }

  /** A real that is an integer is written as one. */
  private static String number(String value) {
    if (value.charAt(0) != 'r') {
      return value;
    }
    double real = Double.parseDouble(value.substring(1));
    if (real != Math.rint(real) || Math.abs(real) >= 0x1p63) {
      return value;
    }
    return "i" + new BigDecimal(real).toBigInteger();
  }
}
