// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.bench.store.ResultDatabase;

class ReportAndCompareTest {
  @TempDir Path folder;

  private Path database(String name, double... firsts) throws SQLException {
    Path file = folder.resolve(name);
    try (ResultDatabase database = ResultDatabase.open(file)) {
      long when = 1_600_000_000;
      for (double first : firsts) {
        database.save(Commands.record("native", when++, first, 1));
        database.save(Commands.record("3.54.1", when++, 1, 1));
      }
    }
    return file;
  }

  @Test
  void thePageIsOfTheLastRuns() throws Exception {
    Path file = database("a.sqlite", 2, 2);
    Path html = folder.resolve("page.html");
    Commands.Printed printed = Commands.run("report", "-db", file, "--html", html, "--title", "Mine");
    assertThat(printed.status()).as(printed.errors()).isZero();
    assertThat(printed.out()).startsWith("4 runs: ");
    assertThat(html).content().contains("<h1>Mine</h1>", "sqlite 3.54.1", "1000 INSERTs", "2.00 s");
    Commands.run("report", "-db", file, "--html", html, "-target", "native");
    assertThat(html).content().doesNotContain("sqlite 3.54.1");
  }

  @Test
  void tablesNeedAPlace() throws Exception {
    Path file = database("a.sqlite", 2, 2);
    Path document = Files.writeString(folder.resolve("doc.md"), "nothing");
    Commands.Printed printed = Commands.run("report", "-db", file, "--html", folder.resolve("page.html"), "--markdown", document);
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.errors()).contains("has no lines");
  }

  @Test
  void databasesAreCompared() throws Exception {
    Path older = database("old.sqlite", 1, 1.01, 0.99);
    Path newer = database("new.sqlite", 2, 2.02, 1.98);
    Commands.Printed printed = Commands.run("compare", older, newer);
    assertThat(printed.status()).isZero();
    assertThat(printed.out()).contains("native: ", "     1.00 s      2.00 s   2.00  slower  1000 INSERTs\n", "     1.00 s      1.00 s   1.00          DROP TABLE b\n");
    assertThat(Commands.run("compare", older, newer, "native", "--fail-above", "1.5").status()).isEqualTo(1);
    assertThat(Commands.run("compare", older, newer, "3.54.1", "--fail-above", "1.5").status()).isZero();
    assertThat(Commands.run("compare", newer, older, "--fail-above", "1.5").out()).contains("faster");
    assertThat(Commands.run("compare", older, newer, "lmdb").errors()).contains("nothing that both have");
  }

  @Test
  void commitsMakeNoDifferenceToOthers() {
    assertThat(Commands.run("compare", "here", "here", "3.54.1").errors()).contains("is not of this project");
  }
}
