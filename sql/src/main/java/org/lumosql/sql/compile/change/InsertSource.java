// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Where an INSERT's rows come from: one row of expressions, a co-routine, or a temporary table if the query might see
 * what is being inserted.
 */
abstract class InsertSource {
  final Environment environment;
  final ProgramBuilder program;
  private final int width;

  private InsertSource(Environment environment, int width) {
    this.environment = environment;
    this.program = environment.program();
    this.width = width;
  }

  /** How many values a row has; 0 for DEFAULT VALUES. */
  int width() {
    return width;
  }

  boolean hasManyRows() {
    return true;
  }

  /**
   * Emits what comes before the loop over rows.
   *
   * @param keepAside whether rows must be read before anything is written
   */
  void prepare(boolean keepAside, Table written) {}

  /** Emits the beginning of the loop. @param done where to go when there are no more rows */
  abstract void begin(int done);

  /** Emits code that puts a value of the present row into a register. */
  abstract void value(int number, int register);

  /** Emits the end of the loop. */
  abstract void end();

  /** @param select null for DEFAULT VALUES */
  static InsertSource of(Environment environment, Select select) {
    if (select == null) {
      return new SingleRow(environment, List.of());
    }
    boolean isPlain =
        select.with() == null && select.arms().size() == 1 && select.arms().get(0).core() instanceof Select.Values;
    if (isPlain) {
      List<List<Expression>> rows = ((Select.Values) select.arms().get(0).core()).rows();
      List<List<BoundExpression>> bound = new ArrayList<>();
      Scope scope = new Scope(environment.outer());
      for (List<Expression> row : rows) {
        List<BoundExpression> values = new ArrayList<>();
        for (Expression value : row) {
          values.add(environment.resolver().bindExpression(value, scope));
        }
        bound.add(values);
      }
      return bound.size() == 1 ? new SingleRow(environment, bound.get(0)) : new Rows(environment, bound);
    }
    return new Query(environment, environment.resolver().bindQuery(select, environment.outer()));
  }

  /** One row, computed where it is needed. */
  private static final class SingleRow extends InsertSource {
    private final List<BoundExpression> values;

    SingleRow(Environment environment, List<BoundExpression> values) {
      super(environment, values.size());
      this.values = values;
    }

    @Override
    boolean hasManyRows() {
      return false;
    }

    @Override
    void begin(int done) {}

    @Override
    void value(int number, int register) {
      environment.context().expressions().codeTo(values.get(number), register);
    }

    @Override
    void end() {}
  }

  /** Rows that a co-routine makes. */
  private abstract static class Coroutine extends InsertSource {
    private int yield;
    private int first;
    private int loop;
    private int table = -1;

    Coroutine(Environment environment, int width) {
      super(environment, width);
    }

    /** Emits the co-routine's body. */
    abstract void body(CompileContext context, Destination rows, int yieldRegister, int firstRegister);

    @Override
    void prepare(boolean keepAside, Table written) {
      yield = program.newRegister();
      first = program.newRegisters(width());
      int behind = program.newLabel();
      int start = program.emit(Opcode.InitCoroutine, yield, behind, 0);
      program.setP3(start, program.address());
      body(environment.context(), Destination.coroutine(yield, first, true), yield, first);
      program.emit(Opcode.EndCoroutine, yield);
      program.place(behind);
      if (keepAside || reads(written, start)) {
        keepAside();
      }
    }

    /** Whether the instructions from an address on read the table that is being written. */
    private boolean reads(Table written, int from) {
      for (int at = from; at < program.address(); at++) {
        if (program.opcode(at) == Opcode.OpenRead && program.p3(at) == written.database()) {
          int root = program.p2(at);
          boolean isIndex = written.indexes().stream().mapToInt(Index::rootPage).anyMatch(page -> page == root);
          if (root == written.rootPage() || isIndex) {
            return true;
          }
        }
      }
      return false;
    }

    private void keepAside() {
      table = program.newCursor();
      int record = program.newRegisters(2);
      int done = program.newLabel();
      program.emit(Opcode.OpenEphemeral, table, width());
      int next = program.emit(Opcode.Yield, yield, done);
      program.emit(Opcode.MakeRecord, first, width(), record);
      program.emit(Opcode.NewRowid, table, record + 1);
      program.emit(Opcode.Insert, table, record, record + 1);
      program.emit(Opcode.Goto, 0, next);
      program.place(done);
    }

    @Override
    void begin(int done) {
      if (table >= 0) {
        program.emit(Opcode.Rewind, table, done);
        loop = program.address();
      } else {
        loop = program.emit(Opcode.Yield, yield, done);
      }
    }

    @Override
    void value(int number, int register) {
      if (table >= 0) {
        program.emit(Opcode.Column, table, number, register);
      } else {
        program.emit(Opcode.Copy, first + number, register);
      }
    }

    @Override
    void end() {
      if (table >= 0) {
        program.emit(Opcode.Next, table, loop);
        program.emit(Opcode.Close, table);
      } else {
        program.emit(Opcode.Goto, 0, loop);
      }
    }
  }

  /** VALUES with several rows. */
  private static final class Rows extends Coroutine {
    private final List<List<BoundExpression>> rows;
    private final boolean areBeside;

    Rows(Environment environment, List<List<BoundExpression>> rows) {
      super(environment, rows.get(0).size());
      this.rows = rows;
      this.areBeside = environment.resolver().computesBeside(rows);
    }

    @Override
    void body(CompileContext context, Destination destination, int yieldRegister, int firstRegister) {
      context
          .explainPlan()
          .line("SCAN " + rows.size() + (areBeside ? "-ROW VALUES CLAUSE" : " CONSTANT ROWS"));
      // constants of many rows are computed where they are needed: registers for all of them would be many
      boolean factoring = context.setFactoring(false);
      for (List<BoundExpression> row : rows) {
        context.expressions().codeList(row, firstRegister);
        context.program().emit(Opcode.Yield, yieldRegister);
      }
      context.setFactoring(factoring);
    }
  }

  /** A query. */
  private static final class Query extends Coroutine {
    private final BoundQuery query;

    Query(Environment environment, BoundQuery query) {
      super(environment, query.columnCount());
      this.query = query;
    }

    @Override
    void body(CompileContext context, Destination destination, int yieldRegister, int firstRegister) {
      context.compile(query, destination);
    }
  }
}
