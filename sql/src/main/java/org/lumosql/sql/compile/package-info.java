// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * From bound trees to programs: expressions, queries, and (in {@code .change} and {@code .ddl}) statements that
 * change something.
 *
 * <p>Start with {@link org.lumosql.sql.compile.CompileContext}. Loops over sources are in {@code .loop}. Imports
 * {@code org.lumosql.sql.plan},
 * {@code org.lumosql.sql.resolve}, {@code org.lumosql.schema}, {@code org.lumosql.vdbe}. Everything here lives for
 * one compilation, on one thread.
 */
package org.lumosql.sql.compile;
