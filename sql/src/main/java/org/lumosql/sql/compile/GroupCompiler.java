// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.compile.loop.NestedLoops;
import org.lumosql.sql.plan.ColumnUsage;
import org.lumosql.sql.plan.JoinPlan.Distinctness;
import org.lumosql.sql.plan.LoopRequest;
import org.lumosql.sql.resolve.AggregateCall;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * A SELECT with GROUP BY. Rows must come with equal groups together: as the loops give them, or through a sorter.
 * Two subroutines do the work of a
 * change of group: one makes the row of the finished group, one resets the accumulators.
 *
 * <pre>
 *   loops: push into sorter      (or: directly the part below)
 *   for each sorted row:
 *     key changed? → output, reset
 *     step accumulators
 *   output; end
 * output: if a group is there: finish, HAVING, row; return
 * reset:  NULL the accumulators; return
 * </pre>
 */
final class GroupCompiler {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final QueryBlock block;
  private final List<BoundOrderingTerm> orderBy;
  private final LimitCode limit;
  private final Destination destination;
  private final int breakLabel;
  private final boolean isForDistinct;
  private final boolean ordersAsGroups;
  private final List<BoundOrderingTerm> groupTerms;
  private final Accumulators accumulators;

  private int outputReturn;
  private int resetReturn;
  private int outputLabel;
  private int resetLabel;
  private int abortRegister;
  private int usedRegister;
  private int currentKey;
  private int newKey;
  /** How the block's sources were read before, in their order. */
  private SourceAccess[] accessesBefore;

  GroupCompiler(
      CompileContext context,
      QueryBlock block,
      List<BoundOrderingTerm> orderBy,
      LimitCode limit,
      Destination destination,
      int breakLabel,
      boolean isForDistinct) {
    this.context = context;
    this.program = context.program();
    this.block = block;
    this.orderBy = orderBy;
    this.limit = limit;
    this.destination = destination;
    this.breakLabel = breakLabel;
    this.isForDistinct = isForDistinct;
    this.ordersAsGroups =
        isSameAsGroups(orderBy, block.groupBy()) && context.databases().isOptimisationOn(Optimisation.GROUP_BY_ORDER);
    this.groupTerms = groupTerms();
    this.accumulators = new Accumulators(context, block, ordersAsGroups ? List.of() : orderBy);
  }

  private static boolean isSameAsGroups(List<BoundOrderingTerm> orderBy, List<BoundExpression> groupBy) {
    if (orderBy.size() != groupBy.size()) {
      return false;
    }
    for (int i = 0; i < orderBy.size(); i++) {
      if (orderBy.get(i).hasBigNulls() || !orderBy.get(i).expression().equals(groupBy.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * If groups are wanted in the order of their keys, they are made in it; else directions of ORDER BY are taken
   * over where they may help.
   */
  private List<BoundOrderingTerm> groupTerms() {
    if (ordersAsGroups) {
      return orderBy;
    }
    List<BoundOrderingTerm> terms = new ArrayList<>();
    boolean sameCount = orderBy.size() == block.groupBy().size();
    for (int i = 0; i < block.groupBy().size(); i++) {
      boolean descending = sameCount && orderBy.get(i).descending();
      terms.add(new BoundOrderingTerm(block.groupBy().get(i), descending, descending));
    }
    return terms;
  }

  void compile() {
    int keyCount = groupTerms.size();
    usedRegister = program.newRegister();
    abortRegister = program.newRegister();
    outputReturn = program.newRegister();
    resetReturn = program.newRegister();
    outputLabel = program.newLabel();
    resetLabel = program.newLabel();
    currentKey = program.newRegisters(keyCount);
    newKey = program.newRegisters(keyCount);
    int end = program.newLabel();

    List<BoundOrderingTerm> sorted = ordersAsGroups ? List.of() : orderBy;
    GroupKeys keys = new GroupKeys(context, block, groupTerms, currentKey, accumulators.choosesRow());
    RowOutput output =
        new RowOutput(
            context,
            keys.results(BlockCompiler.resultExpressions(block), sorted),
            sorted,
            block.isDistinct(),
            limit,
            destination,
            end);
    output.open();
    List<ColumnValue> neededColumns = neededColumns();
    GroupSorter sorter = new GroupSorter(context, groupTerms, neededColumns);
    sorter.open();
    program.emit(Opcode.Integer, 0, abortRegister);
    program.emit(Opcode.Null, 0, currentKey, currentKey + keyCount - 1);
    program.emit(Opcode.Gosub, resetReturn, resetLabel);
    NestedLoops loops = beginLoops(neededColumns);
    if (onlyDistinct() != null) {
      accumulators.distinctOf(onlyDistinct()).setDistinctness(loops.distinctness());
    }
    boolean isGrouped = loops.isOrdered();
    if (isGrouped) {
      sorter.remove();
        context.expressions().codeList(block.groupBy(), newKey);
      group(end);
      loops.end();
    } else {
      context
          .explainPlan()
          .line("USE TEMP B-TREE FOR " + (isForDistinct && !block.isDistinct() ? "DISTINCT" : "GROUP BY"));
      sorter.push();
      loops.end();
      sorter.beginRows();
      sorter.readKeys(newKey);
      readFrom(sorter);
      group(end);
      restoreAccess();
      sorter.endRows();
    }
    output.setDistinctness(Distinctness.UNKNOWN);
    program.emit(Opcode.Gosub, outputReturn, outputLabel);
    program.emit(Opcode.Goto, 0, end);
    subroutines(output, keys);
    program.place(end);
    if (limit.hasLimit() && (ordersAsGroups || orderBy.isEmpty())) {
      program.emit(Opcode.IfPos, abortRegister, breakLabel); // other arms of a compound may follow
    }
    output.finishAfterGroups(breakLabel);
  }

  /** The only aggregate if it is DISTINCT: loops may bring its values without duplicates in each group. */
  private AggregateCall onlyDistinct() {
    boolean isOnly =
        block.aggregates().size() == 1
            && accumulators.distinctOf(block.aggregates().get(0)) != null
            && groupTerms.stream().noneMatch(BoundOrderingTerm::descending);
    return isOnly ? block.aggregates().get(0) : null;
  }

  private NestedLoops beginLoops(List<ColumnValue> neededColumns) {
    ColumnUsage usage = new ColumnUsage().add(block, BlockCompiler.asQuery(block, orderBy));
    for (ColumnValue column : neededColumns) {
      usage.add(column);
    }
    LoopRequest request =
        LoopRequest.of(usage)
            .withOrder(groupTerms, ordersAsGroups ? LoopRequest.Purpose.ORDER_BY : LoopRequest.Purpose.GROUP_BY);
    if (isForDistinct) {
      request = request.withHints(new LoopRequest.Hints(null, null, 0, true));
    }
    if (onlyDistinct() != null) {
      List<BoundExpression> values = new ArrayList<>(block.groupBy());
      values.addAll(onlyDistinct().arguments());
      request = request.withDistinct(values);
    }
    return NestedLoops.begin(context, context.expressions(), block.sources(), block.conditions(), request);
  }

  /** The columns of the block's sources that are read after the rows were sorted. */
  private List<ColumnValue> neededColumns() {
    List<ColumnValue> columns = new ArrayList<>();
    for (AggregateCall call : block.aggregates()) {
      BoundTree.walkCall(call, e -> Accumulators.collectColumn(e, block, columns));
    }
    for (ColumnValue column : accumulators.bareColumns()) {
      if (!columns.contains(column)) {
        columns.add(column);
      }
    }
    return columns;
  }

  private void readFrom(GroupSorter sorter) {
    accessesBefore = new SourceAccess[block.sources().size()];
    for (int i = 0; i < accessesBefore.length; i++) {
      Source source = block.sources().get(i);
      accessesBefore[i] = context.setAccess(source, sorter.access(source));
    }
  }

  private void restoreAccess() {
    for (int i = 0; i < accessesBefore.length; i++) {
      context.setAccess(block.sources().get(i), accessesBefore[i]);
    }
  }

  /** Emits code for a row whose key is in the new key's registers. */
  private void group(int end) {
    int keyCount = groupTerms.size();
    int same = program.newLabel();
    int changed = program.newLabel();
    program.emit(Opcode.Compare, currentKey, newKey, keyCount, KeyOrders.ofTerms(context, groupTerms, 0));
    program.emit(Opcode.Jump, changed, same, changed);
    program.place(changed);
    program.emit(Opcode.Gosub, outputReturn, outputLabel);
    program.emit(Opcode.Copy, newKey, currentKey, keyCount - 1);
    program.emit(Opcode.IfPos, abortRegister, end);
    program.emit(Opcode.Gosub, resetReturn, resetLabel);
    program.place(same);
    accumulators.step();
    program.emit(Opcode.Integer, 1, usedRegister);
  }

  private void subroutines(RowOutput output, GroupKeys keys) {
    int leave = program.newLabel();
    int abort = program.newLabel();
    program.place(abort);
    program.emit(Opcode.Integer, 1, abortRegister);
    program.emit(Opcode.Return, outputReturn);
    program.place(outputLabel);
    int hasGroup = program.newLabel();
    program.emit(Opcode.IfPos, usedRegister, hasGroup);
    program.place(leave);
    program.emit(Opcode.Return, outputReturn);
    program.place(hasGroup);
    accumulators.finish();
    accumulators.beginOutput();
    if (block.having() != null) {
      context.expressions().jumpIfFalse(block.having(), leave, true);
    }
    output.setBreakLabel(abort);
    keys.begin();
    output.row(leave);
    keys.end();
    accumulators.endOutput();
    program.emit(Opcode.Return, outputReturn);
    program.place(resetLabel);
    accumulators.reset();
    program.emit(Opcode.Integer, 0, usedRegister);
    program.emit(Opcode.Return, resetReturn);
  }
}
