// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sqltest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The folder of Turso's SQL tests: {@code sqltest.zip}, and lists of tests that C SQLite 3.54 does not pass. */
public final class SqlTestSuite {
  private final Path folder;
  private final Path sampleDatabases;
  private final Set<String> leftOut = new HashSet<>();

  private String backend;

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

  /** Leaves out a test: "file test". */
  public SqlTestSuite without(String name) {
    leftOut.add(name);
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
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().endsWith(".sqltest")).toList()) {
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
