// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.List;
import org.lumosql.sql.ast.ForeignKeyClause;

/**
 * A foreign key of a child table.
 *
 * @param columns numbers of the child's columns
 * @param parent name of the parent table, which may not exist
 * @param parentColumns names, or null for the parent's primary key
 */
public record ForeignKey(
    List<Integer> columns,
    String parent,
    List<String> parentColumns,
    ForeignKeyClause.Action onDelete,
    ForeignKeyClause.Action onUpdate,
    String match,
    boolean deferred) {}
