// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.compile.ExplainPlan;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Source.QuerySource.Origin;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Emits the subqueries of a FROM clause, before its loops: as co-routines where their rows are needed once and in turn,
 * else into ephemeral tables (https://sqlite.org/optoverview.html#subquery_co_routines), which are filled when a loop over them is first reached.
 */
final class SubquerySources {
  /** As in SQLite, nothing is known of rows that are read a second time. */
  private static final int REUSED_ROWS = 200;

  private final CompileContext context;
  private final List<Source> sources;

  SubquerySources(CompileContext context, List<Source> sources) {
    this.context = context;
    this.sources = sources;
  }

  /** A common table that was materialised. */
  private record Materialised(int cursor, RowAccess.Filling filling) {}

  void emit() {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i) instanceof Source.QuerySource source) {
        boolean isCoroutine = isCoroutine(source, i);
        if (isCoroutine) {
          source.setCoroutine();
        }
        context.setAccess(source, isCoroutine ? coroutine(source) : materialised(source, i));
      }
    }
  }

  private boolean isCoroutine(Source.QuerySource source, int place) {
    if (source.origin() == Origin.COMMON_TABLE_MATERIALIZED
        || source.origin() == Origin.COMMON_TABLE && source.isUsedRepeatedly()
        || !context.databases().isOptimisationOn(Optimisation.COROUTINES)
        || isUsedAgain(source, place)
        || sources.stream().anyMatch(s -> s instanceof Source.TableSource table && table.isJoinedTarget())
        || sources.stream().anyMatch(s -> s.joinType() == JoinType.RIGHT || s.joinType() == JoinType.FULL)) {
      return false;
    }
    if (place == 0) {
      return true;
    }
    for (int i = place; ; i--) {
      if (isFixed(sources.get(i).joinType())) {
        return false;
      }
      if (i == 0) {
        return true;
      }
      if (sources.get(i - 1) instanceof Source.QuerySource) {
        return false;
      }
    }
  }

  /** Whether the same view stands further to the right: its rows will serve there too. */
  private boolean isUsedAgain(Source.QuerySource source, int place) {
    for (int i = place + 1; i < sources.size(); i++) {
      if (isOfView(source) && sources.get(i) instanceof Source.QuerySource other && source.isLike(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a view or the like with its own rows. */
  private static boolean isOfView(Source.QuerySource source) {
    return (source.origin() == Origin.VIEW || source.origin() == Origin.COMMON_TABLE_NOT_MATERIALIZED)
        && source.definition() != null;
  }

  private static boolean isSameView(Source.QuerySource source, Source other) {
    return isOfView(source)
        && other instanceof Source.QuerySource query
        && query.definition() == source.definition();
  }

  private static boolean isFixed(JoinType type) {
    return type != JoinType.INNER;
  }

  private SourceAccess coroutine(Source.QuerySource source) {
    ProgramBuilder program = context.program();
    int yield = program.newRegister();
    int first = program.newRegisters(source.query().columnCount());
    int init = program.emit(Opcode.InitCoroutine, yield, 0, program.address() + 1);
    boolean isMuted = push("CO-ROUTINE ", source);
    int start = program.address();
    program.setP3(init, start);
    source.setRows(context.compile(source.query(), Destination.coroutine(yield, first)));
    pop(isMuted, source);
    program.emit(Opcode.EndCoroutine, yield);
    program.jumpHere(init);
    return new CoroutineAccess(yield, start, first, source);
  }

  private SourceAccess materialised(Source.QuerySource source, int place) {
    ProgramBuilder program = context.program();
    int cursor = program.newCursor();
    for (int i = 0; i < place; i++) {
      if (isSameView(source, sources.get(i)) && context.access(sources.get(i)) instanceof RowAccess rows) {
        rows.fill(program);
        program.emit(Opcode.OpenDup, cursor, rows.tableCursor());
        source.setRows(REUSED_ROWS);
        return new RowAccess(cursor, source);
      }
    }
    boolean isLocal = source.origin() == Origin.VIEW || source.origin() == Origin.COMMON_TABLE_NOT_MATERIALIZED;
    Object key = isLocal ? null : source.definition();
    if (key != null && context.shared(key) instanceof Materialised known) {
      program.emit(Opcode.Gosub, known.filling().returnRegister(), known.filling().start());
      program.emit(Opcode.OpenDup, cursor, known.cursor());
      source.setRows(REUSED_ROWS);
      return new RowAccess(cursor, source);
    }
    boolean isCorrelated = source.query().isCorrelated();
    int returnRegister = program.newRegister();
    int doneRegister = isCorrelated ? program.newRegister() : 0;
    if (isCorrelated) {
      program.emit(Opcode.Integer, 0, doneRegister);
    }
    int over = program.emit(Opcode.Goto);
    int start = program.address();
    int once = isCorrelated ? -1 : program.emit(Opcode.Once);
    boolean isMuted = push("MATERIALIZE ", source);
    program.emit(Opcode.OpenEphemeral, cursor, source.query().columnCount());
    source.setRows(context.compile(source.query(), Destination.ephemeralTable(cursor)));
    pop(isMuted, source);
    if (once >= 0) {
      program.jumpHere(once);
    }
    program.emit(Opcode.Return, returnRegister, start);
    program.jumpHere(over);
    RowAccess.Filling filling = new RowAccess.Filling(returnRegister, start, doneRegister);
    if (key != null) {
      context.setShared(key, new Materialised(cursor, filling));
    }
    return new RowAccess(cursor, source, filling);
  }

  /** Begins the lines of a subquery, which rows of VALUES have none of. Returns what {@link #pop} wants to know. */
  private boolean push(String kind, Source.QuerySource source) {
    ExplainPlan plan = context.explainPlan();
    boolean isMuted = plan.isMuted();
    if (!plan.isOn()) {
      return isMuted;
    }
    if (PlanLine.isRows(source)) {
      plan.setMuted(true);
    } else {
      plan.push(kind + PlanLine.statedNameOf(source));
    }
    return isMuted;
  }

  private void pop(boolean isMuted, Source.QuerySource source) {
    ExplainPlan plan = context.explainPlan();
    if (!plan.isOn()) {
      return;
    }
    if (PlanLine.isRows(source)) {
      plan.setMuted(isMuted);
    } else {
      plan.pop();
    }
  }
}
