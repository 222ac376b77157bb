// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.Format;
import org.lumosql.shell.output.OutputMode;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** {@code .import}: the rows of a file of separated values into a table, which is made if it is not there. */
final class Import {
  private static final int ROWS_PER_REPORT = 10_000;

  private final Shell shell;
  private String file;
  private String table;
  private String schema;
  private int columnSeparator;
  private int rowSeparator;
  private boolean isQuoting = true;
  private boolean separatorsChosen;
  private int verbosity;
  private int skip;
  private int columns;
  private long rows;
  private long errors;
  private ProgressBar bar;

  Import(Shell shell) {
    this.shell = shell;
  }

  boolean run(Words words) throws IOException {
    if (!readWords(words) || !chooseSeparators()) {
      return false;
    }
    if (file.startsWith("|")) {
      Process process = shell.outputs().process(file.substring(1)).start();
      file = "<pipe>";
      try (InputStream input = process.getInputStream()) {
        return read(input, 0);
      } finally {
        process.destroy();
      }
    }
    Path path = shell.resolve(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      shell.error("Error: cannot open \"" + file + "\"");
      return false;
    }
    try (InputStream input = Files.newInputStream(path)) {
      return read(input, Files.size(path));
    }
  }

  // ---- what is wanted --------------------------------------------------------------------------------------------------------------

  private boolean readWords(Words words) {
    for (int i = 1; i <= words.count(); i++) {
      String word = words.get(i);
      String option = Words.option(word);
      if (option == null) {
        if (table != null) {
          return complain("extra argument: \"" + word + "\".  Usage:");
        }
        if (file == null) {
          file = word;
        } else {
          table = word;
        }
      } else if (option.equals("v")) {
        verbosity++;
      } else if (option.equals("schema") && i < words.count()) {
        schema = words.get(++i);
      } else if (option.equals("skip") && i < words.count()) {
        skip = (int) Words.integer(words.get(++i));
      } else if (option.equals("csv")) {
        separate(',', '\n', true);
      } else if (option.equals("ascii")) {
        separate('\u001f', '\u001e', false);
      } else {
        return complain("unknown option: \"-" + option + "\".  Usage:");
      }
    }
    return table != null || complain("missing " + (file == null ? "FILE" : "TABLE") + " argument. Usage:");
  }

  private void separate(char column, char row, boolean quoting) {
    columnSeparator = column;
    rowSeparator = row;
    isQuoting = quoting;
    separatorsChosen = true;
  }

  private boolean complain(String message) {
    shell.out().print("ERROR: ").println(message);
    HelpCommand.show(shell.out(), "import");
    return false;
  }

  private boolean chooseSeparators() {
    if (separatorsChosen) {
      return true;
    }
    Format format = shell.settings().format;
    if (format.mode == OutputMode.CSV && format.rowSeparator.equals("\r\n")) {
      format.rowSeparator = "\n"; // and so it stays, as there
    }
    String row = format.rowSeparator;
    String problem =
        format.separator.isEmpty()
            ? "non-null column separator required for import"
            : format.separator.length() > 1
                ? "multi-character column separators not allowed for import"
                : row.isEmpty()
                    ? "non-null row separator required for import"
                    : row.length() > 1 ? "multi-character row separators not allowed for import" : null;
    if (problem != null) {
      shell.error("Error: " + problem);
      return false;
    }
    separate(format.separator.charAt(0), row.charAt(0), format.mode != OutputMode.ASCII);
    return true;
  }

  // ---- reading ---------------------------------------------------------------------------------------------------------------------

  private boolean read(InputStream input, long size) throws IOException {
    FieldReader reader = new FieldReader(input, file, columnSeparator, rowSeparator, isQuoting, shell::error);
    if (verbosity > 1) {
      shell.out().print("Column separator ").print(SqlText.cLiteral("" + (char) columnSeparator));
      shell.out().print(", row separator ").println(SqlText.cLiteral("" + (char) rowSeparator));
    }
    for (; skip > 0; skip--) {
      do {
        if (!reader.next()) {
          break;
        }
      } while (reader.endsColumn());
    }
    Connection connection = shell.connection();
    columns = columnCount(connection);
    if (columns == 0 && !create(connection, reader)) {
      return false;
    }
    columns = columns == 0 ? columnCount(connection) : columns;
    if (columns == 0) {
      shell.error("Error: no such table: " + table);
      return false;
    }
    boolean ownTransaction = connection.isAutocommit();
    if (ownTransaction) {
      connection.execute("BEGIN");
    }
    bar = ProgressBar.start(shell, "importing", size);
    try {
      insertRows(connection, reader);
    } finally {
      bar.end();
      if (ownTransaction && !connection.isAutocommit()) {
        connection.execute("COMMIT");
      }
    }
    if (verbosity > 0) {
      shell.out().print("Added ").print(rows).print(" rows with ").print(errors).print(" errors using ");
      shell.out().print(reader.line() - 1).print(" lines of input\n");
    }
    return errors == 0;
  }

  private String target() {
    return (schema == null ? "" : SqlText.identifier(schema) + ".") + SqlText.identifier(table);
  }

  /** Columns that an INSERT without names fills; 0 if there is no such table. */
  private int columnCount(Connection connection) {
    String in = schema == null ? "" : ", " + SqlText.quote(schema);
    try (Statement count =
        connection.prepare("SELECT count(*) FROM pragma_table_info(" + SqlText.quote(table) + in + ")")) {
      return count.step() ? (int) count.columnLong(0) : 0;
    } catch (EngineException e) {
      return 0;
    }
  }

  /** Makes the table with columns named as the first row says. */
  private boolean create(Connection connection, FieldReader reader) throws IOException {
    List<String> names = new ArrayList<>();
    while (reader.next()) {
      names.add(new String(reader.field(), 0, reader.length(), StandardCharsets.UTF_8));
      if (!reader.endsColumn()) {
        break;
      }
    }
    if (names.isEmpty()) {
      shell.error(file + ": empty file");
      return false;
    }
    List<String> unique = uniqueNames(names);
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(target()).append("(\n");
    for (int i = 0; i < unique.size(); i++) {
      sql.append(i == 0 ? "" : i % 4 == 0 ? ",\n " : ", ").append(SqlText.identifier(unique.get(i))).append(" TEXT");
    }
    String text = sql.append(")").toString();
    if (verbosity > 0) {
      shell.out().print(text).print("\n\n");
    }
    try {
      connection.execute(text);
      return true;
    } catch (EngineException e) {
      shell.error(text + " failed:\n" + e.getMessage());
      return false;
    }
  }

  /** Names that occur twice get their column's number; a name that is missing is a question mark. */
  private List<String> uniqueNames(List<String> names) {
    List<String> unique = new ArrayList<>();
    StringBuilder renamed = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).isEmpty() ? "?" : names.get(i);
      boolean twice = false;
      for (int j = 0; j < names.size(); j++) {
        twice |= j != i && names.get(j).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
      }
      String chosen = twice ? name + "_" + (i + 1) : name;
      if (twice) {
        renamed.append(renamed.length() == 0 ? "\n" : ",\n").append(SqlText.identifier(name)).append(" to ").append(SqlText.identifier(chosen));
      }
      unique.add(chosen);
    }
    if (renamed.length() > 0) {
      shell.error("Columns renamed during .import " + file + " due to duplicates:" + renamed);
    }
    return unique;
  }

  private void insertRows(Connection connection, FieldReader reader) throws IOException {
    String sql = "INSERT INTO " + target() + " VALUES(?" + ",?".repeat(columns - 1) + ")";
    if (verbosity > 1) {
      shell.out().print("Insert using: ").println(sql);
    }
    try (Statement insert = connection.prepare(sql)) {
      int line = reader.line();
      while (bindRow(insert, reader, line)) {
        try {
          insert.step();
          rows++;
        } catch (EngineException e) {
          shell.error(file + ":" + line + ": INSERT failed: " + e.getMessage());
          errors++;
          insert.reset();
        }
        if (rows % ROWS_PER_REPORT == 0) {
          bar.reached(reader.bytesRead());
        }
        line = reader.line();
      }
    }
  }

  /** Binds the fields of the next row. False at the end. */
  private boolean bindRow(Statement insert, FieldReader reader, int line) throws IOException {
    int count = 0;
    do {
      if (!reader.next()) {
        if (count == 0) {
          return false;
        }
        insert.bindNull(++count);
        break;
      }
      if (!isQuoting && count == 0 && reader.length() == 0) {
        return false;
      }
      insert.bindText(++count, reader.field(), 0, reader.length());
    } while (reader.endsColumn() && count < columns);
    if (count < columns) {
      shell.error(file + ":" + line + ": expected " + columns + " columns but found " + count + " - filling the rest with NULL");
      while (count < columns) {
        insert.bindNull(++count);
      }
    } else if (reader.endsColumn()) {
      do {
        reader.next();
        count++;
      } while (reader.endsColumn());
      shell.error(file + ":" + line + ": expected " + columns + " columns but found " + count + " - extras ignored");
    }
    return true;
  }
}
