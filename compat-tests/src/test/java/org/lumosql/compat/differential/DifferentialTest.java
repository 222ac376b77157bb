// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lumosql.compat.differential.generate.Feature;
import org.lumosql.compat.differential.generate.Generated;
import org.lumosql.compat.differential.generate.Randomness;
import org.lumosql.compat.differential.generate.StatementGrammar;

/** Random statements on this engine and on C SQLite. {@code -Dtest.seed} is the first seed of the long run. */
class DifferentialTest {
  private static final long SHORT_SEED = 800_024;
  private static final int SHORT_STATEMENTS = 2_600;
  private static final int LONG_STATEMENTS = 5_000_000;

  private static List<String> differences(String... options) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Differential run = new Differential(new PrintStream(output, true, StandardCharsets.UTF_8));
    run.read(options);
    List<String> reports = new ArrayList<>();
    run.run().forEach(difference -> reports.add(difference.report()));
    if (!reports.isEmpty()) {
      reports.add(output.toString(StandardCharsets.UTF_8));
    }
    return reports;
  }

  @Test
  void aFewThousandStatementsAnswerAsSqliteDoes() {
    assertThat(differences("-seed", Long.toString(SHORT_SEED), "-statements", Integer.toString(SHORT_STATEMENTS))).isEmpty();
  }

  @Test
  @Tag("slow")
  void fiveMillionStatementsAnswerAsSqliteDoes() {
    String seed = Long.toString(Long.decode(System.getProperty("test.seed", "1")));
    assertThat(differences("-seed", seed, "-statements", Integer.toString(LONG_STATEMENTS), "-workers", Integer.toString(Runtime.getRuntime().availableProcessors()))).isEmpty();
  }

  @Test
  void whatTakesUsMuchLongerIsADifference() {
    assertThat(Slowness.isNoticed(3_000_000_000L, 100_000_000L)).isTrue();
    assertThat(Slowness.isNoticed(3_000_000_000L, 1_000_000_000L)).isFalse();
    assertThat(Slowness.isNoticed(1_000_000_000L, 1L)).isFalse();
  }

  /** An engine that says something else is found out, and the script shrinks to the statement that shows it. */
  @Test
  void aWrongAnswerIsFoundAndItsScriptShrinks() {
    Engine.Factory right = Engines.of(Engines.LUMO);
    Engine.Factory wrong =
        () -> {
          Engine engine = right.open();
          return new Engine() {
            @Override
            public Outcome run(String sql) {
              return engine.run(sql.replace("max(", "min("));
            }

            @Override
            public void close() {
              engine.close();
            }
          };
        };
    List<String> script = List.of("CREATE TABLE t(a, b)", "CREATE TABLE u(c)", "INSERT INTO t VALUES(1, 2), (3, 4)", "INSERT INTO u VALUES(5)");
    String last = "SELECT abs(a) + 1 AS x, (SELECT max(a) FROM t WHERE b IS NOT NULL) AS y FROM t, u WHERE a > 0";
    Difference found =
        new Difference(
            Comparison.Kind.ROWS,
            script,
            Generated.query(last),
            null,
            wrongAnswer(wrong, script, last),
            wrongAnswer(right, script, last));
    Difference small = new Shrinker(wrong, right, found).shrink();
    assertThat(small.script()).hasSizeLessThan(3);
    assertThat(small.last().sql()).contains("max").hasSizeLessThan(last.length() / 2);
  }

  /** One code and two messages: counted and shown, and no difference unless that is asked for; statements after it are compared still. */
  @Test
  void anotherMessageIsAGradeOfItsOwn() {
    Engine.Factory right = Engines.of(Engines.LUMO);
    Engine.Factory wordy =
        () -> {
          Engine engine = right.open();
          return new Engine() {
            @Override
            public Outcome run(String sql) {
              Outcome outcome = engine.run(sql);
              return outcome.isError() ? Outcome.error(outcome.code(), "sorry: " + outcome.message()) : outcome;
            }

            @Override
            public void close() {
              engine.close();
            }
          };
        };
    String graded = campaign(wordy, right, false, 0);
    assertThat(graded).contains(" 0 differences, ").contains("-- MESSAGE").doesNotContain(" 0 messages");
    String counted = campaign(wordy, right, true, 1);
    assertThat(counted).contains(", 0 messages").doesNotContain(" 0 differences, ");
  }

  private static String campaign(Engine.Factory left, Engine.Factory right, boolean countsMessages, int differences) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Campaign.Kind kind = new Campaign.Kind(left, right, seed -> new StatementGrammar(new Randomness(seed), Feature.usual()), 60, false, countsMessages);
    Campaign.Limits limits = new Campaign.Limits(60, Campaign.NO_LIMIT_MINUTES, 1, 1);
    assertThat(new Campaign(kind, limits, SHORT_SEED, new PrintStream(output, true, StandardCharsets.UTF_8), null).run(1)).hasSize(differences);
    return output.toString(StandardCharsets.UTF_8);
  }

  private static Outcome wrongAnswer(Engine.Factory factory, List<String> script, String last) {
    try (Engine engine = factory.open()) {
      script.forEach(engine::run);
      return engine.run(last);
    }
  }
}
