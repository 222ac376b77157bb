// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lumosql.compat.support.Store;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;

/** Transactions over two tables, and a third in an attached database, that a seed determines. */
final class Workload {
  private static final int KEYS = 40;

  private final List<List<String>> transactions = new ArrayList<>();
  private final Random random;
  private final Setting setting;
  private final Store store;
  private final int version;

  /** How the database is kept. @param attached a second file takes part in transactions; its path is the first's with {@code 2} */
  record Setting(String journalMode, String synchronous, int pageSize, int autoVacuum, boolean attached) {}

  Workload(Setting setting, long seed, int count, Store store) {
    this.setting = setting;
    this.store = store;
    this.random = new Random(seed);
    this.version = random.nextInt(100);
    for (int i = 0; i < count; i++) {
      transactions.add(transaction());
    }
  }

  /** What to open for the database at a path. */
  String name(String path) {
    return store.isSealed() ? store.uri(Path.of(path)) : path;
  }

  /** Attaches the second file, if there is one. */
  void attach(Connection connection, String path) {
    if (setting.attached()) {
      connection.execute("ATTACH '" + name(path + "2") + "' AS other");
    }
  }

  int size() {
    return transactions.size();
  }

  List<String> transaction(int number) {
    return transactions.get(number);
  }

  /** Makes the tables. */
  void prepare(Connection connection, String path) {
    connection.execute(
        "PRAGMA page_size = " + setting.pageSize() + "; PRAGMA auto_vacuum = " + setting.autoVacuum() + ";"
            + "PRAGMA user_version = " + version + ";"
            + "CREATE TABLE t(id INTEGER PRIMARY KEY, k TEXT, b BLOB); CREATE INDEX tk ON t(k, id DESC);"
            + "CREATE TABLE w(k TEXT PRIMARY KEY, v BLOB) WITHOUT ROWID;");
    attach(connection, path);
    if (setting.attached()) {
      connection.execute("CREATE TABLE other.o(id INTEGER PRIMARY KEY, n);");
    }
    for (int i = 0; i < 20; i++) {
      connection.execute(insert());
    }
    if (setting.journalMode().equals("wal")) {
      connection.execute("PRAGMA journal_mode = wal");
    }
  }

  /** What each connection says first. */
  void configure(Connection connection, String path) {
    connection.execute(
        "PRAGMA synchronous = " + setting.synchronous() + "; PRAGMA cache_size = 10; PRAGMA wal_autocheckpoint = 20;"
            + "PRAGMA journal_mode = " + setting.journalMode());
    attach(connection, path);
    if (setting.attached()) {
      connection.execute("PRAGMA other.journal_mode = " + setting.journalMode()
          + "; PRAGMA other.synchronous = " + setting.synchronous());
    }
  }

  private List<String> transaction() {
    switch (random.nextInt(14)) {
      case 0:
        return List.of("VACUUM");
      case 1:
        return List.of("PRAGMA incremental_vacuum(3)");
      case 2:
        return List.of("PRAGMA wal_checkpoint(" + new String[] {"passive", "full", "restart", "truncate"}[random.nextInt(4)] + ")");
      case 3:
        return List.of("UPDATE t SET k = k || 'x', b = zeroblob(" + random.nextInt(700) + ") WHERE id % 3 = " + random.nextInt(3));
      case 4, 5:
        return List.of(insert());
      default:
        return longTransaction();
    }
  }

  private List<String> longTransaction() {
    List<String> statements = new ArrayList<>();
    statements.add(random.nextBoolean() ? "BEGIN" : "BEGIN IMMEDIATE");
    int steps = 1 + random.nextInt(12);
    boolean inSavepoint = false;
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(12)) {
        case 0 -> statements.add("DELETE FROM t WHERE id BETWEEN " + random.nextInt(KEYS) + " AND " + random.nextInt(KEYS));
        case 1 -> statements.add("DELETE FROM w WHERE k < 'k" + random.nextInt(KEYS) + "'");
        case 2 -> statements.add("UPDATE OR REPLACE t SET id = id + 1000 WHERE id = " + random.nextInt(KEYS));
        case 3 -> statements.add("INSERT OR REPLACE INTO w SELECT 'k' || id, b FROM t LIMIT 6");
        case 4 -> {
          statements.add(inSavepoint ? "ROLLBACK TO s" : "SAVEPOINT s");
          inSavepoint = true;
        }
        case 5 -> statements.add("CREATE TABLE IF NOT EXISTS x" + random.nextInt(3) + "(a, b)");
        case 6 -> statements.add("DROP TABLE IF EXISTS x" + random.nextInt(3));
        case 7 -> {
          if (setting.attached()) {
            statements.add("INSERT INTO other.o(n) VALUES(" + random.nextInt() + ")");
          }
        }
        default -> statements.add(insert());
      }
    }
    if (setting.attached()) {
      statements.add("INSERT INTO other.o(n) SELECT count(*) FROM t");
    }
    statements.add(random.nextInt(5) == 0 ? "ROLLBACK" : "COMMIT");
    return statements;
  }

  private String insert() {
    int length = random.nextInt(5) == 0 ? random.nextInt(3000) : random.nextInt(120);
    return "INSERT OR REPLACE INTO t VALUES(" + random.nextInt(KEYS) + ", 'name " + random.nextInt(1000) + "', zeroblob("
        + length + ") || x'" + String.format("%08x", random.nextInt()) + "')";
  }

  /** Queries whose answers are everything that the transactions can change. */
  List<String> questions() {
    List<String> questions = new ArrayList<>(List.of(
        "SELECT type || name FROM sqlite_schema ORDER BY 1",
        "SELECT id || ':' || k || ':' || length(b) || ':' || hex(substr(b, -8)) FROM t ORDER BY id",
        "SELECT k || ':' || length(v) || ':' || hex(substr(v, -8)) FROM w ORDER BY k"));
    if (setting.attached()) {
      questions.add("SELECT id || ':' || n FROM other.o ORDER BY id");
    }
    return questions;
  }

  /** Whether the integrity check says ok, and the answers. */
  String describe(Connection connection) {
    List<String> lines = new ArrayList<>(rows(connection, "PRAGMA integrity_check"));
    questions().forEach(question -> lines.addAll(rows(connection, question)));
    return String.join("\n", lines);
  }

  static List<String> rows(Connection connection, String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        rows.add(statement.columnText(0));
      }
    }
    return rows;
  }
}
