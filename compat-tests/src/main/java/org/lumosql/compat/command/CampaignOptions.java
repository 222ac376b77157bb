// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.Differential;
import org.lumosql.compat.differential.Engines;
import org.lumosql.compat.support.Store;
import org.lumosql.harness.JavaCommand;
import org.lumosql.harness.MavenArtifacts;
import picocli.CommandLine.Option;

/** What the commands have in common that compare two engines: which statements, when they end, what becomes of differences. */
final class CampaignOptions {
  static final String SQLITE = "sqlite";
  private static final String DRIVER = "org.xerial:sqlite-jdbc:";

  @Option(names = "--seed", paramLabel = "N", description = "First seed; told if it is not given.")
  private Long seed;

  @Option(names = "--minutes", paramLabel = "N", description = "End after so many. Default: 1")
  private Long minutes;

  @Option(names = "--statements", paramLabel = "N", description = "Instead of a time: end after so many.")
  private Long statements;

  @Option(names = "--length", paramLabel = "N", description = "Statements for each seed. Default: 200, and of a script all")
  private Integer length;

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

  /**
   * Compares; the exit status.
   *
   * @param more further options of the tester, each with its value; those without a value are left out
   */
  int run(String left, String right, Object... more) throws IOException, InterruptedException {
    String release = release(left, right);
    List<String> arguments = arguments(left, right);
    for (int i = 0; i < more.length; i += 2) {
      add(arguments, more[i].toString(), more[i + 1]);
    }
    if (release != null) {
      return inProcessWith(release, arguments);
    }
    Differential run = new Differential(System.out);
    run.read(arguments.toArray(String[]::new));
    try {
      return run.run().isEmpty() ? CompatCommand.PASSED : CompatCommand.FAILED;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<String> arguments(String left, String right) throws IOException {
    List<String> arguments = new ArrayList<>();
    add(arguments, "-left", url(left));
    add(arguments, "-right", url(right));
    add(arguments, "-seed", seed);
    add(arguments, "-minutes", minutes);
    add(arguments, "-statements", statements);
    add(arguments, "-length", length);
    add(arguments, "-workers", workers);
    add(arguments, "-differences", differences);
    add(arguments, "-alike", alike);
    add(arguments, "-shrink", shrinks);
    add(arguments, "-messages", messages);
    add(arguments, "-out", folder);
    return arguments;
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
      return Engines.name(Store.named(name));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage() + ", sqlite, sqlite@VERSION and JDBC URLs", e);
    }
  }

  /** The release of C SQLite that is asked for; null if it is the one at hand. */
  private static String release(String left, String right) throws IOException {
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
  private static int inProcessWith(String release, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = JavaCommand.with(JavaCommand.current(), MavenArtifacts.classPath(DRIVER + release));
    command.add(Differential.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
