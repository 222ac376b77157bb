// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import java.util.List;
import org.lumosql.compat.differential.Engine;
import org.lumosql.compat.differential.Outcome;

/** Indexes change how rows are found, not which: they are dropped in a transaction that is rolled back. */
final class WithoutIndexes implements Relation {
  private static final String INDEXES = "SELECT name FROM main.sqlite_schema WHERE type='index' AND sql IS NOT NULL";

  @Override
  public String name() {
    return "with and without indexes";
  }

  @Override
  public String violation(Engine engine, Question question) {
    boolean asksForIndexes = question.whole().contains("INDEXED BY") || question.whole().contains("pragma_") || question.whole().contains("sqlite_");
    if (asksForIndexes) {
      return null;
    }
    List<String[]> indexes = engine.run(INDEXES).rows();
    Outcome with = engine.run(question.whole());
    if (indexes.isEmpty() || Relation.isUseless(with)) {
      return null;
    }
    engine.run("SAVEPOINT without_indexes");
    try {
      for (String[] index : indexes) {
        engine.run("DROP INDEX main.\"" + index[0].substring(1).replace("\"", "\"\"") + "\"");
      }
      Outcome without = engine.run(question.whole());
      return Relation.isUseless(without) ? null : Rows.difference("with indexes", with, "without", without);
    } finally {
      engine.run("ROLLBACK TO without_indexes");
      engine.run("RELEASE without_indexes");
    }
  }
}
