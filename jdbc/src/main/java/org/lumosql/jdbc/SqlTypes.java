// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.Types;
import java.util.Locale;
import java.util.Map;

/** JDBC's type numbers for declared types. */
final class SqlTypes {
  private static final Map<String, Integer> BY_NAME =
      Map.ofEntries(
          Map.entry("BOOLEAN", Types.BOOLEAN),
          Map.entry("TINYINT", Types.TINYINT),
          Map.entry("SMALLINT", Types.SMALLINT),
          Map.entry("INT2", Types.SMALLINT),
          Map.entry("BIGINT", Types.BIGINT),
          Map.entry("INT8", Types.BIGINT),
          Map.entry("UNSIGNED BIG INT", Types.BIGINT),
          Map.entry("DATE", Types.DATE),
          Map.entry("DATETIME", Types.TIMESTAMP),
          Map.entry("TIMESTAMP", Types.TIMESTAMP),
          Map.entry("INT", Types.INTEGER),
          Map.entry("INTEGER", Types.INTEGER),
          Map.entry("MEDIUMINT", Types.INTEGER),
          Map.entry("DECIMAL", Types.DECIMAL),
          Map.entry("DOUBLE", Types.DOUBLE),
          Map.entry("DOUBLE PRECISION", Types.DOUBLE),
          Map.entry("NUMERIC", Types.NUMERIC),
          Map.entry("REAL", Types.REAL),
          Map.entry("FLOAT", Types.FLOAT),
          Map.entry("CHAR", Types.CHAR),
          Map.entry("CHARACTER", Types.CHAR),
          Map.entry("NCHAR", Types.CHAR),
          Map.entry("NATIVE CHARACTER", Types.CHAR),
          Map.entry("CLOB", Types.CLOB),
          Map.entry("BLOB", Types.BLOB),
          Map.entry("BINARY", Types.BINARY));

  private SqlTypes() {}

  /** @param name upper case, without parentheses */
  static int of(String name) {
    return BY_NAME.getOrDefault(name, Types.VARCHAR);
  }

  /** The type of a column of a table; that of its affinity if the name is not a known one. @param declared as it is written, or null */
  static int ofColumn(String declared) {
    String name = name(declared).toUpperCase(Locale.ROOT);
    Integer known = BY_NAME.get(name);
    if (known != null) {
      return known;
    } else if (name.contains("INT")) {
      return Types.INTEGER;
    } else if (name.contains("BLOB") || name.contains("BINARY")) {
      return Types.BLOB;
    } else if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
      return Types.REAL;
    } else if (name.startsWith("DEC") || name.startsWith("NUM")) {
      return Types.NUMERIC;
    }
    return Types.VARCHAR;
  }

  /** A declared type without what is in parentheses. */
  static String name(String declared) {
    if (declared == null) {
      return "";
    }
    int parenthesis = declared.indexOf('(');
    return (parenthesis < 0 ? declared : declared.substring(0, parenthesis)).strip();
  }

  /** A number between the parentheses of a declared type; −1 if there is none. */
  static int number(String declared, int index) {
    int open = declared == null ? -1 : declared.indexOf('(');
    int close = declared == null ? -1 : declared.indexOf(')', open + 1);
    if (open < 0 || close < 0) {
      return -1;
    }
    String[] numbers = declared.substring(open + 1, close).split(",");
    try {
      return index < numbers.length ? Integer.parseInt(numbers[index].strip()) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
