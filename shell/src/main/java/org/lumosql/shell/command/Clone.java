// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;
import org.lumosql.value.Register;

/** {@code .clone}: makes schema and rows of a database anew in another file, passing over what fails. */
final class Clone {
  private final Shell shell;
  private final Connection source;

  private record Entry(String name, String sql) {}

  Clone(Shell shell) {
    this.shell = shell;
    this.source = shell.connection();
  }

  void run(String file) {
    try (Connection target = shell.connect(file, false)) {
      source.execute("PRAGMA writable_schema=ON");
      target.execute("BEGIN EXCLUSIVE");
      for (Entry table : entries("type='table'")) {
        create(target, table);
        copyRows(target, table.name());
        shell.out().print("done\n").flush();
      }
      for (Entry other : entries("type!='table'")) {
        create(target, other);
        shell.out().print("done\n").flush();
      }
      target.execute("COMMIT");
    } catch (EngineException e) {
      shell.error("Error: " + e.getMessage());
    } finally {
      source.execute("PRAGMA writable_schema=OFF");
    }
  }

  private List<Entry> entries(String condition) {
    List<Entry> entries = new ArrayList<>();
    try (Statement rows = source.prepare("SELECT name, sql FROM sqlite_schema WHERE " + condition + " AND sql NOT NULL")) {
      while (rows.step()) {
        entries.add(new Entry(rows.columnText(0), rows.columnText(1)));
      }
    }
    return entries;
  }

  private void create(Connection target, Entry entry) {
    shell.out().print(entry.name()).print("... ").flush();
    try {
      target.execute(entry.sql());
    } catch (EngineException e) {
      shell.error("Error: " + e.getMessage() + "\nSQL: [" + entry.sql() + "]");
    }
  }

  private void copyRows(Connection target, String table) {
    String select = "SELECT * FROM " + SqlText.identifier(table);
    try (Statement rows = source.prepare(select)) {
      int columns = rows.columnCount();
      String insert = "INSERT OR IGNORE INTO " + SqlText.identifier(table) + " VALUES(?" + ",?".repeat(columns - 1) + ")";
      try (Statement copy = target.prepare(insert)) {
        while (rows.step()) {
          for (int i = 0; i < columns; i++) {
            bind(copy, i, rows);
          }
          copy.step();
          copy.reset();
        }
      }
    } catch (EngineException e) {
      shell.error("Error " + e.code().primary().code() + ": " + e.getMessage() + " on [" + select + "]");
    }
  }

  private static void bind(Statement copy, int column, Statement row) {
    switch (row.columnType(column)) {
      case Register.NULL -> copy.bindNull(column + 1);
      case Register.INTEGER -> copy.bindLong(column + 1, row.columnLong(column));
      case Register.REAL -> copy.bindDouble(column + 1, row.columnDouble(column));
      case Register.TEXT -> copy.bindText(column + 1, row.columnText(column));
      default -> copy.bindBlob(column + 1, row.columnBlob(column));
    }
  }
}
