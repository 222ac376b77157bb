// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.List;
import org.lumosql.compat.differential.generate.Randomness;

/** A way to change a statement. */
@FunctionalInterface
interface Mutation {
  /**
   * The statements to run in place of the one that is changed; empty if it cannot be changed in this way.
   *
   * @param tokens of the statement, with the space between them; their own copy
   */
  List<String> mutants(List<String> tokens, Material material, Randomness random);
}
