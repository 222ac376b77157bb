// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.IdentityHashMap;
import java.util.Map;
import org.lumosql.function.FunctionRegistry;
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
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.vdbe.VirtualTable;

/** The schema as it will be after a change of texts, to find out whether views and triggers still make sense in it. */
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
  private final Map<Table, Table> changed = new IdentityHashMap<>();

  private ChangedSchema(Databases present) {
    this.present = present;
  }

  /**
   * Binds all views and triggers anew.
   *
   * @param table the one that is changed; @param replacement what it will be
   * @throws SqlException "error in view v after rename: …"
   */
  static void check(Databases present, Definitions definitions, Table table, Table replacement) {
    ChangedSchema schema = new ChangedSchema(present);
    schema.changed.put(table, replacement);
    definitions.texts().forEach(
        (key, text) -> {
          if (key.object() instanceof Table view && view.isView() && text.isChanged()) {
            schema.changed.put(view, withText(view, text.result()));
          }
        });
    SchemaReferences references = new SchemaReferences(schema, DEAF);
    definitions.forEach(" after rename", entry -> schema.checkAll(entry.getKey(), entry.getValue(), references));
  }

  private void checkAll(Definitions.Key key, SqlText text, SchemaReferences references) {
    try {
      check(key, text, references);
    } catch (SqlException e) {
      // the replacement has no indexes; that those of INDEXED BY exist was found out before
      if (!e.getMessage().startsWith("no such index: ")) {
        throw e;
      }
    }
  }

  private void check(Definitions.Key key, SqlText text, SchemaReferences references) {
    if (key.object() instanceof Table view && view.isView()) {
      references.view(changed.getOrDefault(view, view));
    } else if (key.object() instanceof Trigger trigger) {
      String sql = text.isChanged() ? text.result() : trigger.sql();
      Statement.CreateTrigger definition = (Statement.CreateTrigger) Parser.parse(sql).statement();
      Trigger renewed =
          new Trigger(trigger.database(), trigger.name(), trigger.table(), trigger.tableDatabase(), definition, sql);
      references.trigger(renewed, new SqlText(sql));
    }
  }

  private static Table withText(Table view, String sql) {
    Table.Definition old = view.definition();
    Statement.CreateView create = (Statement.CreateView) Parser.parse(sql).statement();
    return new Table(
        new Table.Definition(
            old.database(),
            old.schemaName(),
            old.name(),
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
            create.select(),
            old.viewColumns(),
            old.module(),
            old.moduleArguments(),
            sql),
        0);
  }

  // ---- Databases --------------------------------------------------------------------------------------------------

  @Override
  public Table findTable(String schemaName, String name) {
    Table found = present.findTable(schemaName, name);
    return found == null ? null : changed.getOrDefault(found, found);
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
  public VirtualTable virtualTable(Table table) {
    return present.virtualTable(table);
  }

  @Override
  public int limit(int which) {
    return present.limit(which);
  }

  @Override
  public boolean isOn(Setting setting) {
    return present.isOn(setting);
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
