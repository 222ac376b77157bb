// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import java.util.SplittableRandom;

/** All randomness of a trial, from one seed. */
public final class Randomness {
  private final SplittableRandom random;

  public Randomness(long seed) {
    random = new SplittableRandom(seed);
  }

  /** From 0 to below the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both bounds included. */
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  public long number() {
    return random.nextLong();
  }

  public double fraction() {
    return random.nextDouble();
  }

  /** True in so many of a hundred cases. */
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  public final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** The text in so many of a hundred cases, else nothing. */
  public String maybe(int percent, String text) {
    return chance(percent) ? text : "";
  }
}
