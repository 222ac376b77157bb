// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Makes the program of a PRAGMA: a scan over the rows that its body computes when the scan starts. */
final class PragmaCompiler {
  private PragmaCompiler() {}

  static void compile(Session session, CompileContext context, Statement.Pragma statement) {
    int database = statement.schema() == null ? Session.MAIN : session.catalog().number(statement.schema());
    if (database < 0) {
      throw new SqlException("unknown database " + statement.schema(), statement.position());
    }
    Authority authority = session.catalog().authority();
    if (authority != null && !authority.permits(Authorizer.Action.PRAGMA, statement.name(), statement.value(), statement.schema())) {
      return;
    }
    if (database == Session.TEMP) {
      session.btree(database); // is there from now on, as database_list shows
    }
    Pragma pragma = Pragmas.find(statement.name());
    if (pragma == null) {
      return; // an unknown pragma does nothing, silently
    }
    List<String> columns = pragma.columns(statement.value() != null);
    context.setColumns(StatementCompiler.columns(columns));
    PragmaTable table = new PragmaTable(session, pragma, statement.schema(), database, statement.value(), statement.isNumber());
    ProgramBuilder program = context.program();
    int cursor = program.newCursor();
    int arguments = program.newRegisters(2);
    int done = program.newLabel();
    program.emit(Opcode.VOpen, cursor, 0, 0, table);
    program.emit(Opcode.Integer, 0, arguments);
    program.emit(Opcode.Integer, 0, arguments + 1);
    program.emit(Opcode.VFilter, cursor, done, arguments);
    if (!columns.isEmpty()) {
      int first = program.newRegisters(columns.size());
      int loop = program.address();
      for (int i = 0; i < columns.size(); i++) {
        program.emit(Opcode.VColumn, cursor, i, first + i);
      }
      program.emit(Opcode.ResultRow, first, columns.size());
      program.emit(Opcode.VNext, cursor, loop);
    }
    program.place(done);
  }
}
