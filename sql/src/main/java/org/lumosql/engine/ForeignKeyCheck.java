// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;
import org.lumosql.schema.ForeignKey;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.compile.change.ForeignKeyMap;

/**
 * {@code foreign_key_check} (https://sqlite.org/pragma.html#pragma_foreign_key_check): the rows of child tables whose parents are missing. One query reads
 * a table and tells for each of its foreign keys whether it is violated.
 */
final class ForeignKeyCheck {
  private final PragmaCall call;
  private final Session session;

  private ForeignKeyCheck(PragmaCall call) {
    this.call = call;
    this.session = call.session();
  }

  static void run(PragmaCall call) {
    ForeignKeyCheck check = new ForeignKeyCheck(call);
    if (call.hasValue()) {
      check.table(check.requireTable());
    } else {
      List<Table> tables = new ArrayList<>(call.schema().tables());
      for (int i = tables.size() - 1; i >= 0; i--) { // as in SQLite, the newest first
        check.table(tables.get(i));
      }
    }
  }

  private Table requireTable() {
    String schema = call.isSchemaGiven() ? session.database(call.database()).name() : null;
    Table table = session.catalog().findTable(schema, call.value());
    if (table == null) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "no such table: " + (schema == null ? "" : schema + ".") + call.value());
    }
    return table;
  }

  private void table(Table table) {
    List<ForeignKey> keys = table.definition().foreignKeys();
    if (keys.isEmpty() || table.isView() || table.isVirtual()) {
      return;
    }
    try (Statement rows = InternalSql.prepare(session, query(table, keys))) {
      while (rows.step()) {
        for (int i = 0; i < keys.size(); i++) {
          if (rows.columnLong(i + 1) != 0) {
            call.row(table.name(), rows.isNull(0) ? null : rows.columnLong(0), keys.get(i).parent(), i);
          }
        }
      }
    }
  }

  private String query(Table table, List<ForeignKey> keys) {
    StringBuilder sql = new StringBuilder("SELECT ").append(rowidOf(table));
    for (ForeignKey key : keys) {
      sql.append(", ").append(violation(table, key));
    }
    return sql.append(" FROM ").append(name(table)).append(" AS child").toString();
  }

  /** A table without a rowid, or whose columns have taken all its names, has none to show. */
  private static String rowidOf(Table table) {
    if (table.hasRowid()) {
      for (String name : List.of("rowid", "_rowid_", "oid")) {
        if (table.columns().stream().noneMatch(column -> Ascii.equal(column.name(), name))) {
          return "child." + name;
        }
      }
    }
    return "NULL";
  }

  private String violation(Table table, ForeignKey key) {
    List<String> conditions = new ArrayList<>();
    for (int column : key.columns()) {
      conditions.add("child." + quoted(table.columnName(column)) + " IS NOT NULL");
    }
    Table parent = session.catalog().findTable(session.database(table.database()).name(), key.parent());
    if (parent != null && !parent.isEponymous()) {
      conditions.add("NOT EXISTS (SELECT 1 FROM " + name(parent) + " AS parent WHERE " + match(table, key, parent) + ")");
    }
    return String.join(" AND ", conditions);
  }

  /** The parent's affinity and its key's collation decide; the child's have no say, hence the plus sign. */
  private String match(Table table, ForeignKey key, Table parent) {
    ForeignKeyMap map;
    try {
      map = ForeignKeyMap.of(session.catalog(), table, key, parent);
    } catch (SqlException e) {
      throw StoreException.withMessage(ResultCode.ERROR, e.getMessage());
    }
    List<String> equalities = new ArrayList<>();
    for (int i = 0; i < map.parentColumns().size(); i++) {
      String collation =
          map.index() == null ? "" : " COLLATE " + quoted(map.index().parts().get(i).collation());
      equalities.add(
          "parent."
              + quoted(parent.columnName(map.parentColumns().get(i)))
              + collation
              + " = +child."
              + quoted(table.columnName(map.childColumns().get(i))));
    }
    return String.join(" AND ", equalities);
  }

  private String name(Table table) {
    return quoted(session.database(table.database()).name()) + "." + quoted(table.name());
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
