// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A name, the scripts that make the schema, and the statements.
 *
 * <p>The folder has a file {@code suites.txt} with one line per suite: its name, the file of its statements, the scripts. Statements end with a
 * semicolon at the end of a line. Plans are in {@code NAME.plans}: the statement, a line of four dashes, the tree,
 * an empty line.
 */
public record PlanSuite(Path folder, String name, String statementFile, List<String> scripts) {
  private static final String SEPARATOR = "----";

  /** A statement and its plan. */
  public record Plan(String sql, List<String> lines) {}

  /** All suites of a folder. */
  public static List<PlanSuite> in(Path folder) throws IOException {
    List<PlanSuite> suites = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("suites.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> words = List.of(line.strip().split(" +"));
        suites.add(new PlanSuite(folder, words.get(0), words.get(1), words.subList(2, words.size())));
      }
    }
    return suites;
  }

  /** An engine with the schema. */
  public PlanEngine open(String url) throws IOException, SQLException {
    PlanEngine engine = new PlanEngine(url);
    for (String script : scripts) {
      engine.run(Files.readString(folder.resolve(script)));
    }
    return engine;
  }

  public List<String> statements() throws IOException {
    return statements(Files.readString(folder.resolve(statementFile)));
  }

  /** The statements of a script, without their semicolons and without lines of comments before them. */
  public static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    for (String line : script.split("\\R")) {
      if (statement.isEmpty() && (line.isBlank() || line.startsWith("--"))) {
        continue;
      }
      statement.append(statement.isEmpty() ? "" : "\n").append(line.stripTrailing());
      boolean isTrigger = statement.toString().matches("(?si)CREATE( TEMP)? TRIGGER.*") && !line.endsWith("END;");
      if (line.stripTrailing().endsWith(";") && !isTrigger) {
        statements.add(statement.substring(0, statement.length() - 1));
        statement.setLength(0);
      }
    }
    return statements;
  }

  private Path planFile() {
    return folder.resolve(name + ".plans");
  }

  /** The plans recorded. */
  public List<Plan> recorded() throws IOException {
    List<Plan> plans = new ArrayList<>();
    List<String> sql = new ArrayList<>();
    List<String> tree = null;
    for (String line : Files.readAllLines(planFile())) {
      if (line.equals(SEPARATOR) && tree == null) {
        tree = new ArrayList<>();
      } else if (line.isEmpty() && tree != null) {
        plans.add(new Plan(String.join("\n", sql), List.copyOf(tree)));
        sql.clear();
        tree = null;
      } else {
        (tree == null ? sql : tree).add(line);
      }
    }
    return plans;
  }

  void record(List<Plan> plans) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Plan plan : plans) {
      text.append(plan.sql()).append('\n').append(SEPARATOR).append('\n');
      plan.lines().forEach(line -> text.append(line).append('\n'));
      text.append('\n');
    }
    Files.writeString(planFile(), text);
  }
}
