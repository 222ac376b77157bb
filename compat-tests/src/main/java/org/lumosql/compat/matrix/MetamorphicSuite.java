// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.lumosql.compat.differential.Engines;
import org.lumosql.compat.differential.generate.Feature;
import org.lumosql.compat.metamorphic.MetamorphicRun;
import org.lumosql.compat.metamorphic.Violation;
import org.lumosql.compat.support.Store;

/** Random questions, asked in several ways. */
final class MetamorphicSuite implements Suite {
  private static final int LENGTH = 200;
  private static final long NO_LIMIT_SECONDS = 1_000_000;

  @Override
  public String name() {
    return "metamorphic";
  }

  @Override
  public Cell run(Store store, Amount amount) {
    long start = System.nanoTime();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    List<Violation> found =
        new MetamorphicRun(Engines.of(Engines.name(store)), Feature.usual(), LENGTH, nowhere).run(amount.seed(), amount.statements(), NO_LIMIT_SECONDS, NOTES);
    return new Cell(
        amount.statements() - found.size(), found.size(), 0, found.stream().map(Violation::toString).toList(), (System.nanoTime() - start) / 1e9);
  }
}
