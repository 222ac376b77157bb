// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.lumosql.error.ResultCode;
import org.lumosql.value.Register;

/** The pre-update hook; {@code preupdate/calls.txt} is what C SQLite told {@code record.py} of the same statements. */
class PreUpdateTest {
  private final List<String> told = new ArrayList<>();

  private void tell(PreUpdate change) {
    boolean isInsert = change.operation() == UpdateListener.Operation.INSERT;
    boolean isDelete = change.operation() == UpdateListener.Operation.DELETE;
    told.add(
        "> " + change.operation() + ' ' + change.database() + '.' + change.table() + ' ' + change.oldRowid() + ' ' + change.newRowid()
            + " depth " + change.depth()
            + (change.blobColumn() < 0 ? "" : " blob " + change.blobColumn())
            + (isInsert ? "" : " old " + row(change, change::oldValue))
            + (isDelete ? "" : " new " + row(change, change::newValue)));
  }

  private static String row(PreUpdate change, IntFunction<Register> values) {
    StringJoiner row = new StringJoiner(", ", "(", ")");
    for (int i = 0; i < change.columnCount(); i++) {
      Register value = values.apply(i);
      switch (value.type()) {
        case Register.NULL -> row.add("NULL");
        case Register.TEXT -> row.add('\'' + change.text(value) + '\'');
        case Register.BLOB -> row.add("x'" + HexFormat.of().formatHex(change.bytes(value)) + '\'');
        default -> row.add(change.text(value));
      }
    }
    return row.toString();
  }

  @Test
  void isToldWhatSqliteTells() {
    sameAsRecorded("UTF-8");
  }

  @Test
  void readsTextsOfOtherEncodings() {
    sameAsRecorded("UTF-16be");
  }

  private void sameAsRecorded(String encoding) {
    List<String> expected = lines();
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("PRAGMA encoding = '" + encoding + "'");
      connection.setPreUpdateListener(this::tell);
      for (String line : expected) {
        if (!line.startsWith("> ")) {
          told.add(line);
          run(connection, line);
        }
      }
    }
    assertThat(told).isEqualTo(expected);
  }

  private void run(Connection connection, String line) {
    if (line.startsWith(".blob ")) {
      String[] words = line.split(" ");
      try (BlobHandle blob = connection.openBlob("main", words[1], words[2], Long.parseLong(words[3]), true)) {
        byte[] bytes = words[4].getBytes(StandardCharsets.UTF_8);
        blob.write(0, bytes, 0, bytes.length);
      }
    } else if (!line.startsWith("-- ")) {
      try {
        connection.execute(line);
      } catch (EngineException e) {
        told.add("> error: " + e.getMessage());
      }
    }
  }

  private static List<String> lines() {
    try (InputStream in = PreUpdateTest.class.getResourceAsStream("/preupdate/calls.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where recorded answers of old releases of C SQLite are mistaken. */
  @Test
  void columnsAddedLaterAndGeneratedOnesHaveTheirValues() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a, r REAL, v AS (a + 1), s AS (a + 2) STORED, z); INSERT INTO t(a, r, z) VALUES (1, 2, 3)");
      connection.execute("ALTER TABLE t ADD COLUMN late DEFAULT 'd'");
      connection.setPreUpdateListener(this::tell);
      connection.execute("INSERT INTO t(a, r, z, late) VALUES (5, 6, 7, 8); UPDATE t SET a = 9 WHERE a = 1; DELETE FROM t WHERE a = 9");
    }
    assertThat(told)
        .containsExactly(
            "> INSERT main.t 2 2 depth 0 new (5, 6.0, 6, 7, 7, 8)",
            "> UPDATE main.t 1 1 depth 0 old (1, 2.0, 2, 3, 3, 'd') new (9, 2.0, 10, 11, 3, 'd')",
            "> DELETE main.t 1 1 depth 0 old (9, 2.0, 10, 11, 3, 'd')");
  }

  @Test
  void preparedStatementsAreTakenAlongWhenAListenerComesOrGoes() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a)");
      try (Statement insert = connection.prepare("INSERT INTO t VALUES (1)"); Statement delete = connection.prepare("DELETE FROM t")) {
        insert.step();
        connection.setPreUpdateListener(this::tell);
        insert.step();
        delete.step();
        assertThat(connection.changes()).isEqualTo(2);
        assertThat(told).hasSize(3);
        connection.setPreUpdateListener(null);
        insert.step();
        delete.step();
        connection.execute("INSERT INTO t VALUES (1)");
        assertThat(told).hasSize(3);
      }
    }
  }

  @Test
  void withoutAListenerProgramsAreWhatTheyWere() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a)");
      connection.setPreUpdateListener(this::tell);
      assertThat(opcodes(connection)).contains("PreUpdate");
      connection.setPreUpdateListener(null);
      assertThat(opcodes(connection)).doesNotContain("PreUpdate").contains("Insert");
    }
  }

  private static List<String> opcodes(Connection connection) {
    List<String> names = new ArrayList<>();
    try (Statement explain = connection.prepare("EXPLAIN INSERT INTO t VALUES (1)")) {
      while (explain.step()) {
        names.add(explain.columnText(1));
      }
    }
    return names;
  }

  @Test
  void whatIsNotThereIsRefused() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a)");
      connection.setPreUpdateListener(
          change -> {
            assertThatThrownBy(() -> change.oldValue(0))
                .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.MISUSE));
            assertThatThrownBy(() -> change.newValue(1))
                .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.RANGE));
            told.add("looked");
          });
      connection.execute("INSERT INTO t VALUES (1)");
      connection.setPreUpdateListener(
          change -> {
            throw new IllegalStateException("no");
          });
      assertThatThrownBy(() -> connection.execute("INSERT INTO t VALUES (2)")).hasMessage("no");
      connection.setPreUpdateListener(null);
      connection.execute("INSERT INTO t VALUES (3)");
      try (Statement count = connection.prepare("SELECT group_concat(a) FROM t")) {
        count.step();
        assertThat(count.columnText(0)).isEqualTo("1,3");
      }
    }
    assertThat(told).containsExactly("looked");
  }
}
