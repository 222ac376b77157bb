// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Subtypes;
import org.lumosql.sql.resolve.WindowCall;
import org.lumosql.sql.resolve.WindowCall.BoundWindow;
import org.lumosql.sql.rewrite.BlockRewriting;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * A SELECT with window functions. The calls over one window are computed here; everything else of the block — FROM,
 * WHERE, GROUP BY, aggregates,
 * calls over other windows — becomes a co-routine that gives rows in the window's order. Rows of one partition are
 * collected in an ephemeral
 * table; then {@link WindowFrames} goes over them and hands out the results.
 *
 * <p>A record of the table holds the co-routine's columns and, last, the number of the row's group of peers.
 */
final class WindowCompiler {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final QueryBlock block;
  private final List<BoundOrderingTerm> orderBy;
  private final LimitCode limit;
  private final Destination destination;
  private final int breakLabel;
  private final BoundWindow window;
  private final List<WindowCall> calls = new ArrayList<>();
  private final List<WindowCall> others = new ArrayList<>();
  private final List<BoundExpression> columns = new ArrayList<>();
  private int rows;
  private final Set<BoundExpression> kept = new LinkedHashSet<>();

  WindowCompiler(
      CompileContext context,
      QueryBlock block,
      List<BoundOrderingTerm> orderBy,
      LimitCode limit,
      Destination destination,
      int breakLabel) {
    this.context = context;
    this.program = context.program();
    this.block = block;
    this.orderBy = orderBy;
    this.limit = limit;
    this.destination = destination;
    this.breakLabel = breakLabel;
    this.window = WindowFunctionKind.effectiveWindow(block.windows().get(0));
    for (WindowCall call : block.windows()) {
      boolean isOurs = WindowFunctionKind.effectiveWindow(call).equals(window);
      (isOurs ? calls : others).add(call);
    }
  }

  /** Returns the estimate of rows. */
  int compile() {
    chooseColumns();
    int end = program.newLabel();
    RowOutput output =
        new RowOutput(
            context,
            BlockCompiler.resultExpressions(block),
            orderBy,
            block.isDistinct(),
            limit,
            destination,
            breakLabel);
    output.open();
    int yield = program.newRegister();
    int row = program.newRegisters(columns.size() + 1);
    coroutine(yield, row);
    output.setOrderedTerms(orderedTerms());
    int table = program.newCursor();
    program.emit(Opcode.OpenEphemeral, table, columns.size() + 1);
    KeptRow keptRow = new KeptRow(context, block, columns, kept);
    WindowFrames frames = new WindowFrames(context, window, calls, columns, keptRow, table);
    frames.open();
    int flushReturn = program.newRegister();
    int flush = program.newLabel();
    collect(yield, row, table, flushReturn, flush);
    program.emit(Opcode.Goto, 0, end);
    program.place(flush);
    frames.emit(nextLabel -> output(output, frames, keptRow, nextLabel));
    program.emit(Opcode.ResetSorter, table);
    program.emit(Opcode.Return, flushReturn);
    program.place(end);
    output.setDistinctness(org.lumosql.sql.plan.JoinPlan.Distinctness.UNKNOWN);
    output.finish();
    return rows;
  }

  // ---- the rows underneath
  // ---------------------------------------------------------------------------------------------------

  /**
   * What is kept of each row: what results and ORDER BY read, the window's keys, arguments and filters of the
   * calls; of arguments that are computed later, what they read.
   */
  private void chooseColumns() {
    block.results().forEach(result -> keep(result.expression()));
    orderBy.forEach(term -> keep(term.expression()));
    for (WindowCall call : calls) {
      call.arguments().stream().filter(argument -> isComputedLate(call, argument)).forEach(this::keep);
    }
    Set<BoundExpression> all = new LinkedHashSet<>(kept);
    all.addAll(window.partitionBy());
    window.orderBy().forEach(term -> all.add(term.expression()));
    for (WindowCall call : calls) {
      call.arguments().stream().filter(argument -> !isComputedLate(call, argument)).forEach(all::add);
      if (call.filter() != null) {
        all.add(call.filter());
      }
    }
    columns.addAll(all);
    if (columns.isEmpty()) {
      columns.add(new BoundExpression.Null());
    }
  }

  /** Whether an argument is computed when the function takes it: a record would not keep the subtype that the function asks for. */
  static boolean isComputedLate(WindowCall call, BoundExpression argument) {
    return call.function().has(FunctionDefinition.SUBTYPE) && Subtypes.mayBeGiven(argument);
  }

  private void keep(BoundExpression expression) {
    BoundTree.walk(
        expression,
        e -> {
          boolean isColumn = e instanceof ColumnValue column && block.sources().contains(column.source());
          boolean isAggregate =
              e instanceof BoundExpression.AggregateValue value && block.aggregates().contains(value.call());
          boolean isOtherWindow = e instanceof BoundExpression.WindowValue value && others.contains(value.call());
          if (isColumn || isAggregate || isOtherWindow) {
            kept.add(e);
          }
        });
  }

  private QueryBlock inner() {
    List<QueryBlock.Result> results = new ArrayList<>();
    for (BoundExpression column : columns) {
      results.add(new QueryBlock.Result(column, null, null));
    }
    return new QueryBlock(
        false,
        results,
        block.sources(),
        block.conditions(),
        block.groupBy(),
        block.having(),
        block.aggregates(),
        others);
  }

  private List<BoundOrderingTerm> sortTerms() {
    List<BoundOrderingTerm> terms = new ArrayList<>(KeyOrders.ascending(window.partitionBy()));
    terms.addAll(window.orderBy());
    return terms;
  }

  /** How many terms of ORDER BY the window's own order satisfies: all if it begins with them. */
  private int orderedTerms() {
    List<BoundOrderingTerm> sorted = sortTerms();
    boolean isPrefix = orderBy.size() <= sorted.size() && sorted.subList(0, orderBy.size()).equals(orderBy);
    return isPrefix ? orderBy.size() : 0;
  }

  /** Whether the calls are values of ORDER BY, too: SQLite computes them twice then, and says so in its plan. */
  private boolean isSortedByCalls() {
    return others.isEmpty()
        && orderBy.stream()
            .anyMatch(
                term ->
                    BoundTree.any(
                        term.expression(),
                        e -> e instanceof BoundExpression.WindowValue value && calls.contains(value.call())))
        && block.results().stream().anyMatch(result -> BoundTree.hasWindow(result.expression()));
  }

  private void coroutine(int yield, int row) {
    String name = "(subquery-" + context.nextSubqueryNumber() + ")";
    int skip = program.newLabel();
    int init = program.emit(Opcode.InitCoroutine, yield, skip);
    program.setP3(init, program.address());
    context.explainPlan().push("CO-ROUTINE " + name);
    String copy = isSortedByCalls() ? "(subquery-" + context.nextSubqueryNumber() + ")" : null;
    if (copy != null) {
      context.explainPlan().push("CO-ROUTINE " + copy);
    }
    context.forgetTemporaries();
    int end = program.newLabel();
    rows =
        new BlockCompiler(
            context,
            BlockRewriting.Ordered.ofWindow(inner(), sortTerms()),
            LimitCode.none(context),
            Destination.coroutine(yield, row),
            end)
        .compile();
    program.place(end);
    context.forgetTemporaries();
    if (copy != null) {
      context.explainPlan().pop();
      context.explainPlan().line("SCAN " + copy);
    }
    context.explainPlan().pop();
    program.emit(Opcode.EndCoroutine, yield);
    program.place(skip);
    context.explainPlan().line("SCAN " + name);
  }

  // ---- partitions
  // ------------------------------------------------------------------------------------------------------------

  /** Emits the loop that collects rows and calls the subroutine at the end of each partition. */
  private void collect(int yield, int row, int table, int flushReturn, int flush) {
    int hasRows = program.newRegister();
    int group = row + columns.size();
    int record = program.newRegister();
    int rowid = program.newRegister();
    Keys partition = new Keys(KeyOrders.ascending(window.partitionBy()));
    Keys peers = new Keys(window.orderBy());
    program.emit(Opcode.Integer, 0, hasRows);
    program.emit(Opcode.Integer, 1, group);
    int last = program.newLabel();
    int insert = program.newLabel();
    int store = program.newLabel();
    int top = program.emit(Opcode.Yield, yield, last);
    program.emit(Opcode.IfNot, hasRows, store);
    if (!partition.isEmpty()) {
      int same = program.newLabel();
      int changed = program.newLabel();
      partition.compare(row, changed, same);
      program.place(changed);
      program.emit(Opcode.Gosub, flushReturn, flush);
      program.emit(Opcode.Integer, 1, group);
      program.emit(Opcode.Goto, 0, store);
      program.place(same);
    }
    if (!peers.isEmpty()) {
      int changed = program.newLabel();
      peers.compare(row, changed, insert);
      program.place(changed);
      program.emit(Opcode.AddImm, group, 1);
    } else {
      program.emit(Opcode.Goto, 0, insert);
    }
    program.place(store);
    partition.store(row);
    peers.store(row);
    program.emit(Opcode.Integer, 1, hasRows);
    program.place(insert);
    program.emit(Opcode.MakeRecord, row, columns.size() + 1, record);
    program.emit(Opcode.NewRowid, table, rowid);
    program.emit(Opcode.Insert, table, record, rowid, null, 8);
    program.emit(Opcode.Goto, 0, top);
    program.place(last);
    int empty = program.newLabel();
    program.emit(Opcode.IfNot, hasRows, empty);
    program.emit(Opcode.Gosub, flushReturn, flush);
    program.place(empty);
  }

  /** Values of some terms, as they were in the row before. */
  private final class Keys {
    private final List<BoundOrderingTerm> terms;
    private final int previous;
    private final int present;

    Keys(List<BoundOrderingTerm> terms) {
      this.terms = terms;
      this.previous = program.newRegisters(terms.size());
      this.present = program.newRegisters(terms.size());
    }

    boolean isEmpty() {
      return terms.isEmpty();
    }

    void compare(int row, int changed, int same) {
      KeyOrder order = KeyOrders.ofTerms(context, terms, 0);
      for (int i = 0; i < terms.size(); i++) {
        program.emit(Opcode.Copy, row + columns.indexOf(terms.get(i).expression()), present + i, 0);
      }
      program.emit(Opcode.Compare, previous, present, terms.size(), order);
      program.emit(Opcode.Jump, changed, same, changed);
    }

    void store(int row) {
      for (int i = 0; i < terms.size(); i++) {
        program.emit(Opcode.Copy, row + columns.indexOf(terms.get(i).expression()), previous + i, 0);
      }
    }
  }

  // ---- output
  // ----------------------------------------------------------------------------------------------------------------

  /** Emits code for one row: results read the row's record, calls their registers. */
  private void output(RowOutput output, WindowFrames frames, KeptRow row, int nextLabel) {
    row.read(
        frames.currentCursor(),
        () -> {
          Map<BoundExpression, CompileContext.Replacement> before = new IdentityHashMap<>();
          for (WindowCall call : calls) {
            BoundExpression value = new BoundExpression.WindowValue(call);
            before.put(value, context.setReplacement(value, Replacements.register(frames.resultOf(call))));
          }
          output.row(nextLabel);
          before.forEach(context::setReplacement);
        });
  }
}
