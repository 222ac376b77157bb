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

/**
 * Runs commands against one database: SQL statements and dot-commands, from the command line or from input.
 *
 * <p>Where a command comes from decides how its error is told and what the exit status is: on the command line "Error: in prepare, …" and the result
 * code, in input "Parse error near line 3: …" and 1.
 */
final class Shell implements AutoCloseable {
  private static final String MEMORY = ":memory:";

  private final Settings settings;
  private final PrintStream out;
  private final PrintStream err;
  private final Options options;
  private final DotCommands commands;
  private Connection connection;
  private boolean quit;
  private int quitStatus;

  /** Stands on an empty database in memory until another is opened. */
  Shell(Options options, PrintStream out, PrintStream err) {
    this.options = options;
    this.settings = new Settings(options);
    this.out = out;
    this.err = err;
    this.commands = new DotCommands(this);
    connection = connect(MEMORY);
  }

  /** Opens a database in place of the present one. If that fails it says so, and an empty database in memory is open. */
  boolean open(String file) {
    connection.close();
    try {
      connection = connect(file);
      connection.isReadOnly("main");
      return true;
    } catch (EngineException e) {
      error("Error: unable to open database \"" + file + "\": " + e.getMessage());
      connection = connect(MEMORY);
      return false;
    }
  }

  private Connection connect(String file) {
    boolean inMemory = file.equals(MEMORY);
    OpenOptions.Access access =
        options.readOnly() && !inMemory ? OpenOptions.Access.READ_ONLY : OpenOptions.Access.CREATE;
    Map<String, String> parameters =
        options.backend() == null || inMemory ? Map.of() : Map.of("backend", options.backend());
    return Connection.open(file, new ConnectionOptions(access, parameters, 0));
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

  void quit(int status) {
    quit = true;
    quitStatus = status;
  }

  boolean hasQuit() {
    return quit;
  }

  /** Prints to the error stream, behind what was printed so far. */
  void error(String message) {
    out.flush();
    err.println(message);
  }

  // ---- commands of the command line ----------------------------------------------------------------------------------------------

  /** Runs each command; stops at the first error. Returns the exit status. */
  int runAll(List<String> texts) {
    for (String text : texts) {
      int status = run(text);
      if (status != 0 || quit) {
        return status;
      }
    }
    return 0;
  }

  /** Runs one command. Returns the exit status if it were the last. */
  int run(String text) {
    if (text.startsWith(".")) {
      boolean done = commands.run(text);
      return quit ? quitStatus : done ? 0 : 1;
    }
    return runSql(text, "Error: in prepare, ", "Error: stepping, ");
  }

  // ---- input ---------------------------------------------------------------------------------------------------------------------

  /** Reads commands to the end of the input. Returns the exit status. */
  int readAll(BufferedReader input, boolean interactive) throws IOException {
    int errors = read(input, interactive);
    return quit ? quitStatus : interactive || errors == 0 ? 0 : 1;
  }

  /** Reads commands to the end of the input, or to the first error if that is wanted. Returns the number of errors. */
  int read(BufferedReader input, boolean interactive) throws IOException {
    StringBuilder pending = new StringBuilder();
    int errors = 0;
    int lineNumber = 0;
    int startLine = 1;
    while (!quit && !(errors > 0 && settings.bail)) {
      if (interactive) {
        out.print(pending.length() == 0 ? "lumosql> " : "   ...> ");
      }
      out.flush();
      String line = input.readLine();
      if (line == null) {
        break;
      }
      lineNumber++;
      if (pending.length() == 0) {
        startLine = lineNumber;
        if (SqlText.isBlank(line)) {
          echo(line);
          continue;
        }
        if (line.startsWith(".")) {
          echo(line);
          errors += commands.run(line) ? 0 : 1;
          continue;
        }
      }
      pending.append(pending.length() == 0 ? line.stripLeading() : "\n" + line);
      if (SqlText.isComplete(pending.toString())) {
        errors += runInput(pending.toString(), interactive ? 0 : startLine);
        pending.setLength(0);
      }
    }
    if (!SqlText.isBlank(pending.toString()) && !quit) {
      errors += runInput(pending.toString(), interactive ? 0 : startLine);
    }
    return errors;
  }

  private int runInput(String sql, int line) {
    echo(sql);
    String where = line == 0 ? ": " : " near line " + line + ": ";
    return runSql(sql, "Parse error" + where, "Runtime error" + where) == 0 ? 0 : 1;
  }

  private void echo(String text) {
    if (settings.echo) {
      out.println(text);
    }
  }

  // ---- SQL -----------------------------------------------------------------------------------------------------------------------

  /** Runs the statements of a text up to the first error. Returns its result code, or 0. */
  private int runSql(String script, String inPrepare, String stepping) {
    int from = 0;
    while (from < script.length()) {
      int start = from;
      boolean prepared = false;
      try (Statement statement = connection.prepare(script, from)) {
        prepared = true;
        from = statement.end();
        printRows(statement);
      } catch (EngineException e) {
        error(Errors.describe(e, prepared ? stepping : inPrepare, script, start));
        return Errors.exitStatus(e);
      }
    }
    return 0;
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
