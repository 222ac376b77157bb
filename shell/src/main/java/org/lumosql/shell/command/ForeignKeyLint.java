// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** {@code .lint fkey-indexes}: foreign keys whose child columns have no index, found by asking for the plan of the search that they need. */
final class ForeignKeyLint {
  private static final String KEYS =
      """
      SELECT s.name, f.id, f."table", group_concat(f."from", char(0)),
        group_concat(coalesce(f."to", (SELECT name FROM pragma_table_info(f."table") WHERE pk=f.seq+1)), char(0)),
        (SELECT 1 FROM pragma_table_info(f."table") t WHERE t.name=coalesce(f."to", t.name) AND t.pk=1 AND lower(t.type)='integer'
          AND (SELECT count(*) FROM pragma_table_info(f."table") WHERE pk>0)=1)
      FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f
      WHERE s.type='table' GROUP BY s.name, f.id ORDER BY %s
      """;

  private final Shell shell;
  private boolean verbose;
  private boolean byParent;

  ForeignKeyLint(Shell shell) {
    this.shell = shell;
  }

  void run(Words words) {
    for (String word : words.from(2)) {
      String option = Words.option(word);
      if (option != null && !option.isEmpty() && "verbose".startsWith(option)) {
        verbose = true;
      } else if (option != null && !option.isEmpty() && "groupbyparent".startsWith(option)) {
        byParent = true;
      } else {
        shell.error("Usage: " + words.name() + " " + words.get(1) + " ?-verbose? ?-groupbyparent?");
        return;
      }
    }
    Connection connection = shell.connection();
    String lastParent = null;
    try (Statement keys = connection.prepare(KEYS.formatted(byParent ? "f.\"table\", s.rowid, f.id" : "s.rowid, f.id"))) {
      while (keys.step()) {
        String parent = keys.columnText(2);
        if (byParent && !parent.equals(lastParent)) {
          shell.out().print("-- Parent table ").println(parent);
          lastParent = parent;
        }
        check(connection, keys.columnText(0), parent, keys.columnText(3).split("\0", -1), keys.columnText(4) == null ? "" : keys.columnText(4));
      }
    }
  }

  private void check(Connection connection, String child, String parent, String[] from, String to) {
    StringBuilder where = new StringBuilder();
    StringBuilder search = new StringBuilder();
    List<String> columns = new ArrayList<>();
    for (String column : from) {
      where.append(where.length() == 0 ? "" : " AND ").append(SqlText.identifier(column)).append("=?");
      search.append(search.length() == 0 ? "" : " AND ").append(column).append("=?");
      columns.add(SqlText.quote(column) + collation(connection, child, column, parent, to.split("\0", -1)[columns.size()]));
    }
    boolean indexed;
    try (Statement plan =
        connection.prepare("EXPLAIN QUERY PLAN SELECT 1 FROM " + SqlText.identifier(child) + " WHERE " + where)) {
      indexed = plan.step() && isSearch(plan.columnText(3), child, search.toString());
    }
    Output out = shell.out();
    String target = parent + "(" + to.replace("\0", ",") + ")";
    String indent = byParent ? "    " : "";
    if (!indexed) {
      out.print(indent).print("CREATE INDEX ").print(SqlText.quote(child + "_" + String.join("_", from))).print(" ON ");
      out.print(SqlText.quote(child)).print("(").print(String.join(", ", columns)).print("); --> ").println(target);
    } else if (verbose) {
      out.print(indent).print("/* no extra indexes required for ").print(child).print("(").print(String.join(",", from)).print(") -> ");
      out.print(target).print(" */\n");
    }
  }

  /** The parent's collation, if the child's column has another. */
  private String collation(Connection connection, String child, String column, String parent, String key) {
    String own = collationOf(connection, child, column);
    String wanted = collationOf(connection, parent, key);
    return own == null || wanted == null || own.equals(wanted) ? "" : " COLLATE " + wanted;
  }

  /** What a column is compared by: an index on a copy of the table, in memory, tells. Null if there is no such table. */
  private String collationOf(Connection connection, String table, String column) {
    String sql = null;
    try (Statement row = connection.prepare("SELECT sql FROM sqlite_schema WHERE type='table' AND lower(name)=lower(?1)")) {
      row.bindText(1, table);
      sql = row.step() ? row.columnText(0) : null;
    }
    if (sql == null) {
      return null;
    }
    try (Connection scratch = shell.connect(Shell.MEMORY, false)) {
      scratch.execute(sql);
      scratch.execute("CREATE INDEX probe ON " + SqlText.identifier(table) + "(" + SqlText.identifier(column) + ")");
      try (Statement row = scratch.prepare("SELECT coll FROM pragma_index_xinfo('probe')")) {
        return row.step() ? row.columnText(0) : null;
      }
    } catch (EngineException e) {
      return null;
    }
  }

  private static boolean isSearch(String detail, String table, String search) {
    String key = "(" + search + ")";
    return detail.startsWith("SEARCH " + table + " USING COVERING INDEX ") && detail.endsWith(key)
        || detail.equals("SEARCH " + table + " USING INTEGER PRIMARY KEY (rowid=?)");
  }
}
