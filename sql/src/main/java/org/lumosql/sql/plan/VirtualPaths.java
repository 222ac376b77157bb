// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lumosql.record.Collation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Constants;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualTable;

/**
 * The paths through a virtual table or table-valued function. The table itself chooses: it is asked once for each set
 * of sources that could be read before it, with the terms that are known then marked as usable
 * (https://sqlite.org/vtab.html#xbestindex).
 */
final class VirtualPaths {
  private static final int SERVED = Operators.ANY_EQUAL | Operators.RANGE | Operators.IS_NULL;
  private static final int IN_VALUES = 46;

  private final PlanningContext context;
  private final PathSink sink;

  VirtualPaths(PlanningContext context, PathSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void add(int number, long prerequisites) {
    VirtualTable table =
        context.databases().virtualTable(((Source.FunctionSource) context.source(number)).table());
    List<Offer> offers = new ArrayList<>();
    for (Term term : context.terms().all()) {
      IndexPlan.Operator operator = operator(term);
      if (operator != null && term.source == number && !term.dropped && context.isUsable(term, number)) {
        offers.add(new Offer(term, operator));
      }
    }
    int conditions = offers.size();
    addBounds(offers, number);
    for (long known : knownSets(offers, number)) {
      Request request = new Request(table, number, prerequisites, known);
      Answer answer = ask(request, offers, false);
      if (answer == Answer.BOUNDS_IN_VAIN) {
        answer = ask(request, offers.subList(0, conditions), false);
      }
      if (answer == Answer.VALUE_BY_VALUE) {
        ask(request, offers.subList(0, conditions), true); // one scan without the IN may be cheaper, or in order
      }
    }
  }

  /** A term that the table is told of. */
  private record Offer(Term term, IndexPlan.Operator operator) {
    boolean isBound() {
      return operator == IndexPlan.Operator.LIMIT || operator == IndexPlan.Operator.OFFSET;
    }

    /** {@code (a, b) < (1, 2)} tells of {@code a} alone, and not whether it may be equal. */
    boolean isRow() {
      return term.right() != null && BoundTree.sizeOf(term.right()) > 1;
    }
  }

  /** @param known the sources that are read before */
  private record Request(VirtualTable table, int number, long prerequisites, long known) {}

  /** What came of asking. */
  private enum Answer {
    DONE,
    /** LIMIT or OFFSET were used although not all rows of the scan are rows of the query. */
    BOUNDS_IN_VAIN,
    /** The scan runs once for each value of an IN. */
    VALUE_BY_VALUE
  }

  /** LIMIT and OFFSET, if all other conditions are about this table, which stands alone. */
  private void addBounds(List<Offer> offers, int number) {
    LoopRequest.Hints hints = context.request().hints();
    boolean isAlone = context.sources().size() == 1 && !context.isPart();
    if (!isAlone || hints.limit() == null && hints.offset() == null) {
      return;
    }
    for (Term term : context.terms().all()) {
      boolean isOffered = term.source == number && term.neededRight == 0;
      if (!isOffered && !term.dropped && term.childCount == 0) {
        return;
      }
    }
    for (BoundOrderingTerm term : context.request().orderBy()) {
      if (term.hasBigNulls() || columnOf(term, number) == null) {
        return;
      }
    }
    if (hints.offset() != null) {
      offers.add(bound(IndexPlan.Operator.OFFSET, hints.offset(), number));
    }
    if (hints.limit() != null) {
      offers.add(bound(IndexPlan.Operator.LIMIT, hints.limit(), number));
    }
  }

  private static Offer bound(IndexPlan.Operator operator, BoundExpression value, int number) {
    Term term = new Term(-1, value, value, -1, false);
    term.source = number;
    term.right = value;
    term.operators = Operators.AUXILIARY;
    term.virtual = operator;
    return new Offer(term, operator);
  }

  /** The sets of sources that make a difference: none, those that each term needs, and all of them together. */
  private static Set<Long> knownSets(List<Offer> offers, int number) {
    Set<Long> sets = new LinkedHashSet<>();
    sets.add(0L);
    long all = 0;
    for (Offer offer : offers) {
      long needed = offer.term.neededRight & ~(1L << number);
      sets.add(needed);
      all |= needed;
    }
    sets.add(all);
    return sets;
  }

  /** @param withoutIn offer no IN */
  private Answer ask(Request request, List<Offer> offers, boolean withoutIn) {
    List<IndexPlan.Constraint> constraints = new ArrayList<>();
    for (Offer offer : offers) {
      boolean usable = (offer.term.neededRight & ~request.known) == 0 && !(withoutIn && offer.term.isIn());
      constraints.add(constraint(offer, usable));
    }
    int number = request.number;
    IndexPlan plan = new IndexPlan(constraints, orders(number), wanted(), columnMask(number));
    if (!request.table.plan(plan)) {
      return Answer.DONE;
    }
    Term[] arguments = new Term[plan.argumentCount()];
    Boolean[] served = new Boolean[plan.argumentCount()];
    Boolean[] whole = new Boolean[plan.argumentCount()];
    long needed = request.prerequisites;
    int values = 0;
    boolean areAllUsed = true;
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      int position = plan.argument(i);
      if (position > 0) {
        if (offer.isBound() && (values > 0 || !areAllUsed)) {
          return Answer.BOUNDS_IN_VAIN;
        }
        arguments[position - 1] = offer.term;
        served[position - 1] = plan.isOmitted(i) && !offer.isRow();
        whole[position - 1] = plan.isWhole(i);
        needed |= offer.term.neededRight;
        values += offer.term.isIn() && !plan.isWhole(i) ? IN_VALUES : 0;
      } else {
        areAllUsed = false;
      }
    }
    AccessPath draft = new AccessPath(number);
    draft.kind = AccessPath.Kind.VIRTUAL;
    draft.prerequisites = needed;
    draft.rows = LogEstimate.of(Math.max(1, plan.estimatedRows())) + values;
    draft.run = LogEstimate.ofReal(plan.estimatedCost()) + values;
    draft.oneRow = plan.isUnique() && values == 0;
    draft.virtualChoice =
        new VirtualChoice(
            plan.indexNumber(),
            plan.indexText(),
            plan.isShownHexadecimal(),
            List.of(arguments),
            List.of(served),
            List.of(whole),
            plan.isOrderConsumed() && values == 0,
            columnMask(number));
    sink.insert(draft);
    return values > 0 ? Answer.VALUE_BY_VALUE : Answer.DONE;
  }

  private IndexPlan.Constraint constraint(Offer offer, boolean usable) {
    Term term = offer.term;
    Collation collation = term.collation;
    boolean isWholeIn = term.isIn() && term.field < 0 && BoundTree.sizeOf(term.left) == 1;
    BoundExpression right = term.isIn() || term.right() == null || offer.isRow() ? null : term.right();
    return new IndexPlan.Constraint(
        term.column,
        offer.isRow() ? inclusive(offer.operator) : offer.operator,
        usable,
        isWholeIn,
        term.virtualFunction,
        collation == null ? "BINARY" : collation.name(),
        () -> LiteralValue.of(right));
  }

  private static IndexPlan.Operator inclusive(IndexPlan.Operator operator) {
    switch (operator) {
      case LT:
        return IndexPlan.Operator.LE;
      case GT:
        return IndexPlan.Operator.GE;
      default:
        return operator;
    }
  }

  /** What ORDER BY, GROUP BY or DISTINCT asks for, if this table alone could give it. */
  private List<IndexPlan.Order> orders(int number) {
    List<IndexPlan.Order> orders = new ArrayList<>();
    for (BoundOrderingTerm term : context.request().orderBy()) {
      ColumnValue column = columnOf(term, number);
      if (term.hasBigNulls() || column == null && !Constants.isConstant(term.expression())) {
        return List.of();
      }
      if (column != null) {
        orders.add(new IndexPlan.Order(Expressions.columnNumber(column), term.descending()));
      }
    }
    return orders;
  }

  /** The column of a source that a term is, if it compares as the column itself does; else null. */
  private ColumnValue columnOf(BoundOrderingTerm term, int number) {
    BoundExpression expression = term.expression();
    if (expression instanceof BoundExpression.Collated collated
        && ComparisonTyping.same(Typing.collationOrBinary(collated), Typing.collationOrBinary(collated.operand()))) {
      expression = collated.operand();
    }
    return expression instanceof ColumnValue column && column.source() == context.source(number) ? column : null;
  }

  private IndexPlan.Wanted wanted() {
    boolean isOnce = context.request().hints().equalRowsOnce();
    if (context.request().isGrouping()) {
      return isOnce ? IndexPlan.Wanted.DISTINCT : IndexPlan.Wanted.GROUPED;
    }
    // with a plain DISTINCT, the order is another matter
    boolean isSorted = isOnce && context.request().distinct().isEmpty();
    return isSorted ? IndexPlan.Wanted.DISTINCT_ORDERED : IndexPlan.Wanted.ORDERED;
  }

  /** A bit for each column that is read; bit 63 stands for all from there on. */
  private long columnMask(int number) {
    long mask = 0;
    BitSet used = context.request().usage().columns(context.source(number));
    for (int column = used.nextSetBit(0); column >= 0; column = used.nextSetBit(column + 1)) {
      mask |= 1L << Math.min(column, 63);
    }
    return mask;
  }

  private static IndexPlan.Operator operator(Term term) {
    if (term.virtual != null) {
      return term.virtual;
    }
    if ((term.operators & SERVED) == 0 || term.notNullBound) {
      return null;
    }
    switch (term.operators & SERVED) {
      case Operators.EQUAL:
      case Operators.IN:
        return IndexPlan.Operator.EQ;
      case Operators.IS:
        return IndexPlan.Operator.IS;
      case Operators.LESS:
        return IndexPlan.Operator.LT;
      case Operators.LESS_EQUAL:
        return IndexPlan.Operator.LE;
      case Operators.GREATER:
        return IndexPlan.Operator.GT;
      case Operators.GREATER_EQUAL:
        return IndexPlan.Operator.GE;
      case Operators.IS_NULL:
        return IndexPlan.Operator.IS_NULL;
      default:
        return null;
    }
  }
}
