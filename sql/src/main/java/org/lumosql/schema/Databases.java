// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import org.lumosql.function.FunctionRegistry;
import org.lumosql.record.Collation;
import org.lumosql.record.MissingCollation;
import org.lumosql.sql.SqlException;
import org.lumosql.vdbe.VirtualTable;

/** What the compiler may know of the connection: schemas, functions, collations, limits, switches. Implemented by the engine. */
public interface Databases extends CollationLookup {
  /** Number of databases: main, temp and the attached ones. */
  int count();

  /** {@code main}, {@code temp}, or the name given in ATTACH. */
  String name(int database);

  /** The number of a database by name; −1 if there is none. */
  int number(String name);

  /** The schema, read if it was not yet. */
  Schema schema(int database);

  /** The table or view of a name: temp first, then main, then the attached ones in order, unless a schema is named. Null if there is none. */
  Table findTable(String schemaName, String name);

  Index findIndex(String schemaName, String name);

  FunctionRegistry functions();

  /** The collation; throws "no such collation sequence: x". */
  Collation requireCollation(String name);

  /** The collation; one that nothing can be compared by if it is unknown. */
  default Collation collationOrMissing(String name) {
    Collation collation = collation(name);
    return collation == null ? new MissingCollation(name) : collation;
  }

  /** The code behind a virtual table or table-valued function; throws "no such module: x". */
  default VirtualTable virtualTable(Table table) {
    throw new SqlException("no such module: " + table.definition().module());
  }

  /** A limit by SQLite's number ({@code SQLITE_LIMIT_…}): 0 length, 1 SQL length, 2 columns, 3 expression depth, 4 compound selects, 9 variables, … */
  int limit(int which);

  /** How many entries with one value ANALYZE looks at, of {@code PRAGMA analysis_limit}; 0 for all. */
  default int analysisLimit() {
    return 0;
  }

  /** The values of the parameters of the statement that is being compiled; null if it has none. */
  default ParameterValues parameterValues() {
    return null;
  }

  /** A flag that pragmas set. */
  boolean isOn(Setting setting);

  /** Who is asked what the statement that is being compiled may do; null if nobody is. */
  default Authority authority() {
    return null;
  }

  /** Whether somebody wants to be told of each row before it is changed. */
  default boolean hasPreUpdateListener() {
    return false;
  }

  /** Whether an optimisation is switched on; all are unless a test control says otherwise. */
  boolean isOptimisationOn(Optimisation optimisation);

  /** Flags of the connection that change what is compiled. */
  enum Setting {
    EMPTY_RESULT_CALLBACKS,
    FOREIGN_KEYS,
    READ_UNCOMMITTED,
    RECURSIVE_TRIGGERS,
    REVERSE_UNORDERED_SELECTS,
    FULL_COLUMN_NAMES,
    SHORT_COLUMN_NAMES,
    COUNT_CHANGES,
    IGNORE_CHECK_CONSTRAINTS,
    WRITABLE_SCHEMA,
    LEGACY_ALTER_TABLE,
    DOUBLE_QUOTED_STRINGS_DML,
    DOUBLE_QUOTED_STRINGS_DDL,
    DEFER_FOREIGN_KEYS,
    TRUSTED_SCHEMA,
    AUTOMATIC_INDEX,
    CELL_SIZE_CHECK,
    QUERY_ONLY
  }
}
