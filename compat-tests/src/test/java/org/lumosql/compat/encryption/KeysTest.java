// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumosql.compat.encryption.Stack.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.EngineException;
import org.lumosql.error.ResultCode;

/** Passwords: how they are given, changed and refused, on every engine and layout. */
class KeysTest {
  private static final String SECRET = "s3cr3t-Pa55";

  @TempDir Path directory;

  static Stream<Stack> stacks() {
    return Stack.some().stream();
  }

  private Path path() {
    return directory.resolve("keys.db");
  }

  private void make(Stack stack) {
    try (Connection connection = stack.open(path())) {
      connection.execute("CREATE TABLE t(a, b); CREATE INDEX i ON t(b); INSERT INTO t VALUES(1, 'one'), (2, 'two')");
    }
  }

  private static void assertNotADatabase(Connection connection) {
    assertThatThrownBy(() -> rows(connection, "SELECT count(*) FROM sqlite_schema"))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ResultCode.NOTADB);
              assertThat(e.getMessage()).isEqualTo("file is not a database");
              for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain(SECRET).doesNotContain(Stack.PASSWORD);
              }
            });
  }

  private static ConnectionOptions with(String name, String value) {
    return new ConnectionOptions(ConnectionOptions.defaults().access(), Map.of(name, value), 0);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void withoutTheRightPasswordItIsNotADatabase(Stack stack) {
    make(stack);
    String name = path().toString();
    try (Connection connection = Connection.open(name)) {
      assertNotADatabase(connection);
      // not even writing gets anywhere
      assertThatThrownBy(() -> connection.execute("CREATE TABLE u(a)")).hasMessage("file is not a database");
    }
    try (Connection connection = Connection.open(name, with("key", SECRET))) {
      assertNotADatabase(connection);
      assertNotADatabase(connection);
      assertThat(rows(connection, "PRAGMA key = '" + Stack.PASSWORD + "'")).containsExactly("ok");
      assertThat(rows(connection, "SELECT a FROM t WHERE b = 'two'")).containsExactly("2");
      assertThat(rows(connection, "PRAGMA key = '" + SECRET + "'")).containsExactly("ok");
      assertNotADatabase(connection);
    }
  }

  /** Nobody is told backend, layout or cipher. */
  @ParameterizedTest
  @MethodSource("stacks")
  void theKeyCanBeGivenInManyWays(Stack stack) throws Exception {
    make(stack);
    String name = path().toString();
    String hexadecimal = java.util.HexFormat.of().formatHex(Stack.PASSWORD.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String query = "SELECT b FROM t ORDER BY b DESC";
    try (Connection connection = Connection.open(name, with("key", Stack.PASSWORD))) {
      assertThat(rows(connection, query)).containsExactly("two", "one");
      assertThat(rows(connection, "SELECT group_concat(name, ' ') FROM pragma_lumo_handlers").get(0))
          .contains(stack.cipher())
          .startsWith(stack.layout() == null ? "pages" : stack.layout())
          .endsWith(stack.backend());
      assertThat(rows(connection, "PRAGMA lumo_backend")).containsExactly(stack.backend());
    }
    try (Connection connection = Connection.open(name, with("hexkey", hexadecimal))) {
      assertThat(rows(connection, query)).containsExactly("two", "one");
    }
    String uri = "file:" + name + "?key=" + Stack.PASSWORD.replace(" ", "%20");
    try (Connection connection = Connection.open(uri)) {
      assertThat(rows(connection, query)).containsExactly("two", "one");
    }
    for (String pragma : new String[] {"key = '" + Stack.PASSWORD + "'", "textkey = '" + Stack.PASSWORD + "'", "hexkey = '" + hexadecimal + "'"}) {
      try (Connection connection = Connection.open(name)) {
        assertThat(rows(connection, "PRAGMA " + pragma)).containsExactly("ok");
        assertThat(rows(connection, query)).containsExactly("two", "one");
      }
    }
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("ATTACH '" + name + "' AS a KEY '" + Stack.PASSWORD + "'");
      assertThat(rows(connection, "SELECT b FROM a.t WHERE a = 1")).containsExactly("one");
      connection.execute("ATTACH '" + name + "' AS b KEY x'" + hexadecimal + "'; ATTACH '" + uri + "' AS c");
      assertThat(rows(connection, "SELECT (SELECT count(*) FROM b.t) + (SELECT count(*) FROM c.t)")).containsExactly("4");
      assertThatThrownBy(() -> connection.execute("ATTACH '" + name + "' AS d KEY '" + SECRET + "'"))
          .hasMessage("file is not a database");
      assertThatThrownBy(() -> connection.execute("ATTACH '" + name + "' AS d")).hasMessage("file is not a database");
      assertThat(rows(connection, "SELECT count(*) FROM pragma_database_list")).containsExactly("4");
    }
    Properties properties = new Properties();
    properties.setProperty("key", Stack.PASSWORD);
    try (var connection = DriverManager.getConnection("jdbc:lumosql:" + name, properties);
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT count(*) FROM t")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getInt(1)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void rekeyChangesThePassword(Stack stack) {
    make(stack);
    String name = path().toString();
    try (Connection connection = stack.open(path());
        Connection other = stack.open(path())) {
      assertThat(rows(other, "SELECT count(*) FROM t")).containsExactly("2");
      assertThat(rows(connection, "PRAGMA rekey = '" + SECRET + "'")).containsExactly("ok");
      connection.execute("INSERT INTO t VALUES(3, 'three')");
      // who has the key need not know the new password, and does not bring the old one back
      other.execute("INSERT INTO t VALUES(4, 'four')");
      assertThat(rows(other, "SELECT sum(a) FROM t")).containsExactly("10");
      assertThat(rows(connection, "SELECT sum(a) FROM t")).containsExactly("10");
      connection.execute("BEGIN");
      rows(connection, "SELECT * FROM t");
      assertThatThrownBy(() -> rows(connection, "PRAGMA rekey = 'x'")).hasMessageContaining("within a transaction");
      connection.execute("COMMIT");
      assertThatThrownBy(() -> rows(connection, "PRAGMA rekey = ''")).hasMessageContaining("VACUUM INTO");
    }
    try (Connection connection = Connection.open(name, with("key", Stack.PASSWORD))) {
      assertNotADatabase(connection);
      assertThatThrownBy(() -> rows(connection, "PRAGMA rekey = '" + Stack.PASSWORD + "'")).hasMessage("file is not a database");
    }
    try (Connection connection = Connection.open(name, with("key", SECRET))) {
      assertThat(rows(connection, "SELECT sum(a) FROM t")).containsExactly("10");
      assertThat(rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void aPlainDatabaseIsNotOneUnderAKey(Stack stack) {
    Stack plain = stack.plain();
    make(plain);
    try (Connection connection = Connection.open(path().toString())) {
      assertThat(rows(connection, "PRAGMA key = '" + SECRET + "'")).containsExactly("ok");
      assertNotADatabase(connection);
      assertThatThrownBy(() -> rows(connection, "PRAGMA rekey = '" + SECRET + "'")).hasMessage("file is not a database");
    }
    try (Connection connection = Connection.open(path().toString())) {
      assertThatThrownBy(() -> rows(connection, "PRAGMA rekey = '" + SECRET + "'")).hasMessageContaining("is not encrypted");
      assertThat(rows(connection, "SELECT count(*) FROM t")).containsExactly("2");
    }
  }

  /** A database that was meant to be encrypted is not written in clear because somebody forgot the password. */
  @ParameterizedTest
  @MethodSource("stacks")
  void aCipherWithoutAKeyWritesNothing(Stack stack) {
    try (Connection connection = Connection.open(stack.uri(path()))) {
      assertThatThrownBy(() -> connection.execute("CREATE TABLE t(a)"))
          .hasMessage("cipher " + stack.cipher() + " was asked for, and no key was given");
      connection.execute("PRAGMA key = '" + SECRET + "'; CREATE TABLE t(a); INSERT INTO t VALUES(1)");
      assertThat(rows(connection, "SELECT a FROM t")).containsExactly("1");
    }
    try (Connection connection = Connection.open(path().toString())) {
      assertNotADatabase(connection);
    }
  }

  /** Copies go from plain to encrypted and back, and from one stack to another. */
  @ParameterizedTest
  @MethodSource("stacks")
  void vacuumIntoEncryptsAndDecrypts(Stack stack) {
    make(stack.plain());
    Path encrypted = directory.resolve("encrypted.db");
    Path plain = directory.resolve("plain.db");
    try (Connection connection = stack.plain().open(path())) {
      connection.execute("VACUUM INTO '" + stack.uri(encrypted) + "&key=" + SECRET + "'");
    }
    try (Connection connection = Connection.open(encrypted.toString(), with("key", SECRET))) {
      assertThat(rows(connection, "SELECT b FROM t WHERE b > 'p'")).containsExactly("two");
      connection.execute("VACUUM INTO '" + plain + "'");
    }
    try (Connection connection = Connection.open(plain.toString())) {
      assertThat(rows(connection, "SELECT b FROM t WHERE b > 'p'")).containsExactly("two");
      assertThat(rows(connection, "PRAGMA reserved_bytes")).isEmpty();
      assertThat(rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
    }
  }

  @Test
  void mistakesAreNamedWithoutThePassword() {
    assertThatThrownBy(() -> Connection.open("file:" + path() + "?cipher=rot13&key=" + SECRET))
        .hasMessage("no such cipher: rot13 (available: aes256gcm, xchacha20)");
    assertThatThrownBy(() -> Connection.open("file:" + path() + "?hexkey=" + SECRET))
        .hasMessage("the key is not a text of hexadecimal digits");
    assertThatThrownBy(() -> Connection.open("file:" + path() + "?backend=lmdb&layout=heap")).hasMessageContaining("no such layout: heap");
    try (Connection connection = Connection.open(":memory:")) {
      assertThatThrownBy(() -> connection.execute("ATTACH 'file:" + directory + "/no/x.db?key=" + SECRET + "&mode=rw' AS x"))
          .hasMessage("unable to open database: file:" + directory + "/no/x.db?key=***&mode=rw");
      assertThatThrownBy(() -> connection.execute("PRAGMA hexkey = '" + SECRET + "'; ATTACH '" + path() + "' AS x KEY '" + SECRET
              + "'; PRAGMA x.hexrekey = '" + SECRET + "'"))
          .hasMessage("the key is not a text of hexadecimal digits");
    }
  }

  @Test
  void theJarThatIsMissingIsNamed() throws Exception {
    Process process = WithoutCrypto.start("file:" + path() + "?key=" + SECRET);
    String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(output).contains("lumosql-crypto").doesNotContain(SECRET);
    assertThat(Files.exists(path()) && Files.size(path()) > 0).isFalse();
  }
}
