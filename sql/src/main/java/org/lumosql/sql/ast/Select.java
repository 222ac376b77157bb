// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/**
 * A query: one or more arms with compound operators between them, then ORDER BY and LIMIT over all.
 *
 * @param with or null
 * @param arms at least one; the operator of the first is null
 * @param limit or null
 * @param offset or null
 */
public record Select(
    int position, With with, List<Arm> arms, List<OrderingTerm> orderBy, Expression limit, Expression offset) {
  /** One arm of a compound. */
  public record Arm(CompoundOperator operator, Core core) {}

  /** SELECT … or VALUES …. */
  public sealed interface Core {}

  /** @param where or null; @param having or null */
  public record Simple(
      int position,
      boolean distinct,
      List<ResultItem> results,
      FromItem from,
      Expression where,
      List<Expression> groupBy,
      Expression having,
      List<NamedWindow> windows)
      implements Core {}

  /** VALUES (…), (…). */
  public record Values(int position, List<List<Expression>> rows) implements Core {}

  /** WINDOW name AS (…). */
  public record NamedWindow(String name, Window window) {}

  /** What is between SELECT and FROM. */
  public sealed interface ResultItem {}

  /** {@code *}. */
  public record AllColumns(int position) implements ResultItem {}

  /** {@code table.*}. */
  public record TableColumns(int position, String table) implements ResultItem {}

  /**
   * An expression.
   *
   * @param alias or null
   * @param text the expression as written, for its default label
   */
  public record ResultExpression(Expression expression, String alias, String text) implements ResultItem {}

  /** Compound operators. */
  public enum CompoundOperator {
    UNION,
    UNION_ALL,
    INTERSECT,
    EXCEPT;

    /** As EXPLAIN QUERY PLAN prints it. */
    public String text() {
      return name().replace('_', ' ');
    }
  }
}
