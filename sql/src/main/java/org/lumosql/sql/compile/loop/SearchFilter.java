// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.plan.AccessPath;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * A Bloom filter over the keys that a loop's search may find. It is filled once, when a loop around is first reached,
 * with the rows that pass the conditions on this table alone. What it does not know need not be searched; a loop
 * further out asks the filters of inner loops too, as soon as it has the values
 * (https://sqlite.org/queryplanner-ng.html).
 */
final class SearchFilter {
  private static final int LEAST_BYTES = 10_000;
  private static final int MOST_BYTES = 10_000_000;

  private final LoopContext context;
  private final ProgramBuilder program;

  SearchFilter(LoopContext context) {
    this.context = context;
    this.program = context.program;
  }

  /** Emits code that fills the filter of a loop, and those of loops inside it that can be asked as early. */
  void build(int place) {
    if (context.loops.get(place).isFilterBuilt) {
      return;
    }
    int once = program.emit(Opcode.Once);
    fill(context.loops.get(place));
    if (context.compile.databases().isOptimisationOn(Optimisation.BLOOM_PULLDOWN)) {
      for (int i = place + 1; i < context.loops.size(); i++) {
        OpenLoop inner = context.loops.get(i);
        if (!inner.isFilterBuilt && canBeAskedNow(inner)) {
          fill(inner);
        }
      }
    }
    program.jumpHere(once);
  }

  private boolean canBeAskedNow(OpenLoop loop) {
    int number = loop.plan.number();
    return loop.path().isFiltered()
        && !loop.path().hasIn()
        && !context.plan.isLeftJoined(number)
        && !context.plan.isLeftOfRight(number)
        && (loop.path().prerequisites() & context.notReady) == 0;
  }

  private boolean isReady(OpenLoop loop) {
    for (Term term : loop.path().terms()) {
      if (term != null && (term.neededRight() & context.notReady) != 0) {
        return false;
      }
    }
    return true;
  }

  private void fill(OpenLoop loop) {
    context.compile.explainPlan().line(line(loop));
    loop.isFilterBuilt = true;
    loop.filterRegister = program.newRegister();
    Source.TableSource source = (Source.TableSource) loop.plan.source();
    long rows = source.table().rowEstimate();
    int bytes = (int) Math.max(LEAST_BYTES, Math.min(MOST_BYTES, rows));
    program.emit(Opcode.Blob, bytes, loop.filterRegister);
    SourceAccess access = new TableAccess(source, loop.tableCursor);
    SourceAccess before = context.compile.setAccess(source, access);
    int end = program.emit(Opcode.Rewind, loop.tableCursor);
    int top = program.address();
    int next = program.newLabel();
    for (Term term : context.plan.singleSourceTerms(loop.plan.number())) {
      context.expressions.jumpIfFalse(term.expression(), next, true);
    }
    AccessPath path = loop.path();
    int count = path.equalCount() - path.skipCount();
    int first = program.newRegisters(count);
    for (int i = 0; i < count; i++) {
      int column = path.index() == null ? -1 : path.index().index().parts().get(path.skipCount() + i).column();
      access.column(context.compile, column, first + i);
    }
    program.emit(Opcode.FilterAdd, loop.filterRegister, 0, first, (long) count);
    program.place(next);
    program.emit(Opcode.Next, loop.tableCursor, top, 0, null, 3);
    program.jumpHere(end);
    context.compile.setAccess(source, before);
  }

  private static String line(OpenLoop loop) {
    AccessPath path = loop.path();
    StringBuilder line = new StringBuilder("BLOOM FILTER ON ").append(PlanLine.nameOf(loop.plan.source())).append(" (");
    if (path.index() == null) {
      Source.TableSource source = (Source.TableSource) loop.plan.source();
      int alias = source.table().rowidAlias();
      line.append(alias >= 0 ? source.columnName(alias) : "rowid").append("=?");
    } else {
      for (int i = path.skipCount(); i < path.equalCount(); i++) {
        line.append(i > path.skipCount() ? " AND " : "").append(PlanLine.fieldName(path, i, null)).append("=?");
      }
    }
    return line.append(')').toString();
  }

  /** Emits a jump for values in registers that the loop's filter, or that of a loop inside it, does not know. */
  void ask(OpenLoop loop, int first) {
    if (loop.filterRegister == 0) {
      return;
    }
    int count = loop.path().equalCount() - loop.path().skipCount();
    program.emit(Opcode.Filter, loop.filterRegister, loop.nextValueLabel, first, (long) count);
    loop.filterRegister = 0;
    for (int i = context.loops.indexOf(loop) + 1; i < context.loops.size(); i++) {
      OpenLoop inner = context.loops.get(i);
      if (inner.filterRegister != 0 && inner.path().skipCount() == 0 && isReady(inner)) {
        askEarly(inner, loop.nextValueLabel);
      }
    }
  }

  private void askEarly(OpenLoop loop, int label) {
    AccessPath path = loop.path();
    int count = path.equalCount();
    int first = program.newRegisters(count);
    List<Affinity> affinities = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Term term = path.terms().get(i);
      if (term.isNullTest()) {
        program.emit(Opcode.Null, 0, first + i);
      } else {
        context.expressions.codeTo(term.right(), first + i);
      }
      if (path.index() != null) {
        affinities.add(EqualityCode.needed(term, term.right(), Typing.affinity(path.index().part(i))));
      }
    }
    if (path.index() == null) {
      program.emit(Opcode.MustBeInt, first, label);
    } else {
      EqualityCode.apply(context, first, affinities);
    }
    program.emit(Opcode.Filter, loop.filterRegister, label, first, (long) count);
    loop.filterRegister = 0;
  }
}
