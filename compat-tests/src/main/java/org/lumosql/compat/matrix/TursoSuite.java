// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.IOException;
import org.lumosql.compat.sqltest.SqlTestRunner;
import org.lumosql.compat.sqltest.SqlTestSuite;

/** Turso's SQL tests. */
final class TursoSuite implements Suite {
  @Override
  public String name() {
    return "turso";
  }

  @Override
  public Cell run(Place place, Amount amount) throws IOException {
    long start = System.nanoTime();
    SqlTestRunner runner =
        new SqlTestSuite(amount.shared().resolve("sqltest"), amount.shared().resolve("databases")).on(place.parameters()).run("", (name, failed) -> {});
    return new Cell(runner.passed(), runner.failures().size(), 0, Suite.firstOf(runner.failures()), (System.nanoTime() - start) / 1e9);
  }
}
