// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.util.Optional;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.value.Register;

/**
 * A table whose rows are made by code: table-valued functions, pragma functions, modules of users
 * (https://sqlite.org/vtab.html). What it can do beyond being read it says by returning a non-empty {@link #writer()}.
 */
public interface VirtualTable extends AutoCloseable {
  /** {@code CREATE TABLE x(…)} with the columns; hidden ones carry the type HIDDEN. The table's name in it does not matter. */
  String declaration();

  /**
   * Looks at the constraints of a query and says which of them the scan will use and what it costs.
   *
   * @return false if it cannot be done with these constraints (a table-valued function that lacks an argument)
   */
  boolean plan(IndexPlan plan);

  VirtualCursor open();

  /** What views and triggers that are stored in a database, which anybody may have written, can do with the table. */
  default Risk risk() {
    return Risk.NORMAL;
  }

  /** How rows are changed, always the same object; empty if they cannot be. */
  default Optional<Writer> writer() {
    return Optional.empty();
  }

  /**
   * The function that calls of {@code name} stand for whose first argument, or left operand of an operator such as MATCH or LIKE, is a column of this table
   * (https://sqlite.org/vtab.html#xfindfunction); null for the connection's own.
   */
  default FunctionDefinition function(String name, int argumentCount) {
    return null;
  }

  /**
   * Makes conditions {@code name(column, value)} constraints ({@link IndexPlan.Operator#FUNCTION}): a number above 0 by which the table knows them again, or 0 if they are
   * none. Asked for functions that {@link #function} has.
   */
  default int functionConstraint(String name) {
    return 0;
  }

  /** What {@code PRAGMA integrity_check} is to report of the table; null if nothing is wrong. */
  default String check(boolean quick) {
    return null;
  }

  /** CREATE VIRTUAL TABLE was dropped: throw away what it stored. */
  default void destroy() {}

  default void rename(String newName) {}

  @Override
  default void close() {}

  /** Where a table may be used (https://sqlite.org/c3ref/c_vtab_constraint_support.html). */
  enum Risk {
    /** Everywhere. */
    INNOCUOUS,
    /** In stored views and triggers only if {@code PRAGMA trusted_schema} is on. */
    NORMAL,
    /** Never in stored views and triggers. */
    DIRECT_ONLY
  }

  /** What is to happen to a row that does not fit (https://sqlite.org/lang_conflict.html). */
  enum Conflict {
    ROLLBACK,
    ABORT,
    FAIL,
    IGNORE,
    REPLACE
  }

  /**
   * Changes of rows and their transactions. A row that does not fit is refused with a {@link org.lumosql.error.StoreException} with code CONSTRAINT. In a table
   * WITHOUT ROWID, what is called rowid here is the value of the one column of its primary key.
   */
  interface Writer {
    /** What the statement asks for, before each of its changes. A table that only throws CONSTRAINT may leave all but REPLACE to the caller. */
    default void useConflict(Conflict conflict) {}

    /** Removes a row. */
    void delete(Register rowid);

    /**
     * Inserts a row.
     *
     * @param rowid NULL to let the table choose
     * @param registers from {@code first}: the values of the columns
     * @return the rowid
     */
    long insert(Register rowid, Register[] registers, int first, int count);

    void update(Register oldRowid, Register newRowid, Register[] registers, int first, int count);

    /** The first change in a transaction. */
    default void begin() {}

    /** First step of a commit; the last place to fail. */
    default void prepare() {}

    default void commit() {}

    default void rollback() {}

    default void savepoint(int index) {}

    default void release(int index) {}

    default void rollbackTo(int index) {}
  }
}
