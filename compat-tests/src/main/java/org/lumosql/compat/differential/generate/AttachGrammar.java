// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;

/** ATTACH and DETACH, of databases in memory. */
final class AttachGrammar {
  private static final int MOST = 2;

  private final Grammars grammars;
  private final Randomness random;

  AttachGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  /** @param mayDetach not inside a transaction: whether a database was read there depends on what pragmas look at */
  Generated statement(boolean mayDetach) {
    List<String> attached = grammars.schema().attached();
    boolean isDetaching = mayDetach && (attached.size() >= MOST || random.chance(attached.isEmpty() ? 3 : 25));
    String name = isDetaching && !attached.isEmpty() && random.chance(90) ? random.of(attached) : random.of("x1", "x2", "x3", "main", "x1", "x2");
    return Generated.definition(isDetaching ? "DETACH " + random.maybe(50, "DATABASE ") + name : "ATTACH " + random.maybe(50, "DATABASE ") + "':memory:' AS " + name);
  }
}
