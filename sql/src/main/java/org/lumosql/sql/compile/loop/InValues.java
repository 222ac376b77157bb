// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.plan.Expressions;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Collects the values of an IN, each once and in order, in an ephemeral index that a search goes through. */
final class InValues {
  private final LoopContext context;
  private final ProgramBuilder program;

  InValues(LoopContext context) {
    this.context = context;
    this.program = context.program;
  }

  /** @param fields of a row value, or just 0; returns the cursor */
  int build(Term term, List<Integer> fields) {
    int cursor = program.newCursor();
    BoundExpression expression = strip(term.expression());
    if (expression instanceof BoundExpression.InList in) {
      buildList(in, term.affinity(), cursor);
    } else {
      buildQuery((BoundExpression.InQuery) expression, fields, cursor);
    }
    return cursor;
  }

  private static BoundExpression strip(BoundExpression expression) {
    BoundExpression inner = expression;
    while (!(inner instanceof BoundExpression.InList) && !(inner instanceof BoundExpression.InQuery)) {
      if (inner instanceof BoundExpression.Collated collated) {
        inner = collated.operand();
      } else {
        inner = ((BoundExpression.Call) inner).arguments().get(0);
      }
    }
    return inner;
  }

  private void buildList(BoundExpression.InList in, Affinity affinity, int cursor) {
    boolean constant = in.list().stream().allMatch(Expressions::isConstant);
    int once = constant ? program.emit(Opcode.Once) : -1;
    program.emit(Opcode.OpenEphemeral, cursor, 1, 0, order(List.of(Typing.collationOrBinary(in.operand()))));
    int value = context.compile.temporary();
    int record = context.compile.temporary();
    String letters = affinity.ordinal() <= Affinity.BLOB.ordinal() ? null : String.valueOf(affinity.letter());
    boolean factoring = context.compile.setFactoring(false);
    for (BoundExpression element : in.list()) {
      context.expressions.codeTo(element, value);
      program.emit(Opcode.MakeRecord, value, 1, record, letters);
      program.emit(Opcode.IdxInsert, cursor, record, value, 1L);
    }
    context.compile.setFactoring(factoring);
    context.compile.releaseTemporary(record);
    context.compile.releaseTemporary(value);
    if (constant) {
      program.jumpHere(once);
    }
  }

  private void buildQuery(BoundExpression.InQuery in, List<Integer> fields, int cursor) {
    BoundQuery query = in.query();
    boolean once = !query.isCorrelated();
    int start = once ? program.emit(Opcode.Once) : -1;
    StringBuilder letters = new StringBuilder();
    Collation[] collations = new Collation[fields.size()];
    for (int i = 0; i < collations.length; i++) {
      BoundExpression operand = fieldOf(in.operand(), fields.get(i));
      Affinity affinity =
          EqualityCode.needed(
              new BoundExpression.RegisterValue(0, query.columnAffinity(fields.get(i)), Collations.binary()),
              Typing.affinity(operand));
      letters.append(affinity.ordinal() <= Affinity.BLOB.ordinal() ? Affinity.BLOB.letter() : affinity.letter());
      collations[i] = Typing.collation(operand);
      if (collations[i] == null) {
        collations[i] = query.columnCollation(fields.get(i));
      }
    }
    program.emit(Opcode.OpenEphemeral, cursor, fields.size(), 0, order(List.of(collations)));
    context.compile.explainPlan().push((once ? "" : "CORRELATED ") + "LIST SUBQUERY " + number(query));
    context.compile.compile(query, new Projection(cursor, fields, letters.toString()));
    context.compile.explainPlan().pop();
    if (once) {
      program.jumpHere(start);
    }
  }

  private static int number(BoundQuery query) {
    return query.number();
  }

  private static BoundExpression fieldOf(BoundExpression operand, int field) {
    return operand instanceof BoundExpression.RowValue row ? row.values().get(field) : operand;
  }

  private KeyOrder order(List<Collation> collations) {
    return new KeyOrder(
        context.compile.databases().encoding(), collations.toArray(new Collation[0]), null, null);
  }

  /** Some columns of each row as keys of an ephemeral index. */
  private record Projection(int cursor, List<Integer> fields, String letters) implements Destination {
    @Override
    public void row(CompileContext compile, int firstRegister, int count, int breakLabel) {
      ProgramBuilder program = compile.program();
      int first = firstRegister;
      if (!isPrefix()) {
        first = program.newRegisters(fields.size());
        for (int i = 0; i < fields.size(); i++) {
          program.emit(Opcode.Copy, firstRegister + fields.get(i), first + i);
        }
      }
      int record = compile.temporary();
      program.emit(Opcode.MakeRecord, first, fields.size(), record, letters);
      program.emit(Opcode.IdxInsert, cursor, record, first, (long) fields.size());
      compile.releaseTemporary(record);
    }

    private boolean isPrefix() {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i) != i) {
          return false;
        }
      }
      return true;
    }
  }
}
