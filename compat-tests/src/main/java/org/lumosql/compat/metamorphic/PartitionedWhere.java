// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.Engine;
import org.lumosql.compat.differential.Outcome;

/** Each row of a query is in just one of the parts where a condition is true, false or NULL. */
final class PartitionedWhere implements Relation {
  @Override
  public String name() {
    return "partitioned WHERE";
  }

  @Override
  public String violation(Engine engine, Question question) {
    if (question.parts().isEmpty()) {
      return null;
    }
    Outcome whole = engine.run(question.whole());
    List<String[]> parts = new ArrayList<>();
    for (String part : question.parts()) {
      Outcome outcome = engine.run(part);
      if (Relation.isUseless(outcome)) {
        return null;
      }
      if (outcome.isCrash()) {
        return part + "\n" + outcome.message();
      }
      parts.addAll(outcome.rows());
    }
    return Relation.isUseless(whole) ? null : Rows.difference("the whole", whole, "its parts", new Outcome(List.of(), parts, 0, null));
  }
}
