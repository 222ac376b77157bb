// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/** SET column = value, or SET (a, b) = value. @param isRow whether the columns are in parentheses */
public record Assignment(int position, List<String> columns, boolean isRow, Expression value) {}
