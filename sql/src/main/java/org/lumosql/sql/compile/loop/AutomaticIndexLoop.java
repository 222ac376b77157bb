// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Builds an index for the duration of the statement when the loop is first reached, with a Bloom filter before it, and
 * searches it.
 */
final class AutomaticIndexLoop {
  private static final int FILTER_BYTES = 10_000;

  private final LoopContext context;
  private final OpenLoop loop;
  private final ProgramBuilder program;
  private final Source source;
  private final List<Term> keys;
  private final int[] columns;
  private final int filter;

  AutomaticIndexLoop(LoopContext context, OpenLoop loop) {
    this.context = context;
    this.loop = loop;
    this.program = context.program;
    this.source = loop.plan.source();
    this.keys = loop.path().terms();
    this.columns = columns();
    boolean isFiltered = context.compile.databases().isOptimisationOn(Optimisation.BLOOM_FILTER);
    this.filter = isFiltered ? program.newRegister() : 0;
  }

  /**
   * Key columns first, then all others that are read, in order. What identifies the row is always there: an index holds
   * equal entries but once.
   */
  private int[] columns() {
    List<Integer> list = new ArrayList<>();
    for (Term term : keys) {
      list.add(term.column());
    }
    BitSet used = (BitSet) context.plan.columnsUsed(loop.plan.number()).clone();
    if (source instanceof Source.TableSource table && !table.table().hasRowid()) {
      table.table().definition().primaryKey().forEach(used::set);
    }
    boolean all = !(source instanceof Source.TableSource);
    for (int column = 0; column < source.columnCount(); column++) {
      if ((all || used.get(column)) && !list.contains(column)) {
        list.add(column);
      }
    }
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Emits the code that builds the index once; the cursor is then the loop's index cursor. */
  void build() {
    int once = program.emit(Opcode.Once);
    loop.indexCursor = program.newCursor();
    int width = columns.length + (hasTrailer() ? 1 : 0);
    program.emit(Opcode.OpenAutoindex, loop.indexCursor, width, 0, order(width));
    if (filter != 0) {
      context.compile.explainPlan().line(bloomFilterLine());
      program.emit(Opcode.Blob, FILTER_BYTES, filter);
    }
    SourceAccess access = context.compile.access(source);
    if (access instanceof CoroutineAccess coroutine) {
      buildFromCoroutine(coroutine);
    } else {
      buildFromCursor(access);
    }
    program.jumpHere(once);
  }

  /** Whether the rowid, or a number in its place, stands behind the columns. */
  private boolean hasTrailer() {
    return !(source instanceof Source.TableSource table) || table.table().hasRowid();
  }

  private KeyOrder order(int width) {
    Collation[] collations = new Collation[width];
    for (int i = 0; i < width; i++) {
      collations[i] = i < keys.size() ? keys.get(i).collation() : Collations.binary();
    }
    return new KeyOrder(context.compile.databases().encoding(), collations, null, null);
  }

  private String bloomFilterLine() {
    StringBuilder line = new StringBuilder("BLOOM FILTER ON ").append(PlanLine.nameOf(source)).append(" (");
    for (int i = 0; i < keys.size(); i++) {
      line.append(i > 0 ? " AND " : "").append(source.columnName(keys.get(i).column())).append("=?");
    }
    return line.append(')').toString();
  }

  private void buildFromCoroutine(CoroutineAccess coroutine) {
    int sequence = program.newRegister();
    program.emit(Opcode.Integer, 0, sequence);
    program.emit(Opcode.InitCoroutine, coroutine.yieldRegister(), 0, coroutine.start());
    int top = program.emit(Opcode.Yield, coroutine.yieldRegister());
    int next = program.newLabel();
    insert(coroutine, true, next);
    program.place(next);
    program.emit(Opcode.Goto, 0, top);
    program.jumpHere(top);
  }

  private void buildFromCursor(SourceAccess access) {
    int end = program.emit(Opcode.Rewind, loop.tableCursor);
    int top = program.address();
    int next = program.newLabel();
    insert(access, false, next);
    program.place(next);
    program.emit(Opcode.Next, loop.tableCursor, top, 0, null, 3);
    program.jumpHere(end);
  }

  private void insert(SourceAccess access, boolean sequence, int next) {
    if (loop.path().isPartialAutomatic()) {
      for (Term term : context.plan.singleSourceTerms(loop.plan.number())) {
        if (!context.isTested(term)) {
          context.expressions.jumpIfFalse(term.expression(), next, true);
          context.setTested(term);
        }
      }
    }
    int width = columns.length + (hasTrailer() ? 1 : 0);
    int first = program.newRegisters(width);
    for (int i = 0; i < columns.length; i++) {
      access.column(context.compile, columns[i], first + i);
    }
    if (sequence) {
      program.emit(Opcode.Sequence, loop.indexCursor, first + columns.length);
    } else if (hasTrailer()) {
      access.column(context.compile, -1, first + columns.length);
    }
    int record = context.compile.temporary();
    program.emit(Opcode.MakeRecord, first, width, record);
    if (filter != 0) {
      program.emit(Opcode.FilterAdd, filter, 0, first, (long) keys.size());
    }
    program.emit(Opcode.IdxInsert, loop.indexCursor, record, 0, null, 16);
    context.compile.releaseTemporary(record);
  }

  /** Emits the search; rows are read from the index from now on. */
  void search() {
    int base = program.newRegisters(keys.size());
    EqualityCode equalities = new EqualityCode(context, loop);
    List<Affinity> affinities = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Term term = keys.get(i);
      equalities.code(term, i, false, base + i);
      if (!term.isIs()) {
        program.emit(Opcode.IsNull, base + i, loop.breakLabel);
      }
      affinities.add(EqualityCode.needed(term, term.right(), source.affinity(term.column())));
    }
    EqualityCode.apply(context, base, affinities);
    if (filter != 0) {
      program.emit(Opcode.Filter, filter, loop.nextValueLabel, base, (long) keys.size());
    }
    program.emit(Opcode.SeekGE, loop.indexCursor, loop.nextValueLabel, base, (long) keys.size());
    loop.bodyAddress = program.emit(Opcode.IdxGT, loop.indexCursor, loop.nextValueLabel, base, (long) keys.size());
    loop.stepWith(Opcode.Next, loop.indexCursor, loop.bodyAddress);
    boolean stored = !(context.compile.access(source) instanceof CoroutineAccess);
    context.compile.setAccess(source, new AutomaticIndexAccess(source, loop.indexCursor, columns, stored));
  }
}
