// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.vdbe.Program;

/**
 * One SELECT … FROM … WHERE … GROUP BY … HAVING, or one row of VALUES (no sources). Equal by identity.
 *
 * @see BoundQuery
 */
public final class QueryBlock {
  private final boolean distinct;
  private final List<Result> results;
  private final List<Source> sources;
  private final List<JoinCondition> conditions;
  private final List<BoundExpression> groupBy;
  private final BoundExpression having;
  private final List<AggregateCall> aggregates;
  private final List<WindowCall> windows;

  /**
   * A result column.
   *
   * @param label as SQLite names it
   * @param name what the column is called if the query is a view or makes a table: alias, column name or text; null for
   *     VALUES
   * @param written what it is called if the query is a subquery or common table: as the name, but a column as it is written here, not as its table declares it
   */
  public record Result(BoundExpression expression, String label, Program.ResultColumn origin, String name, String written) {
    public Result(BoundExpression expression, String label, Program.ResultColumn origin) {
      this(expression, label, origin, label, label);
    }

    /** The same column with another value. */
    public Result with(BoundExpression value) {
      return new Result(value, label, origin, name, written);
    }
  }

  /**
   * A conjunct of WHERE or of an ON/USING/NATURAL clause; AND is split already.
   *
   * @param outerSource for a condition of an outer join: the source whose joinType is LEFT, RIGHT or FULL and whose
   *     ON clause it is from; null for
   *     WHERE and for ON of inner joins. Such a condition decides matches, it does not remove rows of the kept
   * side. If a RIGHT or FULL join
   *     stands to the right of an inner join, that inner join's ON conditions name their source (of joinType INNER
   * or CROSS) too: they belong to
   *     the kept side's rows, while WHERE is applied after all joins.
   * @param isOfJoin whether it is from an ON, USING or NATURAL clause
   */
  public record JoinCondition(BoundExpression expression, Source outerSource, boolean isOfJoin) {
    public JoinCondition(BoundExpression expression, Source outerSource) {
      this(expression, outerSource, outerSource != null);
    }
  }

  public QueryBlock(
      boolean distinct,
      List<Result> results,
      List<Source> sources,
      List<JoinCondition> conditions,
      List<BoundExpression> groupBy,
      BoundExpression having,
      List<AggregateCall> aggregates,
      List<WindowCall> windows) {
    this.distinct = distinct;
    this.results = List.copyOf(results);
    this.sources = List.copyOf(sources);
    this.conditions = List.copyOf(conditions);
    this.groupBy = List.copyOf(groupBy);
    this.having = having;
    this.aggregates = List.copyOf(aggregates);
    this.windows = List.copyOf(windows);
  }

  /** The same rows by grouping: all results become GROUP BY terms instead of DISTINCT. */
  public QueryBlock asGrouping() {
    List<BoundExpression> terms = new java.util.ArrayList<>();
    results.forEach(result -> terms.add(result.expression()));
    return new QueryBlock(false, results, sources, conditions, terms, having, aggregates, windows);
  }

  /** The same without DISTINCT. */
  public QueryBlock withDuplicates() {
    return new QueryBlock(false, results, sources, conditions, groupBy, having, aggregates, windows);
  }

  public QueryBlock withResults(List<Result> newResults) {
    return new QueryBlock(distinct, newResults, sources, conditions, groupBy, having, aggregates, windows);
  }

  public QueryBlock withSources(List<Source> newSources) {
    return new QueryBlock(distinct, results, newSources, conditions, groupBy, having, aggregates, windows);
  }

  public QueryBlock withConditions(List<JoinCondition> newConditions) {
    return new QueryBlock(distinct, results, sources, newConditions, groupBy, having, aggregates, windows);
  }

  public QueryBlock withHaving(BoundExpression newHaving) {
    return new QueryBlock(distinct, results, sources, conditions, groupBy, newHaving, aggregates, windows);
  }

  public boolean isDistinct() {
    return distinct;
  }

  public List<Result> results() {
    return results;
  }

  /** Empty if there is no FROM. */
  public List<Source> sources() {
    return sources;
  }

  public List<JoinCondition> conditions() {
    return conditions;
  }

  public List<BoundExpression> groupBy() {
    return groupBy;
  }

  /** Or null. */
  public BoundExpression having() {
    return having;
  }

  public List<AggregateCall> aggregates() {
    return aggregates;
  }

  public List<WindowCall> windows() {
    return windows;
  }

  /** Whether rows are grouped: GROUP BY, or an aggregate anywhere. */
  public boolean isAggregate() {
    return !groupBy.isEmpty() || !aggregates.isEmpty();
  }
}
