// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.sql.plan.Expressions;
import org.lumosql.sql.compile.InCompiler;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;

/**
 * Emits the values that a search compares the leading fields of an index with: constants, columns of outer loops, or
 * the values of an IN in turn.
 */
final class EqualityCode {
  private final LoopContext context;
  private final OpenLoop loop;
  private final Map<Term, InCompiler.Set> sharedIns = new HashMap<>();

  EqualityCode(LoopContext context, OpenLoop loop) {
    this.context = context;
    this.loop = loop;
  }

  /** The value of one term into a register; may open a loop over the values of an IN. */
  void code(Term term, int field, boolean reverse, int target) {
    if (term.isNullTest()) {
      context.program.emit(Opcode.Null, 0, target);
    } else if (term.isIn()) {
      codeIn(term, field, reverse, target);
    } else {
      context.expressions.codeTo(term.right(), target);
    }
    // a NULL row of a LEFT JOIN must still be seen by IS and by terms of WHERE
    context.serve(loop, term);
  }

  private void codeIn(Term term, int field, boolean reverse, int target) {
    if (loop.inLoops.isEmpty()) {
      loop.nextValueLabel = context.program.newLabel();
    }
    Term whole = term.field() < 0 ? term : term.parent();
    InCompiler.Set shared = sharedIns.get(whole);
    if (shared != null) {
      loop.inLoops.add(new OpenLoop.InLoop(shared.cursor(), value(shared, whole, term, target), Opcode.Noop, field));
      return;
    }
    InCompiler.Set set = new InValues(context).build(term, fieldsOf(whole, term));
    sharedIns.put(whole, set);
    boolean backwards = reverse != set.isDescending();
    context.program.emit(backwards ? Opcode.Last : Opcode.Rewind, set.cursor());
    int top = value(set, whole, term, target);
    loop.inLoops.add(new OpenLoop.InLoop(set.cursor(), top, backwards ? Opcode.Prev : Opcode.Next, field));
  }

  /** Emits reading a term's value of the present entry. Returns the address. */
  private int value(InCompiler.Set set, Term whole, Term term, int target) {
    int top =
        set.isRowid()
            ? context.program.emit(Opcode.Rowid, set.cursor(), target)
            : context.program.emit(Opcode.Column, set.cursor(), set.place(valueColumn(whole, term)), target);
    context.program.emit(Opcode.IsNull, target, 0);
    return top;
  }

  /** The fields of a row value that this loop's index serves, in the order of the index. */
  private List<Integer> fieldsOf(Term whole, Term term) {
    List<Integer> fields = new ArrayList<>();
    if (term.field() < 0) {
      fields.add(0);
      return fields;
    }
    for (Term served : loop.path().terms()) {
      if (served != null && served.parent() == whole && served.field() >= 0) {
        fields.add(served.field());
      }
    }
    if (fields.size() == whole.childCount()) {
      // all of the row value: its own order will do
      fields.sort(null);
    }
    return fields;
  }

  private int valueColumn(Term whole, Term term) {
    return term.field() < 0 ? 0 : fieldsOf(whole, term).indexOf(term.field());
  }

  // ---- affinity ---------------------------------------------------------------------------------------------------

  /** The affinity that a value must get before it is looked for in a field; BLOB if none. */
  static Affinity needed(Term term, BoundExpression value, Affinity field) {
    if (term != null && (term.isNullTest() || term.isIn() && !(term.expression() instanceof BoundExpression.InList))) {
      return Affinity.BLOB;
    }
    if (term != null && term.isIn()) {
      return field.isNumeric() ? Affinity.NUMERIC : field;
    }
    return needed(value, field);
  }

  static Affinity needed(BoundExpression value, Affinity field) {
    Affinity own = Typing.affinity(value);
    Affinity compared;
    if (own != Affinity.NONE && field != Affinity.NONE) {
      compared = own.isNumeric() || field.isNumeric() ? Affinity.NUMERIC : Affinity.BLOB;
    } else {
      compared = field == Affinity.NONE ? own : field;
    }
    if (compared == Affinity.BLOB || compared == Affinity.NONE || needsNoChange(value, field)) {
      return Affinity.BLOB;
    }
    // a number is looked for as it is: REAL would round a large integer
    return field.isNumeric() ? Affinity.NUMERIC : field;
  }

  private static boolean needsNoChange(BoundExpression value, Affinity affinity) {
    BoundExpression inner = value;
    while (inner instanceof BoundExpression.Opaque opaque) {
      inner = opaque.operand();
    }
    if (inner instanceof BoundExpression.Negate negate) {
      inner = negate.operand();
    }
    if (inner instanceof BoundExpression.IntegerConstant || inner instanceof BoundExpression.RealConstant) {
      return affinity.isNumeric();
    }
    if (value instanceof BoundExpression.TextConstant) {
      return affinity == Affinity.TEXT;
    }
    return value instanceof BoundExpression.BlobConstant
        || affinity.isNumeric()
            && value instanceof BoundExpression.ColumnValue column
            && Expressions.columnNumber(column) < 0;
  }

  /** Converts values in consecutive registers; those at both ends that need nothing are left out. */
  static void apply(LoopContext context, int first, List<Affinity> affinities) {
    int start = 0;
    int end = affinities.size();
    while (start < end && isNothing(affinities.get(start))) {
      start++;
    }
    while (end > start && isNothing(affinities.get(end - 1))) {
      end--;
    }
    if (end > start) {
      StringBuilder letters = new StringBuilder();
      for (Affinity affinity : affinities.subList(start, end)) {
        letters.append(isNothing(affinity) ? Affinity.BLOB.letter() : affinity.letter());
      }
      context.program.emit(Opcode.Affinity, first + start, end - start, 0, letters.toString());
    }
  }

  private static boolean isNothing(Affinity affinity) {
    return affinity.ordinal() <= Affinity.BLOB.ordinal();
  }

  static boolean mayBeNull(BoundExpression expression) {
    BoundExpression inner = expression;
    while (inner instanceof BoundExpression.Opaque opaque) {
      inner = opaque.operand();
    }
    return !(inner instanceof BoundExpression.IntegerConstant
        || inner instanceof BoundExpression.RealConstant
        || inner instanceof BoundExpression.TextConstant
        || inner instanceof BoundExpression.BlobConstant
        || inner instanceof BoundExpression.Negate negate && !mayBeNull(negate.operand()));
  }
}
