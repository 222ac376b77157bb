// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import org.lumosql.error.ResultCode;

/**
 * The differences from C SQLite that are no mistakes of ours; COMPAT.md lists them under "Differences on purpose". Others are avoided by the grammar, which says so where it
 * does: COLLATE in the ORDER BY of a compound, a virtual REAL column of a STRICT table in a sort, a column renamed in a temporary table.
 */
final class Accepted {
  private Accepted() {}

  /**
   * Whether SQLite may have kept the rows before the one that failed: inside a transaction a statement that stores a value of the wrong type into a STRICT table is not
   * undone, since the check of types opens no statement journal. Ours is undone as every other. The same goes for triggers that fire each other too deeply.
   */
  static boolean leavesChanges(Outcome reference) {
    return reference.code() == ResultCode.CONSTRAINT_DATATYPE.code()
        || reference.isError() && reference.message().equals("too many levels of trigger recursion");
  }
}
