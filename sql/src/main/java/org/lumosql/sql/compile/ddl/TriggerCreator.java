// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Statement.TriggerTime;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.vdbe.P4;

/** CREATE TRIGGER (https://sqlite.org/lang_createtrigger.html). */
final class TriggerCreator {
  private final Environment environment;
  private final Statement.CreateTrigger statement;

  TriggerCreator(Environment environment, Statement.CreateTrigger statement) {
    this.environment = environment;
    this.statement = statement;
  }

  void compile() {
    String schemaName = statement.name().schema();
    if (statement.temporary() && schemaName != null) {
      throw new SqlException("temporary trigger may not have qualified name", statement.name().position());
    }
    int database = SchemaWriter.databaseOf(environment, statement.name(), statement.temporary(), "trigger");
    Table table = table(database);
    if (schemaName == null && table.database() == SchemaWriter.TEMP) {
      database = SchemaWriter.TEMP;
    }
    SchemaWriter schema = new SchemaWriter(environment, database);
    String name = statement.name().name();
    SchemaWriter.requireFreeName(environment, name);
    if (environment.databases().schema(database).trigger(name) != null) {
      if (!statement.ifNotExists()) {
        throw new SqlException(
            "trigger " + SchemaWriter.written(statement.sql()) + " already exists", statement.name().namePosition());
      }
      environment.context().useDatabase(database);
      return;
    }
    check(table);
    if (database != SchemaWriter.TEMP && statement.qualifiesTargets()) {
      throw new SqlException(Statement.CreateTrigger.QUALIFIED_TARGET);
    }
    if (new SqlText(statement.sql()).hasParameter()) {
      throw new SqlException("trigger cannot use variables");
    }
    if (database != SchemaWriter.TEMP) {
      new SchemaNames(environment.databases().name(database), "trigger " + name, -1).trigger(statement);
    }
    schema.write(new SchemaWriter.Row("trigger", name, table.name(), 0, statement.sql()), 0);
    schema.changeCookie();
    schema.parse(P4.SchemaRows.with(P4.FieldTest.is(P4.SchemaField.TYPE, "trigger"), P4.FieldTest.is(P4.SchemaField.NAME, name)));
  }

  /** A trigger of the temp database may be on any table, others only on tables beside them. */
  private Table table(int database) {
    QualifiedName name = statement.table();
    String where = name.schema();
    if (where != null && database != SchemaWriter.TEMP && isForeign(where, database)) {
      throw foreign(where);
    }
    boolean mayBeTemporary = where == null && statement.name().schema() == null && database == 0;
    Table table = null;
    if (where == null && database != SchemaWriter.TEMP) {
      if (mayBeTemporary) {
        table = environment.databases().schema(SchemaWriter.TEMP).table(name.name());
      }
      where = environment.databases().name(database);
    }
    if (table == null) {
      table = environment.databases().findTable(where, name.name());
    }
    if (table == null) {
      throw new SqlException("no such table: " + (where == null ? "" : where + ".") + name.name());
    }
    if (table.database() != database && database != SchemaWriter.TEMP && table.database() != SchemaWriter.TEMP) {
      throw foreign(where);
    }
    return table;
  }

  /** Whether the table is to be in another database. A trigger without a database goes where a temporary table is. */
  private boolean isForeign(String schema, int database) {
    int number = environment.databases().number(schema);
    boolean goesAlong = number == SchemaWriter.TEMP && statement.name().schema() == null && environment.databases().schema(number).table(statement.table().name()) != null;
    return number != database && !goesAlong;
  }

  private SqlException foreign(String schema) {
    QualifiedName name = statement.name();
    return new SqlException("trigger " + name.name() + " cannot reference objects in database " + schema, name.namePosition());
  }

  private void check(Table table) {
    TriggerTime time = statement.time();
    if (SchemaWriter.isSystemName(table.name())) {
      throw new SqlException("cannot create trigger on system table");
    }
    if (table.isVirtual()) {
      throw new SqlException("cannot create triggers on virtual tables");
    }
    if (table.isView() && time != TriggerTime.INSTEAD_OF) {
      throw new SqlException("cannot create " + time + " trigger on view: " + qualified());
    }
    if (!table.isView() && time == TriggerTime.INSTEAD_OF) {
      throw new SqlException("cannot create INSTEAD OF trigger on table: " + qualified());
    }
  }

  private String qualified() {
    QualifiedName name = statement.table();
    return (name.schema() == null ? "" : name.schema() + ".") + name.name();
  }
}
