// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;

/**
 * A query.
 *
 * @param columns what it gives; the names are those that a query around it can use
 * @param isCompound whether its ORDER BY must not have a COLLATE: SQLite then loses the GROUP BY of the last SELECT and names columns anew
 * @param endsWithValues whether no ORDER BY or LIMIT may follow
 */
record Query(String text, List<Column> columns, boolean isCompound, boolean endsWithValues) {
  Query(String text, List<Column> columns) {
    this(text, columns, false, text.startsWith("VALUES"));
  }
}
