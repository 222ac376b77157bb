// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.record.Collation;
import org.lumosql.record.KeyOrder;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Constants;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * IN: a search in an ephemeral index that holds the right side, or a few comparisons if the list is short or
 * changes with each row.
 */
public final class InCompiler {
  private static final int FILTER_BYTES = 10_000;

  private final CompileContext context;
  private final ProgramBuilder program;
  private final ExpressionCompiler expressions;

  public InCompiler(CompileContext context) {
    this.context = context;
    this.program = context.program();
    this.expressions = context.expressions();
  }

  /** The value of IN: 1, 0 or NULL. */
  void valueTo(BoundExpression in, int target) {
    int no = program.newLabel();
    int unknown = program.newLabel();
    int end = program.newLabel();
    boolean negated = isNegated(in);
    int result = program.newRegister();
    program.emit(Opcode.Null, 0, result);
    search(in, no, unknown);
    program.emit(Opcode.Integer, negated ? 0 : 1, result);
    program.emit(Opcode.Goto, 0, end);
    program.place(no);
    program.emit(Opcode.Integer, negated ? 1 : 0, result);
    program.place(unknown);
    program.place(end);
    program.emit(Opcode.Copy, result, target, 0);
  }

  private static boolean isNegated(BoundExpression in) {
    return in instanceof BoundExpression.InList list ? list.negated() : ((BoundExpression.InQuery) in).negated();
  }

  /** Falls through if the condition is true, jumps to {@code no} if it is false, to {@code unknown} if it is NULL. */
  void jumpUnless(BoundExpression in, int no, int unknown) {
    if (!isNegated(in)) {
      search(in, no, unknown);
      return;
    }
    int absent = program.newLabel();
    if (no == unknown) {
      search(in, absent, no);
    } else {
      search(in, absent, unknown);
    }
    program.emit(Opcode.Goto, 0, no);
    program.place(absent);
  }

  /** Falls through if the left side is found; NOT plays no part here. */
  private void search(BoundExpression in, int no, int unknown) {
    if (in instanceof BoundExpression.InList list && isComparedDirectly(list)) {
      compare(list, no, unknown);
      return;
    }
    BoundExpression operand = operandOf(in);
    int size = BoundTree.sizeOf(operand);
    String affinities = affinities(in);
    int left = program.newRegisters(size);
    expressions.codeRow(operand, left);
    Set set = openSet(in, affinities, no != unknown && size == 1, true);
    if (no == unknown) {
      for (int i = 0; i < size; i++) {
        program.emit(Opcode.IsNull, left + i, no);
      }
      convert(left, size, affinities);
      if (set.filter() != 0) {
        program.emit(Opcode.Filter, set.filter(), no, left, (long) size);
      }
      program.emit(Opcode.NotFound, set.cursor(), no, left, (long) size);
      return;
    }
    withNulls(set, left, size, affinities, no, unknown);
  }

  /** Three outcomes: a NULL on the left, or among the values on the right, makes a miss unknown. */
  private void withNulls(Set set, int left, int size, String affinities, int no, int unknown) {
    int found = program.newLabel();
    int leftIsNull = program.newLabel();
    for (int i = 0; i < size; i++) {
      program.emit(Opcode.IsNull, left + i, leftIsNull);
    }
    convert(left, size, affinities);
    program.emit(Opcode.Found, set.cursor(), found, left, (long) size);
    if (size == 1) {
      program.emit(Opcode.NotNull, set.nullRegister(), no);
      program.emit(Opcode.Goto, 0, unknown);
      program.place(leftIsNull);
      // NULL IN (nothing) is false
      program.emit(Opcode.Rewind, set.cursor(), no);
      program.emit(Opcode.Goto, 0, unknown);
    } else {
      program.place(leftIsNull);
      scanForNulls(set, left, size, no, unknown);
    }
    program.place(found);
  }

  /** Looks for a row that is equal wherever neither side is NULL. */
  private void scanForNulls(Set set, int left, int size, int no, int unknown) {
    program.emit(Opcode.Rewind, set.cursor(), no);
    int top = program.address();
    int next = program.newLabel();
    int field = program.newRegister();
    for (int i = 0; i < size; i++) {
      program.emit(Opcode.Column, set.cursor(), i, field);
      program.emit(
          Opcode.Ne, left + i, next, field, new org.lumosql.vdbe.P4.Comparison(set.order().collation(i)), 0);
    }
    program.emit(Opcode.Goto, 0, unknown);
    program.place(next);
    program.emit(Opcode.Next, set.cursor(), top);
    program.emit(Opcode.Goto, 0, no);
  }

  private void convert(int first, int count, String affinities) {
    for (int i = 0; i < count; i++) {
      if (affinities.charAt(i) > Affinity.BLOB.letter()) {
        program.emit(Opcode.Affinity, first, count, 0, affinities);
        return;
      }
    }
  }

  // ---- direct comparison
  // -----------------------------------------------------------------------------------------------------

  private static boolean isComparedDirectly(BoundExpression.InList in) {
    if (in.list().size() <= 2) {
      return true;
    }
    for (BoundExpression element : in.list()) {
      if (!Constants.isConstant(element)) {
        return true;
      }
    }
    return false;
  }

  private void compare(BoundExpression.InList in, int no, int unknown) {
    int operand = program.newRegister();
    expressions.codeTo(in.operand(), operand);
    int found = program.newLabel();
    int nulls = no == unknown ? 0 : program.newRegister();
    if (nulls != 0) {
      program.emit(Opcode.BitAnd, operand, operand, nulls);
    }
    ConditionCompiler conditions = new ConditionCompiler(context, expressions);
    for (BoundExpression element : in.list()) {
      int register = expressions.code(element);
      if (nulls != 0) {
        program.emit(Opcode.BitAnd, nulls, register, nulls);
      }
      // the left side alone decides about conversion, whatever the element is
      BoundExpression plain = new BoundExpression.RegisterValue(register, Affinity.NONE, null);
      conditions.emitComparison(BinaryOperator.EQUAL, in.operand(), plain, operand, register, found, false);
      expressions.release(register);
    }
    if (nulls != 0) {
      program.emit(Opcode.IsNull, nulls, unknown);
    }
    program.emit(Opcode.Goto, 0, no);
    program.place(found);
  }

  // ---- the ephemeral index
  // ---------------------------------------------------------------------------------------------------

  /**
   * The right side as an ephemeral index.
   *
   * @param nullRegister NULL if the one column has a NULL, else not; 0 if that was not asked for
   * @param filter register of a Bloom filter over the keys, 0 if there is none
   */
  public record Set(int cursor, KeyOrder order, int nullRegister, int filter) {}

  private static BoundExpression operandOf(BoundExpression in) {
    return in instanceof BoundExpression.InList list
        ? list.operand()
        : ((BoundExpression.InQuery) in).operand();
  }

  /** The letters of the affinities that both sides are converted by. */
  public static String affinities(BoundExpression in) {
    if (in instanceof BoundExpression.InQuery query) {
      query.requireSameWidth();
    }
    BoundExpression operand = operandOf(in);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < BoundTree.sizeOf(operand); i++) {
      Affinity affinity = Typing.affinity(BoundTree.fieldOf(operand, i));
      if (in instanceof BoundExpression.InQuery query) {
        affinity = Typing.comparisonAffinity(affinity, query.query().valueAffinity(i));
      }
      if (affinity == Affinity.NONE) {
        affinity = Affinity.BLOB;
      } else if (affinity == Affinity.REAL) {
        affinity = Affinity.NUMERIC;
      }
      letters.append(affinity.letter());
    }
    return letters.toString();
  }

  /**
   * Emits code that fills an ephemeral index with the right side, for a loop over its values: once, unless it depends
   * on rows around it.
   */
  public Set openSet(BoundExpression in) {
    return openSet(in, affinities(in), false, false);
  }

  /** @param searched values will be looked up, rather than visited: a Bloom filter pays */
  private Set openSet(BoundExpression in, String affinities, boolean tellsNulls, boolean searched) {
    int cursor = program.newCursor();
    KeyOrder order = orderOf(in);
    int nullRegister = tellsNulls ? program.newRegister() : 0;
    int filter = 0;
    if (in instanceof BoundExpression.InQuery query) {
      SubqueryCompiler subqueries = new SubqueryCompiler(context);
      int once = subqueries.begin(query.query());
      subqueries.explain(query.query(), "LIST SUBQUERY ");
      program.emit(Opcode.OpenEphemeral, cursor, order.columnCount(), 0, order);
      Destination index = Destination.ephemeralIndex(cursor, affinities);
      if (searched && once >= 0 && context.databases().isOptimisationOn(Optimisation.BLOOM_FILTER)) {
        filter = program.newRegister();
        int begin = program.emit(Opcode.Blob, FILTER_BYTES, filter);
        FilteredSet filtered = new FilteredSet(index, affinities, filter);
        context.compile(query.query().withoutOrder(), filtered);
        if (!filtered.isFilled()) {
          program.setOpcode(begin, Opcode.Noop);
          filter = 0;
        }
      } else {
        context.compile(query.query().withoutOrder(), index);
      }
      noteNull(cursor, nullRegister);
      subqueries.end(once);
    } else {
      BoundExpression.InList list = (BoundExpression.InList) in;
      int once = isConstant(list) ? program.emit(Opcode.Once) : -1;
      program.emit(Opcode.OpenEphemeral, cursor, 1, 0, order);
      fill(list, cursor, affinities);
      noteNull(cursor, nullRegister);
      if (once >= 0) {
        program.jumpHere(once);
      }
    }
    return new Set(cursor, order, nullRegister, filter);
  }

  private static boolean isConstant(BoundExpression.InList in) {
    for (BoundExpression element : in.list()) {
      if (!Constants.isConstant(element)) {
        return false;
      }
    }
    return true;
  }

  private void fill(BoundExpression.InList in, int cursor, String affinities) {
    int value = program.newRegister();
    int record = program.newRegister();
    boolean factoring = context.setFactoring(false);
    for (BoundExpression element : in.list()) {
      expressions.codeTo(element, value);
      program.emit(Opcode.MakeRecord, value, 1, record, affinities);
      program.emit(Opcode.IdxInsert, cursor, record, value, 1L);
    }
    context.setFactoring(factoring);
  }

  /** NULLs sort first. */
  private void noteNull(int cursor, int register) {
    if (register != 0) {
      program.emit(Opcode.Integer, 0, register);
      int rewind = program.emit(Opcode.Rewind, cursor);
      program.emit(Opcode.Column, cursor, 0, register);
      program.jumpHere(rewind);
    }
  }

  private KeyOrder orderOf(BoundExpression in) {
    BoundExpression operand = operandOf(in);
    Collation[] collations = new Collation[BoundTree.sizeOf(operand)];
    for (int i = 0; i < collations.length; i++) {
      BoundExpression field = BoundTree.fieldOf(operand, i);
      if (in instanceof BoundExpression.InQuery query) {
        BoundQuery rows = query.query();
        collations[i] = Typing.comparisonCollation(field, rows.first().results().get(i).expression());
      } else {
        collations[i] = Typing.collationOrBinary(field);
      }
    }
    return new KeyOrder(context.databases().encoding(), collations, null, null);
  }
}
