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
 * @param number counts the SELECTs of a statement in the order in which they end: what EXPLAIN QUERY PLAN calls it by
 */
public record Select(
    int position,
    With with,
    List<Arm> arms,
    List<OrderingTerm> orderBy,
    Expression limit,
    Expression offset,
    int number) {
  /** A query that nobody wrote: it has no number. */
  public Select(
      int position, With with, List<Arm> arms, List<OrderingTerm> orderBy, Expression limit, Expression offset) {
    this(position, with, arms, orderBy, limit, offset, 0);
  }

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

  /** VALUES (…), (…). @param isList it is the list behind IN, without the word VALUES */
  public record Values(int position, List<List<Expression>> rows, boolean isList) implements Core {
    public Values(int position, List<List<Expression>> rows) {
      this(position, rows, false);
    }
  }

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

    /** Whether rows of both sides are in the result. */
    public boolean isUnion() {
      return this == UNION || this == UNION_ALL;
    }

    /** As EXPLAIN QUERY PLAN prints it. */
    public String text() {
      return name().replace('_', ' ');
    }
  }
}
