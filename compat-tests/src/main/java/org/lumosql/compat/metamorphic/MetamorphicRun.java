// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.compat.differential.Engine;
import org.lumosql.compat.differential.generate.Feature;

/** Trials with one seed after the other. */
public final class MetamorphicRun {
  private final Engine.Factory factory;
  private final Set<Feature> features;
  private final int length;
  private final PrintStream out;
  private long asked;

  /** @param length statements of a trial */
  public MetamorphicRun(Engine.Factory factory, Set<Feature> features, int length, PrintStream out) {
    this.factory = factory;
    this.features = features;
    this.length = length;
    this.out = out;
  }

  /** What was found, printed as it was. Ends after so many questions, or seconds, or violations. */
  public List<Violation> run(long firstSeed, long questions, long seconds, int violations) {
    List<Violation> found = new ArrayList<>();
    long start = System.nanoTime();
    long seed = firstSeed;
    for (; asked < questions && System.nanoTime() - start < seconds * 1_000_000_000L && found.size() < violations; seed++) {
      MetamorphicTrial trial = new MetamorphicTrial(seed, length, features, factory);
      Violation violation = trial.run();
      asked += trial.asked();
      if (violation != null) {
        found.add(violation);
        out.println(violation);
      }
    }
    out.println("seeds " + firstSeed + " to " + (seed - 1) + ": " + asked + " questions, " + found.size() + " violations");
    return found;
  }
}
