// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.lumosql.bench.suite.Dialect;

/**
 * Small prepared statements on single rows or a few, chosen at random, in one transaction: a table with an index, as transaction benchmarks have it. Its SQL is
 * understood by all databases.
 */
public final class Oltp extends Workload {
  static final int ROWS = 100_000;
  private static final int RANGE_ROWS = 100;
  private static final int BATCH = 1_000;

  /** What is done. */
  public enum Kind {
    POINT("SELECT k, c, length(filler) FROM account WHERE id = ?"),
    POINT_INDEX("SELECT k, c, length(filler) FROM account WHERE k = ?"),
    RANGE("SELECT k, c, length(filler) FROM account WHERE id BETWEEN ? AND ?"),
    INSERT("INSERT INTO account VALUES(?, ?, 'a text that is new', 'padding')"),
    UPDATE("UPDATE account SET c = ? WHERE id = ?"),
    UPDATE_INDEXED("UPDATE account SET k = k + 1 WHERE id = ?"),
    DELETE("DELETE FROM account WHERE id = ?");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }

    boolean isQuery() {
      return ordinal() <= RANGE.ordinal();
    }
  }

  private final Kind kind;
  private final Dialect dialect;
  private final int rows;
  private final int statements;
  private PreparedStatement statement;
  private long expected;
  private long sumOfKeys;
  private long updates;

  Oltp(Connection connection, Kind kind) {
    this(connection, kind, Dialect.SQLITE, ROWS);
  }

  /** @param rows of the table, a tenth of which takes part in a run; no multiple of 7919 */
  public Oltp(Connection connection, Kind kind, Dialect dialect, int rows) {
    super(connection);
    this.kind = kind;
    this.dialect = dialect;
    this.rows = rows;
    this.statements = kind == Kind.RANGE ? Math.max(1, rows / 10 / RANGE_ROWS) : rows / 10;
  }

  private static long key(long row) {
    return WideTable.mix(row, 31) & 0xfffff;
  }

  /** For each number another row, and none twice in a run. */
  private long row(long number) {
    return 1 + number * 7919 % rows;
  }

  private static String text(long row) {
    return "a text of account " + row;
  }

  private static String padding(long row) {
    return "padding padding padding padding " + row;
  }

  @Override
  public void reset() throws SQLException {
    if (statement == null) {
      execute("CREATE TABLE account(id INTEGER PRIMARY KEY, k INTEGER, c VARCHAR(100), filler VARCHAR(100))");
      fill();
      execute("CREATE INDEX account_k ON account(k)");
      statement = connection.prepareStatement(kind.sql);
      expected = kind.isQuery() ? sumOfAnswers() : statements;
    } else if (kind == Kind.INSERT) {
      execute("DELETE FROM account WHERE id > " + rows);
    } else if (kind == Kind.DELETE) {
      insertAgain();
    }
  }

  private void fill() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO account VALUES(?, ?, ?, ?)")) {
      for (int row = 1; row <= rows; row++) {
        sumOfKeys += key(row);
        insert.setLong(1, row);
        insert.setLong(2, key(row));
        insert.setString(3, text(row));
        insert.setString(4, padding(row));
        insert.addBatch();
        if (row % BATCH == 0 || row == rows) {
          insert.executeBatch();
        }
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void insertAgain() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO account VALUES(?, ?, 'again', 'padding padding padding padding')")) {
      for (int i = 0; i < statements; i++) {
        insert.setLong(1, row(i));
        insert.setLong(2, key(row(i)));
        insert.executeUpdate();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private long firstOfRange(int i) {
    return Math.min(row(i), rows - RANGE_ROWS);
  }

  private static long sum(long row) {
    return key(row) + text(row).length() + padding(row).length();
  }

  private long sumOfAnswers() {
    Map<Long, Long> sums = new HashMap<>();
    for (long row = 1; row <= rows; row++) {
      sums.merge(key(row), sum(row), Long::sum);
    }
    long sum = 0;
    for (int i = 0; i < statements; i++) {
      switch (kind) {
        case POINT -> sum += sum(row(i));
        case POINT_INDEX -> sum += sums.get(key(row(i)));
        default -> {
          for (long row = firstOfRange(i); row < firstOfRange(i) + RANGE_ROWS; row++) {
            sum += sum(row);
          }
        }
      }
    }
    return sum;
  }

  @Override
  public long run() throws SQLException {
    long result = 0;
    connection.setAutoCommit(false);
    for (int i = 0; i < statements; i++) {
      bind(i);
      result += kind.isQuery() ? read() : statement.executeUpdate();
    }
    connection.commit();
    connection.setAutoCommit(true);
    return result;
  }

  private long read() throws SQLException {
    long sum = 0;
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        sum += found.getLong(1) + found.getString(2).length() + found.getLong(3);
      }
    }
    return sum;
  }

  private void bind(int i) throws SQLException {
    switch (kind) {
      case POINT_INDEX -> statement.setLong(1, key(row(i)));
      case RANGE -> {
        statement.setLong(1, firstOfRange(i));
        statement.setLong(2, firstOfRange(i) + RANGE_ROWS - 1);
      }
      case INSERT -> {
        statement.setLong(1, rows + 1L + i);
        statement.setLong(2, key(i));
      }
      case UPDATE -> {
        statement.setString(1, "changed to " + (10_000_000 + updates++)); // what is there already would not be written
        statement.setLong(2, row(i));
      }
      default -> statement.setLong(1, row(i));
    }
  }

  @Override
  public long operations() {
    return statements;
  }

  @Override
  public long expected() {
    return expected;
  }

  @Override
  public void inspect() throws SQLException {
    sumOfKeys += kind == Kind.UPDATE_INDEXED ? statements : 0;
    long left = kind == Kind.INSERT ? rows + statements : kind == Kind.DELETE ? rows - statements : rows;
    String keys =
        dialect == Dialect.SQLITE ? "(SELECT sum(k) FROM account INDEXED BY account_k)" : "sum(CAST(k AS BIGINT))";
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT count(*), " + keys + " FROM account")) {
      row.next();
      boolean keepsKeys = kind != Kind.INSERT && kind != Kind.DELETE;
      if (row.getLong(1) != left || keepsKeys && row.getLong(2) != sumOfKeys) {
        throw new IllegalStateException(kind + " left " + row.getLong(1) + " rows with keys of " + row.getLong(2) + ", not " + left + " and " + sumOfKeys);
      }
    }
  }
}
