// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are large enough to be read and written in pieces. */
class LargeValuesTest {
  private static final int LENGTH = 3_000_001;

  @TempDir Path directory;
  private final byte[] bytes = new byte[LENGTH];
  private final String text;

  LargeValuesTest() {
    Random random = new Random(5);
    random.nextBytes(bytes);
    StringBuilder builder = new StringBuilder();
    while (builder.length() < LENGTH) {
      builder.appendCodePoint(random.nextInt(10) == 0 ? 0x1f600 + random.nextInt(50) : random.nextBoolean() ? 'a' + random.nextInt(26) : 0xe0 + random.nextInt(20));
    }
    text = builder.toString();
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:lumosql:" + directory.resolve("large.db"));
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String all(Reader reader) throws IOException {
    StringWriter writer = new StringWriter();
    reader.transferTo(writer);
    return writer.toString();
  }

  /** A stream that gives few bytes at a time. */
  private InputStream drops(int length) {
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        return at == length ? -1 : bytes[at++] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int count) {
        int taken = Math.min(Math.min(count, 777), length - at);
        if (taken == 0 && count > 0) {
          return -1;
        }
        System.arraycopy(bytes, at, target, offset, taken);
        at += taken;
        return taken;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16le"})
  void streamsGoInAndComeOut(String encoding) throws Exception {
    try (Connection connection = open()) {
      execute(connection, "PRAGMA encoding = '" + encoding + "'", "CREATE TABLE t(id INTEGER PRIMARY KEY, a, b BLOB, c TEXT, d, u UNIQUE)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t(a, b, c, d, u) VALUES (?, ?, ?, ?, ?)")) {
        insert.setInt(1, 12345);
        insert.setBinaryStream(2, drops(LENGTH), LENGTH);
        insert.setCharacterStream(3, new StringReader(text));
        insert.setBinaryStream(4, drops(LENGTH));
        insert.setString(5, "unique");
        assertThat(insert.executeUpdate()).isEqualTo(1);
        insert.setString(5, "unique too");
        assertThatThrownBy(insert::executeUpdate).hasMessageContaining("bind it anew");
      }
      execute(connection, "PRAGMA integrity_check");
      try (Statement query = connection.createStatement();
          ResultSet rows = query.executeQuery("SELECT a, b, c, d, b, typeof(b), length(b), length(c), typeof(d) FROM t")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(12345);
        assertThat(rows.getBinaryStream(2).readAllBytes()).isEqualTo(bytes);
        assertThat(all(rows.getCharacterStream(3))).isEqualTo(text);
        assertThat(rows.getBinaryStream(4).readAllBytes()).isEqualTo(bytes);
        assertThat(rows.getBytes(2)).isEqualTo(bytes);
        assertThat(rows.getString(3)).isEqualTo(text);
        assertThat(rows.getString(6)).isEqualTo("blob");
        assertThat(rows.getInt(7)).isEqualTo(LENGTH);
        assertThat(rows.getInt(8)).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(rows.getString(9)).isEqualTo("blob");
        assertThat(rows.next()).isFalse();
      }
      try (PreparedStatement update = connection.prepareStatement("UPDATE t SET b = ?, a = 7 WHERE id = ?")) {
        update.setBinaryStream(1, drops(2_000_000), 2_000_000L);
        update.setInt(2, 1);
        assertThat(update.executeUpdate()).isEqualTo(1);
      }
      try (Statement query = connection.createStatement(); ResultSet rows = query.executeQuery("SELECT a, b, c FROM t")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(7);
        assertThat(rows.getBytes(2)).isEqualTo(Arrays.copyOf(bytes, 2_000_000));
        assertThat(rows.getString(3)).isEqualTo(text);
      }
      try (Statement query = connection.createStatement(); ResultSet rows = query.executeQuery("PRAGMA integrity_check")) {
        rows.next();
        assertThat(rows.getString(1)).isEqualTo("ok");
      }
    }
  }

  /** What else looks at the value gets it in memory. */
  @Test
  void otherUsesOfAStreamAreServedToo() throws Exception {
    try (Connection connection = open()) {
      execute(
          connection,
          "CREATE TABLE t(a, b)",
          "CREATE INDEX i ON t(b)",
          "CREATE TABLE log(n)",
          "CREATE TABLE plain(a, b)",
          "CREATE TABLE s(a TEXT, b BLOB) STRICT",
          "CREATE TABLE w(k PRIMARY KEY, v) WITHOUT ROWID",
          "CREATE TABLE c(a CHECK (length(a) > 5), n NUMERIC)",
          "CREATE TABLE tr(a)",
          "CREATE TRIGGER g AFTER INSERT ON tr BEGIN INSERT INTO log VALUES (length(new.a)); END",
          "INSERT INTO plain VALUES (1, 1), (2, 2)");
      String[] statements = {
        "INSERT INTO t VALUES (1, ?)",
        "INSERT INTO s VALUES ('x', ?)",
        "INSERT INTO w VALUES (1, ?)",
        "INSERT INTO c VALUES (?, 1)",
        "INSERT INTO c VALUES ('123456', ?)",
        "INSERT INTO tr VALUES (?)",
        "INSERT INTO plain VALUES (?1, ?1)",
        "INSERT INTO plain SELECT ?, 2",
        "INSERT INTO plain VALUES (?, 2), (3, 4)",
        "UPDATE plain SET b = ? WHERE a < 3",
        "INSERT INTO plain VALUES (?, 3) RETURNING length(a)",
        "INSERT INTO w VALUES (1, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v"
      };
      for (String sql : statements) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setBinaryStream(1, drops(LENGTH), LENGTH);
          statement.execute();
        }
      }
      try (PreparedStatement statement = connection.prepareStatement("SELECT length(?)")) {
        statement.setCharacterStream(1, new StringReader(text));
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          assertThat(rows.getInt(1)).isEqualTo(text.codePointCount(0, text.length()));
        }
      }
      try (PreparedStatement statement = connection.prepareStatement("INSERT INTO c VALUES ('123456', ?)")) {
        statement.setCharacterStream(1, new StringReader(" ".repeat(2_000_000) + "12"));
        statement.execute();
      }
      try (Statement query = connection.createStatement();
          ResultSet rows =
              query.executeQuery(
                  "SELECT (SELECT sum(length(b)) FROM t), (SELECT length(b) FROM s), (SELECT length(v) FROM w), (SELECT sum(length(a)) FROM c),"
                      + " (SELECT n FROM log), (SELECT count(*) FROM plain WHERE length(a) = 3000001), (SELECT count(*) FROM plain WHERE length(b) = 3000001),"
                      + " (SELECT typeof(n) FROM c ORDER BY rowid DESC), (SELECT max(length(n)) FROM c)")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(LENGTH);
        assertThat(rows.getInt(2)).isEqualTo(LENGTH);
        assertThat(rows.getInt(3)).isEqualTo(LENGTH);
        assertThat(rows.getInt(4)).isEqualTo(LENGTH + 12);
        assertThat(rows.getInt(5)).isEqualTo(LENGTH);
        assertThat(rows.getInt(6)).isEqualTo(4);
        assertThat(rows.getInt(7)).isEqualTo(3);
        assertThat(rows.getString(8)).isEqualTo("integer");
        assertThat(rows.getInt(9)).isEqualTo(LENGTH);
      }
    }
  }

  private void fill(Connection connection) throws SQLException {
    execute(connection, "CREATE TABLE t(id INTEGER PRIMARY KEY, b, c)");
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t(b, c) VALUES (?, ?)")) {
      for (int i = 0; i < 3; i++) {
        insert.setBytes(1, bytes);
        insert.setString(2, text);
        insert.executeUpdate();
      }
    }
  }

  @Test
  void blobsAndClobsOutliveTheirRowAndTheirResultSet() throws Exception {
    try (Connection connection = open()) {
      fill(connection);
      Blob blob;
      Blob freed;
      Clob clob;
      InputStream stream;
      try (Statement query = connection.createStatement(); ResultSet rows = query.executeQuery("SELECT b, c, b FROM t")) {
        rows.next();
        blob = rows.getBlob(1);
        clob = rows.getClob(2);
        freed = rows.getBlob(3);
        stream = rows.getBinaryStream(3);
        assertThat(stream.read()).isEqualTo(bytes[0] & 0xff);
        freed.free();
        rows.next();
        InputStream late = stream;
        assertThatThrownBy(late::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("the statement has gone on");
        assertThat(blob.getBytes(2, 10)).isEqualTo(Arrays.copyOfRange(bytes, 1, 11));
      }
      execute(connection, "DELETE FROM t");
      assertThat(blob.length()).isEqualTo(LENGTH);
      assertThat(blob.getBytes(1, LENGTH)).isEqualTo(bytes);
      assertThat(blob.getBytes(LENGTH - 3L, 100)).isEqualTo(Arrays.copyOfRange(bytes, LENGTH - 4, LENGTH));
      assertThat(blob.getBinaryStream(1000, 50_000).readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 999, 50_999));
      assertThat(blob.position(Arrays.copyOfRange(bytes, 2_000_000, 2_000_020), 1)).isEqualTo(2_000_001);
      assertThat(blob.position(new byte[30], 1)).isEqualTo(-1);
      assertThat(clob.length()).isEqualTo(text.length());
      assertThat(clob.getSubString(1_500_000, 20)).isEqualTo(text.substring(1_499_999, 1_500_019));
      assertThat(all(clob.getCharacterStream())).isEqualTo(text);
      assertThat(all(clob.getCharacterStream(3, 5))).isEqualTo(text.substring(2, 7));
      assertThat(clob.getAsciiStream().readAllBytes()).isEqualTo(text.getBytes(StandardCharsets.US_ASCII));
      assertThat(clob.position(text.substring(2_000_000, 2_000_040), 1)).isEqualTo(2_000_001);
      assertThatThrownBy(freed::length).hasMessageContaining("freed");
      assertThatThrownBy(() -> blob.getBytes(0, 1)).hasMessageContaining("position 0");
      assertThatThrownBy(() -> clob.getSubString(text.length() + 2L, 1)).hasMessageContaining("position");
    }
  }

  @Test
  void whatIsWrittenToABlobIsACopyThatCanBeStored() throws Exception {
    try (Connection connection = open()) {
      fill(connection);
      try (Statement query = connection.createStatement();
          ResultSet rows = query.executeQuery("SELECT b, c FROM t WHERE id = 1");
          PreparedStatement update = connection.prepareStatement("UPDATE t SET b = ?, c = ? WHERE id = 2")) {
        rows.next();
        Blob blob = rows.getBlob(1);
        Clob clob = rows.getClob(2);
        blob.setBytes(1, new byte[] {1, 2, 3});
        blob.truncate(LENGTH - 1);
        clob.setString(1, "begin");
        clob.truncate(2_000_000);
        assertThat(rows.getBytes(1)).isEqualTo(bytes);
        update.setBlob(1, blob);
        update.setClob(2, clob);
        update.executeUpdate();
      }
      byte[] expected = Arrays.copyOf(bytes, LENGTH - 1);
      System.arraycopy(new byte[] {1, 2, 3}, 0, expected, 0, 3);
      try (Statement query = connection.createStatement(); ResultSet rows = query.executeQuery("SELECT b, c FROM t ORDER BY id")) {
        rows.next();
        assertThat(rows.getBytes(1)).isEqualTo(bytes);
        rows.next();
        assertThat(rows.getBytes(1)).isEqualTo(expected);
        assertThat(rows.getString(2)).isEqualTo("begin" + text.substring(5, 2_000_000));
      }
    }
  }

  /** As if the value had been read with its row. */
  @Test
  void aRowThatIsShownDoesNotChangeWhenItsTableDoes() throws Exception {
    try (Connection connection = open()) {
      fill(connection);
      String[] changes = {
        "UPDATE t SET b = zeroblob(3000001)", "DELETE FROM t", "DROP TABLE t", "ROLLBACK", "UPDATE t SET id = id + 100, c = 1", "PRAGMA user_version = 5", "VACUUM"
      };
      for (String change : changes) {
        connection.setAutoCommit(change.equals("VACUUM"));
        try (Statement query = connection.createStatement(); ResultSet rows = query.executeQuery("SELECT b, c, b FROM t")) {
          rows.next();
          InputStream stream = rows.getBinaryStream(3);
          stream.read();
          try {
            execute(connection, change);
          } catch (SQLException busy) {
            assertThat(change).isIn("DROP TABLE t", "VACUUM");
          }
          if (!rows.isClosed() && !change.equals("ROLLBACK")) {
            assertThat(rows.getBytes(1)).as(change).isEqualTo(bytes);
            assertThat(all(rows.getCharacterStream(2))).as(change).isEqualTo(text);
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            rest.write(bytes[0]);
            stream.transferTo(rest);
            assertThat(rest.toByteArray()).as(change).isEqualTo(bytes);
          }
        }
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
      }
    }
  }

  @Test
  void aStreamThatEndsEarlyOrFailsLeavesNothingBehind() throws Exception {
    try (Connection connection = open()) {
      fill(connection);
      connection.setAutoCommit(false);
      execute(connection, "UPDATE t SET id = 30 WHERE id = 3");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t(b, c) VALUES (?, 1)");
          PreparedStatement update = connection.prepareStatement("UPDATE t SET b = ? WHERE id = 1")) {
        insert.setBinaryStream(1, new ByteArrayInputStream(bytes), LENGTH + 1);
        assertThatThrownBy(insert::executeUpdate).isInstanceOf(SQLException.class).hasMessageContaining("ends after 3000001 bytes");
        update.setBinaryStream(
            1,
            new InputStream() {
              private int left = 2_000_000;

              @Override
              public int read() throws IOException {
                if (left-- <= 0) {
                  throw new IOException("the line is cut");
                }
                return 1;
              }
            },
            LENGTH);
        assertThatThrownBy(update::executeUpdate).isInstanceOf(SQLException.class).hasStackTraceContaining("the line is cut");
      }
      try (Statement query = connection.createStatement(); ResultSet rows = query.executeQuery("SELECT id, b FROM t ORDER BY id")) {
        int count = 0;
        while (rows.next()) {
          count++;
          assertThat(rows.getBytes(2)).isEqualTo(bytes);
        }
        assertThat(count).isEqualTo(3);
      }
    }
  }
}
