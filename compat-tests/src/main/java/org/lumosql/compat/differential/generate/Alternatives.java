// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;

/** The weighted right-hand sides of a rule of the grammar. */
final class Alternatives<T> {
  private final List<T> choices = new ArrayList<>();
  private final List<Integer> bounds = new ArrayList<>();
  private int total;

  Alternatives<T> add(int weight, T choice) {
    if (weight > 0) {
      total += weight;
      choices.add(choice);
      bounds.add(total);
    }
    return this;
  }

  T pick(Randomness random) {
    int point = random.below(total);
    int at = 0;
    while (bounds.get(at) <= point) {
      at++;
    }
    return choices.get(at);
  }
}
