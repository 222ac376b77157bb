// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sqltest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Runs the files of a folder that holds {@code sqltest.zip} and {@code not-native.txt}: {@code SqlTestMain FOLDER DATABASES [NAME]}. */
public final class SqlTestMain {
  private SqlTestMain() {}

  /** "file test" names that C SQLite 3.54 does not pass: because of the surroundings, or because 3.53 changed the behaviour. */
  static Set<String> leftOut(Path folder) throws IOException {
    Set<String> names = new HashSet<>();
    for (String list : new String[] {"not-native.txt", "differs-in-3.53.txt"}) {
      Files.readAllLines(folder.resolve(list)).forEach(line -> names.add(line.strip()));
    }
    return names;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String only = arguments.length > 2 ? arguments[2] : "";
    Set<String> leftOut = leftOut(folder);
    SqlTestRunner runner = new SqlTestRunner(folder, Path.of(arguments[1]), leftOut);
    TreeMap<String, Integer> failures = new TreeMap<>();
    try (ZipFile zip = new ZipFile(folder.resolve("sqltest.zip").toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().endsWith(".sqltest")).collect(Collectors.toList())) {
        if (entry.getName().contains(only)) {
          String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          int before = runner.failures().size();
          runner.run(entry.getName(), text);
          int failed = runner.failures().size() - before;
          if (failed > 0) {
            failures.put(entry.getName(), failed);
          }
        }
      }
    }
    runner.failures().forEach(System.out::println);
    failures.forEach((name, count) -> System.out.println(count + " failed in " + name));
    System.out.println(runner.passed() + " passed, " + runner.failures().size() + " failed");
    System.exit(runner.failures().isEmpty() ? 0 : 1);
  }
}
