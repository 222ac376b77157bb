// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * INSERT, UPDATE and DELETE, with all that a changed row drags along: constraints, indexes, generated columns,
 * triggers, foreign keys.
 *
 * <p>Start with {@link org.lumosql.sql.compile.change.ChangeCompiler}, then {@code InsertCompiler}. A statement's
 * compilation, at the top or as a
 * step of a trigger, has an {@code Environment}; the table that it changes is a {@code Target}; the row that is to be
 * stored is a {@code RowRegisters}.
 * Imports {@code org.lumosql.sql.compile}, {@code .resolve}, {@code org.lumosql.schema}, {@code org.lumosql.vdbe}.
 * Everything lives for one compilation,
 * on one thread.
 */
package org.lumosql.sql.compile.change;
