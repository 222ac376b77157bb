// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sqltest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.lumosql.compat.run.Scripts;

/** The folder of Turso's SQL tests: {@code sqltest.zip}, and lists of tests that C SQLite 3.54 does not pass. */
public final class SqlTestSuite {
  /** "file test" of each. */
  private static final List<String> DOCUMENTED =
      List.of(
          // SQLite 3.54.1 says "'cte1' is not a function"
          "recursive-cte.sqltest recursive-cte-self-ref-with-call-arguments-rejected",
          // a WINDOW that nothing uses names the recursive table: SQLite refuses that, we do not look into unused windows
          "recursive-cte.sqltest recursive-cte-window-clause-self-ref-rejected");

  private final Path folder;
  private final Path sampleDatabases;
  private final Set<String> leftOut = new HashSet<>();

  private String backend;
  private double fraction = 1;
  private long seed;

  public SqlTestSuite(Path folder, Path sampleDatabases) throws IOException {
    this.folder = folder;
    this.sampleDatabases = sampleDatabases;
    // because of the surroundings, or because 3.53 changed the behaviour
    for (String list : new String[] {"not-native.txt", "differs-in-3.53.txt"}) {
      Files.readAllLines(folder.resolve(list)).forEach(line -> leftOut.add(line.strip()));
    }
  }

  /** Has databases in memory replaced by new ones in a backend; null for not. */
  public SqlTestSuite on(String name) {
    backend = name;
    return this;
  }

  /** Leaves out the tests of what we do otherwise on purpose. */
  public SqlTestSuite withoutDocumentedDifferences() {
    leftOut.addAll(DOCUMENTED);
    return this;
  }

  /** Runs a part of the files only. @param part above 0 to 1 */
  public SqlTestSuite sample(double part, long sampleSeed) {
    fraction = part;
    seed = sampleSeed;
    return this;
  }

  /**
   * Runs the files whose names contain a text.
   *
   * @param ended called after each file with its name and the number of failures in it
   */
  public SqlTestRunner run(String only, BiConsumer<String, Integer> ended) throws IOException {
    SqlTestRunner runner = new SqlTestRunner(folder, sampleDatabases, leftOut);
    runner.setBackend(backend);
    try (ZipFile zip = new ZipFile(folder.resolve("sqltest.zip").toFile())) {
      List<? extends ZipEntry> all = zip.stream().filter(e -> e.getName().endsWith(".sqltest")).toList();
      for (ZipEntry entry : Scripts.sample(all, fraction, seed)) {
        if (entry.getName().contains(only)) {
          String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          int before = runner.failures().size();
          runner.run(entry.getName(), text);
          ended.accept(entry.getName(), runner.failures().size() - before);
        }
      }
    }
    return runner;
  }
}
