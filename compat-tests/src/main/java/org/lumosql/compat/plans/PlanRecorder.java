// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Records the plans of all suites of a folder from C SQLite. Argument: the folder. */
public final class PlanRecorder {
  private PlanRecorder() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    for (PlanSuite suite : PlanSuite.in(Path.of(arguments[0]))) {
      try (PlanEngine engine = suite.open(PlanEngine.SQLITE)) {
        List<PlanSuite.Plan> plans = new ArrayList<>();
        for (String sql : suite.statements()) {
          plans.add(new PlanSuite.Plan(sql, engine.plan(sql)));
        }
        suite.record(plans);
        System.out.println(suite.name() + ": " + plans.size());
      }
    }
  }
}
