// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.List;
import org.lumosql.schema.Index;
import org.lumosql.sql.resolve.Source;

/**
 * The loop over one disjunct of an OR: which cursors it shares with its siblings.
 *
 * @param tableCursor of the source, opened by the whole; −1 if none is needed
 * @param indexCursor that all disjuncts share
 * @param later sources of the whole join that have no row yet
 */
record OrPart(int tableCursor, int indexCursor, List<Source> later) {
  /** The index that a disjunct used, null for the rowid. */
  record Used(Index index, boolean covering) {}
}
