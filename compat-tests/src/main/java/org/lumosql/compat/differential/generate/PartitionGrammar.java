// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Queries whose rows a condition divides. */
public final class PartitionGrammar {
  private static final int COLUMNS = 4;

  private final Grammars grammars;
  private final Randomness random;

  public PartitionGrammar(Randomness random, Set<Feature> features) {
    this.random = random;
    grammars = new Grammars(random, features);
  }

  public Partition next(SchemaModel schema) {
    grammars.begin(schema);
    FromGrammar.From from = grammars.sources.make(Scope.empty());
    Scope rows = Scope.rows(from.references());
    String condition = grammars.expressions.condition(rows, 3);
    String whole = "SELECT " + columns(from) + " FROM " + from.text();
    return new Partition(
        whole, List.of(whole + " WHERE " + condition, whole + " WHERE NOT (" + condition + ")", whole + " WHERE (" + condition + ") IS NULL"));
  }

  private String columns(FromGrammar.From from) {
    if (from.references().isEmpty()) {
      return "1";
    }
    List<String> columns = new ArrayList<>();
    for (int i = random.between(1, COLUMNS); i > 0; i--) {
      columns.add(random.of(from.references()).text());
    }
    return String.join(",", columns);
  }
}
