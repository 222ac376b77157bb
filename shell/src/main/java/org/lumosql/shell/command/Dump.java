// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.error.ResultCode;
import org.lumosql.record.TextEncoding;
import org.lumosql.shell.output.LiteralWriter;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** {@code .dump}: the statements that make the database again. */
final class Dump {
  private final Shell shell;
  private final Connection connection;
  private final Output out;
  private final StringBuilder like = new StringBuilder();
  private boolean dataOnly;
  private boolean newlines;
  private boolean withoutSystem;
  private boolean withRowids;
  private boolean schemaIsWritable;
  private int errors;

  Dump(Shell shell) {
    this.shell = shell;
    this.connection = shell.connection();
    this.out = shell.out();
  }

  boolean run(Words words) {
    for (String word : words.from(1)) {
      String option = Words.option(word);
      if (option == null) {
        addPattern(word);
        continue;
      }
      switch (option) {
        case "preserve-rowids" -> withRowids = true;
        case "newlines" -> newlines = true;
        case "data-only" -> dataOnly = true;
        case "nosys" -> withoutSystem = true;
        default -> {
          shell.error("Unknown option \"" + word + "\" on \".dump\"");
          return false;
        }
      }
    }
    dump();
    return true;
  }

  /** A table is wanted by its name, or with its parents; so are the tables that hold what a virtual one has. */
  private void addPattern(String word) {
    String pattern = SqlText.quote(word) + " ESCAPE '\\'";
    like.append(like.length() == 0 ? "" : " OR ").append("name LIKE ").append(pattern);
    like.append(" OR EXISTS (SELECT 1 FROM sqlite_schema WHERE name LIKE ").append(pattern);
    like.append(" AND sql LIKE 'CREATE VIRTUAL TABLE%' AND substr(o.name, 1, length(name)+1) LIKE (name||'_'))");
  }

  private void dump() {
    String wanted = like.length() == 0 ? "" : "(" + like + ") AND ";
    if (!dataOnly) {
      out.print("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n");
    }
    connection.execute("SAVEPOINT dump; PRAGMA writable_schema=ON");
    try {
      tables("SELECT name, type, sql FROM sqlite_schema AS o WHERE " + wanted
          + "type='table' AND sql NOT NULL ORDER BY tbl_name='sqlite_sequence', rowid");
      if (!dataOnly) {
        others("SELECT sql FROM sqlite_schema AS o WHERE " + wanted + "sql NOT NULL AND type IN ('index','trigger','view')");
      }
    } catch (EngineException e) {
      out.print("/****** ERROR: ").print(e.getMessage()).print(" ******/\n");
      errors++;
    } finally {
      connection.execute("PRAGMA writable_schema=OFF; RELEASE dump");
    }
    if (schemaIsWritable) {
      out.print("PRAGMA writable_schema=OFF;\n");
    }
    if (!dataOnly) {
      out.print(errors > 0 ? "ROLLBACK; -- due to errors\n" : "COMMIT;\n");
    }
  }

  private record Table(String name, String sql) {}

  private void tables(String query) {
    List<Table> tables = new ArrayList<>();
    try (Statement rows = connection.prepare(query)) {
      while (rows.step()) {
        tables.add(new Table(rows.columnText(0), rows.columnText(2)));
      }
    }
    ProgressBar bar = ProgressBar.start(shell, "dumping", tables.size());
    for (int i = 0; i < tables.size(); i++) {
      bar.reached(i);
      table(tables.get(i));
    }
    bar.end();
  }

  private void table(Table table) {
    String name = table.name();
    if (name.equals("sqlite_sequence")) {
      if (withoutSystem) {
        return;
      }
      if (!dataOnly) {
        out.print("DELETE FROM sqlite_sequence;\n");
      }
    } else if (name.startsWith("sqlite_stat") && name.length() == "sqlite_stat1".length()) {
      if (withoutSystem) {
        return;
      }
      if (!dataOnly) {
        out.print("ANALYZE sqlite_schema;\n");
      }
    } else if (name.startsWith("sqlite_")) {
      return;
    } else if (!dataOnly) {
      if (table.sql().regionMatches(true, 0, "CREATE VIRTUAL TABLE", 0, 20)) {
        virtualTable(table);
        return;
      }
      schemaLine(table.sql());
    }
    try {
      rows(name);
    } catch (EngineException e) {
      out.print("/****** ERROR: ").print(e.getMessage()).print(" ******/\n");
      errors++;
    }
  }

  private void virtualTable(Table table) {
    if (!schemaIsWritable) {
      out.print("PRAGMA writable_schema=ON;\n");
      schemaIsWritable = true;
    }
    String name = SqlText.quote(table.name());
    out.print("INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table',").print(name).print(',').print(name);
    out.print(",0,").print(SqlText.quote(table.sql())).print(");\n");
  }

  private void others(String query) {
    try (Statement rows = connection.prepare(query)) {
      while (rows.step()) {
        schemaLine(rows.columnText(0));
      }
    }
  }

  private void schemaLine(String sql) {
    out.print(SchemaPrinter.statement(sql)).print(";\n");
  }

  private void rows(String table) {
    List<String> columns = new ArrayList<>();
    Set<String> lower = new TreeSet<>();
    int keys = 0;
    boolean integerKey = false;
    try (Statement rows = connection.prepare("PRAGMA table_info=" + SqlText.quote(table))) {
      while (rows.step()) {
        columns.add(rows.columnText(1));
        lower.add(rows.columnText(1).toLowerCase(Locale.ROOT));
        boolean isKey = rows.columnLong(5) > 0;
        keys += isKey ? 1 : 0;
        integerKey |= isKey && "INTEGER".equalsIgnoreCase(rows.columnText(2));
      }
    }
    if (columns.isEmpty()) {
      return;
    }
    String rowid = withRowids && !(keys == 1 && integerKey && isRowidTable(table, lower)) ? rowidName(table, lower) : null;
    StringBuilder select = new StringBuilder("SELECT ").append(rowid == null ? "" : rowid + ",");
    StringBuilder insert = new StringBuilder("INSERT INTO ").append(SqlText.name(table)).append(rowid == null ? "" : "(" + rowid);
    for (int i = 0; i < columns.size(); i++) {
      select.append(i == 0 ? "" : ",").append(SqlText.name(columns.get(i)));
      insert.append(rowid == null ? "" : "," + SqlText.name(columns.get(i)));
    }
    insert.append(rowid == null ? "" : ")").append(" VALUES(");
    select.append(" FROM ").append(SqlText.name(table));
    byte[] beginning = insert.toString().getBytes(StandardCharsets.UTF_8);
    try {
      printRows(select.toString(), beginning);
    } catch (EngineException e) {
      if (e.code().primary() != ResultCode.CORRUPT) {
        throw e;
      }
      // what stands behind the damage can be read from the other end
      out.print("/****** CORRUPTION ERROR *******/\n");
      errors++;
      printRows(select + " ORDER BY rowid DESC", beginning);
    }
  }

  private boolean isRowidTable(String table, Set<String> columns) {
    return rowidName(table, columns) != null;
  }

  /** A name that the rowid can be had by; null if there is none, or the table has none. */
  private String rowidName(String table, Set<String> columns) {
    for (String name : List.of("rowid", "_rowid_", "oid")) {
      if (!columns.contains(name)) {
        try (Statement probe = connection.prepare("SELECT " + name + " FROM " + SqlText.identifier(table) + " LIMIT 0")) {
          return probe.columnCount() == 1 ? name : null;
        } catch (EngineException e) {
          return null;
        }
      }
    }
    return null;
  }

  private void printRows(String select, byte[] insert) {
    LiteralWriter literals = new LiteralWriter(out, connection.encoding());
    try (Statement rows = connection.prepare(select)) {
      int count = rows.columnCount();
      while (rows.step()) {
        out.write(insert, 0, insert.length);
        for (int i = 0; i < count; i++) {
          if (i > 0) {
            out.print(',');
          }
          literals.wholeValue(rows, i, newlines);
        }
        out.print(");\n");
      }
    }
  }
}
