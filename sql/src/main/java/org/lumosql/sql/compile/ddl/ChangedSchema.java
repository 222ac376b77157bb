// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.IdentityHashMap;
import java.util.Map;
import org.lumosql.function.FunctionRegistry;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.vdbe.VirtualTable;

/**
 * The schema as it will be after a change of texts, to find out whether its definitions still make sense. Tables and indexes come first, as they do when the
 * schema is read: there a name in double quotes that means nothing is a string. Then all definitions are looked at in their order, and it is a mistake.
 */
final class ChangedSchema implements Databases {
  private static final SchemaReferences.Listener DEAF =
      new SchemaReferences.Listener() {
        @Override
        public void column(Expression.ColumnReference name, BoundExpression value) {
          // only errors matter
        }

        @Override
        public void table(int position, String schema, Table found) {
          // only errors matter
        }

        @Override
        public void columnToken(int token, Table table, String name) {
          // only errors matter
        }
      };

  private final Databases present;
  private final Table table;
  private final String newName;
  private final SchemaReferences references;
  private final Map<Table, Table> changed = new IdentityHashMap<>();
  private boolean isReading;

  /**
   * @param table that is changed, or null
   * @param newName of that table; null if it keeps its name
   */
  private ChangedSchema(Databases present, Table table, String newName) {
    this.present = present;
    this.table = table;
    this.newName = newName;
    this.references = new SchemaReferences(this, DEAF);
  }

  /**
   * Binds all views and triggers as they are.
   *
   * @throws SqlException "error in view v: …"
   */
  static void checkPresent(Environment environment, Definitions definitions) {
    if (!environment.isOn(Setting.LEGACY_ALTER_TABLE)) {
      ChangedSchema schema = new ChangedSchema(environment.databases(), null, null);
      definitions.forEachScanned("", entry -> schema.checkUser(entry.getKey(), null));
    }
  }

  /**
   * Binds all definitions with their texts as they were changed.
   *
   * @param table the one that is changed
   * @param when " after rename" or the like
   * @throws SqlException "error in view v after rename: …"
   */
  static void check(Environment environment, Definitions definitions, Table table, String when) {
    new ChangedSchema(environment.databases(), table, null).check(environment, definitions, when);
  }

  /** The same, for a table that gets another name. */
  static void checkRenamed(Environment environment, Definitions definitions, Table table, String newName) {
    definitions.rename(table, newName);
    new ChangedSchema(environment.databases(), table, newName).check(environment, definitions, " after rename");
  }

  private void check(Environment environment, Definitions definitions, String when) {
    isReading = true;
    definitions.forEach(
        when,
        entry -> {
          if (entry.getKey().object() == table) {
            changed.put(table, renewed(environment, entry.getValue().result()));
          }
          checkStored(entry.getKey(), entry.getValue());
        });
    isReading = false;
    if (environment.isOn(Setting.LEGACY_ALTER_TABLE)) {
      definitions.forEachScanned(when, entry -> checkStored(entry.getKey(), entry.getValue()));
      return;
    }
    definitions.texts().forEach(
        (key, text) -> {
          if (key.object() instanceof Table view && view.isView() && text.isChanged()) {
            Statement.CreateView create = (Statement.CreateView) Parser.parse(text.result()).statement();
            changed.put(view, copy(view, view.name(), create.select(), text.result()));
          }
        });
    definitions.forEachScanned(
        when,
        entry -> {
          checkStored(entry.getKey(), entry.getValue());
          checkUser(entry.getKey(), entry.getValue());
        });
  }

  private Table renewed(Environment environment, String sql) {
    if (table.isVirtual()) {
      return copy(table, newName, null, sql);
    }
    Table renewed = new TableText(environment, table.database()).build(sql);
    table.indexes().stream().filter(index -> !index.isAutomatic() && !index.isTable()).forEach(renewed::addIndex); // for INDEXED BY
    return renewed;
  }

  /** The expressions of the table that is changed, of its indexes, and of those whose strings in double quotes were written anew: as a term alone such a string is a column's name. */
  private void checkStored(Definitions.Key key, SqlText text) {
    if (key.object() == table && changed.containsKey(table)) {
      references.tableExpressions(changed.get(table));
    } else if (key.object() instanceof Index index && (index.table() == table || text.isChanged())) {
      references.index(changed.getOrDefault(index.table(), index.table()), (Statement.CreateIndex) Parser.parse(text.result()).statement());
    }
  }

  /** @param text null for the present one */
  private void checkUser(Definitions.Key key, SqlText text) {
    try {
      if (key.object() instanceof Table view && view.isView()) {
        references.view(changed.getOrDefault(view, view));
      } else if (key.object() instanceof Trigger trigger) {
        trigger(trigger, text == null || !text.isChanged() ? trigger.sql() : text.result());
      }
    } catch (SqlException e) {
      // the replacement has no indexes; that those of INDEXED BY exist was found out before
      if (changed.isEmpty() || !e.getMessage().startsWith("no such index: ")) {
        throw e;
      }
    }
  }

  private void trigger(Trigger trigger, String sql) {
    Statement.CreateTrigger definition = (Statement.CreateTrigger) Parser.parse(sql).statement();
    Trigger renewed =
        new Trigger(trigger.database(), trigger.name(), definition.table().name(), trigger.tableDatabase(), definition, sql);
    references.trigger(renewed, new SqlText(sql));
  }

  private static Table copy(Table table, String name, Select view, String sql) {
    Table.Definition old = table.definition();
    return new Table(
        new Table.Definition(
            old.database(),
            old.schemaName(),
            name,
            old.kind(),
            old.columns(),
            old.primaryKey(),
            old.rowidAlias(),
            old.rowidConflict(),
            old.autoincrement(),
            old.withoutRowid(),
            old.strict(),
            old.checks(),
            old.foreignKeys(),
            view,
            old.viewColumns(),
            old.module(),
            old.moduleArguments(),
            sql),
        0);
  }

  // ---- Databases --------------------------------------------------------------------------------------------------

  @Override
  public Table findTable(String schemaName, String name) {
    Table found = newName == null ? present.findTable(schemaName, name) : findRenamed(schemaName, name);
    return found == null ? null : changed.getOrDefault(found, found);
  }

  private Table findRenamed(String schemaName, String name) {
    if (schemaName != null) {
      return number(schemaName) == table.database() && Ascii.equal(name, newName) ? table : unlessRenamed(present.findTable(schemaName, name));
    }
    Table found = present.findTable(null, name);
    if (Ascii.equal(name, newName)) {
      boolean isBefore = found != null && found != table && position(found.database()) < position(table.database()) && present.schema(found.database()).table(name) == found;
      return isBefore ? found : table;
    }
    for (int database = 2; found == table && database < count(); database++) { // what it has hidden
      found = database == table.database() ? found : unlessRenamed(present.schema(database).table(name));
    }
    return unlessRenamed(found);
  }

  private static int position(int database) {
    return database == SchemaWriter.TEMP ? -1 : database;
  }

  private Table unlessRenamed(Table found) {
    return found == table ? null : found;
  }

  @Override
  public Index findIndex(String schemaName, String name) {
    return present.findIndex(schemaName, name);
  }

  @Override
  public int count() {
    return present.count();
  }

  @Override
  public String name(int database) {
    return present.name(database);
  }

  @Override
  public int number(String name) {
    return present.number(name);
  }

  @Override
  public Schema schema(int database) {
    return present.schema(database);
  }

  @Override
  public FunctionRegistry functions() {
    return present.functions();
  }

  @Override
  public Collation requireCollation(String name) {
    return present.requireCollation(name);
  }

  @Override
  public VirtualTable virtualTable(Table of) {
    return present.virtualTable(changed.get(table) == of ? table : of);
  }

  @Override
  public int limit(int which) {
    return present.limit(which);
  }

  /** Strings in double quotes have been given single ones before, but where a table is renamed: those that are left are names. */
  @Override
  public boolean isOn(Setting setting) {
    return setting == Setting.DOUBLE_QUOTED_STRINGS_DDL && newName == null ? isReading : present.isOn(setting);
  }

  @Override
  public boolean isOptimisationOn(Optimisation optimisation) {
    return present.isOptimisationOn(optimisation);
  }

  @Override
  public TextEncoding encoding() {
    return present.encoding();
  }

  @Override
  public Collation collation(String name) {
    return present.collation(name);
  }

  @Override
  public Object collationVersion() {
    return present.collationVersion();
  }
}
