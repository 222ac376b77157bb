// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.function.Predicate;
import org.lumosql.sql.resolve.BoundExpression;

/**
 * The loop over one disjunct of an OR: which cursors it shares with its siblings.
 *
 * @param tableCursor of the source, opened by the whole; −1 if none is needed
 * @param hidden tells which sources have no row yet
 */
record OrPart(int tableCursor, Predicate<BoundExpression> hidden) {}
