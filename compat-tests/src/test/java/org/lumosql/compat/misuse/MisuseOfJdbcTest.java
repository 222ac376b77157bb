// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in the use of JDBC: exception with SQLState, SQLite's code and a sentence. */
class MisuseOfJdbcTest {
  @TempDir Path directory;

  private static void fails(ThrowingCallable call, String state, int code, String sentence) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(SQLException.class).hasMessageContaining(sentence);
    assertThat(((SQLException) thrown).getSQLState()).as(sentence).isEqualTo(state);
    assertThat(((SQLException) thrown).getErrorCode()).as(sentence).isEqualTo(code);
  }

  /** Opens and reads: a file is not looked at before it is needed. */
  private static void read(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:" + name);
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT * FROM t").close();
    }
  }

  @Test
  void filesThatCannotBeOpened() throws Exception {
    Places places = new Places(directory);
    Path text = places.text();
    Path folder = places.folder();
    fails(() -> read(text.toString()), "HY000", 26, "file is not a database (the file does not begin with \"SQLite format 3\")");
    fails(() -> read(folder.toString()), "08001", 526, "unable to open database file (" + folder + " is a directory)");
    fails(() -> read(places.nowhere().toString()), "08001", 14, "unable to open database file (cannot open " + places.nowhere());
    fails(() -> read(":resource:no/such.db"), "08001", 0, "resource no/such.db is not on the class path");
    fails(() -> read(directory.resolve("x.db") + "?backend=foo"), "42000", 1, "no such backend: foo (available: ");
    fails(() -> read(directory.resolve("x.db") + "?backend=foo"), "42000", 1, "add the jar lumosql-backend-foo to the class path");
    fails(() -> read(":memory:?busy_timeout=abc"), "HY024", 0, "busy_timeout is not a number: abc");
  }

  @Test
  void keysThatDoNotFit() {
    Places places = new Places(directory);
    Path encrypted = places.encrypted();
    Path plain = places.plain();
    fails(() -> read(encrypted + "?key=wrong"), "HY000", 26, "the password does not fit");
    fails(() -> read(encrypted.toString()), "HY000", 26, "the database is encrypted and no key was given");
    fails(() -> read(plain + "?key=secret"), "HY000", 26, "a key was given, and the database is not encrypted");
    fails(() -> read(directory.resolve("x.db") + "?cipher=rot13&key=x"), "42000", 1, "no such cipher: rot13 (available: aes256gcm, xchacha20)");
  }

  @Test
  void databasesThatCannotBeWritten() throws SQLException {
    Path plain = new Places(directory).plain();
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:file:" + plain + "?mode=ro");
        Statement statement = connection.createStatement()) {
      fails(() -> statement.execute("DELETE FROM t"), "25006", 8, "attempt to write a readonly database (" + plain + " cannot be written)");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:" + plain);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = 3");
      fails(() -> statement.execute("INSERT INTO t VALUES (1, zeroblob(100000))"), "53100", 13, "database or disk is full (the database may have 3 pages)");
    }
  }

  @Test
  void wrongIndexesAndTypes() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:" + new Places(directory).plain());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT a, b FROM t");
        PreparedStatement prepared = connection.prepareStatement("SELECT ?")) {
      fails(() -> rows.getInt(1), "24000", 0, "call next() first");
      rows.next();
      fails(() -> rows.getInt(0), "07009", 0, "column 0 out of bounds [1,2]");
      fails(() -> rows.getInt(3), "07009", 0, "column 3 out of bounds [1,2]");
      fails(() -> rows.getInt("c"), "42703", 0, "no such column: 'c'");
      fails(() -> rows.getDate(2), "22007", 0, "not a date or time: 'x'");
      fails(() -> rows.getBigDecimal(2), "22018", 0, "Bad value for type BigDecimal : x");
      fails(() -> rows.getObject(2, UUID.class), "22018", 0, "cannot convert to java.util.UUID: x");
      fails(() -> rows.getObject(2, Thread.class), "22018", 0, "cannot convert the value of column 2 to java.lang.Thread");
      rows.next();
      fails(() -> rows.getInt(1), "24000", 0, "the result set has no more rows");
      fails(() -> prepared.setInt(0, 1), "07009", 25, "parameter 0 of a statement with 1 parameters, which count from 1");
      fails(() -> prepared.setInt(2, 1), "07009", 25, "parameter 2 of a statement with 1 parameters, which count from 1");
      fails(() -> prepared.setArray(1, null), "0A000", 0, "SQLite has no arrays");
      fails(() -> prepared.execute("SELECT 1"), "HY010", 0, "method cannot be called on a PreparedStatement");
      fails(() -> connection.unwrap(Thread.class), "HY000", 0, "not a wrapper for java.lang.Thread");
      fails(() -> connection.prepareStatement(null), "HY009", 21, "the SQL text is null");
      fails(() -> statement.execute(null), "HY009", 21, "the SQL text is null");
      fails(() -> statement.executeQuery("DELETE FROM t"), "02000", 0, "query does not return ResultSet");
    }
  }

  @Test
  void whatIsClosedSaysSo() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:");
    Statement statement = connection.createStatement();
    PreparedStatement prepared = connection.prepareStatement("SELECT ?");
    ResultSet rows = statement.executeQuery("SELECT 1");
    rows.close();
    fails(rows::next, "08003", 21, "the result set is closed");
    statement.close();
    fails(() -> statement.execute("SELECT 1"), "08003", 21, "the statement is closed");
    connection.close();
    fails(prepared::executeQuery, "08003", 21, "the connection is closed");
    fails(connection::createStatement, "08003", 21, "the connection is closed");
    fails(connection::commit, "08003", 21, "the connection is closed");
    assertThat(catchThrowable(connection::close)).isNull();
  }

  /** They take turns: nothing is wrong with that. */
  @Test
  void threadsThatShareAConnectionTakeTurns() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:")) {
      connection.createStatement().execute("CREATE TABLE t(a)");
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tasks.add(
            () -> {
              int count = 0;
              for (int j = 0; j < 50; j++) {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                  insert.setInt(1, j);
                  count += insert.executeUpdate();
                }
              }
              return count;
            });
      }
      for (Future<Integer> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isEqualTo(50);
      }
      threads.shutdown();
    }
  }

  /** POSIX locks belong to the process: a second copy of the library would drop those of the first. */
  @Test
  void twoCopiesOfTheDriverOnOneFile() throws Exception {
    Path plain = new Places(directory).plain();
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    try (URLClassLoader other = new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        Connection one = DriverManager.getConnection("jdbc:lumosql:" + plain)) {
      one.createStatement().executeQuery("SELECT * FROM t").close();
      Driver second = (Driver) other.loadClass("org.lumosql.jdbc.LumoDriver").getConstructor().newInstance();
      Throwable thrown =
          catchThrowable(
              () -> {
                try (Connection two = second.connect("jdbc:lumosql:" + plain, new Properties());
                    Statement statement = two.createStatement()) {
                  statement.executeQuery("SELECT * FROM t").close();
                }
              });
      assertThat(thrown).isInstanceOf(SQLException.class).hasMessageContaining("class loader");
    }
  }
}
