// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements whose plans differ from C SQLite's, each with the suites where it does and the reason. In the file:
 * lines of reasons that begin with {@code #}, a line of suites, the statement, an empty line.
 */
public final class PlanDeviations {
  private final List<Deviation> deviations = new ArrayList<>();

  private record Deviation(List<String> suites, String sql) {}

  private PlanDeviations() {}

  /** The deviations of a folder of suites. */
  public static PlanDeviations in(Path folder) throws IOException {
    PlanDeviations all = new PlanDeviations();
    List<String> suites = null;
    StringBuilder sql = new StringBuilder();
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("deviations.txt")));
    lines.add("");
    for (String line : lines) {
      if (line.startsWith("#")) {
        continue;
      }
      if (line.isEmpty()) {
        if (suites != null) {
          all.deviations.add(new Deviation(suites, sql.toString()));
        }
        suites = null;
        sql.setLength(0);
      } else if (suites == null) {
        suites = List.of(line.split(" +"));
      } else {
        sql.append(sql.isEmpty() ? "" : "\n").append(line);
      }
    }
    return all;
  }

  /** Whether the plan of a statement is expected to differ. */
  public boolean isListed(String suite, String sql) {
    return deviations.stream().anyMatch(known -> known.suites().contains(suite) && known.sql().equals(sql));
  }
}
