// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Constants;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;

/**
 * Finds out what each condition offers to an index, and derives further terms: BETWEEN becomes two bounds, a comparison
 * of two columns one term for each, a row value one term per field, LIKE a range, ORs of equalities an IN.
 */
final class TermAnalyzer {
  private final Databases databases;
  private final List<Source> sources;
  private final SourceMasks masks;
  private final Joins joins;
  private final IndexBinder indexes;
  private final boolean hasVirtual;

  TermAnalyzer(Databases databases, List<Source> sources, SourceMasks masks, Joins joins, IndexBinder indexes) {
    this.databases = databases;
    this.sources = sources;
    this.masks = masks;
    this.joins = joins;
    this.indexes = indexes;
    this.hasVirtual = hasVirtual(sources);
  }

  private static boolean hasVirtual(List<Source> sources) {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i) instanceof Source.FunctionSource) {
        return true;
      }
    }
    return false;
  }

  Databases databases() {
    return databases;
  }

  SourceMasks masks() {
    return masks;
  }

  Joins joins() {
    return joins;
  }

  /** Analyses all terms of a list, last first, so that terms derived from late conditions come first. */
  void analyze(TermList list) {
    list.endOriginal();
    for (int i = list.size() - 1; i >= 0; i--) {
      analyze(list, list.get(i));
    }
  }

  private void analyze(TermList list, Term term) {
    BoundExpression expression = Expressions.withoutCollation(term.expression());
    term.truth = Likelihood.of(term.expression());
    term.needed = masks.of(expression);
    long extraRight = joinRequirements(term);
    if (expression instanceof BoundExpression.Comparison comparison) {
      analyzeComparison(list, term, comparison, extraRight);
    } else if (expression instanceof BoundExpression.InList in && !in.negated()) {
      analyzeInList(list, term, in, extraRight);
    } else if (expression instanceof BoundExpression.InQuery in && !in.negated()) {
      analyzeInQuery(list, term, in, extraRight);
    } else if (expression instanceof BoundExpression.NullTest test) {
      analyzeNullTest(list, term, test);
    } else if (expression instanceof BoundExpression.Between between && !between.negated() && !list.isDisjunction()) {
      BoundExpression operand = between.operand();
      derive(list, term, new BoundExpression.Comparison(BinaryOperator.GREATER_EQUAL, operand, between.low()));
      derive(list, term, new BoundExpression.Comparison(BinaryOperator.LESS_EQUAL, operand, between.high()));
    } else if (expression instanceof BoundExpression.Or && !list.isDisjunction()) {
      new OrAnalyzer(this).analyze(list, term);
    } else if (expression instanceof BoundExpression.Call call && !list.isDisjunction()) {
      new LikeRange(this).derive(list, term, call);
    }
    if (hasVirtual && !list.isDisjunction() && !term.derived) {
      new VirtualTerms(databases, masks).derive(list, term, expression, extraRight);
    }
    term.neededRight |= extraRight;
  }

  /** Adds what an ON clause implies; returns the sources that may not be read through this term. */
  private long joinRequirements(Term term) {
    if (term.joinedSource() < 0) {
      return 0;
    }
    long bit = 1L << term.joinedSource();
    boolean usesLater = term.needed >>> 1 >= bit;
    if (term.isOfOuterJoin()) {
      term.needed |= bit;
      if (usesLater) {
        throw new SqlException("ON clause references tables to its right");
      }
      // an index on a source that stands before may not leave out rows that the join keeps
      return bit - 1;
    }
    if (usesLater && joins.isLeftOfRight(0)) {
      throw new SqlException("ON clause references tables to its right");
    }
    return 0;
  }

  /** Adds a term that only helps to serve another. */
  Term derive(TermList list, Term parent, BoundExpression expression) {
    Term child = list.add(expression, parent.joinedSource(), parent.isOfOuterJoin());
    child.derived = true;
    analyze(list, child);
    child.truth = parent.truth;
    adopt(parent, child);
    return child;
  }

  static void adopt(Term parent, Term child) {
    child.parent = parent;
    parent.childCount++;
  }

  // ---- comparisons ------------------------------------------------------------------------------------------------

  private void analyzeComparison(TermList list, Term term, BoundExpression.Comparison comparison, long extraRight) {
    int operator = Operators.of(comparison.operator());
    if (BoundTree.sizeOf(comparison.left()) > 1) {
      analyzeRowComparison(list, term, comparison, operator);
      return;
    }
    if (operator == 0) {
      return;
    }
    BoundExpression left = comparison.left();
    BoundExpression right = comparison.right();
    term.left = left;
    term.right = right;
    term.affinity = ComparisonTyping.affinity(left, right);
    term.collation = ComparisonTyping.collation(left, right);
    term.neededRight = masks.of(right);
    long neededLeft = masks.of(left);
    // x = x + y: no index can help, but equal columns of one source are still equivalent
    int allowed = (term.neededRight & neededLeft) == 0 ? ~0 : Operators.EQUIVALENCE;
    boolean leftIndexable = setLeft(term, left, neededLeft);
    if (leftIndexable) {
      term.operators = operator & allowed;
    }
    addCommuted(list, term, comparison, allowed, extraRight, neededLeft);
  }

  /** Lets the right side's column be the left side too. */
  private void addCommuted(
      TermList list, Term term, BoundExpression.Comparison comparison, int allowed, long extraRight, long neededLeft) {
    if (term.neededRight == 0 && Constants.isLiteralOrParameter(comparison.right())) {
      return;
    }
    Term probe = new Term(-1, term.expression(), term.written(), -1, false);
    if (!setLeft(probe, comparison.right(), term.neededRight)) {
      return;
    }
    Term target = term;
    int equivalence = 0;
    if (term.source >= 0) {
      target = list.add(term.expression(), term.joinedSource(), term.isOfOuterJoin());
      target.derived = true;
      term.copied = true;
      adopt(term, target);
      if (isEquivalence(term, comparison)) {
        term.operators |= Operators.EQUIVALENCE;
        equivalence = Operators.EQUIVALENCE;
      }
    }
    target.source = probe.source;
    target.column = probe.column;
    target.left = comparison.right();
    target.right = comparison.left();
    target.commuted = true;
    target.affinity = term.affinity;
    target.collation = term.collation;
    target.truth = term.truth;
    target.needed = term.needed;
    target.neededRight = neededLeft | extraRight;
    target.operators = (Operators.of(Expressions.commuted(comparison.operator())) | equivalence) & allowed;
  }

  private boolean isEquivalence(Term term, BoundExpression.Comparison comparison) {
    if (!databases.isOptimisationOn(Optimisation.TRANSITIVE)
        || term.isOfOuterJoin()
        || comparison.operator() != BinaryOperator.EQUAL && comparison.operator() != BinaryOperator.IS) {
      return false;
    }
    var left = Typing.affinity(comparison.left());
    var right = Typing.affinity(comparison.right());
    if (left != right && !(left.isNumeric() && right.isNumeric())) {
      return false;
    }
    return ComparisonTyping.same(
            Typing.collationOrBinary(comparison.left()), Typing.collationOrBinary(comparison.right()));
  }

  /** Sets the left side if an index may serve it: a column, or an expression that some index of its source has. */
  private boolean setLeft(Term term, BoundExpression operand, long needed) {
    BoundExpression expression = operand;
    while (expression instanceof BoundExpression.Collated collated) {
      expression = collated.operand();
    }
    if (expression instanceof BoundExpression.FixedColumn fixed) {
      expression = fixed.column();
    }
    if (expression instanceof BoundExpression.ColumnValue column) {
      int source = masks.number(column.source());
      if (source < 0) {
        return false;
      }
      term.source = source;
      term.column = Expressions.columnNumber(column);
      return true;
    }
    if (needed == 0 || (needed & needed - 1) != 0) {
      return false;
    }
    int source = Long.numberOfTrailingZeros(needed);
    if (indexes.hasExpression(sources.get(source), expression)) {
      term.source = source;
      term.column = Term.EXPRESSION;
      return true;
    }
    return false;
  }

  private void analyzeRowComparison(TermList list, Term term, BoundExpression.Comparison comparison, int operator) {
    BoundExpression left = comparison.left();
    BoundExpression right = comparison.right();
    if ((operator & (Operators.EQUAL | Operators.IS)) != 0 && !list.isDisjunction()) {
      int width = BoundTree.sizeOf(left);
      if (left instanceof BoundExpression.RowValue || right instanceof BoundExpression.RowValue) {
        for (int i = 0; i < width; i++) {
          BoundExpression field =
              new BoundExpression.Comparison(
                  comparison.operator(), BoundTree.fieldOf(left, i), BoundTree.fieldOf(right, i));
          Term part = list.add(field, term.joinedSource(), term.isOfOuterJoin());
          // tested instead of the whole, and so as good as written
          list.endOriginal();
          analyze(list, part);
        }
        term.dropped = true;
        term.derived = true;
      }
      return;
    }
    if ((operator & Operators.RANGE) == 0) {
      return;
    }
    // the first fields give a bound, which may still include rows that the whole comparison leaves out
    BoundExpression first = BoundTree.fieldOf(left, 0);
    term.left = left;
    term.right = right;
    term.neededRight = masks.of(right);
    term.affinity = ComparisonTyping.affinity(first, BoundTree.fieldOf(right, 0));
    term.collation = ComparisonTyping.collation(first, BoundTree.fieldOf(right, 0));
    if ((term.neededRight & masks.of(left)) == 0 && setLeft(term, first, masks.of(first))) {
      term.operators = operator;
    }
  }

  private void analyzeInList(TermList list, Term term, BoundExpression.InList in, long extraRight) {
    if (in.list().isEmpty() || BoundTree.sizeOf(in.operand()) > 1) {
      return;
    }
    if (in.list().size() == 1 && Constants.isConstant(in.list().get(0))) {
      // an opaque right side lends the comparison neither affinity nor collation
      BoundExpression value = new BoundExpression.Opaque(in.list().get(0));
      analyzeComparison(
          list, term, new BoundExpression.Comparison(BinaryOperator.EQUAL, in.operand(), value), extraRight);
      return;
    }
    term.left = in.operand();
    term.affinity = ComparisonTyping.affinity(in.operand(), null);
    term.collation = ComparisonTyping.collation(in.operand(), null);
    for (BoundExpression value : in.list()) {
      term.neededRight |= masks.of(value);
    }
    long neededLeft = masks.of(in.operand());
    if ((term.neededRight & neededLeft) == 0 && setLeft(term, in.operand(), neededLeft)) {
      term.operators = Operators.IN;
    }
  }

  private void analyzeInQuery(TermList list, Term term, BoundExpression.InQuery in, long extraRight) {
    in.requireSameWidth();
    int width = BoundTree.sizeOf(in.operand());
    if (width == 1) {
      setIn(term, in, 0);
      return;
    }
    if (list.isDisjunction() || !(in.operand() instanceof BoundExpression.RowValue) || !isSimple(in.query()) || hasExtreme(in.query())) {
      return;
    }
    for (int i = 0; i < width; i++) {
      Term child = list.add(term.expression(), term.joinedSource(), term.isOfOuterJoin());
      child.derived = true;
      child.needed = term.needed;
      setIn(child, in, i);
      child.field = i;
      child.neededRight |= extraRight;
      adopt(term, child);
    }
  }

  /** min() and max() look at one row only: results that are not used must not be left out. */
  private static boolean hasExtreme(BoundQuery query) {
    return query.first().aggregates().stream().anyMatch(call -> call.function().has(FunctionDefinition.MIN_MAX));
  }

  /** One SELECT, or rows of VALUES. */
  private static boolean isSimple(BoundQuery query) {
    return !query.isCompound()
        || query.arms().stream()
            .allMatch(arm -> (arm.operator() == null || arm.operator() == CompoundOperator.UNION_ALL) && isRow(arm.block()));
  }

  private static boolean isRow(QueryBlock block) {
    return block.sources().isEmpty() && block.results().get(0).name() == null;
  }

  private void setIn(Term term, BoundExpression.InQuery in, int field) {
    BoundExpression operand = BoundTree.fieldOf(in.operand(), field);
    term.left = operand;
    term.neededRight = masks.of(in.query());
    term.affinity =
        ComparisonTyping.combined(Typing.affinity(operand), in.query().valueAffinity(field));
    term.collation = in.query().comparisonCollation(operand, field);
    long neededLeft = masks.of(operand);
    if ((term.neededRight & masks.of(in.operand())) == 0 && setLeft(term, operand, neededLeft)) {
      term.operators = Operators.IN;
    }
  }

  private void analyzeNullTest(TermList list, Term term, BoundExpression.NullTest test) {
    if (!test.negated()) {
      term.left = test.operand();
      if (setLeft(term, test.operand(), masks.of(test.operand()))) {
        term.operators = Operators.IS_NULL;
      }
      return;
    }
    if (list.isDisjunction() || term.isOfOuterJoin()) {
      return;
    }
    // x NOT NULL is x > NULL in the order of an index
    if (Expressions.withoutCollation(test.operand()) instanceof BoundExpression.ColumnValue column
        && Expressions.columnNumber(column) >= 0
        && masks.number(column.source()) >= 0) {
      Term child = list.add(term.expression(), term.joinedSource(), false);
      child.derived = true;
      child.notNullBound = true;
      child.left = test.operand();
      child.right = new BoundExpression.Null();
      child.collation = ComparisonTyping.collation(test.operand(), null);
      child.affinity = ComparisonTyping.affinity(test.operand(), null);
      child.operators = Operators.GREATER;
      child.needed = term.needed;
      setLeft(child, test.operand(), term.needed);
      adopt(term, child);
      term.copied = true;
    }
  }

  /** Whether the table of a source says that a column is never NULL. */
  static boolean isNotNull(Source source, int column) {
    Table table = Expressions.tableOf(source);
    return table != null && (column < 0 || column == table.rowidAlias() || table.isNotNull(column));
  }
}
