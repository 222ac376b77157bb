// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.vdbe.Opcode;

/**
 * ALTER TABLE … RENAME TO: in the table's definition, its indexes and triggers, and wherever triggers, views and
 * foreign keys name it.
 */
final class TableRenamer {
  private final Environment environment;
  private final Table table;
  private SqlException failure;

  TableRenamer(Environment environment, Table table) {
    this.environment = environment;
    this.table = table;
  }

  void compile(String newName) {
    Schema schema = environment.databases().schema(table.database());
    if (schema.table(newName) != null || schema.index(newName) != null) {
      throw new SqlException("there is already another table or index with this name: " + newName);
    }
    TableAlterer.requireAlterable(table);
    SchemaWriter.requireFreeName(environment, newName);
    if (table.isView()) {
      throw new SqlException("view " + table.name() + " may not be altered");
    }
    Definitions definitions = new Definitions(environment.databases(), table.database());
    boolean isLegacy = environment.isOn(Setting.LEGACY_ALTER_TABLE);
    definitions.forEach("", entry -> rename(entry.getKey(), entry.getValue(), newName, isLegacy));
    if (failure != null) {
      throw failure;
    }
    boolean isHidden = table.database() != SchemaWriter.TEMP && environment.databases().schema(SchemaWriter.TEMP).table(newName) != null;
    if (!isHidden) {
      ChangedSchema.checkRenamed(environment, definitions, table, newName);
    }
    for (var entry : definitions.texts().entrySet()) {
      if (entry.getValue().isChanged()) {
        SchemaRewriter.update(environment, entry.getKey(), entry.getValue().result());
      }
    }
    names(newName);
    if (table.isVirtual()) {
      int register = environment.program().newRegister();
      new SchemaWriter(environment, table.database()).text(newName, register);
      environment.program().emit(
          Opcode.VRename, register, 0, 0, environment.databases().virtualTable(table));
    }
    SchemaRewriter.reload(environment, table.database());
  }

  /** What SQLite finds wrong with a temporary trigger of the table before it renames anything in it. */
  private void failAfterwards(Definitions.Key key, String message) {
    if (failure == null && !environment.isOn(Setting.WRITABLE_SCHEMA)) {
      failure = new SqlException("error in " + key.type() + " " + key.name() + " after rename: " + message);
    }
  }

  private void rename(Definitions.Key key, SqlText text, String newName, boolean isLegacy) {
    if (failure != null) {
      return;
    }
    Edits edits = new Edits(text, newName);
    SchemaReferences references = new SchemaReferences(environment.databases(), edits);
    if (key.object() instanceof Index index) {
      if (index.table() == table) {
        Statement.CreateIndex create = (Statement.CreateIndex) Parser.parse(index.definition().sql()).statement();
        edits.token(text.find(text.tokenAt(create.name().position()), "ON") + 1);
        if (!isLegacy) {
          references.index(table, create);
        }
      }
    } else if (key.object() instanceof Trigger trigger) {
      boolean isOwn = Ascii.equal(trigger.table(), table.name()) && trigger.tableDatabase() == table.database();
      if (isLegacy && isOwn) {
        int on = text.tokenAt(trigger.definition().table().position());
        edits.token(trigger.definition().table().schema() == null ? on : on + 2);
      } else if (!isLegacy) {
        trigger(key, trigger, text, references);
      }
    } else if (key.object() instanceof Table other) {
      definition(other, text, edits, references);
    }
  }

  /** The temporary triggers of the table itself are not looked at before it has its new name. */
  private void trigger(Definitions.Key key, Trigger trigger, SqlText text, SchemaReferences references) {
    boolean isLater =
        key.database() == SchemaWriter.TEMP
            && trigger.tableDatabase() == table.database()
            && table.database() != SchemaWriter.TEMP
            && Ascii.equal(trigger.table(), table.name());
    try {
      references.trigger(trigger, text);
    } catch (SqlException e) {
      if (!isLater) {
        throw e;
      }
      failAfterwards(key, e.getMessage());
    }
  }

  private void definition(Table other, SqlText text, Edits edits, SchemaReferences references) {
    boolean isLegacy = environment.isOn(Setting.LEGACY_ALTER_TABLE);
    if (other.isView()) {
      if (!isLegacy) {
        references.view(other);
      }
      return;
    }
    if (other == table) {
      edits.token(text.find(0, "TABLE") + 1);
      if (!other.isVirtual() && !isLegacy) {
        references.tableExpressions(table);
      }
    }
    boolean areKeysRenamed = !isLegacy || environment.isOn(Setting.FOREIGN_KEYS);
    if (areKeysRenamed && other.database() == table.database() && !other.isVirtual()) {
      SchemaReferences.foreignKeys(text, table.name(), (token, columns) -> edits.token(token));
    }
  }

  /** The name in other columns of the schema table, in {@code sqlite_sequence}, and of automatic indexes. */
  private void names(String newName) {
    SchemaWriter schema = new SchemaWriter(environment, table.database());
    String master = schema.qualifiedSchemaTable();
    String quotedNew = SchemaWriter.quote(newName);
    String quotedOld = SchemaWriter.quote(table.name());
    for (Index index : table.indexes()) {
      if (!index.isTable()) {
        String name = index.name();
        String prefix = "sqlite_autoindex_" + table.name();
        if (index.isAutomatic() && name.length() > prefix.length()) {
          name = "sqlite_autoindex_" + newName + name.substring(prefix.length());
        }
        schema.run(
            "UPDATE " + master + " SET tbl_name=" + quotedNew + ", name=" + SchemaWriter.quote(name)
                + " WHERE type='index' AND name=" + SchemaWriter.quote(index.name()));
      }
    }
    schema.run(
        "UPDATE " + master + " SET tbl_name=" + quotedNew + ", name=" + quotedNew + " WHERE type='table' AND name="
            + quotedOld);
    for (int database : new int[] {table.database(), SchemaWriter.TEMP}) {
      triggers(database, quotedNew);
    }
    if (environment.databases().schema(table.database()).table("sqlite_sequence") != null) {
      String database = SchemaWriter.quoteName(environment.databases().name(table.database()));
      schema.run("UPDATE " + database + ".sqlite_sequence SET name=" + quotedNew + " WHERE name=" + quotedOld);
    }
  }

  private void triggers(int database, String quotedNew) {
    SchemaWriter schema = new SchemaWriter(environment, database);
    for (Trigger trigger : environment.databases().schema(database).triggers()) {
      if (Ascii.equal(trigger.table(), table.name()) && trigger.tableDatabase() == table.database()) {
        schema.run(
            "UPDATE " + schema.qualifiedSchemaTable() + " SET tbl_name=" + quotedNew + " WHERE type='trigger' AND name="
                + SchemaWriter.quote(trigger.name()));
      }
    }
  }

  /** Renames tokens of one text that mean the table. */
  private final class Edits implements SchemaReferences.Listener {
    private final SqlText text;
    private final String newName;

    Edits(SqlText text, String newName) {
      this.text = text;
      this.newName = newName;
    }

    void token(int token) {
      if (text.isName(token, table.name())) {
        text.rename(token, newName, true);
      }
    }

    @Override
    public void column(Expression.ColumnReference name, BoundExpression value) {
      if (name.table() != null
          && Ascii.equal(name.table(), table.name())
          && value instanceof BoundExpression.ColumnValue found
          && found.source().tableOrNull() == table
          && !found.source().isAliased()) {
        int token = text.tokenAt(name.position());
        token(token < 0 || name.schema() == null ? token : token + 2);
      }
    }

    @Override
    public void table(int position, String schema, Table found) {
      if (found == table) {
        int token = text.tokenAt(position);
        if (token < 1 || !text.is(token - 1, "IN")) { // there SQLite leaves the name, which is a mistake then
          token(token < 0 || schema == null ? token : token + 2);
        }
      }
    }

    @Override
    public void columnToken(int token, Table of, String name) {
      // columns keep their names
    }
  }
}
