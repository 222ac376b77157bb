// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/** Run-time limits of a connection (https://sqlite.org/c3ref/limit.html), by SQLite's numbers. */
public final class Limits {
  public static final int LENGTH = 0;
  public static final int SQL_LENGTH = 1;
  public static final int COLUMN = 2;
  public static final int EXPRESSION_DEPTH = 3;
  public static final int COMPOUND_SELECT = 4;
  public static final int VDBE_OP = 5;
  public static final int FUNCTION_ARGUMENTS = 6;
  public static final int ATTACHED = 7;
  public static final int LIKE_PATTERN_LENGTH = 8;
  public static final int VARIABLE_NUMBER = 9;
  public static final int TRIGGER_DEPTH = 10;
  public static final int WORKER_THREADS = 11;

  public static final int PARSER_DEPTH = 12;

  private static final int[] MAXIMA = {
    1_000_000_000, 1_000_000_000, 2000, 1000, 500, 250_000_000, 1000, 10, 50_000, 250_000, 1000, 0, 2500
  };

  private final int[] values = MAXIMA.clone();
  private org.lumosql.sql.parse.Limits ofLanguage;

  Limits() {}

  public int get(int which) {
    return values[which];
  }

  /** Sets a limit, never above its hard maximum; a negative value only asks. Returns what was in force before. */
  public int set(int which, int value) {
    int old = values[which];
    if (value >= 0 && Math.min(value, MAXIMA[which]) != old) {
      values[which] = Math.min(value, MAXIMA[which]);
      ofLanguage = null;
    }
    return old;
  }

  /** Those that the parser checks: another object after any limit was changed, so that it tells whether all are still the same. */
  org.lumosql.sql.parse.Limits ofLanguage() {
    if (ofLanguage == null) {
      ofLanguage =
          new org.lumosql.sql.parse.Limits(
              get(EXPRESSION_DEPTH),
              get(PARSER_DEPTH),
              get(VARIABLE_NUMBER),
              get(COMPOUND_SELECT),
              get(FUNCTION_ARGUMENTS));
    }
    return ofLanguage;
  }
}
