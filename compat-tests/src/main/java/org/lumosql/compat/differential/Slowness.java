// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.List;
import org.lumosql.compat.differential.generate.Generated;

/** Statements that take the first engine much longer than the second: a plan that is worse, or work that need not be done. */
final class Slowness {
  private static final long NOTICED_NANOS = 2_000_000_000L;
  private static final long TIMES = 10;

  private final Engine.Factory left;
  private final Engine.Factory right;

  Slowness(Engine.Factory left, Engine.Factory right) {
    this.left = left;
    this.right = right;
  }

  static boolean isNoticed(long leftNanos, long rightNanos) {
    return leftNanos > NOTICED_NANOS && leftNanos / TIMES > rightNanos;
  }

  /**
   * Asks again, on new databases: the machine may have been busy. Null if the first engine is not that slow now.
   *
   * @param history what was run before; the queries among it are left out
   */
  Difference confirm(List<Generated> history, Generated statement) {
    List<String> script = history.stream().filter(before -> before.effect() != Generated.Effect.NOTHING).map(Generated::sql).toList();
    Timed one = time(left, script, statement);
    Timed other = time(right, script, statement);
    return isNoticed(one.nanos, other.nanos) ? new Difference(Comparison.Kind.TIME, script, statement, null, one.outcome, other.outcome) : null;
  }

  private record Timed(Outcome outcome, long nanos) {}

  private static Timed time(Engine.Factory factory, List<String> script, Generated statement) {
    try (Engine engine = factory.open()) {
      script.forEach(engine::run);
      long start = System.nanoTime();
      Outcome outcome = engine.run(statement.sql());
      return new Timed(outcome, System.nanoTime() - start);
    }
  }
}
