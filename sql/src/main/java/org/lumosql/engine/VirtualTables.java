// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.schema.TableBuilder;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;

/**
 * The modules of a connection and the tables that are open over them: those of CREATE VIRTUAL TABLE, and eponymous ones, which FROM may name without
 * any definition.
 */
final class VirtualTables {
  private static final String PRAGMA_PREFIX = "pragma_";

  private final Session session;
  private final Map<String, VirtualModule> modules = new HashMap<>();
  private final Map<String, Table> eponymous = new HashMap<>();
  private final Map<Table, VirtualTable> open = new IdentityHashMap<>();
  /** Made by CREATE VIRTUAL TABLE, but not read from the schema table yet. */
  private VirtualTable created;

  VirtualTables(Session session) {
    this.session = session;
    add(new JsonModule("json_each", false, false));
    add(new JsonModule("json_tree", true, false));
    add(new JsonModule("jsonb_each", false, true));
    add(new JsonModule("jsonb_tree", true, true));
    add(new SeriesModule());
    add(new PageStatisticsModule(session));
  }

  /** Adds or replaces a module. */
  void add(VirtualModule module) {
    String name = Ascii.lower(module.name());
    modules.put(name, module);
    forgetEponymous(name);
  }

  /** Removes a module. Tables that were made with it go on with it until the schema is read again. */
  void remove(String name) {
    modules.remove(Ascii.lower(name));
    forgetEponymous(Ascii.lower(name));
  }

  private void forgetEponymous(String name) {
    Table table = eponymous.remove(name);
    VirtualTable virtual = table == null ? null : open.remove(table);
    if (virtual != null) {
      virtual.close();
    }
  }

  /** CREATE VIRTUAL TABLE: the row of the schema table is there. */
  void create(int database, String name) {
    String schema = session.database(database).name();
    String sql =
        "SELECT sql FROM \"" + schema.replace("\"", "\"\"") + "\".sqlite_schema WHERE type='table' AND name='"
            + name.replace("'", "''") + "'";
    try (org.lumosql.engine.Statement row = InternalSql.prepare(session, sql)) {
      row.step();
      Statement.CreateVirtualTable create =
          (Statement.CreateVirtualTable) session.parse(row.columnText(0)).statement();
      created = module(create).connect(session, schema, name, create.arguments(), true);
    }
  }

  /** DROP TABLE: what the table stored is thrown away. */
  void destroy(int database, String name) {
    Table table = session.loadedSchema(database).table(name);
    VirtualTable virtual = table == null ? null : open.get(table);
    if (virtual == null) {
      return; // its module is not there; the table can be dropped all the same
    }
    virtual.destroy();
    open.remove(table);
  }

  /** Tells all tables that the connection ends. */
  void close() {
    open.values().forEach(VirtualTable::close);
    open.clear();
  }

  private VirtualModule module(Statement.CreateVirtualTable create) {
    VirtualModule module = module(create.module());
    if (module == null || !module.isCreatable()) {
      throw new SqlException("no such module: " + create.module(), -1);
    }
    return module;
  }

  Iterable<String> names() {
    return modules.keySet();
  }

  /** The module of a name, or null. */
  VirtualModule module(String name) {
    return modules.get(Ascii.lower(name));
  }

  /** The table that a module's name stands for in FROM, or null if there is no such eponymous module. */
  Table eponymousTable(String name) {
    String key = Ascii.lower(name);
    Table known = eponymous.get(key);
    if (known != null) {
      return known;
    }
    VirtualTable virtual = connectEponymous(key);
    if (virtual == null) {
      return null;
    }
    Table table = table(name, key, List.of(), declared(virtual.declaration()), null, Session.MAIN);
    eponymous.put(key, table);
    open.put(table, virtual);
    return table;
  }

  private VirtualTable connectEponymous(String name) {
    VirtualModule module = modules.get(name);
    if (module != null) {
      return module.isEponymous() ? module.connect(session, "main", name, List.of(), false) : null;
    }
    Pragma pragma = name.startsWith(PRAGMA_PREFIX) ? Pragmas.find(name.substring(PRAGMA_PREFIX.length())) : null;
    return pragma != null && pragma.has(Pragma.TABLE_FUNCTION)
        ? new PragmaTable(session, pragma)
        : null;
  }

  /** A virtual table as the schema table describes it. If its module is not there, it has no columns and every use of it fails. */
  Table define(Statement.CreateVirtualTable create, int database, String sql) {
    VirtualModule module = module(create.module());
    if (created == null && (module == null || !module.isCreatable())) {
      return table(create.name().name(), create.module(), create.arguments(), NOTHING, sql, database);
    }
    forgetOld(create.name().name(), database);
    VirtualTable virtual = created;
    created = null;
    if (virtual == null) {
      virtual =
          module.connect(session, session.database(database).name(), create.name().name(), create.arguments(), false);
    }
    Table table =
        table(
            create.name().name(), create.module(), create.arguments(), declared(virtual.declaration()), sql, database);
    open.put(table, virtual);
    return table;
  }

  /** The schema was read before: its table is replaced. */
  private void forgetOld(String name, int database) {
    for (Map.Entry<Table, VirtualTable> entry : Map.copyOf(open).entrySet()) {
      Table table = entry.getKey();
      if (table.database() == database && table.definition().sql() != null && Ascii.equal(table.name(), name)) {
        open.remove(table);
        entry.getValue().close();
      }
    }
  }

  /** The code behind a table. @throws SqlException "no such module: x" */
  VirtualTable of(Table table) {
    VirtualTable virtual = open.get(table);
    if (virtual == null) {
      throw new SqlException("no such module: " + table.definition().module(), -1);
    }
    return virtual;
  }

  /** What a declaration says. */
  private record Declared(List<Column> columns, boolean withoutRowid) {}

  private static final Declared NOTHING = new Declared(List.of(), false);

  private Declared declared(String declaration) {
    Statement.CreateTable create = (Statement.CreateTable) session.parse(declaration).statement();
    List<Column> columns = new ArrayList<>();
    Table plain = new TableBuilder(create, Session.MAIN, "main").build(declaration, Integer.MAX_VALUE).table();
    for (Column column : plain.columns()) {
      String type = column.declaredType();
      boolean hidden = type != null && (" " + type + " ").toUpperCase(Locale.ROOT).contains(" HIDDEN ");
      String shown = hidden ? (" " + type + " ").replaceFirst("(?i) hidden ", " ").strip() : type;
      columns.add(
          new Column(
              column.name(),
              shown,
              Affinity.ofDeclaredType(shown),
              column.collation(),
              column.notNull(),
              column.defaultValue(),
              column.defaultText(),
              null,
              false,
              hidden,
              column.primaryKeyPosition()));
    }
    return new Declared(columns, create.withoutRowid());
  }

  private Table table(
      String name, String module, List<String> arguments, Declared declared, String sql, int database) {
    return new Table(
        new Table.Definition(
            database,
            session.database(database).name(),
            name,
            Table.Kind.VIRTUAL,
            declared.columns(),
            List.of(),
            -1,
            ConflictAction.DEFAULT,
            false,
            false,
            false,
            List.of(),
            List.of(),
            null,
            null,
            module,
            arguments,
            sql),
        0);
  }
}
