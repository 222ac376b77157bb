// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.lumosql.compat.support.Store;

/** A suite that runs on any store. Runs in a process of its own. */
interface Suite {
  /** All of them. */
  List<Suite> ALL =
      Stream.concat(
              Stream.of(new SqlLogicSuite(), new GoldenSuite(), new TursoSuite(), new DifferentialSuite(), new MetamorphicSuite()),
              RandomSuite.ALL.stream())
          .toList();

  int NOTES = 10;

  String name();

  /** Why the suite is not for a store; null if it is. */
  default String refusal(Store store) {
    return null;
  }

  Cell run(Store store, Amount amount) throws IOException;

  /** @throws IllegalArgumentException if there is none of that name */
  static Suite named(String name) {
    return ALL.stream().filter(suite -> suite.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException("no such suite: " + name));
  }

  /** The first of many. */
  static List<String> firstOf(List<String> notes) {
    return notes.subList(0, Math.min(NOTES, notes.size()));
  }
}
