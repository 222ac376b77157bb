// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.error.ResultCode;

/** Blobs that are read and overwritten piece by piece. */
class BlobHandleTest {
  @TempDir Path directory;

  private Connection open() {
    Connection connection = Connection.open(directory.resolve("blobs.db").toString());
    connection.execute("CREATE TABLE IF NOT EXISTS b(id INTEGER PRIMARY KEY, n INT, v BLOB, w)");
    return connection;
  }

  private static byte[] stored(Connection connection, long id) {
    try (Statement statement = connection.prepare("SELECT v FROM b WHERE id=?")) {
      statement.bindLong(1, id);
      assertThat(statement.step()).isTrue();
      return statement.columnBlob(0);
    }
  }

  private static byte[] pattern(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 256);
    }
    return bytes;
  }

  @Test
  void largeBlobsAreWrittenAndReadInPieces() throws IOException {
    byte[] content = pattern(300_000);
    try (Connection connection = open()) {
      connection.execute("INSERT INTO b VALUES(1, 5, zeroblob(300000), 'after')");
      try (BlobHandle blob = connection.openBlob("main", "b", "v", 1, true)) {
        assertThat(blob.length()).isEqualTo(300_000);
        for (int i = 0; i < content.length; i += 7_001) {
          blob.write(i, content, i, Math.min(7_001, content.length - i));
        }
      }
      assertThat(connection.isAutocommit()).isTrue();
      assertThat(connection.status().runningStatements()).isEmpty();
    }
    try (Connection connection = open();
        BlobHandle blob = connection.openBlob("main", "b", "v", 1, false)) {
      byte[] piece = new byte[1000];
      blob.read(123_456, piece, 0, 1000);
      assertThat(piece).isEqualTo(Arrays.copyOfRange(content, 123_456, 124_456));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      blob.inputStream().transferTo(all);
      assertThat(all.toByteArray()).isEqualTo(content);
    }
  }

  @Test
  void textsAreBytesAndStreamsStopAtTheEnd() throws IOException {
    try (Connection connection = open()) {
      connection.execute("INSERT INTO b VALUES(1, 5, 'hello', NULL)");
      try (BlobHandle blob = connection.openBlob("main", "B", "V", 1, true)) {
        blob.outputStream().write("HE".getBytes(StandardCharsets.UTF_8));
        assertThat(blob.inputStream().readAllBytes()).isEqualTo("HEllo".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> blob.outputStream().write(new byte[6])).isInstanceOf(IOException.class).hasMessageContaining("5 bytes");
      }
    }
  }

  @Test
  void writingIsUndoneWithItsTransaction() {
    try (Connection connection = open()) {
      connection.execute("INSERT INTO b VALUES(1, 5, x'010203', NULL); BEGIN");
      try (BlobHandle blob = connection.openBlob("main", "b", "v", 1, true)) {
        blob.write(0, new byte[] {9, 9, 9}, 0, 3);
      }
      assertThat(stored(connection, 1)).isEqualTo(new byte[] {9, 9, 9});
      connection.execute("ROLLBACK");
      assertThat(stored(connection, 1)).isEqualTo(new byte[] {1, 2, 3});
    }
  }

  @Test
  void reopeningGoesToAnotherRow() {
    try (Connection connection = open()) {
      connection.execute("INSERT INTO b VALUES(1, 5, x'0102', NULL), (2, 0, x'030405', 1)");
      try (BlobHandle blob = connection.openBlob("main", "b", "v", 1, true)) {
        blob.reopen(2);
        assertThat(blob.length()).isEqualTo(3);
        blob.write(2, new byte[] {7}, 0, 1);
        assertThatThrownBy(() -> blob.reopen(3)).hasMessage("no such rowid: 3");
        assertThatThrownBy(() -> blob.read(0, new byte[1], 0, 1)).isInstanceOf(EngineException.class);
      }
      assertThat(stored(connection, 2)).isEqualTo(new byte[] {3, 4, 7});
    }
  }

  @Test
  void othersMayChangeOtherRowsButNotThisOne() {
    try (Connection connection = open()) {
      connection.execute("INSERT INTO b VALUES(1, 5, x'0102', NULL), (2, 0, x'030405', 1)");
      try (BlobHandle blob = connection.openBlob("main", "b", "v", 2, true)) {
        connection.execute("UPDATE b SET v=zeroblob(5000) WHERE id=1; INSERT INTO b(v) VALUES(x'00')");
        blob.write(0, new byte[] {8}, 0, 1);
        assertThat(stored(connection, 2)).isEqualTo(new byte[] {8, 4, 5});
        connection.execute("UPDATE b SET n=1 WHERE id=2");
        assertThatThrownBy(() -> blob.write(0, new byte[1], 0, 1))
            .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.ABORT));
      }
    }
  }

  @Test
  void readersOfOtherStatementsKeepTheirSnapshot() {
    try (Connection connection = open()) {
      connection.execute("INSERT INTO b VALUES(1, 5, x'0102', NULL), (2, 0, x'03', 1)");
      try (Statement rows = connection.prepare("SELECT id FROM b ORDER BY id")) {
        assertThat(rows.step()).isTrue();
        try (BlobHandle blob = connection.openBlob("main", "b", "v", 1, true)) {
          blob.write(0, new byte[] {6}, 0, 1);
        }
        assertThat(rows.step()).isTrue();
        assertThat(rows.columnLong(0)).isEqualTo(2);
      }
      try (Connection other = open()) {
        assertThat(stored(other, 1)).isEqualTo(new byte[] {6, 2});
      }
    }
  }

  @Test
  void whatCannotBeOpenedSaysWhy() {
    try (Connection connection = open()) {
      connection.execute(
          "INSERT INTO b VALUES(1, 5, NULL, 2.5); CREATE INDEX i ON b(w); CREATE TABLE g(a, b AS (a)); CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID;"
              + "CREATE VIEW v AS SELECT * FROM b; PRAGMA foreign_keys=1; CREATE TABLE c(x REFERENCES b)");
      assertThatThrownBy(() -> connection.openBlob("main", "b", "v", 1, false)).hasMessage("cannot open value of type null");
      assertThatThrownBy(() -> connection.openBlob("main", "b", "n", 1, false)).hasMessage("cannot open value of type integer");
      assertThatThrownBy(() -> connection.openBlob("main", "b", "w", 1, false)).hasMessage("cannot open value of type real");
      assertThatThrownBy(() -> connection.openBlob("main", "b", "w", 1, true)).hasMessage("cannot open indexed column for writing");
      assertThatThrownBy(() -> connection.openBlob("main", "c", "x", 1, true)).hasMessage("cannot open foreign key column for writing");
      assertThatThrownBy(() -> connection.openBlob("main", "b", "v", 2, false)).hasMessage("no such rowid: 2");
      assertThatThrownBy(() -> connection.openBlob("main", "b", "z", 1, false)).hasMessage("no such column: \"z\"");
      assertThatThrownBy(() -> connection.openBlob("main", "z", "v", 1, false)).hasMessage("no such table: main.z");
      assertThatThrownBy(() -> connection.openBlob("main", "g", "a", 1, false)).hasMessage("cannot open table with generated columns: g");
      assertThatThrownBy(() -> connection.openBlob("main", "w", "a", 1, false)).hasMessage("cannot open table without rowid: w");
      assertThatThrownBy(() -> connection.openBlob("main", "v", "v", 1, false)).hasMessage("cannot open view: v");
      assertThat(connection.status().runningStatements()).isEmpty();
    }
  }
}
