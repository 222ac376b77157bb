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

  /** @param initial the arms before the recursion */
  RecursiveReference(String name, List<String> columns, BoundQuery initial) {
    this.name = name;
    this.columns = columns;
    for (int i = 0; i < initial.columnCount(); i++) {
      affinities.add(initial.firstAffinity(i));
      collations.add(initial.columnCollation(i));
    }
  }

  /** What is known before the first arm is bound: names. Null if they depend on tables. */
  static RecursiveReference ofSyntax(CommonTables.Entry entry) {
    List<String> names = entry.table().columns() == null ? SyntaxTree.names(entry.table().select()) : entry.table().columns();
    return names == null ? null : new RecursiveReference(entry.table().name(), names);
  }

  private RecursiveReference(String name, List<String> columns) {
    this.name = name;
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      affinities.add(Affinity.NONE);
      collations.add(Collations.binary());
    }
  }

  /** Inside of the recursion, too, a column has the affinity that the whole query gives it. */
  void complete(BoundQuery query) {
    for (int i = 0; i < affinities.size(); i++) {
      affinities.set(i, query.columnAffinity(i));
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
