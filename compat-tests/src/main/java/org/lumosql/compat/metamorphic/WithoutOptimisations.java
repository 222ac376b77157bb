// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import org.lumosql.compat.differential.Engine;
import org.lumosql.compat.differential.Outcome;
import org.lumosql.compat.differential.Switchable;

/** The planner's optimisations change how rows are found, not which. Only for engines that can do without them. */
final class WithoutOptimisations implements Relation {
  @Override
  public String name() {
    return "optimisations on and off";
  }

  @Override
  public String violation(Engine engine, Question question) {
    if (!(engine instanceof Switchable switchable)) {
      return null;
    }
    Outcome with = engine.run(question.whole());
    switchable.switchOptimisations(false);
    try {
      Outcome without = engine.run(question.whole());
      return Relation.isUseless(with) || Relation.isUseless(without) ? null : Rows.difference("with optimisations", with, "without", without);
    } finally {
      switchable.switchOptimisations(true);
    }
  }
}
