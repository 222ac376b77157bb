// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.btree.OpenOptions;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.Output;

/**
 * Runs commands: SQL statements and dot-commands, from the command line or from input.
 *
 * <p>Where a command comes from decides how its error is told and what the exit status is: on the command line "Error: in prepare, …" and the result
 * code, in input "Parse error near line 3: …" and 1.
 */
public final class Shell implements AutoCloseable {
  public static final String MEMORY = ":memory:";

  /** How many connections there may be ({@code .connection}). */
  public static final int CONNECTIONS = 5;

  /** Exit status 1 if there were errors, else 0. */
  public static final int AS_ERRORS_SAY = -1;

  private final Settings settings = new Settings();
  private final SafeMode safeMode = new SafeMode(this::lineNumber);
  private final Outputs outputs;
  private final Output err;
  private final LineCommands commands;
  private final SqlRunner runner = new SqlRunner(this);
  private final Connection[] connections = new Connection[CONNECTIONS];
  private final String[] files = new String[CONNECTIONS];
  private final Map<String, String> parameters = new HashMap<>();
  private int active;
  private Path directory;
  private boolean readOnly;
  private ConnectionSetup setup = connection -> {};
  private volatile Connection interruptible;
  private boolean quit;
  private int quitStatus;
  private LineSource source;
  private int lineNumber;
  private String testCase = "?";

  /** What is done with each connection that is opened. */
  public interface ConnectionSetup {
    void prepare(Connection connection);
  }

  public Shell(Output out, Output err, LineCommands commands, Path directory) {
    this.outputs = new Outputs(out, this);
    this.err = err;
    this.commands = commands;
    this.directory = directory;
    files[0] = MEMORY;
  }

  // ---- connections -----------------------------------------------------------------------------------------------------------------

  /** Adds a parameter for each database to be opened, such as the backend's name. */
  public void setParameter(String name, String value) {
    parameters.put(name, value);
  }

  /** Opens databases with a key from now on; the characters are wiped out. */
  public void setKey(char[] key) {
    parameters.put("key", new String(key));
    Arrays.fill(key, '\0');
  }

  public void setReadOnly(boolean on) {
    readOnly = on;
  }

  /** Says what is done with each connection that is opened from now on. */
  public void setConnectionSetup(ConnectionSetup newSetup) {
    setup = newSetup;
  }

  /** Opens a database in place of the present one. If that fails it says so, and an empty database in memory is open. */
  public boolean open(String file) {
    closeActive();
    if (file.equals(MEMORY)) {
      files[active] = file;
      return true; // made when it is needed
    }
    try {
      connections[active] = connect(file, readOnly);
      files[active] = file;
      connections[active].isReadOnly("main");
      return true;
    } catch (EngineException e) {
      closeActive();
      error("Error: unable to open database \"" + file + "\": " + e.getMessage());
      files[active] = MEMORY;
      return false;
    }
  }

  /**
   * Opens a database in memory in place of the present one, with what a file holds; an empty one if there is no such file. If that fails it says so, and
   * the database is empty, too.
   */
  public boolean openCopy(String file) {
    closeActive();
    files[active] = file;
    Path path = resolve(file);
    connections[active] = connect(MEMORY, false);
    try {
      byte[] image = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
      if (image.length > 0) {
        connections[active].deserialize("main", image);
      }
      return true;
    } catch (EngineException | IOException e) {
      closeActive();
      error("Error: unable to open database \"" + file + "\": " + e.getMessage());
      files[active] = MEMORY;
      return false;
    }
  }

  /** Opens another database as this shell opens its own. The caller closes it. */
  public Connection connect(String file, boolean isReadOnly) {
    boolean inMemory = file.equals(MEMORY) || file.isEmpty();
    OpenOptions.Access access = isReadOnly && !inMemory ? OpenOptions.Access.READ_ONLY : OpenOptions.Access.CREATE;
    String name = inMemory || file.startsWith("file:") ? file : resolve(file).toString();
    Connection connection = Connection.open(name, new ConnectionOptions(access, inMemory ? Map.of() : parameters, 0));
    connection.setDirectory(directory);
    setup.prepare(connection);
    safeMode.watch(connection);
    if (inMemory && isReadOnly) {
      connection.execute("PRAGMA query_only=ON"); // there is no file that could be protected
    }
    return connection;
  }

  /** The connection in use; an empty database in memory if none was opened. */
  public Connection connection() {
    if (connections[active] == null) {
      connections[active] = connect(files[active] == null ? MEMORY : files[active], readOnly);
    }
    interruptible = connections[active];
    return connections[active];
  }

  private void closeActive() {
    interruptible = null;
    if (connections[active] != null) {
      Connection old = connections[active];
      connections[active] = null;
      old.close();
    }
  }

  /** The name that the database of the connection in use was opened by. */
  public String file() {
    return files[active] == null ? MEMORY : files[active];
  }

  public String file(int number) {
    return files[number];
  }

  public int activeConnection() {
    return active;
  }

  public boolean hasConnection(int number) {
    return connections[number] != null;
  }

  /** Goes on with another connection, opening it if it is not there. */
  public void useConnection(int number) {
    active = number;
    connection();
  }

  public void closeConnection(int number) {
    if (connections[number] != null) {
      connections[number].close();
      connections[number] = null;
      files[number] = null;
    }
  }

  /** Stops the statement that is running. Callable from any thread. */
  public void interrupt() {
    Connection running = interruptible;
    if (running != null) {
      running.interrupt();
    }
  }

  // ---- surroundings ------------------------------------------------------------------------------------------------------------------

  public Settings settings() {
    return settings;
  }

  private int lineNumber() {
    return lineNumber;
  }

  public SafeMode safeMode() {
    return safeMode;
  }

  public Output out() {
    return outputs.current();
  }

  public Outputs outputs() {
    return outputs;
  }

  /** The error stream, as errors are printed with {@link #error}. */
  public Output err() {
    return err;
  }

  /** A path as the user means it: relative to the directory of {@code .cd}. */
  public Path resolve(String file) {
    return directory.resolve(file).normalize();
  }

  public Path directory() {
    return directory;
  }

  /** Goes to another directory ({@code .cd}): SQL's paths are relative to it, too. */
  public void setDirectory(Path path) {
    directory = path;
    for (Connection connection : connections) {
      if (connection != null) {
        connection.setDirectory(path);
      }
    }
  }

  public void quit(int status) {
    quit = true;
    quitStatus = status;
  }

  public boolean hasQuit() {
    return quit;
  }

  /** The name that {@code .testcase} gave what is tested. */
  public String testCase() {
    return testCase;
  }

  public void setTestCase(String name) {
    testCase = name;
  }

  /** Runs a query of a dot-command and prints its rows as those of any other. */
  public void runQuery(String sql) {
    runner.run(sql, "Error: ", "Error: ");
  }

  /** Prints to the error stream, behind what was printed so far. */
  public void error(String message) {
    out().flush();
    err.println(message).flush();
  }

  /** The release of SQLite that is followed. */
  public String sqliteVersion() {
    try (Statement version = connection().prepare("SELECT sqlite_version()")) {
      version.step();
      return version.columnText(0);
    }
  }

  void trace(String sql) {
    outputs.trace().print(sql.strip()).print(sql.endsWith(";") ? "\n" : ";\n");
  }

  /** Prints what the shell knows about its use of memory. */
  public void showStatistics() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    out().print("Memory Used:                         ").print(used).print(" (max ").print(runtime.maxMemory()).print(") bytes\n");
  }

  // ---- commands of the command line ----------------------------------------------------------------------------------------------

  /** Runs each command; stops at the first error. Returns the exit status. */
  public int runAll(List<String> texts) {
    for (String text : texts) {
      int status = run(text);
      if (status != 0 || quit) {
        return status;
      }
    }
    return 0;
  }

  /** Runs one command. Returns the exit status if it were the last. */
  public int run(String text) {
    if (text.startsWith(".")) {
      boolean done = commands.run(this, text);
      return quit && quitStatus != AS_ERRORS_SAY ? quitStatus : done || quit ? 0 : 1;
    }
    return runner.run(text, "Error: in prepare, ", "Error: stepping, ");
  }

  // ---- input ---------------------------------------------------------------------------------------------------------------------

  /** Reads commands to the end of the input. Returns the exit status. */
  public int readAll(LineSource input) throws IOException {
    int errors = read(input);
    return quit && quitStatus != AS_ERRORS_SAY ? quitStatus : input.isInteractive() || errors == 0 ? 0 : 1;
  }

  /** Reads commands to the end of the input, or to the first error if that is wanted. Returns the number of errors. */
  public int read(LineSource input) throws IOException {
    LineSource outerSource = source;
    int outerLine = lineNumber;
    source = input;
    lineNumber = 0;
    try {
      return readLines(input);
    } finally {
      if (quit && outerSource != null && quitStatus == AS_ERRORS_SAY) {
        quit = false; // it was the end of that input alone
      }
      source = outerSource;
      lineNumber = outerLine;
    }
  }

  private int readLines(LineSource input) throws IOException {
    StringBuilder pending = new StringBuilder();
    int errors = 0;
    int startLine = 1;
    while (!quit && !(errors > 0 && settings.bail && !input.isInteractive())) {
      out().flush();
      String line = input.next(pending.toString());
      if (line == null) {
        break;
      }
      lineNumber++;
      if (pending.length() == 0) {
        startLine = lineNumber;
        if (StatementScanner.isBlank(line)) {
          echo(line);
          continue;
        }
        if (line.startsWith(".") || line.startsWith("#")) {
          echo(line);
          errors += line.startsWith("#") || runCommand(line) ? 0 : 1;
          safeMode.commandEnded();
          continue;
        }
      } else if (isTerminator(line) && StatementScanner.isComplete(pending + ";")) {
        line = ";";
      }
      pending.append(pending.length() == 0 ? line.stripLeading() : "\n" + line);
      if (StatementScanner.isComplete(pending.toString())) {
        errors += runInput(pending.toString(), input.isInteractive() ? 0 : startLine);
        pending.setLength(0);
      }
    }
    if (!StatementScanner.isBlank(pending.toString()) && !quit) {
      errors += runInput(pending.toString(), input.isInteractive() ? 0 : startLine);
    }
    return errors;
  }

  /** A line with a slash or {@code go} alone ends a statement, as other shells have it. */
  private static boolean isTerminator(String line) {
    String word = line.strip();
    return word.equals("/") || word.equalsIgnoreCase("go");
  }

  private boolean runCommand(String line) {
    source.running(true);
    try {
      return commands.run(this, line);
    } finally {
      source.running(false);
    }
  }

  private int runInput(String sql, int line) {
    echo(sql);
    String where = line == 0 ? ": " : " near line " + line + ": ";
    source.running(true);
    int status;
    try {
      status = runner.run(sql, "Parse error" + where, "Runtime error" + where);
    } finally {
      source.running(false);
    }
    if (status == 0 && settings.changes) {
      out().print("changes: ").print(connection().changes()).print("   total_changes: ").print(connection().totalChanges()).print('\n');
    }
    outputs.commandEnded();
    safeMode.commandEnded();
    return status == 0 ? 0 : 1;
  }

  private void echo(String text) {
    if (settings.echo) {
      out().println(text);
    }
  }

  @Override
  public void close() {
    outputs.close();
    for (int i = 0; i < CONNECTIONS; i++) {
      closeConnection(i);
    }
  }
}
