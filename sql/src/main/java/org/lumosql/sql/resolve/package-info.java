// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * From names to things: the syntax tree becomes a bound tree, in which every column knows its source, every call
 * its function, and every
 * comparison its affinity and collation.
 *
 * <p>Start with {@link org.lumosql.sql.resolve.BoundExpression}, {@link org.lumosql.sql.resolve.Source} and
 * {@link org.lumosql.sql.resolve.BoundQuery}. Imports {@code org.lumosql.sql.ast}, {@code org.lumosql.schema} and
 * {@code org.lumosql.function}.
 * Bound trees are immutable once resolving has ended.
 */
package org.lumosql.sql.resolve;
