// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.compile.InCompiler;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Collects the values of an IN, each once and in order, in an ephemeral index that a search goes through. If an index
 * serves but some fields of a row value, those alone are collected.
 */
final class InValues {
  private final LoopContext context;
  private final ProgramBuilder program;

  InValues(LoopContext context) {
    this.context = context;
    this.program = context.program;
  }

  /** @param fields of a row value, or just 0 */
  InCompiler.Set build(Term term, List<Integer> fields) {
    BoundExpression expression = strip(term.expression());
    if (!(expression instanceof BoundExpression.InQuery in) || BoundTree.sizeOf(in.operand()) == 1) {
      return new InCompiler(context.compile).openSet(expression);
    }
    // the fields that are searched make a query of their own
    int number = context.compile.nextSubqueryNumber();
    if (fields.size() == BoundTree.sizeOf(in.operand())) {
      BoundQuery copy = in.query().withNumber(number);
      return new InCompiler(context.compile).openSet(new BoundExpression.InQuery(in.operand(), copy, in.negated()));
    }
    if (in.query().limit() == null || !in.query().first().isDistinct()) {
      return new InCompiler(context.compile).openSet(reduced(in, fields, number));
    }
    return buildQuery(in, fields, program.newCursor());
  }

  private static BoundExpression.InQuery reduced(BoundExpression.InQuery in, List<Integer> fields, int number) {
    List<BoundExpression> operands = new ArrayList<>();
    fields.forEach(field -> operands.add(BoundTree.fieldOf(in.operand(), field)));
    BoundExpression operand = operands.size() == 1 ? operands.get(0) : new BoundExpression.RowValue(operands);
    List<BoundQuery.Arm> arms = new ArrayList<>();
    for (BoundQuery.Arm arm : in.query().arms()) {
      List<QueryBlock.Result> results = new ArrayList<>();
      for (int i = 0; i < arm.block().results().size(); i++) {
        if (!fields.contains(i)) {
          countColumns(arm.block().results().get(i).expression());
        }
      }
      fields.forEach(field -> results.add(arm.block().results().get(field)));
      arms.add(arm.with(arm.block().withResults(results)));
    }
    BoundQuery query = in.query().with(arms, in.query().orderBy()).withNumber(number);
    return new BoundExpression.InQuery(operand, query, in.negated());
  }

  /** As in SQLite, columns of results that are left out still decide whether an index covers. */
  private static void countColumns(BoundExpression expression) {
    BoundTree.walk(
        expression,
        e -> {
          if (e instanceof BoundExpression.ColumnValue column
              && column.column() >= 0
              && column.source() instanceof Source.TableSource table
              && column.column() != table.table().rowidAlias()) {
            table.countAsRead(column.column());
          }
        });
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

  private InCompiler.Set buildQuery(BoundExpression.InQuery in, List<Integer> fields, int cursor) {
    BoundQuery query = in.query();
    boolean once = !query.isCorrelated();
    int start = once ? program.emit(Opcode.Once) : -1;
    StringBuilder letters = new StringBuilder();
    Collation[] collations = new Collation[fields.size()];
    for (int i = 0; i < collations.length; i++) {
      BoundExpression operand = BoundTree.fieldOf(in.operand(), fields.get(i));
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
    KeyOrder order = order(List.of(collations));
    program.emit(Opcode.OpenEphemeral, cursor, fields.size(), 0, order);
    context.compile.explainPlan().push((once ? "" : "CORRELATED ") + "LIST SUBQUERY " + query.number());
    context.compile.compile(query, new Projection(cursor, fields, letters.toString()));
    context.compile.explainPlan().pop();
    if (once) {
      program.jumpHere(start);
    }
    return new InCompiler.Set(cursor, order, fields.size(), null, 0, 0, false);
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
