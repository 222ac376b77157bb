// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/**
 * ON CONFLICT [(target) [WHERE]] DO NOTHING | UPDATE SET … [WHERE].
 *
 * @param target empty if none was given
 * @param targetWhere or null
 * @param assignments null for DO NOTHING
 * @param where or null
 */
public record Upsert(
    int position, List<IndexedColumn> target, Expression targetWhere, List<Assignment> assignments, Expression where) {}
