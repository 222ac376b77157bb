// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.sqltest.SqlTestRunner;
import org.lumosql.compat.sqltest.SqlTestSuite;
import org.lumosql.compat.support.Store;

/** Turso's SQL tests. */
final class TursoSuite implements Suite {
  @Override
  public String name() {
    return "turso";
  }

  @Override
  public Cell run(Store store, Amount amount) throws IOException {
    long start = System.nanoTime();
    SqlTestRunner runner =
        new SqlTestSuite(amount.shared().resolve("sqltest"), amount.shared().resolve("databases"))
            .withoutDocumentedDifferences()
            .sample(amount.files(), amount.seed())
            .on(store.parameters())
            .run("", (name, failed) -> {});
    List<String> notes = new ArrayList<>(Suite.firstOf(runner.failures()));
    if (runner.skipped() > 0) {
      notes.add("skipped: tests for other surroundings, of behaviour that SQLite 3.53 changed, and of documented differences");
    }
    return new Cell(runner.passed(), runner.failures().size(), runner.skipped(), notes, (System.nanoTime() - start) / 1e9);
  }
}
