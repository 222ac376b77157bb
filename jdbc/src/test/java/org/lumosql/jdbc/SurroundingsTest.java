// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the driver runs: virtual threads, several class loaders, native images. */
class SurroundingsTest {
  @TempDir Path directory;

  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    try {
      return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | InvocationTargetException olderThanJava21) {
      return null;
    }
  }

  @Test
  void virtualThreadsHaveTheirOwnConnections() throws Exception {
    ExecutorService threads = virtualThreads();
    assumeThat(threads).isNotNull();
    String url = "jdbc:lumosql:" + directory.resolve("virtual.db") + "?journal_mode=wal&busy_timeout=60000";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE t(thread INT, n INT)");
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        int thread = i;
        tasks.add(() -> insert(url, thread));
      }
      for (Future<Integer> one : threads.invokeAll(tasks)) {
        assertThat(one.get()).isEqualTo(5);
      }
      threads.shutdown();
      try (ResultSet rows = statement.executeQuery("SELECT count(*), count(DISTINCT thread) FROM t")) {
        rows.next();
        assertThat(List.of(rows.getInt(1), rows.getInt(2))).containsExactly(500, 100);
      }
    }
  }

  private static Integer insert(String url, int thread) throws SQLException {
    int inserted = 0;
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement("INSERT INTO t VALUES(?, ?)")) {
      for (int n = 0; n < 5; n++) {
        statement.setInt(1, thread);
        statement.setInt(2, n);
        inserted += statement.executeUpdate();
      }
    }
    return inserted;
  }

  @Test
  void twoClassLoadersEachHaveADriver() throws Exception {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    try (URLClassLoader other = new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      Driver second = (Driver) other.loadClass(LumoDriver.class.getName()).getConstructor().newInstance();
      assertThat(second.getClass()).isNotSameAs(LumoDriver.class);
      try (Connection one = DriverManager.getConnection("jdbc:lumosql:" + directory.resolve("one.db"));
          Connection two = second.connect("jdbc:lumosql:" + directory.resolve("two.db"), new Properties())) {
        for (Connection connection : List.of(one, two)) {
          connection.createStatement().executeUpdate("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
          try (ResultSet rows = connection.createStatement().executeQuery("SELECT a FROM t")) {
            assertThat(rows.next()).isTrue();
          }
        }
      }
    }
  }

  /** The classes that a native image is told of are those that are there. */
  @Test
  void nativeImageMetadataNamesWhatIsThere() throws Exception {
    String reflection;
    try (var stream = LumoDriver.class.getResourceAsStream("/META-INF/native-image/org.lumosql/lumosql-jdbc/reflect-config.json")) {
      reflection = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    Matcher names = Pattern.compile("\"name\": \"(org\\.lumosql[^\"]*)\"").matcher(reflection);
    List<String> found = new ArrayList<>();
    while (names.find()) {
      found.add(names.group(1));
      assertThat(Class.forName(names.group(1)).getConstructors()).isNotEmpty();
    }
    assertThat(found).contains(LumoDriver.class.getName(), LumoDataSource.class.getName());
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:");
        Statement statement = connection.createStatement()) {
      ResultSet valid = statement.executeQuery("SELECT json_valid('" + reflection.replace("'", "''") + "')");
      assertThat(valid.next()).isTrue();
      assertThat(valid.getInt(1)).isEqualTo(1);
    }
  }

  /** This module has neither of the two on its class path. */
  @Test
  void aMissingJarIsNamed() {
    String url = "jdbc:lumosql:" + directory.resolve("missing.db");
    assertThatThrownBy(() -> open(url + "?backend=lmdb"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("no such backend: lmdb (available: file, memory); add the jar lumosql-backend-lmdb to the class path");
    assertThatThrownBy(() -> open(url + "?key=secret"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("encryption needs cryptography; add the jar lumosql-crypto to the class path");
  }

  private static void open(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(a)");
    }
  }
}
