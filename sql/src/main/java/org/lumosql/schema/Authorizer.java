// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

/**
 * Asked, while a statement is compiled, whether it may do what it is about to do (https://sqlite.org/c3ref/set_authorizer.html): for SQL that comes
 * from somebody who may see or change only a part of a database. What is reported, and with which names, is SQLite's; the order of calls within one
 * statement is not promised. The authorizer must not use the connection.
 */
@FunctionalInterface
public interface Authorizer {
  /**
   * Decides about one action. What {@code first} and {@code second} are depends on the action; both may be null.
   *
   * @param database the name of the database, null where the action has none
   * @param inner the innermost trigger, view or common table that is responsible for the access; null if the statement itself is
   */
  Decision decide(Action action, String first, String second, String database, String inner);

  /** What an authorizer may answer. Null stands for none of these, and is an error: "authorizer malfunction". */
  enum Decision {
    OK,
    /** The whole statement is refused with AUTH. */
    DENY,
    /** The action is left out: a column that is read is NULL, a column that is assigned keeps its value, other things are not done. */
    IGNORE
  }

  /** Actions; in brackets what the first and second names are. */
  enum Action {
    /** [index, table] */
    CREATE_INDEX(1),
    /** [table] */
    CREATE_TABLE(2),
    /** [index, table] */
    CREATE_TEMP_INDEX(3),
    /** [table] */
    CREATE_TEMP_TABLE(4),
    /** [trigger, table] */
    CREATE_TEMP_TRIGGER(5),
    /** [view] */
    CREATE_TEMP_VIEW(6),
    /** [trigger, table] */
    CREATE_TRIGGER(7),
    /** [view] */
    CREATE_VIEW(8),
    /** [table]; IGNORE deletes the rows one by one. */
    DELETE(9),
    /** [index, table] */
    DROP_INDEX(10),
    /** [table] */
    DROP_TABLE(11),
    /** [index, table] */
    DROP_TEMP_INDEX(12),
    /** [table] */
    DROP_TEMP_TABLE(13),
    /** [trigger, table] */
    DROP_TEMP_TRIGGER(14),
    /** [view] */
    DROP_TEMP_VIEW(15),
    /** [trigger, table] */
    DROP_TRIGGER(16),
    /** [view] */
    DROP_VIEW(17),
    /** [table] */
    INSERT(18),
    /** [pragma, argument or null] */
    PRAGMA(19),
    /** [table, column]; the column is empty if a query uses rows of a table but none of its columns. */
    READ(20),
    SELECT(21),
    /** [BEGIN, COMMIT or ROLLBACK] */
    TRANSACTION(22),
    /** [table, column] */
    UPDATE(23),
    /** [file, null if it is not a literal] */
    ATTACH(24),
    /** [database, null if it is not a literal] */
    DETACH(25),
    /** [database, table] */
    ALTER_TABLE(26),
    /** [index] */
    REINDEX(27),
    /** [table] */
    ANALYZE(28),
    /** [table, module] */
    CREATE_VTABLE(29),
    /** [table, module] */
    DROP_VTABLE(30),
    /** [null, function] */
    FUNCTION(31),
    /** [BEGIN, RELEASE or ROLLBACK, savepoint] */
    SAVEPOINT(32),
    /** A recursive common table. */
    RECURSIVE(33);

    private final int number;

    Action(int number) {
      this.number = number;
    }

    /** SQLite's number of it. */
    public int number() {
      return number;
    }
  }
}
