// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Queries inside expressions. One that does not depend on rows around it runs once and keeps its result. */
final class SubqueryCompiler {
  /** Of Copy: a REAL that RETURNING finds as the record has it, an integer, remains so. */
  private static final int AS_STORED = 4;

  private final CompileContext context;
  private final ProgramBuilder program;

  SubqueryCompiler(CompileContext context) {
    this.context = context;
    this.program = context.program();
  }

  /** A query that does not depend on the row, for conditions that follow from each other: all of them run the same code, once. */
  private record Subroutine(int start, int returnRegister, int first) {}

  /** The first row of a query, NULLs if there is none, into consecutive registers. */
  void scalarTo(BoundQuery query, int target) {
    int count = query.columnCount();
    int first = scalar(query);
    if (first != target) {
      program.emit(Opcode.Copy, first, target, count - 1, null, query.isCorrelated() ? AS_STORED : 0);
    }
  }

  private int scalar(BoundQuery query) {
    if (context.shared(query) instanceof Subroutine known) {
      context.forgetTemporaries();
      context.explainPlan().line("REUSE SUBQUERY ", Integer.toString(query.number()));
      program.emit(Opcode.Gosub, known.returnRegister(), known.start());
      return known.first();
    }
    int count = query.columnCount();
    int first = program.newRegisters(count);
    int returnRegister = query.isCorrelated() ? 0 : program.newRegister();
    if (returnRegister != 0) {
      program.emit(Opcode.BeginSubrtn, 0, returnRegister);
    }
    int start = program.address();
    int once = begin(query);
    explain(query, "SCALAR SUBQUERY ");
    program.emit(Opcode.Null, 0, first, count > 1 ? first + count - 1 : 0);
    context.compile(limited(query), Destination.registers(first));
    end(once);
    if (returnRegister != 0) {
      program.emit(Opcode.Return, returnRegister, start, 1);
      context.setShared(query, new Subroutine(start, returnRegister, first));
    }
    return first;
  }

  /** The register that holds 1 or 0. */
  int exists(BoundQuery query) {
    int target = program.newRegister();
    int once = begin(query);
    explain(query, "SCALAR SUBQUERY ");
    program.emit(Opcode.Integer, 0, target);
    context.compile(query.forExistence(), Destination.exists(target));
    end(once);
    return target;
  }

  /**
   * With LIMIT 1 if it has no limit: the destination stops after the first row anyhow, but a sorter need not keep
   * more.
   */
  private static BoundQuery limited(BoundQuery query) {
    return query.limit() != null ? query : query.withLimit(new BoundExpression.IntegerConstant(1));
  }

  /** Begins code that need run only once if the query is not correlated. */
  int begin(BoundQuery query) {
    context.forgetTemporaries();
    if (query.isCorrelated()) {
      return -1;
    }
    return program.emit(Opcode.Once);
  }

  void explain(BoundQuery query, String text) {
    if (!context.explainPlan().isOn()) {
      return;
    }
    context.explainPlan().push((query.isCorrelated() ? "CORRELATED " : "") + text + query.number());
  }

  void end(int once) {
    context.explainPlan().pop();
    if (once >= 0) {
      program.jumpHere(once);
    }
    context.forgetTemporaries();
  }
}
