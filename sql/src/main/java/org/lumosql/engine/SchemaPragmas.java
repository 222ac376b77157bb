// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Column;
import org.lumosql.schema.ForeignKey;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;

/** Pragmas that describe tables and indexes. */
final class SchemaPragmas {
  private static final int DESCRIBES = Pragma.NEEDS_SCHEMA | Pragma.TABLE_FUNCTION;

  static final List<Pragma> LIST =
      List.of(
          Pragma.rows("database_list", DESCRIBES | Pragma.NO_ARGUMENT | Pragma.NO_SCHEMA, "seq name file", SchemaPragmas::databaseList),
          Pragma.rows(
              "foreign_key_list",
              DESCRIBES,
              "id seq table from to on_update on_delete match",
              SchemaPragmas::foreignKeyList),
          Pragma.rows("index_info", DESCRIBES, "seqno cid name", call -> indexInfo(call, false)),
          Pragma.rows("index_list", DESCRIBES, "seq name unique origin partial", SchemaPragmas::indexList),
          Pragma.rows("index_xinfo", DESCRIBES, "seqno cid name desc coll key", call -> indexInfo(call, true)),
          Pragma.rows("table_info", DESCRIBES, "cid name type notnull dflt_value pk", call -> tableInfo(call, false)),
          Pragma.rows("table_list", DESCRIBES | Pragma.NO_SCHEMA, "schema name type ncol wr strict", SchemaPragmas::tableList),
          Pragma.rows(
              "table_xinfo", DESCRIBES, "cid name type notnull dflt_value pk hidden", call -> tableInfo(call, true)));

  private SchemaPragmas() {}

  private static Table table(PragmaCall call) {
    if (!call.hasValue()) {
      return null;
    }
    String schema = call.isSchemaGiven() ? call.session().database(call.database()).name() : null;
    return call.session().catalog().findTable(schema, call.value());
  }

  private static void databaseList(PragmaCall call) {
    Session session = call.session();
    for (int i = 0; i < session.databaseCount(); i++) {
      AttachedDatabase database = session.database(i);
      if (database.btree() != null) {
        call.row(i, database.name(), database.btree().path());
      }
    }
  }

  private static void foreignKeyList(PragmaCall call) {
    Table table = table(call);
    if (table == null) {
      return;
    }
    List<ForeignKey> keys = table.definition().foreignKeys();
    for (int i = 0; i < keys.size(); i++) {
      ForeignKey key = keys.get(i);
      for (int j = 0; j < key.columns().size(); j++) {
        call.row(
            i,
            j,
            key.parent(),
            table.columnName(key.columns().get(j)),
            key.parentColumns() == null ? null : key.parentColumns().get(j),
            key.onUpdate().text(),
            key.onDelete().text(),
            "NONE");
      }
    }
  }

  private static void indexInfo(PragmaCall call, boolean extended) {
    if (!call.hasValue()) {
      return;
    }
    String schema = call.isSchemaGiven() ? call.session().database(call.database()).name() : null;
    Index index = call.session().catalog().findIndex(schema, call.value());
    if (index == null) {
      // a WITHOUT ROWID table answers with its primary key
      Table table = table(call);
      index = table == null ? null : table.primaryKeyIndex();
    }
    if (index == null) {
      return;
    }
    int count = extended ? index.parts().size() : index.keyCount();
    for (int i = 0; i < count; i++) {
      Index.Part part = index.parts().get(i);
      boolean isKey = i < index.keyCount();
      String name = part.column() < 0 ? null : index.table().columnName(part.column());
      if (extended) {
        boolean isStored = !isKey && index.isTable(); // a column of the row, which is in no order
        String collation = isStored ? index.table().column(part.column()).collation() : part.collation();
        call.row(i, part.column(), name, part.descending(), collation == null ? "BINARY" : collation, isKey);
      } else {
        call.row(i, part.column(), name);
      }
    }
  }

  private static void indexList(PragmaCall call) {
    Table table = table(call);
    if (table == null) {
      return;
    }
    int number = 0;
    for (Index index : table.indexes()) {
      call.row(
          number++, index.name(), index.isUnique(), index.definition().origin().letter(), index.isPartial());
    }
  }

  private static void tableInfo(PragmaCall call, boolean extended) {
    Table table = table(call);
    if (table == null) {
      return;
    }
    int number = 0;
    int position = 0;
    for (Column column : table.isView() ? viewColumns(call, table) : table.columns()) {
      int hidden = column.hidden() ? 1 : column.isVirtual() ? 2 : column.isGenerated() ? 3 : 0;
      if (extended || hidden == 0) {
        List<Object> row = new ArrayList<>();
        row.add(extended ? position : number);
        row.add(column.name());
        row.add(column.declaredType() == null ? "" : column.declaredType());
        row.add(column.notNull() != null);
        row.add(column.isGenerated() ? null : column.defaultText());
        row.add(column.primaryKeyPosition());
        if (extended) {
          row.add(hidden);
        }
        call.row(row.toArray());
        number++;
      }
      position++;
    }
  }

  /** The columns of a table; those of a view are found by binding its query. */
  private static List<Column> viewColumns(PragmaCall call, Table view) {
    try {
      return ViewColumns.bound(call.session(), view);
    } catch (SqlException e) {
      throw StoreException.withMessage(e.code(), e.getMessage());
    }
  }

  private static List<Column> columns(Session session, Table table) {
    return table.isView() ? ViewColumns.of(session, table) : table.columns();
  }

  private static void tableList(PragmaCall call) {
    Session session = call.session();
    for (int number = 0; number < session.databaseCount(); number++) {
      if (call.isSchemaGiven() && number != call.database()) {
        continue;
      }
      List<Table> tables = new ArrayList<>(session.loadedSchema(number).tables());
      Collections.reverse(tables); // the newest first, as in SQLite while there are few
      for (Table table : tables) {
        String name = displayName(table);
        if (call.hasValue() && !Ascii.equal(table.name(), call.value())) {
          continue;
        }
        String type = table.isView() ? "view" : table.isVirtual() ? "virtual" : "table";
        int columns = columns(session, table).size();
        call.row(session.database(number).name(), name, type, columns, !table.hasRowid(), table.isStrict());
      }
    }
  }

  private static String displayName(Table table) {
    String name = Ascii.lower(table.name());
    return name.equals("sqlite_master")
        ? "sqlite_schema"
        : name.equals("sqlite_temp_master") ? "sqlite_temp_schema" : table.name();
  }
}
