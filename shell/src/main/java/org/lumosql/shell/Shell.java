// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.lumosql.btree.OpenOptions;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/** Runs commands against one database: SQL statements and dot-commands, from the command line or from input. */
final class Shell implements AutoCloseable {
  private final Settings settings;
  private final PrintStream out;
  private final PrintStream err;
  private final Options options;
  private final DotCommands commands;
  private Connection connection;
  private boolean quit;
  private int errors;

  Shell(Options options, PrintStream out, PrintStream err) {
    this.options = options;
    this.settings = new Settings(options);
    this.out = out;
    this.err = err;
    this.commands = new DotCommands(this);
    open(options.file());
  }

  /** Opens a database in place of the present one. */
  void open(String file) {
    if (connection != null) {
      connection.close();
    }
    OpenOptions.Access access = options.readOnly() ? OpenOptions.Access.READ_ONLY : OpenOptions.Access.CREATE;
    Map<String, String> parameters =
        options.backend() == null ? Map.of() : Map.of("backend", options.backend());
    connection = Connection.open(file, new ConnectionOptions(access, parameters, 0));
  }

  Connection connection() {
    return connection;
  }

  Settings settings() {
    return settings;
  }

  PrintStream out() {
    return out;
  }

  void quit() {
    quit = true;
  }

  /** Runs each command; stops at the first error. Returns the exit status. */
  int runAll(List<String> texts) {
    for (String text : texts) {
      if (!run(text, "")) {
        return 1;
      }
      if (quit) {
        break;
      }
    }
    return 0;
  }

  /** Reads commands to the end of the input. Returns the exit status. */
  int readFrom(BufferedReader input, boolean interactive) throws IOException {
    StringBuilder pending = new StringBuilder();
    int lineNumber = 0;
    int startLine = 1;
    while (!quit) {
      if (interactive) {
        out.print(pending.length() == 0 ? "lumosql> " : "   ...> ");
        out.flush();
      }
      String line = input.readLine();
      if (line == null) {
        break;
      }
      lineNumber++;
      if (pending.length() == 0) {
        startLine = lineNumber;
        if (line.isBlank()) {
          continue;
        }
      }
      boolean isCommand = pending.length() == 0 && line.startsWith(".");
      pending.append(pending.length() == 0 ? "" : "\n").append(line);
      if (isCommand || SqlText.isComplete(pending.toString())) {
        String text = pending.toString();
        pending.setLength(0);
        if (!run(text, interactive ? "" : " near line " + startLine) && settings.bail) {
          return 1;
        }
      }
    }
    if (!pending.isEmpty() && !pending.toString().isBlank()) {
      run(pending.toString(), interactive ? "" : " near line " + startLine);
    }
    return interactive || errors == 0 ? 0 : 1;
  }

  /** Runs a dot-command or all statements of a text. @param where for the error message */
  boolean run(String text, String where) {
    if (settings.echo) {
      out.println(text);
    }
    if (text.startsWith(".")) {
      boolean done = commands.run(text);
      errors += done ? 0 : 1;
      return done;
    }
    try {
      runSql(text);
      return true;
    } catch (EngineException e) {
      errors++;
      out.flush();
      err.println(Errors.describe(e, where));
      return false;
    }
  }

  void error(String message) {
    out.flush();
    err.println("Error: " + message);
  }

  private void runSql(String script) {
    int from = 0;
    while (from < script.length()) {
      try (Statement statement = connection.prepare(script, from)) {
        from = statement.end();
        printRows(statement);
      }
    }
  }

  private void printRows(Statement statement) {
    RowPrinter printer = new RowPrinter(settings, out);
    try {
      while (statement.step()) {
        printer.row(statement);
      }
    } finally {
      printer.finish();
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
