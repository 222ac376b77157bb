// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The syntax tree: sealed families of immutable records, as written, with nothing resolved. Names are as the user spelled them (quotes
 * removed); {@code position} is the offset of the first character in the SQL text, for error messages.
 *
 * <p>Start with {@link org.lumosql.sql.ast.Statement} and {@link org.lumosql.sql.ast.Expression}. A leaf.
 */
package org.lumosql.sql.ast;
