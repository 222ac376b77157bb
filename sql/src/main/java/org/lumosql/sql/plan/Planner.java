// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;

/** The entry to planning: from sources and conditions to a {@link JoinPlan}. One per compilation of a join. */
public final class Planner {
  private static final int STAR_SOURCES = 4;

  private final Databases databases;
  private final IndexBinder indexes;
  private final ToIntFunction<Source> subqueryRows;

  public Planner(Databases databases, IndexBinder indexes, ToIntFunction<Source> subqueryRows) {
    this.databases = databases;
    this.indexes = indexes;
    this.subqueryRows = subqueryRows;
  }

  /** @param isPart this is one disjunct of an OR on a source of a larger join */
  public JoinPlan plan(
      List<Source> sources, List<JoinCondition> conditions, LoopRequest request, boolean isPart) {
    SourceMasks masks = new SourceMasks(sources);
    Joins joins = isPart ? Joins.inner(sources.size()) : new Joins(sources);
    TermList terms = new TermList(null, false);
    List<JoinCondition> reduced = NotNullTests.apply(withoutReduced(conditions, masks, joins), masks, joins);
    addConditions(terms, reduced, propagated(reduced), masks, joins);
    addArguments(terms, sources, joins);
    TermAnalyzer analyzer = new TermAnalyzer(databases, sources, masks, joins, indexes);
    analyzer.analyze(terms);
    PlanningContext context =
        new PlanningContext(
            databases, sources, masks, joins, indexes, terms, request, subqueryRows, isPart);
    return plan(context.withRequest(withNullsLast(withDistinctOrder(context), context)));
  }

  /** Rows that come in groups of equals make DISTINCT cheap, unless there is another order or nothing to do. */
  private static LoopRequest withDistinctOrder(PlanningContext context) {
    LoopRequest request = context.request();
    if (request.distinct().isEmpty() || !request.orderBy().isEmpty() || PlanFinisher.isDistinctAnyway(context)) {
      return request;
    }
    return request.withOrder(ordering(request.distinct()), LoopRequest.Purpose.DISTINCT);
  }

  /** The ON clauses of joins that are no outer joins any more are like WHERE. */
  private static List<JoinCondition> withoutReduced(List<JoinCondition> conditions, SourceMasks masks, Joins joins) {
    List<JoinCondition> changed = null;
    for (int i = 0; i < conditions.size(); i++) {
      JoinCondition condition = conditions.get(i);
      int joined = condition.outerSource() == null ? -1 : masks.number(condition.outerSource());
      boolean keeps = joined >= 0 && (joins.isOuter(joined) || joins.isLeftOfRight(joined));
      if (joined >= 0 && !keeps) {
        changed = changed == null ? new ArrayList<>(conditions) : changed;
        changed.set(i, new JoinCondition(condition.expression(), null));
      }
    }
    return changed == null ? conditions : changed;
  }

  private List<JoinCondition> propagated(List<JoinCondition> conditions) {
    return databases.isOptimisationOn(Optimisation.PROPAGATE_CONST) ? ConstantPropagation.apply(conditions) : conditions;
  }

  /** min() wants the first value that is not NULL. */
  private static LoopRequest withNullsLast(LoopRequest request, PlanningContext context) {
    if (request.purpose() != LoopRequest.Purpose.MINIMUM) {
      return request;
    }
    List<BoundOrderingTerm> terms = new ArrayList<>();
    for (BoundOrderingTerm term : request.orderBy()) {
      boolean neverNull =
          term.expression() instanceof BoundExpression.ColumnValue column
              && !isOuter(context, column.source())
              && TermAnalyzer.isNotNull(column.source(), column.column());
      terms.add(new BoundOrderingTerm(term.expression(), false, !neverNull));
    }
    return request.withOrder(terms, LoopRequest.Purpose.MINIMUM);
  }

  /** A source of a query around is not joined here. */
  private static boolean isOuter(PlanningContext context, Source source) {
    int number = context.masks().number(source);
    return number >= 0 && context.joins().isOuter(number);
  }

  /** @param conditions those written, with constants put for columns */
  private static void addConditions(
      TermList terms, List<JoinCondition> written, List<JoinCondition> conditions, SourceMasks masks, Joins joins) {
    for (int place = 0; place < conditions.size(); place++) {
      JoinCondition condition = conditions.get(place);
      int joined = condition.outerSource() == null ? -1 : masks.number(condition.outerSource());
      boolean outer = joined >= 0 && joins.isOuter(joined);
      if (condition.expression() instanceof BoundExpression.And) {
        List<BoundExpression> conjuncts = Expressions.conjuncts(condition.expression());
        List<BoundExpression> before = Expressions.conjuncts(written.get(place).expression());
        for (int i = 0; i < conjuncts.size(); i++) {
          terms.add(conjuncts.get(i), before.get(i), joined, outer);
        }
      } else {
        terms.add(condition.expression(), written.get(place).expression(), joined, outer);
      }
    }
  }

  private static void addArguments(TermList terms, List<Source> sources, Joins joins) {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i) instanceof Source.FunctionSource function) {
        addArguments(terms, function, i, joins);
      }
    }
  }

  /** The arguments of a table-valued function are equalities with its hidden columns. */
  private static void addArguments(TermList terms, Source.FunctionSource function, int number, Joins joins) {
    int column = 0;
    for (BoundExpression argument : function.arguments()) {
      while (column < function.columnCount() && !function.table().column(column).hidden()) {
        column++;
      }
      if (column == function.columnCount()) {
        throw new SqlException(
            "too many arguments on function " + function.table().name() + "() - max " + hiddenColumns(function));
      }
      BoundExpression equality =
          new BoundExpression.Comparison(
              BinaryOperator.EQUAL,
              new BoundExpression.ColumnValue(function, column),
              new BoundExpression.Opaque(argument));
      boolean outer = joins.isOuter(number);
      terms.add(equality, outer || joins.isLeftOfRight(number) ? number : -1, outer);
      column++;
    }
  }

  private static int hiddenColumns(Source.FunctionSource function) {
    return (int) function.table().columns().stream().filter(column -> column.hidden()).count();
  }

  private JoinPlan plan(PlanningContext context) {
    AccessPath only = new Shortcut(context).find();
    if (only != null) {
      int ordered = context.request().orderBy().size();
      return new PlanFinisher(context)
          .finish(new JoinOrder.Partial(List.of(only), 1, only.rows, only.run, only.run, ordered, 0, 0));
    }
    List<AccessPath> paths = paths(context);
    if (context.terms().isRevised()) {
      // samples told later that a term which was taken for a rare case is not
      paths = paths(context);
    }
    boolean star =
        context.sources().size() >= STAR_SOURCES
            && context.isOn(Optimisation.STAR_QUERY)
            && new StarQuery(context, paths).adjust();
    JoinOrder.Partial best = new JoinOrder(context, paths, 0, star).best();
    if (best != null && !context.request().orderBy().isEmpty()) {
      best = new JoinOrder(context, keepEqualities(best, paths), Math.max(1, best.rows() + 1), star).best();
    }
    if (best == null) {
      throw new SqlException("no query solution");
    }
    return new PlanFinisher(context).finish(best);
  }

  private static List<AccessPath> paths(PlanningContext context) {
    PathSet paths = new PathSet();
    long before = 0;
    long prerequisites = 0;
    boolean afterRight = false;
    boolean hasRight = false;
    Joins joins = context.joins();
    for (int i = 0; i < context.sources().size(); i++) {
      boolean fixed = joins.isOuter(i) || joins.type(i) == JoinType.CROSS || joins.isLeftOfRight(i);
      if (fixed || afterRight) {
        // sources are not moved across outer and cross joins
        prerequisites |= before;
        hasRight |= joins.isLeftOfRight(i) || joins.type(i) == JoinType.CROSS;
        afterRight = joins.isRight(i);
      } else if (!hasRight) {
        prerequisites = 0;
      }
      paths.beginSource();
      addPaths(context, i, prerequisites, paths);
      before |= 1L << i;
    }
    return paths.paths();
  }

  private static void addPaths(PlanningContext context, int number, long before, PathSet sink) {
    long prerequisites = before;
    boolean isExists = context.source(number).isExists();
    sink.setOneRow(isExists);
    if (isExists) {
      // the first match must be the last word: all that is compared with it comes before
      prerequisites |= neededBy(context, number);
    }
    if (context.source(number) instanceof Source.FunctionSource) {
      new VirtualPaths(context, sink).add(number, prerequisites);
    } else {
      new TablePaths(context, context.terms(), sink).add(number, prerequisites);
    }
    if (context.terms().hasOr() && !sink.isExhausted()) {
      new OrPaths(context, sink).add(number, prerequisites);
    }
  }

  /** The other sources in conditions on a source. */
  private static long neededBy(PlanningContext context, int number) {
    long self = 1L << number;
    long needed = 0;
    for (Term term : context.terms().original()) {
      if ((term.needed & self) != 0) {
        needed |= term.needed;
      }
    }
    return needed & ~self;
  }

  /**
   * When the order comes into account, paths that ignore an equality which the best plan without order uses are left
   * out: saving a sort is not worth a whole scan.
   */
  private static List<AccessPath> keepEqualities(JoinOrder.Partial best, List<AccessPath> paths) {
    List<AccessPath> kept = new ArrayList<>(paths);
    for (AccessPath loop : best.loops()) {
      if (loop.isVirtual() || !(loop.equal || loop.in || loop.nullTest)) {
        break;
      }
      kept.removeIf(
          path ->
              path.source == loop.source
                  && !(path.equal || path.in || path.nullTest || path.kind == AccessPath.Kind.AUTOMATIC_INDEX));
    }
    return kept;
  }

  /** The order terms for a list of expressions whose direction does not matter. */
  static List<BoundOrderingTerm> ordering(List<BoundExpression> expressions) {
    List<BoundOrderingTerm> terms = new ArrayList<>(expressions.size());
    for (BoundExpression expression : expressions) {
      terms.add(new BoundOrderingTerm(expression, false, false));
    }
    return terms;
  }
}
