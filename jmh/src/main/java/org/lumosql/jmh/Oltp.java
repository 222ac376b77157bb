// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Small prepared statements on single rows or a few, chosen at random, in one transaction: a table of 100,000 rows with an index, as transaction benchmarks have it. */
final class Oltp extends Workload {
  private static final int ROWS = 100_000;
  private static final int STATEMENTS = 10_000;
  private static final int RANGE_ROWS = 100;

  /** What is done. */
  enum Kind {
    RANGE("SELECT k, c, length(pad) FROM account WHERE id BETWEEN ? AND ? + " + (RANGE_ROWS - 1)),
    INSERT("INSERT INTO account VALUES(?, ?, 'a text that is new', 'padding')"),
    UPDATE("UPDATE account SET c = 'changed to ' || ? WHERE id = ?"),
    UPDATE_INDEXED("UPDATE account SET k = k + 1 WHERE id = ?"),
    DELETE("DELETE FROM account WHERE id = ?");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }
  }

  private final Kind kind;
  private PreparedStatement statement;
  private long expected;
  private long sumOfKeys;
  private long updates;

  Oltp(Connection connection, Kind kind) {
    super(connection);
    this.kind = kind;
  }

  private static long key(long row) {
    return WideTable.mix(row, 31) & 0xfffff;
  }

  /** For each number another row, and none twice in a run. */
  private static long row(long number) {
    return 1 + number * 7919 % ROWS;
  }

  @Override
  void reset() throws SQLException {
    if (statement == null) {
      execute(
          "CREATE TABLE account(id INTEGER PRIMARY KEY, k INTEGER, c TEXT, pad TEXT)",
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
              + ") INSERT INTO account SELECT i, 0, 'a text of account ' || i, 'padding padding padding padding ' || i FROM n");
      restoreKeys();
      execute("CREATE INDEX account_k ON account(k)");
      statement = connection.prepareStatement(kind.sql);
      expected = kind == Kind.RANGE ? sumOfRanges() : STATEMENTS;
    } else if (kind == Kind.INSERT) {
      execute("DELETE FROM account WHERE id > " + ROWS);
    } else if (kind == Kind.DELETE) {
      insertAgain();
    }
  }

  private void restoreKeys() throws SQLException {
    connection.setAutoCommit(false);
    sumOfKeys = 0;
    try (PreparedStatement update = connection.prepareStatement("UPDATE account SET k = ? WHERE id = ?")) {
      for (int row = 1; row <= ROWS; row++) {
        sumOfKeys += key(row);
        update.setLong(1, key(row));
        update.setLong(2, row);
        update.executeUpdate();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void insertAgain() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO account VALUES(?, ?, 'again', 'padding padding padding padding')")) {
      for (int i = 0; i < STATEMENTS; i++) {
        insert.setLong(1, row(i));
        insert.setLong(2, key(row(i)));
        insert.executeUpdate();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static long firstOfRange(int i) {
    return Math.min(row(i), ROWS - RANGE_ROWS);
  }

  private static long sumOfRanges() {
    long sum = 0;
    for (int i = 0; i < STATEMENTS / RANGE_ROWS; i++) {
      for (long row = firstOfRange(i); row < firstOfRange(i) + RANGE_ROWS; row++) {
        sum += key(row) + ("a text of account " + row).length() + ("padding padding padding padding " + row).length();
      }
    }
    return sum;
  }

  @Override
  long run() throws SQLException {
    long result = 0;
    connection.setAutoCommit(false);
    if (kind == Kind.RANGE) {
      for (int i = 0; i < STATEMENTS / RANGE_ROWS; i++) {
        result += range(firstOfRange(i));
      }
    } else {
      for (int i = 0; i < STATEMENTS; i++) {
        bind(i);
        result += statement.executeUpdate();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    return result;
  }

  private long range(long first) throws SQLException {
    statement.setLong(1, first);
    statement.setLong(2, first);
    long sum = 0;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        sum += rows.getLong(1) + rows.getString(2).length() + rows.getLong(3);
      }
    }
    return sum;
  }

  private void bind(int i) throws SQLException {
    switch (kind) {
      case INSERT -> {
        statement.setLong(1, ROWS + 1 + i);
        statement.setLong(2, key(i));
      }
      case UPDATE -> {
        statement.setLong(1, 10_000_000 + updates++); // what is there already would not be written
        statement.setLong(2, row(i));
      }
      default -> statement.setLong(1, row(i));
    }
  }

  @Override
  long operations() {
    return kind == Kind.RANGE ? STATEMENTS / RANGE_ROWS : STATEMENTS;
  }

  @Override
  long expected() {
    return expected;
  }

  @Override
  void inspect() throws SQLException {
    sumOfKeys += kind == Kind.UPDATE_INDEXED ? STATEMENTS : 0;
    long rows = kind == Kind.INSERT ? ROWS + STATEMENTS : kind == Kind.DELETE ? ROWS - STATEMENTS : ROWS;
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT count(*), (SELECT sum(k) FROM account INDEXED BY account_k) FROM account")) {
      row.next();
      boolean keepsKeys = kind != Kind.INSERT && kind != Kind.DELETE;
      if (row.getLong(1) != rows || keepsKeys && row.getLong(2) != sumOfKeys) {
        throw new IllegalStateException(kind + " left " + row.getLong(1) + " rows with keys of " + row.getLong(2) + ", not " + rows + " and " + sumOfKeys);
      }
    }
  }
}
