// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sqltest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;

/** Runs the files of a folder that holds {@code sqltest.zip} and {@code not-native.txt}: {@code SqlTestMain FOLDER DATABASES [NAME [BACKEND]]}. */
public final class SqlTestMain {
  private SqlTestMain() {}

  public static void main(String[] arguments) throws IOException {
    String only = arguments.length > 2 ? arguments[2] : "";
    TreeMap<String, Integer> failures = new TreeMap<>();
    SqlTestRunner runner =
        new SqlTestSuite(Path.of(arguments[0]), Path.of(arguments[1]))
            .on(arguments.length > 3 ? arguments[3] : null)
            .run(
                only,
                (name, failed) -> {
                  if (failed > 0) {
                    failures.put(name, failed);
                  }
                });
    runner.failures().forEach(System.out::println);
    failures.forEach((name, count) -> System.out.println(count + " failed in " + name));
    System.out.println(runner.passed() + " passed, " + runner.failures().size() + " failed");
    System.exit(runner.failures().isEmpty() ? 0 : 1);
  }
}
