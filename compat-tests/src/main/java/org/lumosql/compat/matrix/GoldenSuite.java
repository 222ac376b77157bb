// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.golden.GoldenBackend;
import org.lumosql.compat.golden.GoldenFile;
import org.lumosql.compat.golden.GoldenFiles;
import org.lumosql.compat.golden.GoldenRunner;
import org.lumosql.compat.run.Scripts;
import org.lumosql.compat.support.Store;

/** Golden files: what C SQLite answered to statements of all kinds. Counts statements. */
final class GoldenSuite implements Suite {
  @Override
  public String name() {
    return "golden";
  }

  @Override
  public Cell run(Store store, Amount amount) throws IOException {
    long start = System.nanoTime();
    GoldenBackend backend = SuiteStores.golden(store);
    long statements = 0;
    long skipped = 0;
    List<String> failures = new ArrayList<>();
    for (String name : Scripts.sample(GoldenFiles.names(amount.golden()), amount.files(), amount.seed())) {
      GoldenFile file = GoldenFiles.read(amount.golden(), name);
      int count = file.cases().size();
      if (file.runsOn(backend.kind())) {
        statements += count;
        failures.addAll(GoldenRunner.run(file, backend));
      } else {
        skipped += count;
      }
    }
    List<String> notes = new ArrayList<>(Suite.firstOf(failures));
    if (skipped > 0) {
      notes.add("skipped: files about other kinds of databases");
    }
    return new Cell(statements - failures.size(), failures.size(), skipped, notes, (System.nanoTime() - start) / 1e9);
  }
}
