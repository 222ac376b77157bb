// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

/** Transactions and savepoints, mostly well nested. */
final class TransactionGrammar {
  private final Randomness random;
  private int depth;

  TransactionGrammar(Randomness random) {
    this.random = random;
  }

  /** Whether no transaction was begun that was not ended. */
  boolean isOutside() {
    return depth == 0;
  }

  Generated statement() {
    String name = "s" + random.between(1, 3);
    if (depth == 0 && !random.chance(4)) {
      depth = 1;
      return Generated.change(random.chance(70) ? "BEGIN" + random.of("", "", " DEFERRED", " IMMEDIATE", " EXCLUSIVE", " TRANSACTION") : "SAVEPOINT " + name);
    }
    if (random.chance(2)) {
      return Generated.change("BEGIN"); // there is a transaction
    }
    switch (random.below(8)) {
      case 0, 1 -> {
        depth++;
        return Generated.change("SAVEPOINT " + name);
      }
      case 2 -> {
        return Generated.definition("ROLLBACK TO " + random.maybe(50, "SAVEPOINT ") + name);
      }
      case 3 -> {
        return Generated.change("RELEASE " + random.maybe(50, "SAVEPOINT ") + name);
      }
      case 4, 5 -> {
        depth = 0;
        return Generated.definition("ROLLBACK");
      }
      default -> {
        depth = 0;
        return Generated.change(random.of("COMMIT", "END", "COMMIT TRANSACTION"));
      }
    }
  }
}
