// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format is LumoSQL's: what its tools ask of the database, C SQLite answers on ours. */
class ResultDatabaseTest {
  @TempDir Path folder;

  private static RunRecord run() {
    RunRecord run = RunRecord.begin("native+datasize-2", 1_600_000_000);
    run.put("title", "a | title\nin two lines");
    run.put("end-run", "1600000100");
    run.put("tests-ok", "2");
    run.put("tests-fail", "0");
    run.put("tests-intr", "0");
    run.putTest(1, "test-name", "1000 INSERTs");
    run.putTest(1, "real-time", "1.500000");
    run.putTest(1, "status", "OK");
    run.putTest(2, "test-name", "DROP TABLE");
    run.putTest(2, "real-time", "0.250000");
    run.putTest(2, "status", "OK");
    return run;
  }

  private List<String> sqlite(Path file, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Test
  void itIsWhatLumosqlsToolsRead() throws SQLException {
    Path file = folder.resolve("benchmarks.sqlite");
    RunRecord run = run();
    try (ResultDatabase database = ResultDatabase.open(file)) {
      database.save(run);
    }
    assertThat(sqlite(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(sqlite(file, "SELECT name, type FROM pragma_table_info('test_data')"))
        .containsExactly("run_id|VARCHAR(128)", "test_number|INTEGER", "key|VARCHAR(256)", "value|TEXT");
    assertThat(sqlite(file, "SELECT name, type FROM pragma_table_info('run_data')")).containsExactly("run_id|VARCHAR(128)", "key|VARCHAR(256)", "value|TEXT");
    assertThat(sqlite(file, "SELECT il.name, il.\"unique\", group_concat(ii.name) FROM pragma_index_list('test_data') il, pragma_index_info(il.name) ii GROUP BY il.name"))
        .containsExactly("test_data_index_1|1|run_id,test_number,key", "test_data_index_2|1|run_id,key,test_number");
    assertThat(sqlite(file, "select run_id, value from run_data where key='when-run'")).containsExactly(run.id() + "|1600000000");
    assertThat(sqlite(file, "select run_id, sum(value) from test_data where key='real-time' group by run_id")).containsExactly(run.id() + "|1.75");
    assertThat(sqlite(file, "select value from test_data where key='test-name' order by test_number")).containsExactly("1000 INSERTs", "DROP TABLE");
    // their shell prints rows with | between values, and reads them back by it
    assertThat(sqlite(file, "SELECT count(*) FROM run_data WHERE value LIKE '%|%' OR value LIKE '%' || char(10) || '%'")).containsExactly("0");
  }

  @Test
  void aRunIsReadAsItWasWritten() throws SQLException {
    try (ResultDatabase database = ResultDatabase.inMemory()) {
      RunRecord run = run();
      database.save(run);
      assertThat(database.load(run.id())).isEqualTo(run);
      run.put("note", "later");
      database.save(run);
      assertThat(database.load(run.id()).get("note")).isEqualTo("later");
      database.delete(run.id());
      assertThat(database.has(run.id())).isFalse();
    }
  }

  @Test
  void idsAreNeverTheSame() {
    assertThat(run().id()).matches("[0-9A-F]{64}").isNotEqualTo(run().id());
  }

  @Test
  void theTextIsReadAsItWasWritten() throws IOException {
    List<RunRecord> runs = List.of(run(), run());
    StringWriter text = new StringWriter();
    ExportText.write(text, runs);
    assertThat(text.toString()).startsWith("# LumoSQL benchmark data version 0.0\n" + runs.get(0).id() + " 2\nend-run 1600000100\n").contains("\n--2\nreal-time 0.250000\n");
    assertThat(ExportText.read(new BufferedReader(new StringReader(text.toString())))).isEqualTo(runs);
  }

  @Test
  void otherTextsAreRefused() {
    assertThatThrownBy(() -> ExportText.read(new BufferedReader(new StringReader("hello\n")))).isInstanceOf(IOException.class);
    String cut = "# LumoSQL benchmark data version 0.0\n" + run().id() + " 2\ntarget native\n--1\nstatus OK\n\n";
    assertThatThrownBy(() -> ExportText.read(new BufferedReader(new StringReader(cut)))).hasMessageContaining("1 tests, not 2");
    assertThatThrownBy(() -> ExportText.read(new BufferedReader(new StringReader("# LumoSQL benchmark data 9\nx y\n")))).isInstanceOf(IOException.class);
  }
}
