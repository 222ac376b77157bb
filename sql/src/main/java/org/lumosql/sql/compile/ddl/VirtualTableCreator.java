// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * CREATE VIRTUAL TABLE (https://sqlite.org/lang_createvtab.html): the row of the schema table, then the module makes
 * what it needs.
 */
final class VirtualTableCreator {
  private final Environment environment;
  private final Statement.CreateVirtualTable statement;

  VirtualTableCreator(Environment environment, Statement.CreateVirtualTable statement) {
    this.environment = environment;
    this.statement = statement;
  }

  void compile() {
    int database = SchemaWriter.databaseOf(environment, statement.name(), false, "table");
    SchemaWriter schema = new SchemaWriter(environment, database);
    String name = statement.name().name();
    SchemaWriter.requireFreeName(environment, name);
    if (TableCreator.isThere(environment, schema, statement.name(), statement.sql(), statement.ifNotExists())) {
      return;
    }
    ProgramBuilder program = environment.program();
    schema.prepareFile();
    schema.write(new SchemaWriter.Row("table", name, name, 0, statement.sql()), 0);
    schema.changeCookie();
    program.emit(Opcode.Expire);
    int register = program.newRegister();
    schema.text(name, register);
    program.emit(Opcode.VCreate, database, register);
    schema.parse(P4.SchemaRows.with(P4.FieldTest.is(P4.SchemaField.NAME, name), P4.FieldTest.is(P4.SchemaField.SQL, statement.sql())));
  }
}
