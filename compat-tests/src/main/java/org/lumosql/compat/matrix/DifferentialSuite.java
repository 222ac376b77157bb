// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.lumosql.compat.differential.Difference;
import org.lumosql.compat.differential.Differential;
import org.lumosql.compat.differential.Engines;
import org.lumosql.compat.support.Store;

/** Random statements, beside C SQLite in memory. */
final class DifferentialSuite implements Suite {
  @Override
  public String name() {
    return "differential";
  }

  @Override
  public Cell run(Store store, Amount amount) {
    long start = System.nanoTime();
    Differential run = new Differential(new PrintStream(OutputStream.nullOutputStream()));
    run.read(
        "-left", Engines.name(store),
        "-features", "-vacuum", // it has no effect in engines
        "-seed", Long.toString(amount.seed()),
        "-statements", Long.toString(amount.statements()),
        "-differences", Integer.toString(NOTES));
    List<String> differences = run.run().stream().map(Difference::report).toList();
    return new Cell(amount.statements() - differences.size(), differences.size(), 0, differences, (System.nanoTime() - start) / 1e9);
  }
}
