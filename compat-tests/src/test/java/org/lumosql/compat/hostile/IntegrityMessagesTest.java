// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code integrity_check} and {@code quick_check} say of damaged files: the messages of C SQLite, in its order and number. Each engine has a copy of its own. */
class IntegrityMessagesTest {
  private static final int PAGE = 512;
  private static final int CORRUPT = 11;
  private static final String[] CHECKS = {
    "PRAGMA integrity_check", "PRAGMA integrity_check(1)", "PRAGMA integrity_check(3)", "PRAGMA quick_check", "PRAGMA integrity_check(t)", "PRAGMA quick_check(w)",
    "PRAGMA integrity_check(s)", "SELECT * FROM pragma_integrity_check",
  };

  @TempDir Path folder;

  /** How a file is damaged. */
  private interface Damage {
    void to(byte[] file, Map<String, Integer> roots);
  }

  private static final Map<String, Damage> DAMAGES = new LinkedHashMap<>();

  static {
    DAMAGES.put("nothing", (file, roots) -> {});
    DAMAGES.put("the freelist is shorter than the header says", (file, roots) -> file[39]++);
    DAMAGES.put("the freelist is longer than the header says", (file, roots) -> file[39]--);
    DAMAGES.put("a free page is missing", (file, roots) -> ByteBuffer.wrap(file).putInt(32, 0).putInt(36, 0));
    DAMAGES.put("a trunk has too many leaves", (file, roots) -> ByteBuffer.wrap(file).putInt(at(Math.max(2, ByteBuffer.wrap(file).getInt(32))) + 4, 5000));
    for (String tree : new String[] {"ta", "tb", "wu", "sqlite_autoindex_t_1", "t", "w"}) {
      DAMAGES.put("an entry of a leaf of " + tree + " is missing", (file, roots) -> removeLast(file, leaf(file, roots.get(tree))));
      DAMAGES.put("fragments of " + tree + " are not counted", (file, roots) -> file[at(leaf(file, roots.get(tree))) + 7] += 3);
      DAMAGES.put("a leaf of " + tree + " is of no kind", (file, roots) -> file[at(leaf(file, roots.get(tree)))] = 7);
    }
    for (String tree : new String[] {"t", "w"}) {
      DAMAGES.put("two cells of a leaf of " + tree + " are exchanged", (file, roots) -> exchange(file, leaf(file, roots.get(tree))));
      DAMAGES.put("a child of " + tree + " has two parents", (file, roots) -> twice(file, roots.get(tree)));
    }
    DAMAGES.put("two indexes lack an entry", (file, roots) -> {
      removeLast(file, leaf(file, roots.get("ta")));
      removeLast(file, leaf(file, roots.get("wu")));
    });
  }

  private static int at(int page) {
    return (page - 1) * PAGE;
  }

  /** The last leaf of a tree, by its right children. */
  private static int leaf(byte[] file, int root) {
    int page = root;
    while ((file[at(page)] & 8) == 0) {
      page = ByteBuffer.wrap(file).getInt(at(page) + 8);
    }
    return page;
  }

  private static void removeLast(byte[] file, int page) {
    file[at(page) + 4]--;
  }

  private static void exchange(byte[] file, int page) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    short first = bytes.getShort(at(page) + 8);
    bytes.putShort(at(page) + 8, bytes.getShort(at(page) + 10)).putShort(at(page) + 10, first);
  }

  private static void twice(byte[] file, int root) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int cell = at(root) + bytes.getShort(at(root) + 12);
    bytes.putInt(cell, bytes.getInt(at(root) + 8));
  }

  /** Rows that no statement would have stored, for constraints were changed behind the engine's back. */
  private static final String[] BEHIND_ITS_BACK = {
    "UPDATE sqlite_schema SET sql='CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT NOT NULL, b INT NOT NULL CHECK(b<>5), c UNIQUE)' WHERE name='t'",
    "UPDATE sqlite_schema SET sql='CREATE UNIQUE INDEX ta ON t(a)' WHERE name='ta'",
    "UPDATE sqlite_schema SET sql='CREATE TABLE s(x TEXT, y INT, z TEXT) STRICT' WHERE name='s'",
    "UPDATE sqlite_schema SET sql='CREATE INDEX tb ON t(b)' WHERE name='tb'",
    "UPDATE sqlite_schema SET sql='CREATE INDEX wu ON w(v)' WHERE name='wu'",
  };

  private byte[] base(boolean autoVacuum, List<String> more, Map<String, Integer> roots) throws SQLException, IOException {
    Path file = folder.resolve("base.db");
    Files.deleteIfExists(file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size=" + PAGE);
      statement.execute("PRAGMA auto_vacuum=" + (autoVacuum ? 1 : 0));
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT NOT NULL, b INT CHECK(b>=0), c UNIQUE)");
      statement.execute("CREATE INDEX ta ON t(a)");
      statement.execute("CREATE INDEX tb ON t(b) WHERE b>5");
      statement.execute("CREATE TABLE w(k TEXT PRIMARY KEY, v, u) WITHOUT ROWID");
      statement.execute("CREATE INDEX wu ON w(u)");
      statement.execute("CREATE TABLE s(x INT, y REAL, z TEXT) STRICT");
      statement.execute("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<60) INSERT INTO t SELECT i*3, 'text'||(i%50), nullif(i%17,3), 'c'||i FROM n");
      statement.execute("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<40) INSERT INTO w SELECT 'key'||i, i, 'u'||(i%7) FROM n");
      statement.execute("INSERT INTO s VALUES(1,2.5,'x'),(2,3,'y')");
      statement.execute("INSERT INTO t VALUES(1000, hex(zeroblob(900)), 3, 'long')");
      statement.execute("DELETE FROM t WHERE id=1000 OR id BETWEEN 30 AND 60");
      statement.execute("PRAGMA writable_schema=on");
      for (String sql : more) {
        statement.execute(sql);
      }
      try (ResultSet row = statement.executeQuery("SELECT name, rootpage FROM sqlite_schema")) {
        while (row.next()) {
          roots.put(row.getString(1), row.getInt(2));
        }
      }
    }
    return Files.readAllBytes(file);
  }

  private List<String> answer(String driver, byte[] bytes, String sql) throws IOException {
    Path file = folder.resolve(driver + ".db");
    Files.write(file, bytes);
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:" + driver + ":" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    } catch (SQLException e) {
      int code = e.getErrorCode() & 0xff;
      rows.add(code == CORRUPT ? "corrupt" : code + " " + e.getMessage());
    }
    return rows;
  }

  private void compare(String what, byte[] file) throws IOException {
    for (String check : CHECKS) {
      assertThat(answer("lumosql", file, check)).as(check + ": " + what).isEqualTo(answer("sqlite", file, check));
    }
  }

  @Test
  void damagedFilesAreDescribedAsSqliteDescribesThem() throws SQLException, IOException {
    Map<String, Integer> roots = new LinkedHashMap<>();
    for (boolean autoVacuum : new boolean[] {false, true}) {
      byte[] base = base(autoVacuum, List.of(), roots);
      for (Map.Entry<String, Damage> damage : DAMAGES.entrySet()) {
        byte[] file = base.clone();
        damage.getValue().to(file, roots);
        compare(damage.getKey() + (autoVacuum ? ", auto-vacuum" : ""), file);
      }
    }
  }

  @Test
  void rowsThatBreakConstraintsAreDescribedAsSqliteDescribesThem() throws SQLException, IOException {
    Map<String, Integer> roots = new LinkedHashMap<>();
    for (String change : BEHIND_ITS_BACK) {
      compare(change, base(false, List.of(change), roots));
    }
    compare("all", base(false, List.of(BEHIND_ITS_BACK), roots));
  }
}
