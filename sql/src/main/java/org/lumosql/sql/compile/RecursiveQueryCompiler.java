// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.compile.loop.RowAccess;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Recursive common tables (https://sqlite.org/lang_with.html#recursive_query_examples): the initial select fills a
 * queue; then one row at a time is
 * taken from it, put out, and given to the recursive select, whose rows go into the queue. With UNION a row that
 * ever was in the queue does not
 * enter it again. With ORDER BY the queue is an ephemeral index that gives its smallest row, else a table, first in
 * first out.
 */
final class RecursiveQueryCompiler {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final BoundQuery query;
  private final int columnCount;
  private final int queue;
  private final int seen;
  private final int current;

  RecursiveQueryCompiler(CompileContext context, BoundQuery query) {
    this.context = context;
    this.program = context.program();
    this.query = query;
    this.columnCount = query.columnCount();
    this.queue = program.newCursor();
    boolean isDistinct =
        query.arms().get(query.recursion().firstRecursiveArm()).operator() == CompoundOperator.UNION;
    this.seen = isDistinct ? program.newCursor() : -1;
    this.current = program.newCursor();
  }

  void compile(Destination destination) {
    int end = program.newLabel();
    LimitCode limit = LimitCode.begin(context, query.limit(), query.offset(), end);
    openQueue();
    int row = program.newRegister();
    program.emit(Opcode.OpenPseudo, current, row, columnCount);
    context.explainPlan().push("SETUP");
    initial();
    context.explainPlan().pop();
    int top = program.address();
    program.emit(Opcode.Rewind, queue, end);
    program.emit(Opcode.NullRow, current);
    if (query.orderBy().isEmpty()) {
      program.emit(Opcode.RowData, queue, row);
    } else {
      program.emit(Opcode.Column, queue, query.orderBy().size() + 1, row);
    }
    program.emit(Opcode.Delete, queue);
    int expand = program.newLabel();
    limit.skip(expand);
    putOut(destination, end);
    limit.count(end);
    program.place(expand);
    context.explainPlan().push("RECURSIVE STEP");
    recursive();
    context.explainPlan().pop();
    program.emit(Opcode.Goto, 0, top);
    program.place(end);
  }

  private void openQueue() {
    if (query.orderBy().isEmpty()) {
      program.emit(Opcode.OpenEphemeral, queue, columnCount);
    } else {
      int columns = query.orderBy().size() + 2;
      program.emit(
          Opcode.OpenEphemeral, queue, columns, 0, KeyOrders.ofTerms(context, query.orderBy(), 1));
    }
    if (seen >= 0) {
      program.emit(Opcode.OpenEphemeral, seen, columnCount, 0, rowOrder());
    }
  }

  private KeyOrder rowOrder() {
    List<BoundOrderingTerm> terms = new ArrayList<>();
    for (int i = 0; i < columnCount; i++) {
      BoundExpression value =
          new BoundExpression.Collated(query.first().results().get(i).expression(), query.comparisonCollation(i, query.arms().size()));
      terms.add(new BoundOrderingTerm(value, false, false));
    }
    return KeyOrders.ofTerms(context, terms, 0);
  }

  private void initial() {
    List<BoundQuery.Arm> arms = query.arms().subList(0, query.recursion().firstRecursiveArm());
    BoundQuery start = new BoundQuery(arms, List.of(), null, null, null, null);
    new QueryCompiler(context).compile(start, this::enqueue);
  }

  private void recursive() {
    Source reference = query.recursion().reference();
    SourceAccess before = context.setAccess(reference, new RowAccess(current, reference));
    for (int i = query.recursion().firstRecursiveArm(); i < query.arms().size(); i++) {
      int end = program.newLabel();
      new BlockCompiler(
              context, query.arms().get(i).block(), List.of(), LimitCode.none(context), this::enqueue, end)
          .compile();
      program.place(end);
    }
    context.setAccess(reference, before);
  }

  private void putOut(Destination destination, int end) {
    int first = destination.firstRegister() != 0 ? destination.firstRegister() : program.newRegisters(columnCount);
    for (int i = 0; i < columnCount; i++) {
      program.emit(Opcode.Column, current, i, first + i);
    }
    destination.row(context, first, columnCount, end);
  }

  /** Puts a row into the queue, unless it was there before and rows must be distinct. */
  private void enqueue(CompileContext compile, int first, int count, int breakLabel) {
    int skip = program.newLabel();
    int record = program.newRegister();
    if (seen >= 0) {
      program.emit(Opcode.Found, seen, skip, first, (long) count);
    }
    program.emit(Opcode.MakeRecord, first, count, record);
    if (seen >= 0) {
      program.emit(Opcode.IdxInsert, seen, record, first, (long) count, 0x10);
    }
    if (query.orderBy().isEmpty()) {
      int rowid = program.newRegister();
      program.emit(Opcode.NewRowid, queue, rowid);
      program.emit(Opcode.Insert, queue, record, rowid, null, 8);
    } else {
      int terms = query.orderBy().size();
      int key = program.newRegisters(terms + 2);
      for (int i = 0; i < terms; i++) {
        program.emit(Opcode.Copy, first + query.orderColumns()[i], key + i, 0);
      }
      program.emit(Opcode.Sequence, queue, key + terms);
      program.emit(Opcode.Copy, record, key + terms + 1, 0);
      int entry = program.newRegister();
      program.emit(Opcode.MakeRecord, key, terms + 2, entry);
      program.emit(Opcode.IdxInsert, queue, entry, key, (long) (terms + 2));
    }
    program.place(skip);
  }
}
