// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.KeyOrder;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.plan.Expressions;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * A loop over the union of what several searches find, one search per disjunct. The body becomes a subroutine that each
 * search calls for rows that none before it had found: those are remembered by rowid or primary key.
 */
final class OrUnion {
  private final LoopContext context;
  private final OpenLoop loop;
  private final ProgramBuilder program;
  private final Source.TableSource source;
  private final Table table;

  /** @param returnRegister holds where the subroutine returns to */
  record Result(int returnRegister) {}

  OrUnion(LoopContext context, OpenLoop loop) {
    this.context = context;
    this.loop = loop;
    this.program = context.program;
    this.source = (Source.TableSource) loop.plan.source();
    this.table = source.table();
  }

  void emit() {
    Term term = loop.path().terms().get(0);
    int returnRegister = program.newRegister();
    int seen = context.request.areDuplicatesAllowed() ? -1 : openSeen();
    int body = program.newLabel();
    int init = program.emit(Opcode.Integer, 0, returnRegister);
    context.compile.explainPlan().push("MULTI-INDEX OR");
    List<BoundExpression> disjuncts = term.alternatives().expressions();
    List<JoinCondition> others = otherConditions(term);
    if (loop.matchRegister == 0) {
      new ImpliedBounds(context, loop).addTo(others);
    }
    boolean untested = false;
    for (int i = 0; i < disjuncts.size(); i++) {
      context.compile.explainPlan().push("INDEX " + (i + 1));
      untested |= emitDisjunct(disjuncts.get(i), others, i, disjuncts.size(), seen, returnRegister, body);
      context.compile.explainPlan().pop();
    }
    context.compile.explainPlan().pop();
    program.setP1(init, program.address());
    program.emit(Opcode.Goto, 0, loop.breakLabel);
    program.place(body);
    loop.union = new Result(returnRegister);
    loop.stepOpcode = Opcode.Return;
    loop.stepP1 = returnRegister;
    loop.bodyAddress = program.address();
    if (!untested) {
      context.serve(loop, term);
    }
  }

  private int openSeen() {
    if (table.hasRowid()) {
      int register = program.newRegister();
      program.emit(Opcode.Null, 0, register);
      return register;
    }
    int cursor = program.newCursor();
    Index primary = table.primaryKeyIndex();
    KeyOrder order = primary.keyOrder(context.compile.databases());
    program.emit(Opcode.OpenEphemeral, cursor, primary.keyCount(), 0, order);
    return cursor;
  }

  /** Conditions that may narrow each search further. */
  private List<JoinCondition> otherConditions(Term union) {
    List<JoinCondition> others = new ArrayList<>();
    for (int i = 0; i < context.plan.termCount(); i++) {
      Term term = context.plan.term(i);
      if (term != union
          && !term.isDerived()
          && term.isIndexable()
          && !context.isTested(term)
          && !term.isOfOuterJoin()
          && term.joinedSource() < 0
          && loop.matchRegister == 0
          && (term.needed() & context.notReady) == 0
          && !isHidden(term.expression())
          && (term.needed() & loop.plan.bit()) != 0
          && !Expressions.hasQuery(term.expression())
          && Expressions.isRepeatable(term.expression())) {
        others.add(new JoinCondition(term.expression(), null));
      }
    }
    return others;
  }

  /** Returns whether some part of the disjunct could not be tested yet. */
  private boolean emitDisjunct(
      BoundExpression disjunct,
      List<JoinCondition> others,
      int number,
      int count,
      int seen,
      int returnRegister,
      int body) {
    OrPart part = new OrPart(
            loop.tableCursor,
            expression ->
                (context.plan.sourcesOf(expression) & context.notReady) != 0 || isHidden(expression));
    List<JoinCondition> conditions = new ArrayList<>();
    // what needs a row that is not there yet must not drive a search: the whole OR is tested again when it is there
    boolean postponed = addKnown(disjunct, part, conditions);
    conditions.addAll(others);
    NestedLoops inner = NestedLoops.beginPart(context, List.of(source), conditions, part);
    if (seen >= 0) {
      if (table.hasRowid()) {
        testRowid(seen, number, count, inner.continueLabel());
      } else {
        testKey(seen, number, count, inner.continueLabel());
      }
    }
    program.emit(Opcode.Gosub, returnRegister, body);
    inner.end();
    return inner.isUntested() || postponed;
  }

  /** Adds the conjuncts that can be tested now; returns whether there are others. */
  private static boolean addKnown(BoundExpression disjunct, OrPart part, List<JoinCondition> conditions) {
    if (disjunct instanceof BoundExpression.And and) {
      boolean left = addKnown(and.left(), part, conditions);
      return addKnown(and.right(), part, conditions) || left;
    }
    if (part.hidden().test(disjunct)) {
      return true;
    }
    conditions.add(new JoinCondition(disjunct, null));
    return false;
  }

  private boolean isHidden(BoundExpression expression) {
    return context.part != null && context.part.hidden().test(expression);
  }

  private void testRowid(int seen, int number, int count, int next) {
    int rowid = context.compile.temporary();
    context.compile.access(source).column(context.compile, -1, rowid);
    long set = number == count - 1 ? -1 : number;
    program.emit(Opcode.RowSetTest, seen, next, rowid, set);
    context.compile.releaseTemporary(rowid);
  }

  private void testKey(int seen, int number, int count, int next) {
    Index primary = table.primaryKeyIndex();
    int width = primary.keyCount();
    int key = program.newRegisters(width);
    for (int i = 0; i < width; i++) {
      context.compile.access(source).column(context.compile, primary.parts().get(i).column(), key + i);
    }
    if (number > 0) {
      program.emit(Opcode.Found, seen, next, key, (long) width);
    }
    if (number < count - 1) {
      int record = context.compile.temporary();
      program.emit(Opcode.MakeRecord, key, width, record);
      program.emit(Opcode.IdxInsert, seen, record, key, (long) width);
      context.compile.releaseTemporary(record);
    }
  }
}
