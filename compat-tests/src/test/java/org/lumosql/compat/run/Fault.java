// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.lumosql.compat.slt.Failure;
import org.lumosql.compat.slt.Failure.Kind;

/** What {@link FaultyDriver} does wrong, where its script says {@code fault}, and how a runner should name it. */
enum Fault {
  LAST_ROW_MISSING(Kind.WRONG_RESULT, rows -> rows.remove(rows.size() - 1)),
  ROW_TWICE(Kind.WRONG_RESULT, rows -> rows.add(rows.get(0))),
  ROWS_SWAPPED(Kind.WRONG_RESULT, rows -> Collections.swap(rows, 0, 1)),
  NO_ROWS(Kind.WRONG_RESULT, List::clear),
  VALUE_CHANGED(Kind.WRONG_RESULT, rows -> rows.get(1)[0] = 7L),
  NULL_AS_ZERO(Kind.WRONG_RESULT, rows -> rows.get(2)[1] = 0L),
  VALUE_AS_NULL(Kind.WRONG_RESULT, rows -> rows.get(0)[0] = null),
  COLUMNS_SWAPPED(Kind.WRONG_RESULT, rows -> rows.replaceAll(row -> new Object[] {row[1], row[0]})),
  COLUMN_MISSING(Kind.UNEXPECTED_ERROR, rows -> rows.replaceAll(row -> new Object[] {row[0]})),
  INTEGER_AS_REAL(Kind.WRONG_RESULT, rows -> rows.get(0)[1] = "1.0"),
  TEXT_PADDED(Kind.WRONG_RESULT, rows -> rows.get(0)[1] += " "),
  TEXT_IN_OTHER_CASE(Kind.WRONG_RESULT, rows -> rows.get(1)[1] = "B"),
  ERROR_INVENTED(
      Kind.UNEXPECTED_ERROR,
      rows -> {
        throw new SQLException("invented");
      }),
  EXCEPTION(
      Kind.EXCEPTION,
      rows -> {
        throw new IllegalStateException("not an SQL error");
      }),
  STACK_OVERFLOW(
      Kind.EXCEPTION,
      rows -> {
        throw new StackOverflowError();
      }),
  OUT_OF_MEMORY(
      Kind.EXCEPTION,
      rows -> {
        throw new OutOfMemoryError("planted");
      }),
  HANG(Kind.HANG, rows -> hang()),
  EXIT(Kind.EXIT, rows -> Runtime.getRuntime().halt(3)),
  ERROR_SWALLOWED(Kind.MISSING_ERROR, null),
  STATEMENT_LOST(Kind.WRONG_RESULT, null),
  STATEMENT_HANGS(Kind.HANG, null),
  STATEMENT_FAILS(Kind.UNEXPECTED_ERROR, null),
  OPENING_HANGS(Kind.HANG, null),
  OPENING_FAILS(Kind.UNAVAILABLE, null),
  OPENING_EXITS(Kind.EXIT, null);

  /** Changes the rows of the marked query. */
  interface Change {
    void apply(List<Object[]> rows) throws SQLException;
  }

  private final Failure.Kind kind;
  private final Change change;

  Fault(Failure.Kind kind, Change change) {
    this.kind = kind;
    this.change = change;
  }

  Failure.Kind kind() {
    return kind;
  }

  List<Object[]> applied(List<Object[]> rows) throws SQLException {
    List<Object[]> changed = new ArrayList<>(rows);
    if (change != null) {
      change.apply(changed);
    }
    return changed;
  }

  @SuppressWarnings("InfiniteLoopStatement")
  static void hang() {
    while (true) {
      LockSupport.parkNanos(1_000_000_000L);
    }
  }
}
