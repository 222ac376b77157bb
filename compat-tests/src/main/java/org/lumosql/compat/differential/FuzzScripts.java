// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Limits;
import org.lumosql.engine.Statement;

/**
 * Runs the scripts of SQLite's own fuzzer, from a database whose table {@code xsql} has them: {@code FuzzScripts FILE [FIRST LAST]}. Nothing may happen but rows
 * and SQL errors, and each statement must stop soon after it is told to.
 */
public final class FuzzScripts {
  /** What is wrong: the number of a script, and how it failed. */
  public record Failure(long script, String what) {}

  private static final int INSTRUCTIONS_BETWEEN_LOOKS = 5_000;
  private static final long STATEMENT_NANOS = 250_000_000L;
  private static final long SCRIPT_NANOS = 4_000_000_000L;
  private static final int LENGTH_LIMIT = 50_000_000;

  private final List<Failure> failures = new ArrayList<>();
  private long statementEnd;
  private int scripts;

  private FuzzScripts() {}

  public static void main(String[] arguments) {
    long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
    long last = arguments.length > 2 ? Long.parseLong(arguments[2]) : Long.MAX_VALUE;
    FuzzScripts run = new FuzzScripts();
    run.runAll(Path.of(arguments[0]), first, last);
    run.failures.forEach(failure -> System.out.println("script " + failure.script() + ": " + failure.what()));
    System.out.println(run.scripts + " scripts, " + run.failures.size() + " failures");
    System.exit(run.failures.isEmpty() ? 0 : 1);
  }

  /** Runs the scripts with these numbers; returns what went wrong. */
  public static List<Failure> run(Path database, long first, long last) {
    FuzzScripts run = new FuzzScripts();
    run.runAll(database, first, last);
    return run.failures;
  }

  private void runAll(Path database, long first, long last) {
    try (Connection connection = Connection.open(database.toString());
        Statement scriptsOfFile = connection.prepare("SELECT sqlid, sqltext FROM xsql WHERE sqlid BETWEEN ? AND ?")) {
      scriptsOfFile.bindLong(1, first);
      scriptsOfFile.bindLong(2, last);
      while (scriptsOfFile.step()) {
        scripts++;
        script(scriptsOfFile.columnLong(0), scriptsOfFile.columnText(1));
      }
    }
  }

  private void script(long number, String text) {
    long start = System.nanoTime();
    try (Connection connection = Connection.open(":memory:")) {
      connection.limits().set(Limits.LENGTH, LENGTH_LIMIT);
      connection.setProgressHandler(INSTRUCTIONS_BETWEEN_LOOKS, () -> System.nanoTime() > statementEnd);
      int from = 0;
      while (from < text.length() && System.nanoTime() - start < SCRIPT_NANOS) {
        from = statement(connection, text, from);
      }
    } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
      failures.add(new Failure(number, Outcome.crash(e).message()));
    }
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    if (milliseconds > 2 * SCRIPT_NANOS / 1_000_000) {
      failures.add(new Failure(number, "took " + milliseconds + " ms"));
    }
  }

  /** Where the next statement begins. */
  private int statement(Connection connection, String text, int from) {
    statementEnd = System.nanoTime() + STATEMENT_NANOS;
    int end = nextStatement(text, from);
    try (Statement statement = connection.prepare(text, from)) {
      end = statement.end();
      while (statement.step()) {
        for (int i = 0; i < statement.columnCount(); i++) {
          statement.columnText(i);
        }
      }
    } catch (EngineException e) {
      return end; // the script goes on
    }
    return end;
  }

  /** Behind the next semicolon: where to go on after a statement that cannot be compiled. */
  private static int nextStatement(String text, int from) {
    int semicolon = text.indexOf(';', from);
    return semicolon < 0 ? text.length() : semicolon + 1;
  }
}
