// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Compares plans of both engines and prints those that differ. Arguments: the folder; a prefix of suites' names or
 * {@code all}; then nothing for the suites' own statements, or a count and a seed for statements made at random.
 */
public final class PlanDifferences {
  private int count;
  private int different;

  private PlanDifferences() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    for (PlanSuite suite : PlanSuite.in(Path.of(arguments[0]))) {
      if (arguments[1].equals("all") || suite.name().startsWith(arguments[1])) {
        PlanDifferences differences = new PlanDifferences();
        try (PlanEngine sqlite = suite.open(PlanEngine.SQLITE);
            PlanEngine lumo = suite.open(PlanEngine.LUMO)) {
          if (arguments.length > 2) {
            PlanQueries queries = new PlanQueries(sqlite.connection(), Long.parseLong(arguments[3]));
            Supplier<String> next = queries::next;
            differences.compare(sqlite, lumo, java.util.stream.Stream.generate(next).limit(Integer.parseInt(arguments[2])).toList());
          } else {
            differences.compare(sqlite, lumo, suite.statements());
          }
        } catch (SQLException e) {
          System.out.println("==== " + suite.name() + ": " + e.getMessage());
          continue;
        }
        System.out.println("==== " + suite.name() + ": " + differences.count + " statements, " + differences.different + " different");
      }
    }
  }

  private void compare(PlanEngine sqlite, PlanEngine lumo, List<String> statements) {
    List<String> found = new java.util.ArrayList<>();
    for (String sql : statements) {
      List<String> expected = sqlite.plan(sql);
      List<String> actual = lumo.plan(sql);
      count++;
      if (!expected.equals(actual)) {
        different++;
        found.add(sql + ";\n---- SQLite\n" + String.join("\n", expected) + "\n---- LumoSQL\n" + String.join("\n", actual) + "\n");
      }
    }
    found.sort(java.util.Comparator.comparingInt(String::length));
    found.forEach(System.out::println);
  }
}
