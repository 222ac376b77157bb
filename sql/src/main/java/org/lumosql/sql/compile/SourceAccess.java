// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

/**
 * How the code that is being made reads a source's present row: from a table cursor, a covering index, co-routine
 * registers, a pseudo row of a
 * trigger. Set while a loop over the source is open: {@link CompileContext#access}.
 */
public interface SourceAccess {
  /** Emits code that puts a column (−1: the rowid) into a register. */
  void column(CompileContext context, int column, int target);

  /** The register that holds the column already, or 0 if code must fetch it. */
  default int columnRegister(int column) {
    return 0;
  }

  /** Whether the registers are those of a subquery, so that a copy is not marked as JSON any more. */
  default boolean isSubquery() {
    return false;
  }

  /** The table cursor, −1 if there is none. */
  default int tableCursor() {
    return -1;
  }

  /** The index cursor that serves columns, −1 if there is none. */
  default int indexCursor() {
    return -1;
  }
}
