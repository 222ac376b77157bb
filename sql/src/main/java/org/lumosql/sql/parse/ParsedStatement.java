// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.List;
import org.lumosql.sql.ast.Statement;

/**
 * One statement of a script.
 *
 * @param statement null if there was nothing but space and comments
 * @param end offset behind the statement and its semicolon: where the next one begins
 * @param parameters names of the parameters 1 …, null for nameless ones
 * @param isDeep whether it is nested so deep that code that walks it needs a {@link org.lumosql.error.DeepStack}
 */
public record ParsedStatement(Statement statement, int end, List<String> parameters, boolean isDeep) {}
