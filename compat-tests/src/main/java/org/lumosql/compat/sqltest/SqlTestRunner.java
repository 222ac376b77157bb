// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sqltest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumosql.compat.keyvalue.ScratchDatabase;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/** Runs the tests of files against our engine through its Java API. */
public final class SqlTestRunner {
  private static final long TIME_LIMIT_NANOS = 20_000_000_000L;

  private final Path folder;
  private final Path sampleDatabases;
  private final Set<String> leftOut;
  private final List<String> failures = new ArrayList<>();
  private String backend;
  private int passed;
  private int skipped;

  /** @param leftOut "file test" names that are not run */
  public SqlTestRunner(Path folder, Path sampleDatabases, Set<String> leftOut) {
    this.folder = folder;
    this.sampleDatabases = sampleDatabases;
    this.leftOut = leftOut;
  }

  /** Has databases in memory replaced by new ones in a backend. */
  public void setBackend(String name) {
    backend = name;
  }

  public int passed() {
    return passed;
  }

  /** Tests that are not for us here, or are left out. */
  public int skipped() {
    return skipped;
  }

  public List<String> failures() {
    return failures;
  }

  /** Runs each test of a file on each of its databases. */
  public void run(String fileName, String text) throws IOException {
    SqlTestFile file = SqlTestFile.parse(text);
    if (file.skipped()) {
      skipped += file.tests().size();
      return;
    }
    for (SqlTestFile.TestCase test : file.tests()) {
      if (test.skipped() || leftOut.contains(fileName + " " + test.name())) {
        skipped++;
        continue;
      }
      for (String database : file.databases().isEmpty() ? List.of(":memory:") : file.databases()) {
        run(fileName, file, test, database);
      }
    }
  }

  private void run(String fileName, SqlTestFile file, SqlTestFile.TestCase test, String database) throws IOException {
    Path scratch = Files.createTempDirectory("sqltest");
    String problem;
    try {
      Path target = place(database, scratch);
      if (target == null && !database.startsWith(":memory:")) {
        return;
      }
      problem = target != null ? check(file, test, target.toString()) : checkInMemory(file, test);
    } catch (RuntimeException | StackOverflowError e) {
      problem = "exception " + e + at(e);
    } finally {
      try (Stream<Path> files = Files.list(scratch)) {
        for (Path path : files.toList()) {
          Files.delete(path);
        }
      }
      Files.delete(scratch);
    }
    if (problem == null) {
      passed++;
    } else {
      failures.add(fileName + ":" + test.line() + " " + test.name() + " on " + database + ": " + problem);
    }
  }

  private String checkInMemory(SqlTestFile file, SqlTestFile.TestCase test) {
    if (backend == null) {
      return check(file, test, ":memory:");
    }
    try (ScratchDatabase database = ScratchDatabase.in(backend)) {
      return check(file, test, database.name());
    }
  }

  private static String at(Throwable error) {
    return Arrays.stream(error.getStackTrace()).limit(4).map(frame -> "\n      at " + frame).collect(Collectors.joining());
  }

  /** Copies the database file that a name stands for; null if it is in memory or there is no such file. */
  private Path place(String database, Path scratch) throws IOException {
    Path source =
        switch (database) {
          case ":memory:" -> null;
          case ":temp:" -> scratch.resolve("empty.db");
          case ":default:" -> sampleDatabases.resolve("testing.db");
          default -> folder.resolve(Path.of(database).getFileName().toString());
        };
    if (source == null || database.equals(":temp:") || !Files.exists(source)) {
      return database.equals(":temp:") ? source : null;
    }
    Path target = scratch.resolve("copy.db");
    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    target.toFile().setWritable(true);
    return target;
  }

  private String check(SqlTestFile file, SqlTestFile.TestCase test, String database) {
    StringBuilder output = new StringBuilder();
    String error = null;
    try (Connection connection = Connection.open(database)) {
      for (String setup : test.setups()) {
        connection.execute(file.setups().get(setup));
      }
      long deadline = System.nanoTime() + TIME_LIMIT_NANOS;
      connection.setProgressHandler(100_000, () -> System.nanoTime() > deadline);
      try {
        execute(connection, test.sql(), output);
      } catch (EngineException e) {
        error = e.getMessage();
      }
      String difference = compare(test, output.toString(), error);
      if (difference == null && test.integrity()) {
        StringBuilder check = new StringBuilder();
        execute(connection, "PRAGMA integrity_check", check);
        difference = check.toString().strip().equals("ok") ? null : "integrity_check: " + check;
      }
      return difference;
    }
  }

  private static void execute(Connection connection, String script, StringBuilder output) {
    int from = 0;
    while (from < script.length()) {
      try (Statement statement = connection.prepare(script, from)) {
        from = statement.end();
        while (statement.step()) {
          for (int i = 0; i < statement.columnCount(); i++) {
            String text = statement.columnText(i);
            output.append(i == 0 ? "" : "|").append(text == null ? "" : shown(text));
          }
          output.append('\n');
        }
      }
    }
  }

  /** As the shell prints it, which stops at a NUL. */
  private static String shown(String text) {
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  private static String compare(SqlTestFile.TestCase test, String output, String error) {
    if (test.kind() == SqlTestFile.Kind.ERROR) {
      String regex = test.expected().strip().replaceAll("^(Parse|Runtime) error: ", "").replaceAll("\\s+", " ");
      if (error == null) {
        return "expected error " + regex + ", got rows " + output;
      }
      boolean found;
      try {
        found =
            Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(error.replaceAll("\\s+", " ")).find()
                || error.contains(regex);
      } catch (java.util.regex.PatternSyntaxException e) {
        found = error.replaceAll("\\s+", " ").contains(regex);
      }
      return found ? null : "expected error " + regex + ", got " + error;
    }
    if (error != null) {
      return "error: " + error;
    }
    boolean equal =
        switch (test.kind()) {
          case RAW -> lines(test.expected(), false).equals(lines(output, false)) || rawEqual(test.expected(), output);
          case PATTERN -> Pattern.compile(test.expected().strip()).matcher(output).find();
          case UNORDERED -> sorted(lines(test.expected(), true)).equals(sorted(lines(output, true)));
          default -> lines(test.expected(), true).equals(lines(output, true));
        };
    return equal ? null : "\n    expected " + lines(test.expected(), true) + "\n    actual   " + lines(output, true);
  }

  private static boolean rawEqual(String expected, String output) {
    String body = expected.startsWith("\n") ? expected.substring(1) : expected;
    return body.equals(output) || body.stripTrailing().equals(output.stripTrailing());
  }

  private static List<String> lines(String text, boolean trim) {
    List<String> lines = new ArrayList<>();
    text.strip().lines().forEach(line -> lines.add(trim ? line.strip() : line));
    return lines;
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    sorted.sort(null);
    return sorted;
  }
}
