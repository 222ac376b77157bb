// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.ForeignKey;
import org.lumosql.schema.Index;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/** DROP TABLE, VIEW, INDEX and TRIGGER. */
final class Dropper {
  private static final int FOREIGN_KEY_KIND = 4;
  private static final List<String> STATISTICS = List.of("sqlite_stat1", "sqlite_stat3", "sqlite_stat4");

  private final Environment environment;
  private final ProgramBuilder program;
  private final Databases databases;
  private final Statement.Drop statement;
  private final QualifiedName name;

  Dropper(Environment environment, Statement.Drop statement) {
    this.environment = environment;
    this.program = environment.program();
    this.databases = environment.databases();
    this.statement = statement;
    this.name = statement.name();
  }

  void compile() {
    switch (statement.kind()) {
      case TABLE:
      case VIEW:
        dropTable();
        break;
      case INDEX:
        dropIndex();
        break;
      case TRIGGER:
        dropTrigger();
        break;
      default:
        throw new AssertionError(statement);
    }
  }

  private String text() {
    return (name.schema() == null ? "" : name.schema() + ".") + name.name();
  }

  private void missing(String kind) {
    if (!statement.ifExists()) {
      throw new SqlException("no such " + kind + ": " + text());
    }
    for (int i = 0; i < databases.count(); i++) {
      environment.context().useDatabase(i);
    }
  }

  // ---- tables and views -------------------------------------------------------------------------------------------

  private void dropTable() {
    boolean wantsView = statement.kind() == Statement.ObjectKind.VIEW;
    Table table = databases.findTable(name.schema(), name.name());
    if (table == null) {
      missing(wantsView ? "view" : "table");
      return;
    }
    requireDroppable(table);
    if (wantsView && !table.isView()) {
      throw new SqlException("use DROP TABLE to delete table " + table.name());
    }
    if (!wantsView && table.isView()) {
      throw new SqlException("use DROP VIEW to delete view " + table.name());
    }
    SchemaWriter schema = new SchemaWriter(environment, table.database());
    environment.context().writeDatabase(table.database());
    if (!table.isView()) {
      deleteStatistics(table.database(), "tbl", table.name());
      deleteForeignKeys(table);
    }
    for (Trigger trigger : triggersOf(table)) {
      dropTrigger(trigger);
    }
    if (table.isAutoincrement()) {
      schema.run("DELETE FROM " + SchemaWriter.quoteName(databases.name(table.database()))
          + ".sqlite_sequence WHERE name=" + SchemaWriter.quote(table.name()));
    }
    schema.deleteRows("tbl_name=" + SchemaWriter.quote(table.name()) + " AND type!='trigger'");
    if (table.isVirtual()) {
      program.emit(Opcode.VDestroy, table.database(), 0, 0, table.name());
    } else if (!table.isView()) {
      destroyTrees(schema, table);
    }
    program.emit(Opcode.DropTable, table.database(), 0, 0, table.name());
    schema.changeCookie();
  }

  private static void requireDroppable(Table table) {
    String lower = Ascii.lower(table.name());
    boolean isFree = lower.startsWith("sqlite_stat") || lower.startsWith("sqlite_parameters");
    if (table.isEponymous() || lower.startsWith("sqlite_") && !isFree) {
      throw new SqlException("table " + table.name() + " may not be dropped");
    }
  }

  private List<Trigger> triggersOf(Table table) {
    List<Trigger> triggers = new ArrayList<>();
    for (int database : new int[] {table.database(), SchemaWriter.TEMP}) {
      for (Trigger trigger : databases.schema(database).triggers()) {
        boolean isOn = trigger.tableDatabase() == table.database() && Ascii.equal(trigger.table(), table.name());
        if (isOn && !triggers.contains(trigger)) {
          triggers.add(trigger);
        }
      }
    }
    return triggers;
  }

  /** The largest root page first: in auto-vacuum mode a freed page is filled with the last one of the file. */
  private void destroyTrees(SchemaWriter schema, Table table) {
    List<Integer> roots = new ArrayList<>();
    roots.add(table.rootPage());
    for (Index index : table.indexes()) {
      if (!index.isTable()) {
        roots.add(index.rootPage());
      }
    }
    roots.sort(Comparator.reverseOrder());
    for (int root : roots) {
      destroy(schema, root);
    }
  }

  private void destroy(SchemaWriter schema, int root) {
    if (root < 2) {
      throw new SqlException(ResultCode.CORRUPT, "corrupt schema", -1);
    }
    int moved = program.newRegister();
    program.emit(Opcode.Destroy, root, moved, schema.database());
    schema.moveRoot(moved, root);
  }

  /** With foreign keys on, all rows are deleted first, as far as that may leave children without parents. */
  private void deleteForeignKeys(Table table) {
    if (!environment.isOn(Setting.FOREIGN_KEYS) || table.isVirtual()) {
      return;
    }
    boolean deferred = environment.isOn(Setting.DEFER_FOREIGN_KEYS);
    boolean isParent =
        databases.schema(table.database()).tables().stream()
            .flatMap(child -> child.definition().foreignKeys().stream())
            .anyMatch(key -> Ascii.equal(key.parent(), table.name()));
    int skip = program.newLabel();
    if (!isParent) {
      if (table.definition().foreignKeys().stream().noneMatch(ForeignKey::deferred) && !deferred
          || table.definition().foreignKeys().isEmpty()) {
        return;
      }
      program.emit(Opcode.FkIfZero, 1, skip);
    }
    String database = SchemaWriter.quoteName(databases.name(table.database()));
    String target = database + "." + SchemaWriter.quoteName(table.name());
    new SchemaWriter(environment, table.database()).run("DELETE FROM " + target, true);
    environment.context().addFlag(Program.COUNTS_CHANGES);
    if (!deferred) {
      int clean = program.newLabel();
      program.emit(Opcode.FkIfZero, 0, clean);
      int code = ResultCode.CONSTRAINT_FOREIGNKEY.code();
      program.emit(Opcode.Halt, code, ConflictAction.ABORT.ordinal(), 0, null, FOREIGN_KEY_KIND);
      program.place(clean);
    }
    program.place(skip);
  }

  private void deleteStatistics(int database, String column, String value) {
    Schema schema = databases.schema(database);
    for (String statistics : STATISTICS) {
      if (schema.table(statistics) != null) {
        new SchemaWriter(environment, database)
            .run("DELETE FROM " + SchemaWriter.quoteName(databases.name(database)) + "." + statistics
                + " WHERE " + column + "=" + SchemaWriter.quote(value));
      }
    }
  }

  // ---- indexes and triggers ---------------------------------------------------------------------------------------

  private void dropIndex() {
    Index index = databases.findIndex(name.schema(), name.name());
    if (index == null) {
      missing("index");
      return;
    }
    if (index.isAutomatic()) {
      throw new SqlException("index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped");
    }
    int database = index.table().database();
    SchemaWriter schema = new SchemaWriter(environment, database);
    environment.context().writeDatabase(database);
    schema.deleteRows("name=" + SchemaWriter.quote(index.name()) + " AND type='index'");
    deleteStatistics(database, "idx", index.name());
    schema.changeCookie();
    destroy(schema, index.rootPage());
    program.emit(Opcode.DropIndex, database, 0, 0, index.name());
  }

  private void dropTrigger() {
    Trigger found = null;
    for (int i = 0; i < databases.count() && found == null; i++) {
      // temp first, as with tables
      int database = i < 2 ? 1 - i : i;
      if (name.schema() == null || databases.number(name.schema()) == database) {
        found = databases.schema(database).trigger(name.name());
      }
    }
    if (found == null) {
      missing("trigger");
      return;
    }
    dropTrigger(found);
  }

  private void dropTrigger(Trigger trigger) {
    SchemaWriter schema = new SchemaWriter(environment, trigger.database());
    schema.deleteRows("name=" + SchemaWriter.quote(trigger.name()) + " AND type='trigger'");
    schema.changeCookie();
    program.emit(Opcode.DropTrigger, trigger.database(), 0, 0, trigger.name());
  }
}
