// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.plan.AccessPath;
import org.lumosql.sql.plan.BoundIndex;
import org.lumosql.sql.plan.Expressions;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Constants;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * A search through an index, or a whole scan of one: the leading fields equal values, the next one lies between bounds.
 *
 * <pre>
 *        values of the leading fields into consecutive registers     (loops over IN values open here)
 *        start bound; SeekGE / SeekGT / Rewind                        → next value
 *        end bound
 *   top: IdxGT / IdxGE                                                → next value
 *        DeferredSeek to the table, unless the index covers
 *        body
 *        Next                                                         → top
 * </pre>
 */
final class IndexSearch {
  private final LoopContext context;
  private final OpenLoop loop;
  private final AccessPath path;
  private final ProgramBuilder program;
  private final EqualityCode equalities;
  private final boolean reverse;

  private Term start;
  private Term end;
  private int startCount;
  private int endCount;
  private boolean seekPastNull;
  private boolean stopAtNull;
  private int base;

  IndexSearch(LoopContext context, OpenLoop loop) {
    this.context = context;
    this.loop = loop;
    this.path = loop.path();
    this.program = context.program;
    this.equalities = new EqualityCode(context, loop);
    this.reverse = loop.plan.reverse();
  }

  void emit() {
    if (loop.plan.nullsApart()) {
      emitNullsApart();
    } else {
      emitInOnePass();
    }
    codeTableSeek();
    int step = path.isOneRow() ? Opcode.Noop : reverse ? Opcode.Prev : Opcode.Next;
    loop.stepOpcode = step;
    loop.stepP1 = loop.indexCursor;
    loop.stepP2 = loop.bodyAddress;
    loop.stepP5 = path.isConstrained() ? 0 : 1;
  }

  private void emitInOnePass() {
    chooseBounds();
    int extra = Math.max(Math.max(startCount, endCount), seekPastNull || stopAtNull ? 1 : 0);
    base = program.newRegisters(Math.max(1, path.equalCount() + extra));
    codeEqualities();
    startLikePasses();
    int constraints = codeStart();
    codeSeek(constraints);
    codeEnd();
  }

  // ---- NULLs apart ------------------------------------------------------------------------------------------------

  /** Two passes: values, then NULLs, if the order wants NULLs last; the other way round if it wants them first. */
  private void emitNullsApart() {
    int count = path.equalCount();
    base = program.newRegisters(count + 1);
    codeEqualities();
    program.emit(Opcode.Null, 0, base + count);
    boolean ascending = reverse == index().parts().get(count).descending();
    loop.nullsCounter = program.newRegister();
    loop.nullsLabel = program.newLabel();
    program.emit(Opcode.Integer, 1, loop.nullsCounter);
    seekPass(ascending, ascending);
    int over = program.emit(Opcode.Goto);
    loop.nullsAddress = program.address();
    seekPass(!ascending, ascending);
    program.jumpHere(over);
    loop.bodyAddress = program.address();
    int second = program.emit(Opcode.IfNot, loop.nullsCounter);
    endPass(ascending, ascending);
    int done = program.emit(Opcode.Goto);
    program.jumpHere(second);
    endPass(!ascending, ascending);
    program.jumpHere(done);
  }

  private void seekPass(boolean values, boolean ascending) {
    int count = path.equalCount();
    if (!values) {
      program.emit(reverse ? Opcode.SeekLE : Opcode.SeekGE, loop.indexCursor, loop.nullsLabel, base, count + 1L);
    } else if (ascending) {
      program.emit(reverse ? Opcode.SeekLT : Opcode.SeekGT, loop.indexCursor, loop.nullsLabel, base, count + 1L);
    } else if (count > 0) {
      program.emit(reverse ? Opcode.SeekLE : Opcode.SeekGE, loop.indexCursor, loop.nullsLabel, base, (long) count);
    } else {
      program.emit(reverse ? Opcode.Last : Opcode.Rewind, loop.indexCursor, loop.nullsLabel);
    }
  }

  private void endPass(boolean values, boolean ascending) {
    int count = path.equalCount();
    if (!values) {
      program.emit(reverse ? Opcode.IdxLT : Opcode.IdxGT, loop.indexCursor, loop.nullsLabel, base, count + 1L);
    } else if (!ascending) {
      program.emit(reverse ? Opcode.IdxLE : Opcode.IdxGE, loop.indexCursor, loop.nullsLabel, base, count + 1L);
    } else if (count > 0) {
      program.emit(reverse ? Opcode.IdxLT : Opcode.IdxGT, loop.indexCursor, loop.nullsLabel, base, (long) count);
    }
  }

  // ---- bounds -----------------------------------------------------------------------------------------------------

  private void chooseBounds() {
    start = path.bottomTerm();
    end = path.topTerm();
    startCount = path.bottomCount();
    endCount = path.topCount();
    int field = path.equalCount();
    // NULLs are smaller than everything: a lone upper bound must not find them
    if (end != null && start == null && mayHoldNull(field)) {
      seekPastNull = true;
    }
    boolean descending = field < fieldCount() && index().parts().get(field).descending();
    if (field < index().parts().size() && reverse != descending) {
      Term term = start;
      start = end;
      end = term;
      int count = startCount;
      startCount = endCount;
      endCount = count;
      stopAtNull = seekPastNull;
      seekPastNull = false;
    }
  }

  private Index index() {
    return path.index().index();
  }

  private int fieldCount() {
    return index().parts().size();
  }

  private boolean mayHoldNull(int field) {
    int column = index().parts().get(field).column();
    Table table = index().table();
    return column == Index.EXPRESSION || column >= 0 && column != table.rowidAlias() && !table.isNotNull(column);
  }

  private Affinity affinity(int field) {
    return Typing.affinity(path.index().part(field));
  }

  // ---- equalities -------------------------------------------------------------------------------------------------

  private void codeEqualities() {
    List<Affinity> affinities = new ArrayList<>();
    if (path.skipCount() > 0) {
      codeSkipping();
    }
    for (int field = 0; field < path.equalCount(); field++) {
      if (field < path.skipCount()) {
        affinities.add(Affinity.BLOB);
        continue;
      }
      Term term = path.terms().get(field);
      boolean backwards = reverse != index().parts().get(field).descending();
      equalities.code(term, field, backwards, base + field);
      if (!term.isNullTest() && !term.isIn() && !term.isIs() && EqualityCode.mayBeNull(term.right())) {
        program.emit(Opcode.IsNull, base + field, loop.breakLabel);
      }
      affinities.add(EqualityCode.needed(term, term.right(), affinity(field)));
    }
    EqualityCode.apply(context, base, affinities);
    new SearchFilter(context).ask(loop, base + path.skipCount());
  }

  /** Visits each combination of values of the leading fields that have no term. */
  private void codeSkipping() {
    int skipped = path.skipCount();
    program.emit(Opcode.Null, 0, base, base + skipped - 1);
    program.emit(reverse ? Opcode.Last : Opcode.Rewind, loop.indexCursor, loop.breakLabel);
    int over = program.emit(Opcode.Goto);
    loop.skipAddress =
        program.emit(
            reverse ? Opcode.SeekLT : Opcode.SeekGT, loop.indexCursor, loop.breakLabel, base, (long) skipped);
    program.jumpHere(over);
    for (int field = 0; field < skipped; field++) {
      program.emit(Opcode.Column, loop.indexCursor, field, base + field);
    }
  }

  // ---- start ------------------------------------------------------------------------------------------------------

  /** Texts that a LIKE matches are found in a first pass, blobs in a second one. */
  private void startLikePasses() {
    Term bound = start != null ? start : end;
    if (bound != null && bound.isLikeBound()) {
      loop.likeCounter = program.newRegister();
      program.emit(Opcode.Integer, 1, loop.likeCounter);
      loop.likeAddress = program.address();
      // blobs are larger than texts
      loop.blobsFirst = reverse != index().parts().get(path.equalCount()).descending();
    }
  }

  private int codeStart() {
    int constraints = path.equalCount();
    if (start != null) {
      codeBound(start, startCount);
      constraints += startCount;
      if (!RowidSearch.isRow(start)) {
        context.serve(loop, start);
      }
    } else if (seekPastNull) {
      program.emit(Opcode.Null, 0, base + path.equalCount());
      constraints++;
    }
    return constraints;
  }

  private void codeBound(Term bound, int count) {
    int field = path.equalCount();
    List<Affinity> affinities = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BoundExpression value = BoundTree.fieldOf(bound.right(), i);
      context.expressions.codeTo(value, base + field + i);
      affinities.add(EqualityCode.needed(value, affinity(field + i)));
    }
    if (bound.isNotNullBound()) {
      return;
    }
    if (count == 1 && EqualityCode.mayBeNull(BoundTree.fieldOf(bound.right(), 0))) {
      program.emit(Opcode.IsNull, base + field, loop.nextValueLabel);
    }
    EqualityCode.apply(context, base + field, affinities);
    if (loop.likeCounter != 0 && bound.isLikeBound()) {
      int skip = program.newLabel();
      program.emit(loop.blobsFirst ? Opcode.IfNot : Opcode.If, loop.likeCounter, skip);
      program.emit(Opcode.Cast, base + field, Affinity.BLOB.letter());
      program.place(skip);
    }
  }

  private void codeSeek(int constraints) {
    if (path.skipCount() > 0 && constraints == path.skipCount()) {
      return;
    }
    boolean including = start == null ? !seekPastNull : !start.isStrictBound() || RowidSearch.isRow(start) ;
    if (constraints == 0) {
      program.emit(reverse ? Opcode.Last : Opcode.Rewind, loop.indexCursor, loop.nextValueLabel);
      return;
    }
    int opcode =
        reverse
            ? including ? Opcode.SeekLE : Opcode.SeekLT
            : including ? Opcode.SeekGE : Opcode.SeekGT;
    program.emit(opcode, loop.indexCursor, loop.nextValueLabel, base, (long) constraints);
  }

  // ---- end --------------------------------------------------------------------------------------------------------

  private void codeEnd() {
    int constraints = path.equalCount();
    boolean including = true;
    if (end != null) {
      codeBound(end, endCount);
      constraints += endCount;
      including = !end.isStrictBound() || RowidSearch.isRow(end);
      if (!RowidSearch.isRow(end)) {
        context.serve(loop, end);
      }
    } else if (stopAtNull) {
      program.emit(Opcode.Null, 0, base + path.equalCount());
      including = false;
      constraints++;
    }
    loop.bodyAddress = program.address();
    if (constraints > 0) {
      int opcode =
          reverse
              ? including ? Opcode.IdxLT : Opcode.IdxLE
              : including ? Opcode.IdxGT : Opcode.IdxGE;
      program.emit(opcode, loop.indexCursor, loop.nextValueLabel, base, (long) constraints);
    }
  }

  // ---- the table --------------------------------------------------------------------------------------------------

  private void codeTableSeek() {
    Table table = index().table();
    if (loop.tableCursor < 0 || loop.tableCursor == loop.indexCursor) {
      return;
    }
    if (table.hasRowid()) {
      program.emit(Opcode.DeferredSeek, loop.indexCursor, 0, loop.tableCursor);
      return;
    }
    Index primary = table.primaryKeyIndex();
    int key = program.newRegisters(primary.keyCount());
    for (int i = 0; i < primary.keyCount(); i++) {
      int column = primary.parts().get(i).column();
      program.emit(Opcode.Column, loop.indexCursor, index().fieldOf(column), key + i);
    }
    program.emit(Opcode.NotFound, loop.tableCursor, loop.continueLabel, key, (long) primary.keyCount());
  }

  /** Expressions that the index has are taken from it instead of being computed. */
  static List<Integer> expressionFields(BoundIndex index) {
    List<Integer> fields = new ArrayList<>();
    for (int field = 0; field < index.index().parts().size(); field++) {
      if (index.index().parts().get(field).column() == Index.EXPRESSION && !Constants.isConstant(index.part(field))) {
        fields.add(field);
      }
    }
    return fields;
  }
}
