// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement, and what is known about it.
 *
 * @param sql one statement, without semicolon at the end
 * @param effect what it may have changed
 * @param orderColumns result columns, from 0, by which the rows are ordered: the rows of both engines agree in them, one after the other
 * @param equalNumbers whether 1 and 1.0 are taken for equal: which of two equal rows a LIMIT keeps is not defined
 */
public record Generated(String sql, Effect effect, List<Integer> orderColumns, boolean equalNumbers) {
  private static final Pattern DEFINITION = Pattern.compile("\\s*(CREATE|ALTER|DROP)\\b", Pattern.CASE_INSENSITIVE);

  /** What a statement may change. */
  public enum Effect {
    NOTHING,
    CONTENT,
    SCHEMA
  }

  public static Generated query(String sql) {
    return new Generated(sql, Effect.NOTHING, List.of(), false);
  }

  public static Generated change(String sql) {
    return new Generated(sql, Effect.CONTENT, List.of(), false);
  }

  /** A statement of which only the text is known. */
  public static Generated of(String sql) {
    return DEFINITION.matcher(sql).lookingAt() ? definition(sql) : change(sql);
  }

  public static Generated definition(String sql) {
    return new Generated(sql, Effect.SCHEMA, List.of(), false);
  }
}
