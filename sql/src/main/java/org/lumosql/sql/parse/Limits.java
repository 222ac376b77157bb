// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

/**
 * Limits of the language (https://sqlite.org/limits.html).
 *
 * @param expressionDepth levels of an expression tree
 * @param parserDepth nesting of all kinds, counted in grammar symbols
 * @param variableNumber largest parameter number
 * @param compoundSelect arms of a compound
 * @param functionArguments arguments of a call
 */
public record Limits(
    int expressionDepth, int parserDepth, int variableNumber, int compoundSelect, int functionArguments) {
  public static final Limits DEFAULT = new Limits(1000, 2500, 250_000, 500, 127);
}
