// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.sql.SqlException;
import org.lumosql.value.Affinity;

/** What the name of a common table means in the FROM clauses of its own recursive arms. */
final class RecursiveReference {
  private final String name;
  private final List<String> columns;
  private final List<Affinity> affinities = new ArrayList<>();
  private final List<Collation> collations = new ArrayList<>();
  private Source.RecursiveSource source;
  private boolean used;

  RecursiveReference(String name, List<String> columns, QueryBlock initial) {
    this.name = name;
    this.columns = columns;
    for (int i = 0; i < initial.results().size(); i++) {
      // inside of the recursion nothing is known of the columns' types
      affinities.add(Affinity.NONE);
      collations.add(Collations.binary());
    }
  }

  String name() {
    return name;
  }

  /** A new arm begins: it may refer to the table once. */
  void beginArm() {
    used = false;
  }

  /** @param alias or null */
  Source.RecursiveSource source(String alias) {
    if (used) {
      throw new SqlException("multiple references to recursive table: " + name);
    }
    used = true;
    if (source == null) {
      source = new Source.RecursiveSource(alias == null ? name : alias, columns, affinities, collations);
    }
    return source;
  }

  /** The source, if an arm has referred to it; else null. */
  Source.RecursiveSource source() {
    return source;
  }
}
