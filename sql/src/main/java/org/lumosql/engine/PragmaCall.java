// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.PageControl;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Schema;
import org.lumosql.value.NumberParser;

/** One execution of a pragma: what it was called with, and the rows it gives. */
final class PragmaCall {
  private final Session session;
  private final String schemaName;
  private final int database;
  private final String value;
  private final boolean isNumber;
  private final List<Object[]> rows = new ArrayList<>();
  private RuntimeException failure;

  /**
   * @param schemaName as written, or null
   * @param database its number; main if none was written
   * @param value as written, or null
   * @param isNumber whether it was written as a number
   */
  PragmaCall(Session session, String schemaName, int database, String value, boolean isNumber) {
    this.session = session;
    this.schemaName = schemaName;
    this.database = database;
    this.value = value;
    this.isNumber = isNumber;
  }

  Session session() {
    return session;
  }

  /** The pragma fails, but the rows that it has so far come first. */
  void failAfterRows(RuntimeException why) {
    failure = why;
  }

  /** Why it fails after its rows; null if it does not. */
  RuntimeException failure() {
    return failure;
  }

  boolean isSchemaGiven() {
    return schemaName != null;
  }

  int database() {
    return database;
  }

  /** The databases that the pragma is about: the one that was named, or all. */
  List<Integer> databases() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < session.databaseCount(); i++) {
      if (schemaName == null || i == database) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  Btree btree() {
    return session.btree(database);
  }

  Schema schema() {
    return session.loadedSchema(database);
  }

  /** The page store's settings; null if the database is not made of pages. */
  PageControl pages() {
    return btree().capability(PageControl.class).orElse(null);
  }

  /** Whether the value was written as a number, not as a name or in quotes. */
  boolean isNumber() {
    return isNumber;
  }

  boolean hasValue() {
    return value != null;
  }

  /** Whether the value begins with a whole number of 32 bits. */
  boolean hasInteger() {
    if (value == null || !value.matches("(?s)([-+]?[0-9]|0[xX][0-9a-fA-F]).*")) {
      return false;
    }
    long number = number();
    return number == (int) number && value.matches("(?s)[-+]?0*[0-9]{0,10}([^0-9].*)?");
  }

  /** Whether there is a value and it is a whole number. */
  boolean hasNumber() {
    return value != null && value.trim().matches("[-+]?[0-9]{1,18}|0[xX][0-9a-fA-F]{1,16}");
  }

  /** As written, or null. */
  String value() {
    return value;
  }

  /** The value as a number, as SQLite reads it: digits with a sign, hexadecimal too, the nearest one that there is; 0 if it is none. */
  long number() {
    String text = value.trim();
    try {
      if (text.regionMatches(true, 0, "0x", 0, 2)) {
        return Long.parseUnsignedLong(text.substring(2), 16);
      }
      int end = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
      while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
        end++;
      }
      return NumberParser.integerPrefix(text.getBytes(StandardCharsets.UTF_8), 0, end);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The value as a number of 32 bits: 0 if it does not fit. */
  int integer() {
    long number = number();
    return number == (int) number ? (int) number : 0;
  }

  /** The value as a switch: a number other than 0, on, yes, true. */
  boolean truth() {
    return truth(false);
  }

  /** The same, with what any other word means. */
  boolean truth(boolean otherwise) {
    if (!value.isEmpty() && Character.isDigit(value.charAt(0))) {
      return integer() != 0;
    }
    return switch (Ascii.lower(value)) {
      case "on", "yes", "true" -> true;
      case "off", "no", "false" -> false;
      default -> otherwise;
    };
  }

  /** The value as a level: a number, or a word of {@code PRAGMA synchronous}. */
  int level() {
    if (!value.isEmpty() && Character.isDigit(value.charAt(0))) {
      return integer() & 0xff; // SQLite keeps eight bits
    }
    return switch (Ascii.lower(value)) {
      case "on", "yes", "true" -> 1;
      case "full" -> 2;
      case "extra" -> 3;
      case "off", "no", "false" -> 0;
      default -> 1; // so says SQLite, and "normal" is one of these words
    };
  }

  /** Adds a row: Long, Integer, Double, String, Boolean or null. */
  void row(Object... values) {
    rows.add(values);
  }

  List<Object[]> rows() {
    return rows;
  }
}
