// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the tool, and what the code of worker processes may use: they run with the classes of other commits. */
class PackagesTest {
  private static final Path SOURCES = Path.of("src/main/java/org/lumosql/bench");
  private static final Pattern USED = Pattern.compile("org\\.lumosql\\.((?:bench\\.)?[a-z]+)\\b");

  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "suite", Set.of(),
          "store", Set.of(),
          "targets", Set.of("bench.suite", "harness"),
          "filter", Set.of("bench.store"),
          "report", Set.of("bench.filter", "bench.store", "harness"),
          "run", Set.of("bench.suite", "bench.targets", "bench.store", "harness"),
          "command", Set.of("bench.suite", "bench.targets", "bench.store", "bench.filter", "bench.report", "bench.run"));

  private static Set<String> uses(Path file) throws IOException {
    String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
    Set<String> uses = new TreeSet<>();
    Matcher matcher = USED.matcher(code);
    while (matcher.find()) {
      uses.add(matcher.group(1));
    }
    return uses;
  }

  @Test
  void everyArrowIsAllowed() throws IOException {
    Set<String> wrong = new TreeSet<>();
    int files = 0;
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path file : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        String from = file.getParent().getFileName().toString();
        for (String to : uses(file)) {
          if (!to.equals("bench." + from) && !ARROWS.get(from).contains(to)) {
            wrong.add(file.getFileName() + " uses " + to);
          }
        }
        files++;
      }
    }
    assertThat(files).isGreaterThan(40);
    assertThat(wrong).isEmpty();
  }

  @Test
  void workersUseNothingOfOurEngine() throws IOException {
    for (String type : List.of("Worker", "Session", "Output", "Clock", "Request", "Answer", "Times")) {
      assertThat(uses(SOURCES.resolve("run/" + type + ".java"))).as(type).isSubsetOf("bench.run", "bench.suite");
    }
  }
}
