// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.MetaValue;
import org.lumosql.error.DeepStack;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Column;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.IndexBuilder;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.schema.TableBuilder;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.parse.ParsedStatement;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.P4;

/** Fills a {@link Schema} from the schema table of a database (https://sqlite.org/schematab.html). */
final class SchemaLoader {
  private final Session session;
  private final AttachedDatabase database;
  private final int number;

  SchemaLoader(Session session, int number) {
    this.session = session;
    this.number = number;
    this.database = session.database(number);
  }

  /**
   * Reads the whole schema. Requires: a transaction is open, or the database was never written.
   *
   * @throws StoreException CORRUPT "malformed database schema (name) - reason" if a row cannot be understood, unless {@code writable_schema} is on
   */
  void load() {
    Schema schema = database.schema();
    schema.clear();
    schema.add(schemaTable());
    Btree btree = database.btree();
    if (btree != null) {
      schema.setCookie(btree.meta(MetaValue.SCHEMA_VERSION));
      int format = btree.meta(MetaValue.SCHEMA_FORMAT);
      if (format > 4) {
        throw StoreException.withMessage(ResultCode.ERROR, "unsupported file format");
      }
      schema.setSchemaFormat(format == 0 ? 4 : format);
      readRows(btree, session.encodingOf(btree));
    }
    schema.setLoaded(true);
    session.statistics().load(number);
  }

  private void readRows(Btree btree, TextEncoding encoding) {
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      SchemaRecord row = new SchemaRecord(encoding);
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        row.read(cursor);
        try {
          addRow(row);
        } catch (StoreException e) {
          if (e.code() != ResultCode.CORRUPT || !session.catalog().isOn(Setting.WRITABLE_SCHEMA)) {
            throw e;
          } // else the entry is passed over, so that it can be mended or deleted
        }
      }
    }
  }

  private void addRow(SchemaRecord row) {
    if (!row.isComplete()) {
      throw malformed(row.text(1) == null ? "?" : row.text(1), null);
    }
    addRow(row.text(0), row.text(1), row.text(2), row.root(), row.text(4));
  }

  /** Adds what some rows of the schema table describe. Requires: a transaction is open. */
  void add(Btree btree, TextEncoding encoding, P4.SchemaRows wanted) {
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      SchemaRecord row = new SchemaRecord(encoding);
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        row.read(cursor);
        if (row.matches(wanted)) {
          addRow(row.text(0), row.text(1), row.text(2), row.root(), row.text(4));
        }
      }
    }
  }

  /** Adds what one row of the schema table describes. A row whose text is no CREATE statement and no automatic index is malformed. */
  void addRow(String type, String name, String tableName, long root, String sql) {
    if (name == null) {
      throw malformed("?", null);
    }
    if (sql == null || sql.isEmpty()) {
      setAutomaticRoot(name, tableName, root);
      return;
    }
    if (root < 0 || root > Integer.MAX_VALUE) {
      throw malformed(name, "invalid rootpage");
    }
    try {
      ParsedStatement parsed = session.parse(sql);
      if (parsed.statement() == null) {
        throw malformed(name, null);
      }
      DeepStack.run(
          parsed.isDeep(),
          () -> {
            add(parsed.statement(), name, tableName, (int) root, sql);
            return null;
          });
    } catch (SqlException e) {
      throw malformed(name, e.getMessage());
    }
  }

  private void setAutomaticRoot(String name, String tableName, long root) {
    Index index = database.schema().index(name);
    if (index == null) {
      // as SQLite: an automatic index of a table that is not there is ignored
      return;
    }
    if (root < 2 || root > Integer.MAX_VALUE) {
      throw malformed(name, "invalid rootpage");
    }
    index.setRootPage((int) root);
  }

  private void add(Statement statement, String name, String tableName, int root, String sql) {
    Schema schema = database.schema();
    if (statement instanceof Statement.CreateTable create) {
      TableBuilder.Result built =
          new TableBuilder(create, number, database.name()).build(sql, session.limit(Limits.COLUMN));
      built.table().setRootPage(root);
      schema.add(built.table());
      for (Index index : built.indexes()) {
        if (index.isTable()) {
          index.setRootPage(root);
        }
        schema.add(index);
      }
    } else if (statement instanceof Statement.CreateIndex create) {
      Table table = schema.table(create.table());
      if (table == null) {
        throw malformed(name, "no such table: " + database.name() + "." + create.table());
      }
      Index index = IndexBuilder.build(create, table, sql);
      index.setRootPage(root);
      schema.add(index);
    } else if (statement instanceof Statement.CreateView create) {
      schema.add(view(create, sql));
    } else if (statement instanceof Statement.CreateTrigger create) {
      schema.add(trigger(create, sql));
    } else if (statement instanceof Statement.CreateVirtualTable create) {
      schema.add(session.virtualTables().define(create, number, sql));
    } else {
      throw malformed(name, null);
    }
  }

  private Table view(Statement.CreateView create, String sql) {
    return new Table(
        new Table.Definition(
            number,
            database.name(),
            create.name().name(),
            Table.Kind.VIEW,
            List.of(),
            List.of(),
            -1,
            ConflictAction.DEFAULT,
            false,
            false,
            false,
            List.of(),
            List.of(),
            create.select(),
            create.columns(),
            null,
            List.of(),
            sql),
        0);
  }

  private Trigger trigger(Statement.CreateTrigger create, String sql) {
    int tableDatabase = number;
    if (number == 1) {
      // a TEMP trigger may be on a table of another database
      Table table = session.catalog().findTable(create.table().schema(), create.table().name());
      tableDatabase = table == null ? number : table.database();
    }
    return new Trigger(number, create.name().name(), create.table().name(), tableDatabase, create, sql);
  }

  /** The schema table itself, which is nowhere described. */
  private Table schemaTable() {
    String name = Schema.schemaTableName(number);
    List<Column> columns =
        List.of(
            column("type", "TEXT"),
            column("name", "TEXT"),
            column("tbl_name", "TEXT"),
            column("rootpage", "INT"),
            column("sql", "TEXT"));
    return new Table(
        new Table.Definition(
            number,
            database.name(),
            name,
            Table.Kind.TABLE,
            columns,
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
            null,
            List.of(),
            null),
        1);
  }

  private static Column column(String name, String type) {
    return new Column(
        name, type, Affinity.ofDeclaredType(type), "BINARY", null, null, null, null, false, false, 0);
  }

  private static StoreException malformed(String name, String reason) {
    return StoreException.withMessage(
        ResultCode.CORRUPT,
        "malformed database schema (" + name + ")" + (reason == null || reason.isEmpty() ? "" : " - " + reason));
  }
}
