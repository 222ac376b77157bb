// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs golden files, or with {@code record} writes C SQLite's answers into them first: {@code GoldenMain [record] FOLDER [PART OF A NAME]}. Only the
 * backend {@code -Dgolden.backend} runs if that is given.
 */
public final class GoldenMain {
  private static final long SLOW_MILLISECONDS = 1000;

  private GoldenMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean records = arguments[0].equals("record");
    int first = records ? 1 : 0;
    Path folder = Path.of(arguments[first]);
    String part = arguments.length > first + 1 ? arguments[first + 1] : "";
    String named = System.getProperty("golden.backend");
    List<GoldenBackend> backends = named == null ? GoldenBackend.ALL : List.of(GoldenBackend.named(named));
    Map<String, List<String>> differences = new LinkedHashMap<>();
    int runs = 0;
    for (String name : GoldenFiles.names(folder)) {
      if (!name.contains(part)) {
        continue;
      }
      if (records && record(folder, name)) {
        System.out.println("recorded " + name);
      }
      GoldenFile file = GoldenFiles.read(folder, name);
      long start = System.nanoTime();
      for (GoldenBackend backend : backends) {
        if (file.runsOn(backend.kind())) {
          runs++;
          for (String difference : GoldenRunner.run(file, backend)) {
            differences.computeIfAbsent(difference, key -> new ArrayList<>()).add(backend.name());
          }
        }
      }
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      if (milliseconds > SLOW_MILLISECONDS) {
        System.out.println(name + " took " + milliseconds + " ms");
      }
    }
    differences.forEach((difference, where) -> System.out.println(difference + "\n  on " + String.join(", ", where)));
    System.out.println(runs + " runs, " + differences.size() + " differences");
    System.exit(differences.isEmpty() ? 0 : 1);
  }

  /** C SQLite takes the time zone from its process: for another one than UTC that is a process of its own. */
  private static boolean record(Path folder, String name) throws IOException, InterruptedException {
    String timezone = GoldenFiles.read(folder, name).timezone();
    if (timezone.equals(System.getenv().getOrDefault("TZ", "UTC"))) {
      return GoldenRecorder.record(GoldenFiles.path(folder, name), name);
    }
    ProcessBuilder process =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            GoldenMain.class.getName(),
            "record",
            folder.toString(),
            name);
    process.environment().put("TZ", timezone);
    process.inheritIO().start().waitFor();
    return false;
  }
}
