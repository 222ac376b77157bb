// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;

/** The few cheapest ways to serve a disjunct, or the disjuncts so far, by the sources they need. */
final class OrCosts {
  private static final int MAXIMUM = 3;

  private final List<Entry> entries = new ArrayList<>();

  record Entry(long prerequisites, int run, int rows) {}

  List<Entry> entries() {
    return entries;
  }

  void insert(long prerequisites, int run, int rows) {
    for (int i = 0; i < entries.size(); i++) {
      Entry known = entries.get(i);
      if (run <= known.run() && (prerequisites & known.prerequisites()) == prerequisites) {
        entries.set(i, new Entry(prerequisites, run, Math.min(known.rows(), rows)));
        return;
      }
      if (known.run() <= run && (known.prerequisites() & prerequisites) == known.prerequisites()) {
        return;
      }
    }
    if (entries.size() < MAXIMUM) {
      entries.add(new Entry(prerequisites, run, rows));
      return;
    }
    int worst = 0;
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(worst).run() < entries.get(i).run()) {
        worst = i;
      }
    }
    if (entries.get(worst).run() > run) {
      entries.set(worst, new Entry(prerequisites, run, Math.min(entries.get(worst).rows(), rows)));
    }
  }
}
