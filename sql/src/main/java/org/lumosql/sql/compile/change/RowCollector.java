// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Table;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.ChangedRows;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * The rows that an UPDATE or DELETE is about, found before the first of them is changed: their identities, each once,
 * in order, with values
 * computed beside them, in an ephemeral table.
 */
final class RowCollector {
  private final Target target;
  private final ProgramBuilder program;
  private final int cursor;
  private final int keySize;
  private final List<BoundExpression> values;
  private final boolean keepsOrder;
  /** Whether a row without identity is to be passed over: that of aggregates over nothing. */
  private boolean skipsEmpty;
  private int loop;

  /** @param values what else is kept of each row; @param keepsOrder whether rows stay in the order in which they are found; then without values */
  RowCollector(Target target, List<BoundExpression> values, boolean keepsOrder) {
    this.keepsOrder = keepsOrder;
    this.target = target;
    this.program = target.environment().program();
    this.cursor = program.newCursor();
    this.keySize = target.keySize();
    this.values = values;
  }

  /** What is between WHERE and the end of the statement. @param limit or null; @param offset or null; @param rows null if there is neither FROM nor LIMIT */
  record Choice(
      List<Source> sources,
      List<QueryBlock.JoinCondition> conditions,
      List<BoundOrderingTerm> orderBy,
      BoundExpression limit,
      BoundExpression offset,
      ChangedRows rows) {
    /** The query. @param identity what tells the rows of the target apart */
    BoundQuery query(List<QueryBlock.Result> results, List<BoundExpression> identity) {
      QueryBlock block =
          rows == null
              ? new QueryBlock(false, results, sources, conditions, List.of(), null, List.of(), List.of())
              : rows.block(results, sources, conditions, identity);
      return new BoundQuery(List.of(new BoundQuery.Arm(null, block)), orderBy, null, limit, offset, null);
    }

    Choice withConditions(List<QueryBlock.JoinCondition> others) {
      return new Choice(sources, others, orderBy, limit, offset, rows);
    }
  }

  /** Emits the query that finds the rows. */
  void collect(Choice choice) {
    Table table = target.table();
    List<QueryBlock.Result> results = new ArrayList<>();
    if (keepsOrder) {
      program.emit(Opcode.OpenEphemeral, cursor, keySize);
    } else if (table.hasRowid()) {
      program.emit(Opcode.OpenEphemeral, cursor, values.size());
    } else {
      Object order = table.primaryKeyIndex().keyOrder(target.environment().databases());
      program.emit(Opcode.OpenEphemeral, cursor, keySize + values.size(), 0, order);
    }
    List<BoundExpression> identity = target.identity();
    identity.forEach(value -> results.add(result(value)));
    values.forEach(value -> results.add(result(value)));
    skipsEmpty = choice.rows() != null && choice.rows().mayBeEmpty();
    BoundQuery query = choice.withConditions(conditions(choice)).query(results, identity);
    CompileContext context = target.environment().context();
    if (choice.limit() == null || choice.sources().size() > 1) {
      context.compile(query, this::keep);
      return;
    }
    Source.TableSource source = target.source();
    source.setFoundByQuery();
    context.explainPlan().line("SEARCH " + source.shownName() + key());
    context.explainPlan().push("LIST SUBQUERY " + context.nextSubqueryNumber());
    context.compile(query, this::keep);
    context.explainPlan().pop();
  }

  private String key() {
    if (target.table().hasRowid()) {
      return " USING INTEGER PRIMARY KEY (rowid=?)";
    }
    StringBuilder key = new StringBuilder(" USING PRIMARY KEY (");
    for (int column : target.keyColumns()) {
      key.append(key.charAt(key.length() - 1) == '(' ? "" : " AND ").append(target.table().columnName(column)).append("=?");
    }
    return key.append(')').toString();
  }

  /** As in SQLite, an EXISTS does not become a join here, unless there is a FROM or LIMIT. */
  private static List<QueryBlock.JoinCondition> conditions(Choice choice) {
    if (choice.sources().size() > 1 || choice.limit() != null) {
      return choice.conditions();
    }
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>(choice.conditions());
    conditions.replaceAll(
        condition ->
            condition.expression() instanceof BoundExpression.Exists exists
                ? new QueryBlock.JoinCondition(new BoundExpression.Opaque(exists), condition.outerSource())
                : condition);
    return conditions;
  }

  private static QueryBlock.Result result(BoundExpression expression) {
    return new QueryBlock.Result(expression, "", null);
  }

  private void keep(CompileContext context, int first, int count, int breakLabel) {
    if (skipsEmpty) {
      program.emit(Opcode.IsNull, first, breakLabel);
    }
    int record = program.newRegisters(2);
    if (keepsOrder) {
      program.emit(Opcode.MakeRecord, first, count, record);
      program.emit(Opcode.NewRowid, cursor, record + 1);
      program.emit(Opcode.Insert, cursor, record, record + 1);
    } else if (target.table().hasRowid()) {
      if (values.isEmpty()) {
        program.emit(Opcode.Null, 0, record);
      } else {
        program.emit(Opcode.MakeRecord, first + 1, values.size(), record);
      }
      program.emit(Opcode.Insert, cursor, record, first);
    } else {
      program.emit(Opcode.MakeRecord, first, count, record);
      program.emit(Opcode.IdxInsert, cursor, record, first, (long) keySize);
    }
  }

  /** Emits the beginning of a loop over the rows. @param key first register of their identities */
  void begin(int key, int done) {
    program.emit(Opcode.Rewind, cursor, done);
    loop = program.address();
    if (target.table().hasRowid() && !keepsOrder) {
      program.emit(Opcode.Rowid, cursor, key);
    } else {
      for (int i = 0; i < keySize; i++) {
        program.emit(Opcode.Column, cursor, i, key + i);
      }
    }
  }

  /** Emits code that puts one of the values of the present row into a register. */
  void value(int number, int register) {
    int field = target.table().hasRowid() ? number : keySize + number;
    program.emit(Opcode.Column, cursor, field, register);
  }

  void end() {
    program.emit(Opcode.Next, cursor, loop);
  }
}
