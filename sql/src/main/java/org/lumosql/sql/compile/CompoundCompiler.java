// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.plan.LogEstimate;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Compound queries. UNION ALL without ORDER BY runs its arms one after the other; everything else merges two
 * co-routines that give their rows in
 * the same order ({@link MergeCompiler}).
 */
final class CompoundCompiler {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final BoundQuery query;
  private int rows;
  private boolean isFirst = true;

  CompoundCompiler(CompileContext context, BoundQuery query) {
    this.context = context;
    this.program = context.program();
    this.query = query.withUnionsAppended();
  }

  /** Returns the estimate of rows. */
  int compile(Destination destination) {
    int end = program.newLabel();
    int estimate = rows(LimitCode.begin(context, query.limit(), query.offset(), end), destination, end);
    program.place(end);
    return estimate;
  }

  /** Emits the rows. The query's own limit is in force already. */
  int rows(LimitCode limit, Destination destination, int end) {
    int count = query.arms().size();
    if (count > 1) {
      limit.share();
    }
    if (isConstantRows()) {
      constantRows(limit, destination, end);
      rows = LogEstimate.of(count);
    } else if (query.orderBy().isEmpty()) {
      arms(count, limit, destination, end);
    } else {
      ordered(count, orderTerms(), limit, destination, end);
    }
    return isMerged() ? rows : limit.atMost(rows);
  }

  /** Whether the rows come out of a merge. As in SQLite the estimate of their number then knows nothing of a LIMIT. */
  private boolean isMerged() {
    int count = query.arms().size();
    return count > 1 && !isConstantRows() && (!query.orderBy().isEmpty() || query.arms().get(count - 1).operator() != CompoundOperator.UNION_ALL);
  }

  // ---- VALUES
  // ----------------------------------------------------------------------------------------------------------------

  private boolean isConstantRows() {
    for (BoundQuery.Arm arm : query.arms()) {
      QueryBlock block = arm.block();
      boolean isRow =
          block.sources().isEmpty()
              && block.conditions().isEmpty()
              && !block.isAggregate()
              && block.windows().isEmpty()
              && block.results().get(0).name() == null;
      if (!isRow || (arm.operator() != null && arm.operator() != CompoundOperator.UNION_ALL)) {
        return false;
      }
    }
    return query.orderBy().isEmpty();
  }

  /** What EXPLAIN QUERY PLAN calls rows of VALUES: it depends on whether SQLite computes them beside the query. */
  static String rowsLine(BoundQuery query) {
    boolean areBeside = query.arms().stream().allMatch(BoundQuery.Arm::isUntyped);
    return "SCAN " + query.arms().size() + (areBeside ? "-ROW VALUES CLAUSE" : " CONSTANT ROWS");
  }

  private void constantRows(LimitCode limit, Destination destination, int end) {
    context.explainPlan().line(rowsLine(query));
    int columns = query.columnCount();
    int first = destination.firstRegister() != 0 ? destination.firstRegister() : program.newRegisters(columns);
    boolean factoring = context.setFactoring(false);
    boolean isMuted = context.explainPlan().isMuted();
    for (BoundQuery.Arm arm : query.arms()) {
      int next = program.newLabel();
      limit.skip(next);
      if (destination.needsValues()) {
        context.expressions().codeList(BlockCompiler.resultExpressions(arm.block()), first);
      }
      destination.row(context, first, columns, end);
      limit.count(end);
      program.place(next);
      context.explainPlan().setMuted(true);
    }
    context.explainPlan().setMuted(isMuted);
    context.setFactoring(factoring);
  }

  // ---- without ORDER BY
  // ------------------------------------------------------------------------------------------------------

  /** Emits the rows of the first arms, in any order. */
  private void arms(int count, LimitCode limit, Destination destination, int end) {
    int first = count - 1;
    while (first > 0 && query.arms().get(first).operator() == CompoundOperator.UNION_ALL) {
      first--;
    }
    if (first > 0) {
      // everything up to the last operator that is not UNION ALL is one merge
      allOf(count, first, limit, destination, end);
      return;
    }
    if (count == 1) {
      block(query.arms().get(0), List.of(), limit, destination, end);
      return;
    }
    context.explainPlan().push("COMPOUND QUERY");
    for (int i = 0; i < count; i++) {
      context.explainPlan().push(i == 0 ? "LEFT-MOST SUBQUERY" : "UNION ALL");
      block(query.arms().get(i), List.of(), limit, destination, end);
      context.explainPlan().pop();
    }
    context.explainPlan().pop();
  }

  /** @param merge number of the arm that is merged with all before it; those behind it are UNION ALL */
  private void allOf(int count, int merge, LimitCode limit, Destination destination, int end) {
    merge(merge + 1, List.of(), limit, destination, end);
    for (int i = merge + 1; i < count; i++) {
      context.explainPlan().push("UNION ALL");
      block(query.arms().get(i), List.of(), limit, destination, end);
      context.explainPlan().pop();
    }
    if (merge + 1 < count) {
      // SQLite's tree leaves one level too many here: what follows stands beside the query that this belongs to
      context.explainPlan().pop();
    }
  }

  private void block(
      BoundQuery.Arm arm, List<BoundOrderingTerm> terms, LimitCode limit, Destination destination, int end) {
    QueryBlock block = arm.block();
    CompoundOperator operator = arm.operator();
    int own = QueryCompiler.rows(context, BlockCompiler.asQuery(block, terms), limit, destination, end);
    if (isFirst || operator == CompoundOperator.EXCEPT) { // of EXCEPT SQLite takes the number of its right side
      rows = own;
    } else {
      rows = operator.isUnion() ? LogEstimate.add(rows, own) : Math.min(rows, own);
    }
    isFirst = false;
  }

  // ---- with ORDER BY
  // ---------------------------------------------------------------------------------------------------------

  private List<ColumnTerm> orderTerms() {
    List<ColumnTerm> terms = new ArrayList<>();
    for (int i = 0; i < query.orderBy().size(); i++) {
      terms.add(new ColumnTerm(query.orderColumns()[i], query.orderBy().get(i)));
    }
    return terms;
  }

  /** A term that is a result column. */
  record ColumnTerm(int column, BoundOrderingTerm term) {}

  /** Emits the rows of the first arms in an order. */
  private void ordered(int count, List<ColumnTerm> terms, LimitCode limit, Destination destination, int end) {
    if (count > 1) {
      merge(count, terms, limit, destination, end);
      return;
    }
    QueryBlock only = query.first();
    block(query.arms().get(0), inArm(only, terms), limit, destination, end);
  }

  /** The terms as they are said of one arm: its own result expressions, with the collation of the whole query. */
  private static List<BoundOrderingTerm> inArm(QueryBlock arm, List<ColumnTerm> terms) {
    List<BoundOrderingTerm> own = new ArrayList<>();
    for (ColumnTerm term : terms) {
      BoundExpression value = arm.results().get(term.column()).expression();
      own.add(
          new BoundOrderingTerm(
              new BoundExpression.Collated(
                  value, org.lumosql.sql.resolve.Typing.collationOrBinary(term.term().expression())),
              term.term().descending(),
              term.term().nullsLast()));
    }
    return own;
  }

  /** Emits the merge of the first {@code count − 1} arms with the next one. */
  private void merge(int count, List<ColumnTerm> wanted, LimitCode limit, Destination destination, int end) {
    BoundQuery.Arm right = query.arms().get(count - 1);
    List<ColumnTerm> terms = right.operator() == CompoundOperator.UNION_ALL ? wanted : completed(wanted, count);
    context.explainPlan().push("MERGE (" + right.operator().text() + ")");
    MergeCompiler merge = new MergeCompiler(context, right.operator(), query.columnCount(), terms, destination.keepsSubtypes());
    merge.left(into -> into(count - 1, terms, into));
    merge.right(
        into -> {
          int armEnd = program.newLabel();
          block(right, inArm(right.block(), terms), LimitCode.none(context), into, armEnd);
          program.place(armEnd);
        });
    merge.emit(limit, destination, end);
    context.explainPlan().pop();
  }

  private void into(int count, List<ColumnTerm> terms, Destination destination) {
    int armEnd = program.newLabel();
    ordered(count, terms, LimitCode.none(context), destination, armEnd);
    program.place(armEnd);
  }

  /** To find equal rows of the first arms, all columns must take part in the order. */
  private List<ColumnTerm> completed(List<ColumnTerm> wanted, int count) {
    List<ColumnTerm> terms = new ArrayList<>(wanted);
    for (int column = 0; column < query.columnCount(); column++) {
      int number = column;
      if (wanted.stream().noneMatch(term -> term.column() == number)) {
        BoundExpression value =
            new BoundExpression.Collated(
                query.first().results().get(column).expression(), query.comparisonCollation(column, count));
        terms.add(new ColumnTerm(column, new BoundOrderingTerm(value, false, false)));
      }
    }
    return terms;
  }
}
