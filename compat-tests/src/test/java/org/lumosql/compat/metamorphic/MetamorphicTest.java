// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lumosql.compat.differential.Engine;
import org.lumosql.compat.differential.Engines;
import org.lumosql.compat.differential.Outcome;
import org.lumosql.compat.differential.generate.Feature;
import org.lumosql.compat.support.LongRun;

/** Our engine answers the same however it is asked, and one that does not is found. */
class MetamorphicTest {
  private static final long NO_LIMIT = 100_000;

  private static List<Violation> run(Engine.Factory factory, long questions) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new MetamorphicRun(factory, Feature.usual(), 120, nowhere).run(LongRun.firstSeed(1000), questions, NO_LIMIT, 1);
  }

  @Test
  void anEngineAnswersTheSameHoweverItIsAsked() {
    assertThat(run(Engines.of(Engines.LUMO), 4_000)).isEmpty();
  }

  @Test
  @Tag("slow")
  void anEngineAnswersTheSameHoweverItIsAskedForLong() {
    assertThat(run(Engines.of(Engines.LUMO), 500_000)).isEmpty();
  }

  @Test
  void rowsLostByAConditionAreFound() {
    assertThat(run(() -> new Forgetful(Engines.of(Engines.LUMO).open()), 20_000))
        .singleElement()
        .satisfies(violation -> assertThat(violation.relation()).isEqualTo("partitioned WHERE"))
        .satisfies(violation -> assertThat(violation.toString()).contains("-- seed ", " TABLE ", "only in the whole"));
  }

  /** Finds no rows where a condition is NULL. */
  private record Forgetful(Engine engine) implements Engine {
    @Override
    public Outcome run(String sql) {
      Outcome outcome = engine.run(sql);
      boolean forgets = sql.endsWith(") IS NULL") && !outcome.isError();
      return forgets ? new Outcome(outcome.columns(), List.of(), 0, null) : outcome;
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
