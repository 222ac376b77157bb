// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;

/**
 * A query.
 *
 * @param columns what it gives; the names are those that a query around it can use
 * @param hasCompoundGroups whether it is a compound with a GROUP BY: SQLite loses the groups if its ORDER BY has a COLLATE
 */
record Query(String text, List<Column> columns, boolean hasCompoundGroups) {
  Query(String text, List<Column> columns) {
    this(text, columns, false);
  }
}
