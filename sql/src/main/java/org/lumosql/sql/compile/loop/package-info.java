// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The loops over the sources of a FROM clause, as a {@link org.lumosql.sql.plan.JoinPlan} says.
 *
 * <p>Start with {@link org.lumosql.sql.compile.loop.NestedLoops}. Each kind of loop has a class of its own ({@code
 * IndexSearch}, {@code RowidSearch}, {@code WholeScan}, …), which opens an {@code OpenLoop}; the ends of the loops are
 * in {@code LoopEnds}. How columns are read while a loop is open is in the implementations of {@link
 * org.lumosql.sql.compile.SourceAccess} here. Used by one thread.
 */
package org.lumosql.sql.compile.loop;
