// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.compat.differential.Difference;
import org.lumosql.compat.differential.Differential;
import org.lumosql.compat.differential.generate.Generated;
import org.lumosql.compat.differential.generate.SchemaModel;

/** Changed statements of scripts. {@code -Dtest.seed} is the first seed of the long run. */
class MutantsTest {
  private static final String GOLDEN = "src/test/resources/golden";
  private static final long SHORT_SEED = 900_001;
  private static final int SHORT_STATEMENTS = 2_000;
  private static final int LONG_STATEMENTS = 300_000;

  @TempDir Path folder;

  private static List<String> statements(ScriptCollection scripts, long seed) {
    Mutants mutants = new Mutants(scripts, seed);
    List<String> statements = new ArrayList<>();
    for (Generated next = mutants.next(() -> SchemaModel.EMPTY, List.of()); next != null; next = mutants.next(() -> SchemaModel.EMPTY, List.of())) {
      statements.add(next.sql());
    }
    return statements;
  }

  private static List<String> differences(String... options) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Differential run = new Differential(new PrintStream(output, true, StandardCharsets.UTF_8));
    run.read(options);
    List<String> reports = new ArrayList<>(run.run().stream().map(Difference::report).toList());
    if (!reports.isEmpty()) {
      reports.add(output.toString(StandardCharsets.UTF_8));
    }
    return reports;
  }

  @Test
  void mutantsOfGoldenFilesAnswerAsSqliteDoes() {
    assertThat(differences("-scripts", GOLDEN, "-only", "functions/", "-seed", Long.toString(SHORT_SEED), "-statements", Integer.toString(SHORT_STATEMENTS), "-shrink", "false")).isEmpty();
  }

  @Test
  @Tag("slow")
  void manyMutantsAnswerAsSqliteDoes() {
    String seed = Long.toString(Long.decode(System.getProperty("test.seed", "1")));
    assertThat(differences("-scripts", GOLDEN, "-seed", seed, "-statements", Integer.toString(LONG_STATEMENTS))).isEmpty();
  }

  @Test
  void oneSeedMakesOneSequenceAndTheScriptsOwnStatementsAreInIt() throws IOException {
    Files.writeString(folder.resolve("one.sql"), "CREATE VIEW v AS SELECT 1 AS a;\nSELECT a FROM v;\n");
    ScriptCollection scripts = ScriptCollection.in(List.of(folder), "");
    List<String> statements = statements(scripts, 7);
    assertThat(statements(scripts, 7)).isEqualTo(statements);
    assertThat(statements).contains("CREATE VIEW v AS SELECT 1 AS a", "SELECT a FROM v");
    List<Integer> counts = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      counts.add(statements(scripts, seed).size());
    }
    assertThat(counts).anyMatch(count -> count > 6);
  }

  @Test
  void eachKindOfScriptIsRead() throws IOException {
    Path golden = Files.createDirectories(folder.resolve("golden"));
    Files.writeString(golden.resolve("one.sql"), "SELECT 11;\n----\n11\n");
    Path logic = Files.createDirectories(folder.resolve("logic"));
    Files.writeString(logic.resolve("two.test"), "statement ok\nCREATE TABLE t22(a)\n\nquery I nosort\nSELECT 22\n----\n22\n");
    Path turso = Files.createDirectories(folder.resolve("turso"));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(turso.resolve("sqltest.zip")))) {
      zip.putNextEntry(new ZipEntry("three.sqltest"));
      zip.write("@database :memory:\n\ntest three {\n    SELECT 33; SELECT 34;\n}\nexpect {\n    33\n    34\n}\n".getBytes(StandardCharsets.UTF_8));
    }
    List<String> all = new ArrayList<>();
    for (long seed = 0; seed < 60; seed++) {
      all.addAll(statements(ScriptCollection.in(List.of(golden, logic, turso), ""), seed));
    }
    assertThat(all).contains("SELECT 11", "SELECT 22", "CREATE TABLE t22(a)", "SELECT 33", "SELECT 34");
  }

  @Test
  void whatIsNotThereIsAnError() {
    assertThatThrownBy(() -> ScriptCollection.in(List.of(folder.resolve("nosuch")), "")).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ScriptCollection.in(List.of(folder), "")).isInstanceOf(IOException.class).hasMessageContaining("no scripts");
  }

  @Test
  void operandsAndClausesAreFoundWhole() {
    List<String> tokens = TextTokens.split("SELECT a.b, f(1, (2)) FILTER (WHERE x), CASE WHEN y THEN 'z' END FROM t LEFT JOIN u ON a WHERE c ORDER BY 1");
    assertThat(Operands.of(tokens).stream().map(span -> span.text(tokens))).contains("a.b", "f(1, (2)) FILTER (WHERE x)", "CASE WHEN y THEN 'z' END", "'z'", "(2)").doesNotContain("b", "SELECT", "END");
    assertThat(Clauses.of(tokens).stream().map(span -> span.text(tokens))).contains("FROM t", "LEFT JOIN u", "ON a", "WHERE c", "ORDER BY 1", "WHERE x");
  }

  @Test
  void statementsEndAtSemicolonsButNotInsideTriggers() {
    assertThat(TextTokens.statements("SELECT ';'; -- one;\nCREATE TEMP TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END; SELECT 3"))
        .containsExactly("SELECT ';'", "-- one;\nCREATE TEMP TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END", "SELECT 3");
  }

  @Test
  void whatIsNotDefinedIsLeftOut() {
    assertThat(Undefined.is("SELECT random()")).isTrue();
    assertThat(Undefined.is("SELECT date('now')")).isTrue();
    assertThat(Undefined.is("ATTACH 'x' AS y")).isTrue();
    assertThat(Undefined.is("PRAGMA page_size")).isTrue();
    assertThat(Undefined.is("SELECT * FROM pragma_table_info('t'), t WHERE date(a) > 1")).isFalse();
  }
}
