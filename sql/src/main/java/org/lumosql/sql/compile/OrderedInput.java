// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.resolve.AggregateCall;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * The rows of an aggregate with ORDER BY in its parentheses, kept in an ephemeral index until the group ends. With
 * DISTINCT the argument, which
 * is then the only one, also keeps rows apart; else a number does. A record holds the keys, the number, the arguments and, for a function that asks for them,
 * the subtypes of the arguments, which no record keeps by itself.
 */
final class OrderedInput {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final AggregateCall call;
  private final List<BoundExpression> keys = new ArrayList<>();
  private final KeyOrder order;
  private final int cursor;
  private final DistinctCode distinct;
  private final boolean keepsSubtypes;

  OrderedInput(CompileContext context, AggregateCall call) {
    this.context = context;
    this.program = context.program();
    this.call = call;
    for (BoundOrderingTerm term : call.orderBy()) {
      keys.add(term.expression());
    }
    this.order = KeyOrders.ofTerms(context, call.orderBy(), 1);
    this.cursor = program.newCursor();
    this.distinct = call.isDistinct() ? new DistinctCode(context, call.arguments()) : null;
    this.keepsSubtypes = call.function().has(FunctionDefinition.SUBTYPE);
  }

  void open() {
    program.emit(Opcode.OpenEphemeral, cursor, width(), 0, order);
    if (distinct != null) {
      distinct.open();
    }
  }

  private int width() {
    return keys.size() + 1 + call.arguments().size() * (keepsSubtypes ? 2 : 1);
  }

  void push() {
    int count = width();
    int first = program.newRegisters(count);
    int arguments = first + keys.size() + 1;
    int skip = program.newLabel();
    context.expressions().codeArguments(call.function(), call.arguments(), arguments);
    if (distinct != null) {
      distinct.skipIfSeen(arguments, skip);
    }
    if (keepsSubtypes) {
      for (int i = 0; i < call.arguments().size(); i++) {
        program.emit(Opcode.GetSubtype, arguments + i, arguments + call.arguments().size() + i);
      }
    }
    context.expressions().codeList(keys, first);
    program.emit(Opcode.Sequence, cursor, first + keys.size());
    int record = context.temporary();
    program.emit(Opcode.MakeRecord, first, count, record);
    program.emit(Opcode.IdxInsert, cursor, record, first, (long) count);
    context.releaseTemporary(record);
    program.place(skip);
  }

  /** Emits a loop over the rows in order. @param step takes the register of the first argument */
  void replay(IntConsumer step) {
    int end = program.newLabel();
    int count = call.arguments().size();
    int first = program.newRegisters(Math.max(count, 1));
    int subtype = keepsSubtypes ? program.newRegister() : 0;
    program.emit(Opcode.Rewind, cursor, end);
    int top = program.address();
    for (int i = 0; i < count; i++) {
      program.emit(Opcode.Column, cursor, keys.size() + 1 + i, first + i);
      if (keepsSubtypes) {
        program.emit(Opcode.Column, cursor, keys.size() + 1 + count + i, subtype);
        program.emit(Opcode.SetSubtype, subtype, first + i);
      }
    }
    step.accept(first);
    program.emit(Opcode.Next, cursor, top);
    program.place(end);
  }
}
