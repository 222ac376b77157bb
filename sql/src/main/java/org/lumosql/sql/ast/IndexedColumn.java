// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

/** A column or expression of an index, a key or an UPSERT target. A collation is an {@link Expression.Collate} around it. @param text as written */
public record IndexedColumn(Expression expression, boolean descending, String text) {}
