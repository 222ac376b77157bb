// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * ORDER BY by sorting. Rows are pushed as records of the terms' values, then the wanted values that are not among
 * them. Without LIMIT a sorter
 * takes them; with LIMIT an ephemeral index, which keeps no more rows than are wanted: there a number behind the
 * terms keeps rows apart that are
 * equal in all of them.
 *
 * <p>If rows come ordered by the first terms already, each group of rows with equal values in these is sorted by
 * itself.
 */
final class SorterCode {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final List<BoundOrderingTerm> terms;
  private final List<BoundExpression> data;
  private final LimitCode limit;
  private final boolean isSorter;
  private final int cursor;
  private final int[] fields;
  private final List<BoundExpression> stored = new ArrayList<>();
  private int openAddress;

  // groups
  private int orderedTerms;
  private int innerBreak;
  private int outputReturn;
  private int outputLabel;
  private int groupEnd;

  /** What is done with the wanted values, which are in consecutive registers. */
  @FunctionalInterface
  interface RowCode {
    void emit(int firstRegister, int continueLabel);
  }

  /** @param data the values wanted of each row */
  SorterCode(CompileContext context, List<BoundOrderingTerm> terms, List<BoundExpression> data, LimitCode limit) {
    this.context = context;
    this.program = context.program();
    this.terms = terms;
    this.data = data;
    this.limit = limit;
    this.isSorter = !limit.hasLimit();
    this.cursor = program.newCursor();
    this.fields = new int[data.size()];
  }

  /** Works out which field of the record has which wanted value. */
  private void layOut() {
    int behindKey = terms.size() + (isSorter ? 0 : 1);
    for (int i = 0; i < fields.length; i++) {
      fields[i] = termOf(data.get(i));
      if (fields[i] < 0) {
        fields[i] = behindKey + stored.size();
        stored.add(data.get(i));
      }
    }
  }

  /**
   * The sorted term that has the very value; −1 if none has. Equal values of the terms that are ordered already may
   * look different.
   */
  private int termOf(BoundExpression value) {
    for (int i = orderedTerms; i < terms.size(); i++) {
      BoundExpression term = terms.get(i).expression();
      while (term instanceof BoundExpression.Collated collated) {
        term = collated.operand();
      }
      if (term.equals(value)) {
        return i;
      }
    }
    return -1;
  }

  /** Emits the opening, before the loops. */
  void open() {
    int columns = terms.size() + data.size() + (isSorter ? 0 : 1);
    openAddress =
        program.emit(
            isSorter ? Opcode.SorterOpen : Opcode.OpenEphemeral,
            cursor,
            columns,
            0,
            KeyOrders.ofTerms(context, terms, isSorter ? 0 : 1));
  }

  /** Takes the opening back: rows come in order. */
  void remove() {
    program.setOpcode(openAddress, Opcode.Noop);
  }

  /** Rows come ordered by the first terms: only groups need sorting. Called before {@link #push}. */
  void setOrderedTerms(int count) {
    orderedTerms = count;
    if (count > 0) {
      List<BoundOrderingTerm> rest = terms.subList(count, terms.size());
      program.setP4(openAddress, restOrder(rest));
    }
  }

  private Object restOrder(List<BoundOrderingTerm> rest) {
    return KeyOrders.ofTerms(context, rest, isSorter ? 0 : 1);
  }

  void explain() {
    if (!context.explainPlan().isOn()) {
      return;
    }
    int unsorted = terms.size() - orderedTerms;
    String what = "";
    if (orderedTerms > 0) {
      what = unsorted > 1 ? "LAST " + unsorted + " TERMS OF " : "LAST TERM OF ";
    }
    context.explainPlan().line("USE TEMP B-TREE FOR " + what + "ORDER BY");
  }

  /** With the sorter full, a row that is too large ends the innermost loop, whose further rows are no smaller. */
  void setInnerBreak(int label) {
    innerBreak = label;
  }

  /** Emits code that takes in the present row. */
  void push() {
    layOut();
    int keyCount = terms.size() + (isSorter ? 0 : 1);
    int count = keyCount + stored.size();
    int first = program.newRegisters(count);
    for (int i = 0; i < terms.size(); i++) {
      context.expressions().codeTo(terms.get(i).expression(), first + i);
    }
    if (!isSorter) {
      program.emit(Opcode.Sequence, cursor, first + terms.size());
    }
    int endOfRow = program.newLabel();
    if (orderedTerms == 0 && !isSorter) {
      keepFewest(first, terms.size(), innerBreak != 0 ? innerBreak : endOfRow);
    }
    for (int i = 0; i < stored.size(); i++) {
      context.expressions().codeTo(stored.get(i), first + keyCount + i);
    }
    if (orderedTerms > 0) {
      beginGroupIfChanged(first);
      if (!isSorter) {
        keepFewest(first + orderedTerms, terms.size() - orderedTerms, endOfRow);
      }
    }
    int record = context.temporary();
    int firstStored = first + orderedTerms;
    program.emit(Opcode.MakeRecord, firstStored, count - orderedTerms, record);
    if (isSorter) {
      program.emit(Opcode.SorterInsert, cursor, record, firstStored, (long) (count - orderedTerms));
    } else {
      program.emit(Opcode.IdxInsert, cursor, record, firstStored, (long) (count - orderedTerms));
    }
    context.releaseTemporary(record);
    program.place(endOfRow);
  }

  /** With as many rows as are wanted, a row takes the place of the last, unless it is not smaller. */
  private void keepFewest(int firstKey, int keyCount, int skipLabel) {
    int room = program.newLabel();
    program.emit(Opcode.IfNotZero, limit.keptRegister(), room);
    program.emit(Opcode.Last, cursor, 0);
    program.emit(Opcode.IdxLE, cursor, skipLabel, firstKey, (long) keyCount);
    program.emit(Opcode.Delete, cursor);
    program.place(room);
  }

  /** Emits code that hands on the sorted group when the ordered terms change. */
  private void beginGroupIfChanged(int first) {
    int previous = program.newRegisters(orderedTerms);
    outputReturn = program.newRegister();
    outputLabel = program.newLabel();
    groupEnd = program.newLabel();
    int started = program.newRegister();
    int same = program.newLabel();
    int changed = program.newLabel();
    int begin = program.newLabel();
    program.emit(Opcode.IfNot, started, begin);
    program.emit(
        Opcode.Compare,
        previous,
        first,
        orderedTerms,
        KeyOrders.ofTerms(context, terms.subList(0, orderedTerms), 0));
    program.emit(Opcode.Jump, changed, same, changed);
    program.place(changed);
    program.emit(Opcode.Gosub, outputReturn, outputLabel);
    program.emit(Opcode.ResetSorter, cursor);
    if (limit.hasLimit()) {
      program.emit(Opcode.IfNot, limit.keptRegister(), groupEnd);
    }
    program.place(begin);
    program.emit(Opcode.Integer, 1, started);
    program.emit(Opcode.Copy, first, previous, orderedTerms - 1);
    program.place(same);
  }

  /** Emits the loop over the sorted rows, after the loops that pushed them. It ends behind its code: there may be other arms of a compound. */
  void emitRows(RowCode row) {
    explain();
    int end = program.newLabel();
    if (orderedTerms == 0) {
      emitLoop(end, row);
      program.place(end);
      return;
    }
    program.place(groupEnd);
    program.emit(Opcode.Gosub, outputReturn, outputLabel);
    int done = program.newLabel();
    program.emit(Opcode.Goto, 0, done);
    program.place(outputLabel);
    emitLoop(end, row);
    program.place(end);
    program.emit(Opcode.Return, outputReturn);
    program.place(done);
  }

  private void emitLoop(int endLabel, RowCode row) {
    int next = program.newLabel();
    int first = program.newRegisters(data.size());
    int table = cursor;
    int record = 0;
    if (isSorter) {
      record = program.newRegister();
      table = program.newCursor();
      program.emit(Opcode.OpenPseudo, table, record, terms.size() - orderedTerms + stored.size());
    }
    program.emit(isSorter ? Opcode.SorterSort : Opcode.Sort, cursor, endLabel);
    int top = program.address();
    limit.skip(next);
    if (isSorter) {
      program.emit(Opcode.SorterData, cursor, record, table);
    }
    for (int i = data.size() - 1; i >= 0; i--) {
      program.emit(Opcode.Column, table, fields[i] - orderedTerms, first + i);
    }
    row.emit(first, next);
    program.place(next);
    program.emit(isSorter ? Opcode.SorterNext : Opcode.Next, cursor, top);
  }
}
