// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import java.util.List;
import org.lumosql.compat.differential.Engine;
import org.lumosql.compat.differential.Outcome;

/** Two ways to ask for the same rows. Questions leave the database as it was. */
interface Relation {
  String name();

  /** What is wrong with the engine's answers; null if nothing is, or nothing can be said. */
  String violation(Engine engine, Question question);

  /**
   * What is asked.
   *
   * @param whole a query
   * @param parts queries whose rows together are those of the whole; empty if it is just a query
   */
  record Question(String whole, List<String> parts) {}

  /** Whether nothing can be said about an outcome: an error may be met or not, depending on what is evaluated first. */
  static boolean isUseless(Outcome outcome) {
    return outcome.isError() && !outcome.isCrash();
  }
}
