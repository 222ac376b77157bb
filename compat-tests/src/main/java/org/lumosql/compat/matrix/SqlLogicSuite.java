// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.keyvalue.ScratchDatabase;
import org.lumosql.compat.run.Script;
import org.lumosql.compat.run.Scripts;
import org.lumosql.compat.slt.LumoEngine;
import org.lumosql.compat.slt.OnFile;
import org.lumosql.compat.slt.SltEngine;
import org.lumosql.compat.slt.SltParser;
import org.lumosql.compat.slt.SltRunner;
import org.lumosql.compat.support.Store;

/** sqllogictest; what is on a file or in an engine is checked after each script. */
final class SqlLogicSuite implements Suite {
  @Override
  public String name() {
    return "sqllogictest";
  }

  @Override
  public Cell run(Store store, Amount amount) throws IOException {
    long start = System.nanoTime();
    long passed = 0;
    long failed = 0;
    long skipped = 0;
    List<String> notes = new ArrayList<>();
    for (Script script : Scripts.sample(Scripts.in(amount.shared().resolve("sqllogictest")), amount.scripts(), amount.seed())) {
      SltParser.Script records;
      try (BufferedReader text = script.open()) {
        records = SltParser.parse(text);
      }
      SltRunner.Result result;
      try (ScratchDatabase scratch = SuiteStores.scratch(store)) {
        result = scratch == null ? inMemory(records) : OnFile.run(records, scratch.name(), scratch.name());
      }
      passed += result.passed();
      failed += result.failures().size();
      skipped += records.skipped();
      result.failures().forEach(failure -> notes.add(script.name() + ":" + failure));
    }
    List<String> shown = new ArrayList<>(Suite.firstOf(notes));
    if (skipped > 0) {
      shown.add("skipped: records for other databases");
    }
    return new Cell(passed, failed, skipped, shown, (System.nanoTime() - start) / 1e9);
  }

  private static SltRunner.Result inMemory(SltParser.Script records) {
    try (SltEngine engine = new LumoEngine(":memory:")) {
      return new SltRunner(engine).run(records);
    }
  }
}
