// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.List;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Names;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.ColumnNames;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** CREATE TABLE … AS SELECT: names and types come from the query, the rows too. */
final class SelectedTable {
  private static final int ROOT_IN_REGISTER = 0x10;
  private static final int APPEND = 8;
  private static final int SHORT = 50;

  private final Environment environment;
  private final ProgramBuilder program;
  private final SchemaWriter schema;
  private final TableCreator creator;

  SelectedTable(Environment environment, SchemaWriter schema, TableCreator creator) {
    this.environment = environment;
    this.program = environment.program();
    this.schema = schema;
    this.creator = creator;
  }

  void compile(Statement.CreateTable statement) {
    BoundQuery query = environment.resolver().bindQuery(statement.select(), null);
    Table table = creator.build(sql(statement.name().name(), query));
    int root = program.newRegister();
    int rowid = creator.begin(root, true);
    int cursor = program.newCursor();
    int yield = program.newRegister();
    int first = program.newRegisters(query.columnCount());
    int record = program.newRegisters(2);
    program.emit(
        Opcode.OpenWrite, cursor, root, schema.database(), new P4.Columns(query.columnCount()), ROOT_IN_REGISTER);
    int behind = program.newLabel();
    int start = program.emit(Opcode.InitCoroutine, yield, behind, 0);
    program.setP3(start, program.address());
    environment.context().compile(query, Destination.coroutine(yield, first));
    program.emit(Opcode.EndCoroutine, yield);
    program.place(behind);
    int done = program.newLabel();
    int loop = program.emit(Opcode.Yield, yield, done);
    program.emit(Opcode.MakeRecord, first, query.columnCount(), record, affinities(query));
    program.emit(Opcode.NewRowid, cursor, record + 1);
    program.emit(Opcode.Insert, cursor, record, record + 1, null, APPEND);
    program.emit(Opcode.Goto, 0, loop);
    program.place(done);
    program.emit(Opcode.Close, cursor);
    creator.end(table, root, rowid);
  }

  /** As the query has them, not as the new table declares them: the reals of a column that is some number stay reals. */
  private static String affinities(BoundQuery query) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < query.columnCount(); i++) {
      Affinity affinity = query.columnAffinity(i);
      letters.append((affinity == Affinity.NONE ? Affinity.BLOB : affinity).letter());
    }
    return letters.toString();
  }

  /** The text that describes the table: on one line if it is short. */
  private String sql(String name, BoundQuery query) {
    List<String> names = ColumnNames.of(query, null);
    int length = Names.quotedLength(name);
    for (String column : names) {
      length += Names.quotedLength(column) + 5;
    }
    boolean isShort = length < SHORT;
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(Names.quoteIfNeeded(name)).append('(');
    for (int i = 0; i < names.size(); i++) {
      sql.append(i == 0 ? (isShort ? "" : "\n  ") : isShort ? "," : ",\n  ");
      sql.append(Names.quoteIfNeeded(names.get(i))).append(type(query.typeWord(i)));
    }
    return sql.append(isShort ? ")" : "\n)").toString();
  }

  private static String type(String word) {
    return word == null || word.equals("BLOB") ? "" : " " + word;
  }
}
