// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;
import org.lumosql.shell.output.Format;
import org.lumosql.shell.output.InsertPrinter;
import org.lumosql.shell.output.OutputMode;
import org.lumosql.shell.session.Shell;

/** What tables, indexes and other things there are. */
final class SchemaCommands {
  private static final String FULL_SCHEMA_USAGE = "Usage: .fullschema ?--indent?";

  private SchemaCommands() {}

  private static SchemaPrinter printer(Shell shell) {
    return new SchemaPrinter(shell.connection(), shell.out());
  }

  static boolean tables(Shell shell, Words words) {
    printer(shell).tables(words.orNull(1));
    return true;
  }

  static boolean indexes(Shell shell, Words words) {
    words.require(0, 1, ".indexes ?LIKE-PATTERN?");
    printer(shell).indexes(words.orNull(1));
    return true;
  }

  static boolean schema(Shell shell, Words words) {
    String pattern = null;
    boolean indented = false;
    boolean withSystem = true;
    for (String word : words.from(1)) {
      String option = word.startsWith("-") ? Words.option(word) : null;
      if ("indent".equals(option)) {
        indented = true;
      } else if ("nosys".equals(option)) {
        withSystem = false;
      } else if (option != null) {
        shell.error("Unknown option: \"" + word + "\"");
        return false;
      } else if (pattern == null) {
        pattern = word;
      } else {
        throw new Words.UsageException("Usage: .schema ?--indent? ?--nosys? ?LIKE-PATTERN?");
      }
    }
    printer(shell).schema(pattern, indented, withSystem);
    return true;
  }

  static boolean fullSchema(Shell shell, Words words) {
    boolean indented = words.count() == 1 && "indent".equals(Words.option(words.get(1)));
    if (words.count() > (indented ? 1 : 0)) {
      throw new Words.UsageException(FULL_SCHEMA_USAGE);
    }
    Connection connection = shell.connection();
    try (Statement rows =
        connection.prepare(
            "SELECT sql FROM (SELECT sql sql, type type, tbl_name tbl_name, name name, rowid x FROM sqlite_schema UNION ALL "
                + "SELECT sql, type, tbl_name, name, rowid FROM sqlite_temp_schema) "
                + "WHERE type!='meta' AND sql NOTNULL AND name NOT LIKE 'sqlite_%' ORDER BY x")) {
      while (rows.step()) {
        String sql = rows.columnText(0);
        shell.out().print(indented ? SchemaLayout.of(sql) : SchemaPrinter.statement(sql)).print(";\n");
      }
    }
    if (!hasStatistics(connection)) {
      shell.out().print("/* No STAT tables available */\n");
      return true;
    }
    shell.out().print("ANALYZE sqlite_schema;\n");
    insertsOf(shell, "sqlite_stat1");
    insertsOf(shell, "sqlite_stat4");
    shell.out().print("ANALYZE sqlite_schema;\n");
    return true;
  }

  private static boolean hasStatistics(Connection connection) {
    try (Statement found = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name GLOB 'sqlite_stat[134]'")) {
      return found.step();
    }
  }

  private static void insertsOf(Shell shell, String table) {
    Format format = new Format();
    format.mode = OutputMode.INSERT;
    format.table = table;
    Connection connection = shell.connection();
    try (Statement rows = connection.prepare("SELECT * FROM " + table)) {
      InsertPrinter printer = new InsertPrinter(format, shell.out(), connection.encoding());
      while (rows.step()) {
        printer.row(rows);
      }
    } catch (EngineException noSuchTable) {
      return; // not every database has all of them
    }
  }

  static boolean lint(Shell shell, Words words) {
    if (words.count() == 0 || !"fkey-indexes".startsWith(words.get(1))) {
      shell.error("Usage " + words.name() + " sub-command ?switches...?\nWhere sub-commands are:\n    fkey-indexes");
      return true; // no error, as there
    }
    new ForeignKeyLint(shell).run(words);
    return true;
  }
}
