// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.schema.Index;

/**
 * The loop over one disjunct of an OR: which cursors it shares with its siblings.
 *
 * @param tableCursor of the source, opened by the whole; −1 if none is needed
 * @param indexCursor that all disjuncts share
 * @param hidden tells which sources have no row yet
 */
record OrPart(int tableCursor, int indexCursor, java.util.function.Predicate<org.lumosql.sql.resolve.BoundExpression> hidden) {
  /** The index that a disjunct used, null for the rowid. */
  record Used(Index index, boolean covering) {}
}
