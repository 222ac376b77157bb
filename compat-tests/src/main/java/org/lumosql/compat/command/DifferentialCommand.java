// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.differential.Differential;
import org.lumosql.compat.differential.Engines;
import org.lumosql.harness.JavaCommand;
import org.lumosql.harness.MavenArtifacts;
import org.lumosql.compat.support.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compat differential LEFT RIGHT}. */
@Command(
    name = "differential",
    mixinStandardHelpOptions = true,
    description = {
      "Runs random statements of all kinds on two engines and compares rows, their order where it is defined, errors, counters, schemas, contents and",
      "integrity_check. Each seed is a trial; a difference is shrunk to a script that repeats it. An error with the same extended code but another message is",
      "counted and shown by itself, and is no difference without --messages. An engine is a store of ours ('compat stores' lists them),",
      "sqlite, sqlite@VERSION (a release of sqlite-jdbc, by Maven), or a JDBC URL of an engine with SQLite's SQL."
    })
final class DifferentialCommand implements Callable<Integer> {
  private static final String SQLITE = "sqlite";
  private static final String DRIVER = "org.xerial:sqlite-jdbc:";

  @Parameters(index = "0", paramLabel = "LEFT", arity = "0..1", defaultValue = "memory", description = "Default: memory, which is ours")
  private String left;

  @Parameters(index = "1", paramLabel = "RIGHT", arity = "0..1", defaultValue = SQLITE, description = "The one that is right. Default: sqlite")
  private String right;

  @Option(names = "--seed", paramLabel = "N", description = "First seed; told if it is not given.")
  private Long seed;

  @Option(names = "--minutes", paramLabel = "N", description = "End after so many. Default: 1")
  private Long minutes;

  @Option(names = "--statements", paramLabel = "N", description = "Instead of a time: end after so many.")
  private Long statements;

  @Option(names = "--features", paramLabel = "LIST", description = "Parts of the language, such as joins,windows or -json.")
  private String features;

  @Option(names = "--length", paramLabel = "N", defaultValue = "200", description = "Statements for each seed. Default: 200")
  private int length;

  @Option(names = "--workers", paramLabel = "N", defaultValue = "1", description = "Threads. Default: 1")
  private int workers;

  @Option(names = "--differences", paramLabel = "N", defaultValue = "10", description = "End after so many were found. Default: 10")
  private int differences;

  @Option(names = "--alike", paramLabel = "N", defaultValue = "1", description = "Of those that look alike, report so many. Default: 1")
  private int alike;

  @Option(names = "--shrink", paramLabel = "BOOLEAN", defaultValue = "true", arity = "1", description = "Reduce what is found. Default: true")
  private boolean shrinks;

  @Option(names = "--messages", description = "Errors with the same code but another message are differences, too.")
  private boolean messages;

  @Option(names = "--out", paramLabel = "FOLDER", description = "Write a script for each difference; else they are printed.")
  private Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String release = release();
    if (release != null) {
      return inProcessWith(release);
    }
    Differential run = new Differential(System.out);
    run.read(arguments());
    return run.run().isEmpty() ? CompatCommand.PASSED : CompatCommand.FAILED;
  }

  private String[] arguments() throws IOException {
    List<String> arguments = new ArrayList<>();
    add(arguments, "-left", url(left));
    add(arguments, "-right", url(right));
    add(arguments, "-seed", seed);
    add(arguments, "-minutes", minutes);
    add(arguments, "-statements", statements);
    // it has no effect in engines, and so not SQLite's on the counters
    add(arguments, "-features", features == null && (left + right).matches(".*(lmdb|bdb|rocksdb).*") ? "-vacuum" : features);
    add(arguments, "-length", length);
    add(arguments, "-workers", workers);
    add(arguments, "-differences", differences);
    add(arguments, "-alike", alike);
    add(arguments, "-shrink", shrinks);
    add(arguments, "-messages", messages);
    add(arguments, "-out", folder);
    return arguments.toArray(String[]::new);
  }

  private static void add(List<String> arguments, String name, Object value) {
    if (value != null) {
      arguments.add(name);
      arguments.add(value.toString());
    }
  }

  /** As the tester calls the engine. */
  private static String url(String name) throws IOException {
    if (name.startsWith("jdbc:") || name.startsWith("backend:")) {
      return name;
    }
    if (name.equals(SQLITE) || name.startsWith(SQLITE + "@")) {
      return Engines.SQLITE;
    }
    try {
      Store store = Store.named(name);
      return store.isInMemory() ? Engines.LUMO : "backend:" + store.parameters();
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage() + ", sqlite, sqlite@VERSION and JDBC URLs", e);
    }
  }

  /** The release of C SQLite that is asked for; null if it is the one at hand. */
  private String release() throws IOException {
    String one = releaseOf(left);
    String other = releaseOf(right);
    if (one != null && other != null || one != null && right.equals(SQLITE) || other != null && left.equals(SQLITE)) {
      throw new IOException("two releases of C SQLite do not go into one process: compare each with ours, or see 'compat releases'");
    }
    return one == null ? other : one;
  }

  private static String releaseOf(String name) {
    return name.startsWith(SQLITE + "@") ? name.substring(SQLITE.length() + 1) : null;
  }

  /** A process that has the release's driver before the one at hand. */
  private int inProcessWith(String release) throws IOException, InterruptedException {
    List<String> command = JavaCommand.with(JavaCommand.current(), MavenArtifacts.classPath(DRIVER + release));
    command.add(Differential.class.getName());
    command.addAll(List.of(arguments()));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
