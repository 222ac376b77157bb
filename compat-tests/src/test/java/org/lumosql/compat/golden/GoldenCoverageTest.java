// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;

/** Every function, table-valued function, pragma and statement has a golden file that says so, and uses it. */
class GoldenCoverageTest {
  @Test
  void everyFunctionHasAFile() throws IOException {
    Map<String, String> covered = covered("functions/");
    Set<String> missing = column("SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list");
    missing.removeAll(covered.keySet());
    assertThat(missing).isEmpty();
    covered.forEach(
        (name, sql) -> assertThat(uses(sql, name)).as("the file that covers " + name + " calls it").isTrue());
  }

  private static boolean uses(String sql, String function) {
    String pattern = function.matches("\\w+") ? "\\b" + function + "\\b" : Pattern.quote(function);
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(sql).find();
  }

  @Test
  void everyPragmaHasAFile() throws IOException {
    Map<String, String> covered = covered("pragmas/");
    Set<String> missing = column("SELECT name FROM pragma_pragma_list");
    missing.removeAll(covered.keySet());
    assertThat(missing).isEmpty();
    covered.forEach(
        (name, sql) -> assertThat(sql.toLowerCase(Locale.ROOT)).as("the file that covers " + name).containsPattern("(pragma [a-z]*\\.?|pragma_)" + name));
  }

  @Test
  void everyStatementOfTheCompatibilityTableHasAFile() throws IOException {
    String text = String.join("\n", allCovers("statements/"));
    Set<String> missing = new TreeSet<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("..", "COMPAT.md"))) {
      inside = line.startsWith("## ") ? line.equals("## Statements and clauses") : inside;
      String[] cells = line.split("\\|");
      boolean isStatement = inside && cells.length > 4 && cells[1].matches(" [A-Z][A-Z, ]+ ");
      if (isStatement) {
        Arrays.stream(cells[1].strip().split(", ")).filter(name -> !text.contains(name)).forEach(missing::add);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> allCovers(String folder) throws IOException {
    return files(folder).stream().map(file -> file.directives().getOrDefault("covers", "")).toList();
  }

  private static List<GoldenFile> files(String folder) throws IOException {
    List<GoldenFile> files = new ArrayList<>();
    for (String name : GoldenFiles.names(GoldenTest.FOLDER)) {
      if (name.startsWith(folder)) {
        files.add(GoldenFiles.read(GoldenTest.FOLDER, name));
      }
    }
    return files;
  }

  /** What the files of a folder cover, and the statements of the files that do. */
  private static Map<String, String> covered(String folder) throws IOException {
    Map<String, String> covered = new HashMap<>();
    for (GoldenFile file : files(folder)) {
      String sql = file.cases().stream().map(GoldenFile.Case::sql).collect(Collectors.joining("\n"));
      file.words("covers").forEach(name -> covered.merge(name, sql, (one, other) -> one + "\n" + other));
    }
    return covered;
  }

  private static Set<String> column(String query) {
    Set<String> names = new TreeSet<>();
    try (Connection connection = Connection.open(":memory:");
        Statement rows = connection.prepare(query)) {
      while (rows.step()) {
        names.add(rows.columnText(0));
      }
    }
    return names;
  }
}
