// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
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
    int key = set.isInOrder() ? left : program.newRegisters(size);
    if (no == unknown) {
      convert(left, size, affinities);
      for (int i = 0; i < size; i++) {
        program.emit(Opcode.IsNull, left + i, no);
      }
      arrange(set, left, key);
      if (set.filter() != 0) {
        program.emit(Opcode.Filter, set.filter(), no, left, (long) size);
      }
      if (set.isRowid()) {
        program.emit(Opcode.SeekRowid, set.cursor(), no, key);
      } else {
        find(set, left, key, no);
      }
      return;
    }
    withNulls(set, left, key, affinities, no, unknown);
  }

  /** Emits copying the left side's fields into the order of a stored index. */
  private void arrange(Set set, int left, int key) {
    if (key != left) {
      for (int i = 0; i < set.width(); i++) {
        program.emit(Opcode.Copy, left + i, key + set.place(i), 0);
      }
    }
  }

  /**
   * Emits a search for values that are not NULL. Columns behind the key of a table's own tree do not decide its order, and are compared with those of the one row that
   * has the key.
   */
  private void find(Set set, int left, int key, int missing) {
    int inKey = Math.min(set.width(), set.order().columnCount());
    program.emit(Opcode.NotFound, set.cursor(), missing, key, (long) inKey);
    for (int i = 0; inKey < set.width() && i < set.width(); i++) {
      if (set.place(i) >= inKey) {
        int field = program.newRegister();
        program.emit(Opcode.Column, set.cursor(), set.place(i), field);
        program.emit(Opcode.IsNull, field, missing);
        program.emit(Opcode.Ne, left + i, missing, field, new org.lumosql.vdbe.P4.Comparison(Collations.binary()), 0);
      }
    }
  }

  /** Three outcomes: a NULL on the left, or among the values on the right, makes a miss unknown. */
  private void withNulls(Set set, int left, int key, String affinities, int no, int unknown) {
    int size = set.width();
    int found = program.newLabel();
    int missing = program.newLabel();
    int leftIsNull = program.newLabel();
    convert(left, size, affinities);
    for (int i = 0; i < size; i++) {
      program.emit(Opcode.IsNull, left + i, leftIsNull);
    }
    arrange(set, left, key);
    if (set.isRowid()) {
      program.emit(Opcode.SeekRowid, set.cursor(), missing, key);
      program.emit(Opcode.Goto, 0, found);
      program.place(missing);
    } else {
      find(set, left, key, missing);
      program.emit(Opcode.Goto, 0, found);
      program.place(missing);
    }
    if (size == 1) {
      if (set.nullRegister() == 0) {
        program.emit(Opcode.Goto, 0, no);
      } else {
        program.emit(Opcode.NotNull, set.nullRegister(), no);
        program.emit(Opcode.Goto, 0, unknown);
      }
      program.place(leftIsNull);
      // NULL IN (nothing) is false
      program.emit(Opcode.Rewind, set.cursor(), no);
      program.emit(Opcode.Goto, 0, unknown);
    } else {
      program.place(leftIsNull);
      scanForNulls(set, left, no, unknown);
    }
    program.place(found);
  }

  /** Looks for a row that is equal wherever neither side is NULL. */
  private void scanForNulls(Set set, int left, int no, int unknown) {
    program.emit(Opcode.Rewind, set.cursor(), no);
    int top = program.address();
    int next = program.newLabel();
    int field = program.newRegister();
    for (int i = 0; i < set.width(); i++) {
      program.emit(Opcode.Column, set.cursor(), set.place(i), field);
      int place = set.place(i);
      Collation collation = place < set.order().columnCount() ? set.order().collation(place) : Collations.binary();
      program.emit(Opcode.Ne, left + i, next, field, new org.lumosql.vdbe.P4.Comparison(collation), 0);
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
   * The right side as an index, ephemeral or stored.
   *
   * @param order null for the rowids of a table
   * @param width fields of the left side
   * @param places the field of a stored index for each of them; null if they are in order
   * @param nullRegister NULL if the one column has a NULL, else not; 0 if that was not asked for, or it never has
   * @param filter register of a Bloom filter over the keys, 0 if there is none
   * @param isDescending the values come in descending order
   */
  public record Set(
      int cursor, KeyOrder order, int width, List<Integer> places, int nullRegister, int filter, boolean isDescending) {
    /** Whether the values are the rowids of a table. */
    public boolean isRowid() {
      return order == null;
    }

    boolean isInOrder() {
      return places == null;
    }

    /** The field that holds a field of the left side. */
    public int place(int field) {
      return places == null ? field : places.get(field);
    }
  }

  /** A set that another use of the same query may have, too: the same code fills it if it was not filled yet. */
  private record SharedSet(Set set, String affinities, int returnRegister, int start) {}

  private SharedSet sharedSet(BoundExpression.InQuery in, String affinities, KeyOrder order) {
    boolean isKnown =
        context.shared(in.query()) instanceof SharedSet shared
            && shared.affinities.equals(affinities)
            && isSame(shared.set.order(), order);
    return isKnown ? (SharedSet) context.shared(in.query()) : null;
  }

  private static boolean isSame(KeyOrder left, KeyOrder right) {
    for (int i = 0; i < left.columnCount(); i++) {
      if (left.collation(i) != right.collation(i)) {
        return false;
      }
    }
    return left.columnCount() == right.columnCount();
  }

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
      } else if (affinity == Affinity.REAL && in instanceof BoundExpression.InList) {
        affinity = Affinity.NUMERIC; // of a list the integers stay what they are, not so the rows of a query
      }
      letters.append(affinity.letter());
    }
    return letters.toString();
  }

  /**
   * Emits code that has the right side in an index, for a loop over its values: one that is stored, or an ephemeral one that is filled, once unless it
   * depends on rows around it.
   */
  public Set openSet(BoundExpression in) {
    return openSet(in, affinities(in), false, false);
  }

  /** @param searched values will be looked up, rather than visited: a Bloom filter pays */
  private Set openSet(BoundExpression in, String affinities, boolean tellsNulls, boolean searched) {
    int cursor = program.newCursor();
    StoredValues stored = in instanceof BoundExpression.InQuery query ? StoredValues.of(query, !searched) : null;
    if (stored != null) {
      affinities(in);
      return open(stored, cursor, tellsNulls);
    }
    KeyOrder order = orderOf(in);
    SharedSet known = in instanceof BoundExpression.InQuery query ? sharedSet(query, affinities(in), order) : null;
    if (known != null && (known.set.nullRegister() != 0 || !tellsNulls)) {
      context.explainPlan().line("REUSE LIST SUBQUERY " + ((BoundExpression.InQuery) in).query().number());
      program.emit(Opcode.Gosub, known.returnRegister, known.start);
      program.emit(Opcode.OpenDup, cursor, known.set.cursor());
      return new Set(
          cursor, order, order.columnCount(), null, known.set.nullRegister(), searched ? known.set.filter() : 0, false);
    }
    int nullRegister = tellsNulls ? program.newRegister() : 0;
    int filter = 0;
    if (in instanceof BoundExpression.InQuery query) {
      SubqueryCompiler subqueries = new SubqueryCompiler(context);
      boolean isShared = !query.query().isCorrelated();
      int returnRegister = 0;
      if (isShared) {
        returnRegister = program.newRegister();
        program.emit(Opcode.BeginSubrtn, 0, returnRegister);
      }
      int start = program.address();
      if (!searched) {
        // as in SQLite, values that drive a loop are planned apart from the loops around
        context.beginApart();
      }
      int once = subqueries.begin(query.query());
      subqueries.explain(query.query(), "LIST SUBQUERY ");
      program.emit(Opcode.OpenEphemeral, cursor, order.columnCount(), 0, order);
      Destination index = Destination.ephemeralIndex(cursor, affinities);
      if (searched && once >= 0 && context.databases().isOptimisationOn(Optimisation.BLOOM_FILTER)) {
        filter = program.newRegister();
        int begin = program.emit(Opcode.Blob, FILTER_BYTES, filter);
        FilteredSet filtered = new FilteredSet(index, affinities, filter);
        context.compile(query.query(), filtered);
        if (!filtered.isFilled()) {
          program.setOpcode(begin, Opcode.Noop);
          filter = 0;
        }
      } else {
        context.compile(query.query(), index);
      }
      noteNull(cursor, nullRegister, false);
      subqueries.end(once);
      if (!searched) {
        context.endApart();
      }
      if (isShared) {
        program.emit(Opcode.Return, returnRegister, start, 1);
        Set set = new Set(cursor, order, order.columnCount(), null, nullRegister, filter, false);
        context.setShared(query.query(), new SharedSet(set, affinities, returnRegister, start));
      }
    } else {
      BoundExpression.InList list = (BoundExpression.InList) in;
      int once = isConstant(list) ? program.emit(Opcode.Once) : -1;
      program.emit(Opcode.OpenEphemeral, cursor, 1, 0, order);
      fill(list, cursor, affinities);
      noteNull(cursor, nullRegister, false);
      if (once >= 0) {
        program.jumpHere(once);
      }
    }
    return new Set(cursor, order, order.columnCount(), null, nullRegister, filter, false);
  }

  private Set open(StoredValues stored, int cursor, boolean tellsNulls) {
    int once = program.emit(Opcode.Once);
    int width = stored.places().size();
    context.explainPlan().line(stored.line());
    if (stored.isRowid()) {
      context.openTable(stored.table(), cursor, Opcode.OpenRead);
      program.jumpHere(once);
      return new Set(cursor, null, 1, null, 0, 0, false);
    }
    KeyOrder order = stored.index().keyOrder(context.databases());
    context.useDatabase(stored.table().database());
    program.emit(Opcode.OpenRead, cursor, stored.index().rootPage(), stored.table().database(), order);
    int nullRegister = tellsNulls && !stored.isNeverNull() ? program.newRegister() : 0;
    noteNull(cursor, nullRegister, stored.isDescending());
    program.jumpHere(once);
    return new Set(cursor, order, width, width == 1 ? null : stored.places(), nullRegister, 0, stored.isDescending());
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

  /** NULLs sort first, in descending order last. */
  private void noteNull(int cursor, int register, boolean descending) {
    if (register != 0) {
      program.emit(Opcode.Integer, 0, register);
      int first = program.emit(descending ? Opcode.Last : Opcode.Rewind, cursor);
      program.emit(Opcode.Column, cursor, 0, register);
      program.jumpHere(first);
    }
  }

  private KeyOrder orderOf(BoundExpression in) {
    BoundExpression operand = operandOf(in);
    Collation[] collations = new Collation[BoundTree.sizeOf(operand)];
    for (int i = 0; i < collations.length; i++) {
      BoundExpression field = BoundTree.fieldOf(operand, i);
      if (in instanceof BoundExpression.InQuery query) {
        collations[i] = query.query().comparisonCollation(field, i);
      } else {
        collations[i] = Typing.collationOrBinary(field);
      }
    }
    return new KeyOrder(context.databases().encoding(), collations, null, null);
  }
}
