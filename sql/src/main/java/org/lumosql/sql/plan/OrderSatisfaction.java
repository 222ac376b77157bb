// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.Constants;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;

/**
 * How far a sequence of loops yields rows in a wanted order (https://sqlite.org/queryplanner.html#_sorting).
 *
 * <p>Goes through the loops from the outermost. A term is satisfied if its column is fixed by an equality, if it is the
 * next field of the loop's index with the right direction, or if everything it depends on is already decided. As soon
 * as a loop may yield several rows with the same values, loops inside it add nothing.
 */
final class OrderSatisfaction {
  private static final int MAXIMUM_TERMS = 62;

  private final PlanningContext context;
  private final List<BoundOrderingTerm> terms;
  private final Mode mode;

  private long satisfied;
  private long reverse;
  private long nullsApart;
  private long ready;
  private long decided;
  private boolean distinctSoFar;

  /** What kind of order is wanted. */
  enum Mode {
    ORDER_BY,
    /** The last loop alone counts: the others have few rows, and a LIMIT may end it early. */
    INNER_LOOP,
    GROUP_BY,
    DISTINCT,
    EXTREME
  }

  /**
   * @param count leading terms satisfied; −1 if further loops may satisfy more
   * @param reverse loops, by place in the sequence, that must run backwards
   * @param nullsApart loops that must visit NULLs apart from all other values, because the order wants them at the
   *     other end
   */
  record Result(int count, long reverse, long nullsApart) {}

  OrderSatisfaction(PlanningContext context, List<BoundOrderingTerm> terms, Mode mode) {
    this.context = context;
    this.terms = terms;
    this.mode = mode;
  }

  Result of(List<AccessPath> path) {
    return path.isEmpty() ? of(path, null) : of(path.subList(0, path.size() - 1), path.get(path.size() - 1));
  }

  /** @param before the loops around the last one; @param last null if there are no loops at all */
  Result of(List<AccessPath> before, AccessPath last) {
    int count = terms.size();
    if (count > MAXIMUM_TERMS || !before.isEmpty() && !context.isOn(Optimisation.ORDER_BY_IDX_JOIN)) {
      return new Result(0, 0, 0);
    }
    satisfied = 0;
    reverse = 0;
    nullsApart = 0;
    ready = 0;
    decided = 0;
    distinctSoFar = true;
    long all = (1L << count) - 1;
    for (int i = 0; last != null && i <= before.size() && distinctSoFar && satisfied != all; i++) {
      AccessPath loop = i < before.size() ? before.get(i) : last;
      if (mode != Mode.INNER_LOOP || i == before.size()) {
        if (loop.isVirtual()) {
          if (loop.virtualChoice.orderByConsumed() && terms == context.request().orderBy()) {
            return new Result(count, reverse, nullsApart);
          }
        }
        if (!visit(loop, i)) {
          return new Result(0, 0, 0);
        }
      }
      ready |= 1L << loop.source;
    }
    if (satisfied == all) {
      return new Result(count, reverse, nullsApart);
    }
    int known = distinctSoFar ? -1 : Long.numberOfTrailingZeros(~satisfied);
    return new Result(known, reverse, nullsApart);
  }

  /** Returns false if the loop's order cannot be told. */
  private boolean visit(AccessPath loop, int place) {
    satisfyFixed(loop);
    if (!loop.oneRow) {
      if (loop.kind != AccessPath.Kind.INDEX && loop.kind != AccessPath.Kind.TABLE) {
        return false;
      }
      if (!satisfyBySubquery(loop, place)) {
        satisfyByIndex(loop, place);
      }
    }
    if (distinctSoFar) {
      decided |= 1L << loop.source;
      satisfyDecided();
    }
    return true;
  }

  private boolean isSatisfied(int term) {
    return (satisfied >> term & 1) != 0;
  }

  // ---- columns fixed by equalities --------------------------------------------------------------------------------

  private void satisfyFixed(AccessPath loop) {
    for (int i = 0; i < terms.size(); i++) {
      if (!isSatisfied(i)
          && Expressions.withoutCollation(terms.get(i).expression()) instanceof BoundExpression.ColumnValue column
          && context.masks().number(column.source()) == loop.source
          && isFixed(column, terms.get(i).expression(), loop)) {
        satisfied |= 1L << i;
      }
    }
  }

  private int fixingOperators() {
    int operators = Operators.EQUAL | Operators.IS | Operators.IS_NULL;
    return mode == Mode.INNER_LOOP || mode == Mode.EXTREME ? operators | Operators.IN : operators;
  }

  private boolean isFixed(BoundExpression.ColumnValue column, BoundExpression wanted, AccessPath loop) {
    for (Term term : TermScan.ofColumn(context.terms(), context.masks(), loop.source, column, fixingOperators())) {
      // equal under a conversion is not yet the same value
      boolean converts =
          term.has(Operators.EQUAL | Operators.IS) && !ComparisonTyping.fits(term.affinity, Typing.affinity(column));
      if ((term.neededRight & ~ready) != 0 || converts) {
        continue;
      }
      if (term.isIn() && !loop.terms.contains(term)) {
        return false;
      }
      return term.column < 0
          || !term.has(Operators.EQUAL | Operators.IS)
          || ComparisonTyping.same(term.collation, Typing.collationOrBinary(wanted));
    }
    return false;
  }

  // ---- the order of a subquery --------------------------------------------------------------------------------------

  /** Whether the loop is over a subquery whose own ORDER BY satisfies a term. */
  private boolean satisfyBySubquery(AccessPath loop, int place) {
    if (loop.constrained
        || !(context.source(loop.source) instanceof Source.QuerySource source)
        || source.query().orderBy().isEmpty()
        || source.query().recursion() != null // orders what is still to be visited, not the rows that come out
        || !context.isOn(Optimisation.ORDER_BY_SUBQ)) {
      return false;
    }
    List<BoundOrderingTerm> inner = source.query().orderBy();
    int first = Long.numberOfTrailingZeros(~satisfied);
    int count = 0;
    while (count < inner.size() && first + count < terms.size()) {
      BoundOrderingTerm term = terms.get(first + count);
      if (!isColumn(term, source, orderColumn(source.query(), count)) || !isSameDirection(term, inner, count, loop, place)) {
        break;
      }
      satisfied |= 1L << first + count;
      count++;
    }
    if (count > 0) {
      distinctSoFar = false;
    }
    return count > 0;
  }

  /** The result column that a term of a query's ORDER BY is; −1 if it is none. */
  private static int orderColumn(BoundQuery query, int term) {
    if (query.orderColumns() != null) {
      return query.orderColumns()[term];
    }
    List<QueryBlock.Result> results = query.first().results();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).expression().equals(query.orderBy().get(term).expression())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isColumn(BoundOrderingTerm term, Source source, int column) {
    return column >= 0
        && Expressions.withoutCollation(term.expression()) instanceof BoundExpression.ColumnValue value
        && value.source() == source
        && value.column() == column;
  }

  private boolean isSameDirection(
      BoundOrderingTerm wanted, List<BoundOrderingTerm> inner, int number, AccessPath loop, int place) {
    if (mode == Mode.GROUP_BY || mode == Mode.DISTINCT) {
      return true;
    }
    BoundOrderingTerm given = inner.get(number);
    if (given.hasBigNulls() != wanted.hasBigNulls()) {
      return false;
    }
    boolean opposite = given.descending() != wanted.descending();
    if (number > 0) {
      return opposite == ((reverse >> place & 1) != 0);
    }
    if (opposite) {
      if (((Source.QuerySource) context.source(loop.source)).isCoroutine()) {
        return false;
      }
      reverse |= 1L << place;
    }
    return true;
  }

  // ---- fields of the index ----------------------------------------------------------------------------------------

  private void satisfyByIndex(AccessPath loop, int place) {
    BoundIndex index = loop.index;
    int keyCount = index == null ? 0 : index.keyCount();
    int fieldCount = index == null ? 1 : index.fieldCount();
    if (index != null && index.isPrimaryKeyTree()) {
      fieldCount = keyCount;
    }
    if (index != null) {
      distinctSoFar = index.isUnique() && !loop.skipScan;
    }
    boolean hasRowid = false;
    int direction = 0;
    for (int field = 0; field < fieldCount; field++) {
      if (isFixedField(loop, field)) {
        continue;
      }
      int column = index == null ? Index.ROWID : index.column(field);
      if (distinctSoFar && (column == Term.EXPRESSION || column >= 0 && mayBeNull(loop, column, field))) {
        distinctSoFar = false;
      }
      int match = isRepeatedIn(loop, field) ? -1 : match(loop, index, field, column);
      if (match >= 0 && mode != Mode.GROUP_BY && mode != Mode.DISTINCT) {
        boolean fieldDescends = index != null && index.index().parts().get(field).descending();
        int needed = fieldDescends == terms.get(match).descending() ? 1 : -1;
        boolean bigNulls = terms.get(match).hasBigNulls();
        // the range of a comparison has no NULLs
        boolean apart = bigNulls && field == loop.equalCount && index != null;
        if (bigNulls && !apart && index != null || direction != 0 && direction != needed) {
          match = -1;
        } else if (direction == 0) {
          direction = needed;
          if (needed < 0) {
            reverse |= 1L << place;
          }
        }
        if (match >= 0 && apart && !loop.range) {
          nullsApart |= 1L << place;
        }
      }
      if (match < 0) {
        if (field == 0 || field < keyCount) {
          distinctSoFar = false;
        }
        break;
      }
      hasRowid |= column == Index.ROWID;
      satisfied |= 1L << match;
    }
    if (hasRowid) {
      distinctSoFar = true;
    }
  }

  /** Whether an equality holds a field of the loop's index constant. */
  private boolean isFixedField(AccessPath loop, int field) {
    if (field >= loop.equalCount || field < loop.skipCount) {
      return false;
    }
    Term term = loop.terms.get(field);
    if (!term.has(fixingOperators())) {
      return false;
    }
    if (term.has(Operators.IS_NULL | Operators.IS)) {
      distinctSoFar = false;
    }
    return true;
  }

  private boolean mayBeNull(AccessPath loop, int column, int field) {
    Table table = context.table(loop.source);
    return field >= loop.equalCount && !(table != null && table.isNotNull(column));
  }

  /** A field whose IN has further fields: {@code (a,b) IN (…)} does not keep the order of a. */
  private static boolean isRepeatedIn(AccessPath loop, int field) {
    if (field >= loop.equalCount || field < loop.skipCount) {
      return false;
    }
    Term term = loop.terms.get(field);
    for (int i = field + 1; i < loop.equalCount; i++) {
      Term other = loop.terms.get(i);
      if (term.isIn() && other.parent != null && other.parent == term.parent) {
        return true;
      }
    }
    return false;
  }

  /** The term that a field of the index satisfies: the next one, or any if only grouping matters; −1 if none. */
  private int match(AccessPath loop, BoundIndex index, int field, int column) {
    boolean any = mode == Mode.GROUP_BY || mode == Mode.DISTINCT;
    for (int i = 0; i < terms.size(); i++) {
      if (isSatisfied(i)) {
        continue;
      }
      if (isField(loop, index, field, column, terms.get(i).expression())) {
        return i;
      }
      if (!any) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isField(AccessPath loop, BoundIndex index, int field, int column, BoundExpression wanted) {
    BoundExpression expression = Expressions.withoutCollation(wanted);
    if (column == Term.EXPRESSION) {
      if (!expression.equals(index.part(field))) {
        return false;
      }
    } else if (!(expression instanceof BoundExpression.ColumnValue value)
        || context.masks().number(value.source()) != loop.source
        || Expressions.columnNumber(value) != column) {
      return false;
    }
    if (column == Index.ROWID) {
      return true;
    }
    Collation collation = Typing.collationOrBinary(wanted);
    return Ascii.equal(collation.name(), index.collation(field));
  }

  // ---- everything else --------------------------------------------------------------------------------------------

  private void satisfyDecided() {
    for (int i = 0; i < terms.size(); i++) {
      if (!isSatisfied(i)) {
        BoundExpression expression = terms.get(i).expression();
        long needed = context.masks().of(expression);
        if ((needed != 0 || Constants.isConstant(expression)) && (needed & ~decided) == 0) {
          satisfied |= 1L << i;
        }
      }
    }
  }
}
