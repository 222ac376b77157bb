// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.sql.resolve.AggregateCall;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * The registers of a group: one accumulator per aggregate, and one per column that is used outside of aggregates
 * ("bare" columns,
 * https://sqlite.org/lang_select.html#bareagg): these keep the values of the group's first row, or of the row that
 * has the min() or max().
 */
final class Accumulators {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final QueryBlock block;
  private final List<AggregateCall> calls;
  private final List<ColumnValue> bareColumns;
  private final int firstBare;
  private final int firstCall;
  private final Map<AggregateCall, DistinctCode> distincts = new IdentityHashMap<>(2);
  private final Map<AggregateCall, OrderedInput> ordered = new IdentityHashMap<>(2);
  /** How the block's sources were read before, in their order. */
  private SourceAccess[] accessesBefore;
  /**
   * Tells whether the group has had a row; 0 if min() or max() always says which row's columns are kept. With GROUP BY, as in SQLite, one that has a FILTER and
   * comes last may keep those of the first row, although another has chosen.
   */
  private final int seenRegister;

  /** @param orderBy of the query: its columns are kept too */
  Accumulators(CompileContext context, QueryBlock block, List<BoundOrderingTerm> orderBy) {
    this.context = context;
    this.program = context.program();
    this.block = block;
    this.calls = block.aggregates();
    this.bareColumns = bareColumns(block, orderBy);
    this.firstBare = program.newRegisters(bareColumns.size() + calls.size());
    this.firstCall = firstBare + bareColumns.size();
    boolean isRowChosen = false;
    boolean isFiltered = false;
    for (AggregateCall call : calls) {
      isRowChosen |= choosesRow(call) && call.filter() == null;
      isFiltered |= choosesRow(call) && call.filter() != null;
    }
    boolean isSeenKnown = !block.groupBy().isEmpty() && isFiltered;
    this.seenRegister = bareColumns.isEmpty() || isRowChosen && !isSeenKnown ? 0 : program.newRegister();
    for (AggregateCall call : calls) {
      if (call.isDistinct()) {
        distincts.put(call, new DistinctCode(context, call.arguments()));
      }
      if (!call.orderBy().isEmpty()) {
        ordered.put(call, new OrderedInput(context, call));
      }
    }
  }

  private static List<ColumnValue> bareColumns(QueryBlock block, List<BoundOrderingTerm> orderBy) {
    List<ColumnValue> columns = new ArrayList<>(0);
    for (QueryBlock.Result result : block.results()) {
      collect(result.expression(), block, columns);
    }
    if (block.having() != null) {
      collect(block.having(), block, columns);
    }
    for (BoundOrderingTerm term : orderBy) {
      collect(term.expression(), block, columns);
    }
    return columns;
  }

  /** Adds the columns of a block's own sources that an expression reads. */
  static void collect(BoundExpression expression, QueryBlock block, List<ColumnValue> columns) {
    BoundTree.walk(expression, e -> collectColumn(e, block, columns));
  }

  /** Adds what is a column of the block's own sources, once. */
  static void collectColumn(BoundExpression expression, QueryBlock block, List<ColumnValue> columns) {
    if (expression instanceof ColumnValue column
        && block.sources().contains(column.source())
        && !columns.contains(column)) {
      columns.add(column);
    }
  }

  List<ColumnValue> bareColumns() {
    return bareColumns;
  }

  boolean hasBareColumns() {
    return !bareColumns.isEmpty();
  }

  int registerOf(AggregateCall call) {
    return firstCall + calls.indexOf(call);
  }

  /** The code that keeps a DISTINCT call's values apart; null if the call is not DISTINCT. */
  DistinctCode distinctOf(AggregateCall call) {
    return distincts.get(call);
  }

  /** Emits code that begins a group. */
  void reset() {
    int count = bareColumns.size() + calls.size();
    if (count > 0) {
      program.emit(Opcode.Null, 0, firstBare, firstBare + count - 1);
    }
    for (AggregateCall call : calls) {
      if (call.isDistinct()) {
        distincts.get(call).open(call.function().name() + "(DISTINCT)");
      }
      if (!call.orderBy().isEmpty()) {
        if (context.explainPlan().isOn()) {
          context.explainPlan().line("USE TEMP B-TREE FOR " + call.function().name() + "(ORDER BY)");
        }
        ordered.get(call).open();
      }
    }
    if (seenRegister != 0) {
      program.emit(Opcode.Integer, 0, seenRegister);
    }
  }

  /** Whether min() or max() says which row's columns are kept. */
  boolean choosesRow() {
    return calls.stream().anyMatch(Accumulators::choosesRow);
  }

  private static boolean choosesRow(AggregateCall call) {
    return call.function().has(FunctionDefinition.MIN_MAX);
  }

  // ---- rows
  // ------------------------------------------------------------------------------------------------------------------

  /** Emits code that takes in the present row. */
  void step() {
    int chosenRegister = 0;
    for (AggregateCall call : calls) {
      int skip = program.newLabel();
      if (choosesRow(call) && !bareColumns.isEmpty() && chosenRegister == 0) {
        chosenRegister = program.newRegister();
      }
      if (call.filter() != null) {
        if (choosesRow(call) && seenRegister != 0) {
          // the last of several calls decides; if the filter jumps over it, only the group's first row gives its columns
          program.emit(Opcode.Copy, seenRegister, chosenRegister, 0);
        }
        context.expressions().jumpIfFalse(call.filter(), skip, true);
      }
      if (call.orderBy().isEmpty()) {
        step(call, chosenRegister, skip);
      } else {
        ordered.get(call).push();
      }
      program.place(skip);
    }
    storeBareColumns(chosenRegister);
  }

  private void step(AggregateCall call, int chosenRegister, int skip) {
    List<BoundExpression> arguments = call.arguments();
    int count = arguments.size();
    int first = count == 0 ? 0 : program.newRegisters(count);
    context.expressions().codeArguments(call.function(), arguments, first);
    if (call.isDistinct()) {
      distincts.get(call).skipIfSeen(first, skip);
    }
    emitStep(call, first, choosesRow(call) ? chosenRegister : 0);
  }

  private void emitStep(AggregateCall call, int first, int chosenRegister) {
    int count = call.arguments().size();
    if (call.function().has(FunctionDefinition.NEEDS_COLLATION)) {
      program.emit(Opcode.CollSeq, chosenRegister, 0, 0, CallCompiler.collationOf(call.arguments()));
    }
    program.emit(Opcode.AggStep, 0, first, registerOf(call), new P4.Call(call.function(), count), count);
  }

  private void storeBareColumns(int chosenRegister) {
    if (bareColumns.isEmpty()) {
      return;
    }
    int skip = program.newLabel();
    int test = chosenRegister != 0 ? chosenRegister : seenRegister;
    if (test != 0) {
      program.emit(Opcode.If, test, skip);
    }
    for (int i = 0; i < bareColumns.size(); i++) {
      context.expressions().codeTo(bareColumns.get(i), firstBare + i);
    }
    program.place(skip);
    if (seenRegister != 0) {
      program.emit(Opcode.Integer, 1, seenRegister);
    }
  }

  // ---- the result
  // ------------------------------------------------------------------------------------------------------------

  /** Emits code that ends a group: the registers of the calls hold their values. */
  void finish() {
    for (AggregateCall call : calls) {
      if (!call.orderBy().isEmpty()) {
        ordered.get(call).replay(first -> emitStep(call, first, 0));
      }
      AggregateCompiler.emitFinal(program, call, registerOf(call));
    }
  }

  /** From here on, aggregates and bare columns mean the registers. */
  void beginOutput() {
    for (AggregateCall call : calls) {
      context.setReplacement(
          new BoundExpression.AggregateValue(call), Replacements.register(registerOf(call)));
    }
    accessesBefore = new SourceAccess[block.sources().size()];
    for (int i = 0; i < accessesBefore.length; i++) {
      Source source = block.sources().get(i);
      accessesBefore[i] = context.setAccess(source, new BareAccess(source));
    }
  }

  void endOutput() {
    for (AggregateCall call : calls) {
      context.setReplacement(new BoundExpression.AggregateValue(call), null);
    }
    for (int i = 0; i < accessesBefore.length; i++) {
      context.setAccess(block.sources().get(i), accessesBefore[i]);
    }
  }

  private final class BareAccess implements SourceAccess {
    private final Source source;

    BareAccess(Source source) {
      this.source = source;
    }

    @Override
    public void column(CompileContext compile, int column, int target) {
      compile.program().emit(Opcode.Copy, columnRegister(column), target, 0);
    }

    @Override
    public int columnRegister(int column) {
      int index = bareColumns.indexOf(new ColumnValue(source, column));
      assert index >= 0 : "column " + source + "." + column + " was not kept";
      return firstBare + index;
    }
  }
}
