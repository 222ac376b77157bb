// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path directory;

  @Test
  void rowsOfACommandArePrinted() throws Exception {
    assertThat(Lumo.run("", ":memory:", "SELECT 1, 'two', NULL")).isEqualTo(new Lumo.Result(0, "1|two|\n", ""));
  }

  @Test
  void whatOneRunStoresTheNextOneReads() throws Exception {
    String file = directory.resolve("kept.db").toString();
    assertThat(Lumo.run("", file, "CREATE TABLE t(a); INSERT INTO t VALUES(1),(2)").status()).isZero();
    assertThat(Lumo.run("SELECT sum(a) FROM t;\n", file)).isEqualTo(new Lumo.Result(0, "3\n", ""));
    assertThat(Lumo.run("", file, "PRAGMA integrity_check").out()).isEqualTo("ok\n");
  }

  @Test
  void constraintFailureStopsWithItsCode() throws Exception {
    Lumo.Result result =
        Lumo.run("", ":memory:", "CREATE TABLE t(a PRIMARY KEY); INSERT INTO t VALUES(1); INSERT INTO t VALUES(1)", "SELECT 2");
    assertThat(result).isEqualTo(new Lumo.Result(19, "", "Error: stepping, UNIQUE constraint failed: t.a (19)\n"));
  }

  @Test
  void errorsInInputNameTheLineAndGoOn() throws Exception {
    Lumo.Result result = Lumo.run("SELECT 1;\n\nSELECT nocol;\nSELECT 2;\n");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEqualTo("1\n2\n");
    assertThat(result.err())
        .isEqualTo("Parse error near line 3: no such column: nocol\n  SELECT nocol;\n         ^--- error here\n");
  }

  @Test
  void helpListsEveryCommandAndMode() throws Exception {
    assertThat(Lumo.run("", ":memory:", ".help").out()).contains(".schema ?PATTERN?", ".tables ?TABLE?", ".mode MODE ?OPTIONS?");
    assertThat(Lumo.run("", ":memory:", ".help mode").out()).contains("column", "csv", "line", "list", "quote", "tabs");
    assertThat(Lumo.run("", "-help").out()).startsWith("Usage: lumosql");
  }

  @Test
  void versionIsThatOfTheSqliteFollowed() throws Exception {
    assertThat(Lumo.run("", "-version").out()).startsWith("3.54.");
  }

  @Test
  void optimisationsAreSwitchedByNameAndByMask() throws Exception {
    String tables = "CREATE TABLE t(a,b,c); CREATE INDEX i ON t(a);";
    String plan = "EXPLAIN QUERY PLAN SELECT a FROM t";
    assertThat(Lumo.run("", ":memory:", tables, plan).out()).contains("USING COVERING INDEX i");
    assertThat(Lumo.run("", ":memory:", tables, ".testctrl optimizations -CoverIdxScan", plan).out())
        .contains("- 0x00000020 CoverIdxScan", "+ 0x00000001 QueryFlattener", "SCAN t\n");
    assertThat(Lumo.run("", ":memory:", ".testctrl opt 0x21").out()).contains("- 0x00000020 ", "- 0x00000001 ", "+ 0x00000002 ");
    assertThat(Lumo.run("", ":memory:", ".testctrl opt +none").err()).startsWith("Error: no such optimization: none; there are [QueryFlattener");
  }

  @Test
  void unknownModeNamesThoseThatExist() throws Exception {
    Lumo.Result result = Lumo.run("", ":memory:", ".mode fancy");
    assertThat(result.err()).isEqualTo("Error: mode should be one of: ascii box column csv html insert json line list markdown qbox quote table tabs tcl\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aCopyOfWhatIsNoDatabaseIsToldAtOnce() throws Exception {
    Path file = Files.writeString(directory.resolve("text"), "not a database");
    String told = "Error: unable to open database \"" + file + "\": file is not a database\n";
    assertThat(Lumo.run("", "-deserialize", file.toString(), "SELECT 1")).isEqualTo(new Lumo.Result(1, "", told));
    assertThat(Lumo.run(".open --deserialize " + file + "\nSELECT 1;\n")).isEqualTo(new Lumo.Result(0, "1\n", told));
  }
}
