// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.memory;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongUnaryOperator;

/**
 * Sorts, groups and indexes a table of so many megabytes and says how it went: {@code SmallHeap FILE MEGABYTES}. What must come out is computed
 * without the engine: the keys of the rows are a permutation of the numbers from 0 to before the number of rows.
 */
final class SmallHeap {
  private static final int ROW = 256;
  /** Has no factor in common with a number of rows, which is a power of two. */
  private static final long STEP = 0x9E3779B1L;

  private final Connection connection;
  private final int rows;
  private final PrintStream output;

  private SmallHeap(Connection connection, int rows, PrintStream output) {
    this.connection = connection;
    this.rows = rows;
    this.output = output;
  }

  public static void main(String[] arguments) throws SQLException {
    PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    int rows = Integer.parseInt(arguments[1]) * (1 << 20) / ROW;
    if (Integer.bitCount(rows) != 1) {
      throw new IllegalArgumentException(rows + " rows are not a power of two");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:" + Path.of(arguments[0]))) {
      new SmallHeap(connection, rows, output).run();
    }
  }

  private void run() throws SQLException {
    fill();
    ordered("ORDER BY", "SELECT k, pad FROM t ORDER BY k", row -> row);
    ordered("ORDER BY of texts", "SELECT k, pad FROM t ORDER BY pad DESC", row -> rows - 1 - row);
    ordered("GROUP BY", "SELECT k, max(pad) FROM t GROUP BY k", row -> row);
    counted("DISTINCT", "SELECT count(*) FROM (SELECT DISTINCT k, pad FROM t)", rows);
    counted("UNION", "SELECT count(*) FROM (SELECT pad FROM t UNION SELECT pad FROM t)", rows);
    counted("count(DISTINCT)", "SELECT count(DISTINCT pad) + count(DISTINCT k) FROM t", 2L * rows);
    counted("IN", "SELECT count(*) FROM t WHERE pad IN (SELECT pad FROM t WHERE k % 4 <> 0)", rows / 4 * 3);
    counted("window over everything", "SELECT count(n) FROM (SELECT row_number() OVER (ORDER BY k) AS n, pad FROM t) WHERE length(pad) > 9", rows);
    counted("window over partitions", "SELECT sum(c) FROM (SELECT count(*) OVER (PARTITION BY k % 2) AS c, pad FROM t)", (long) rows * rows / 2);
    counted("automatic index", "SELECT count(*) FROM t AS a JOIN t AS b ON a.pad = b.pad WHERE a.k % 16 = 0", rows / 16);
    counted("several at once",
        "SELECT count(*) FROM (SELECT DISTINCT pad FROM t UNION SELECT k FROM (SELECT k, count(*) OVER (PARTITION BY pad) AS c FROM t ORDER BY pad))",
        2L * rows);
    counted("many at once", "SELECT " + distinctCounts(12) + " FROM t WHERE k < " + rows / 16, 12L * rows / 16);
    execute("CREATE INDEX t_pad ON t(pad, k)");
    counted("CREATE INDEX", "SELECT count(*) FROM t INDEXED BY t_pad WHERE pad > ''", rows);
    execute("CREATE UNIQUE INDEX t_unique ON t(pad)");
    counted("CREATE UNIQUE INDEX", "SELECT count(*) FROM t INDEXED BY t_unique WHERE pad > ''", rows);
    execute("CREATE INDEX t_k ON t(k)");
    counted("OR by two indexes", "SELECT count(*) FROM t WHERE k >= 0 OR pad > ''", rows);
    execute("UPDATE t SET k = -k WHERE k >= " + rows / 2 + " OR pad < '0'");
    counted("UPDATE by two indexes", "SELECT count(*) FROM t WHERE k < 0", rows / 2);
    execute("DELETE FROM t WHERE k < 0 OR pad < '0'");
    counted("DELETE by two indexes", "SELECT count(*) FROM t", rows / 2);
    counted("integrity", "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'", 1);
  }

  /** The sum of so many counts, each with a set of its own. */
  private static String distinctCounts(int sets) {
    StringBuilder sum = new StringBuilder("0");
    for (int i = 0; i < sets; i++) {
      sum.append(" + count(DISTINCT pad || ").append(i).append(')');
    }
    return sum.toString();
  }

  private void fill() throws SQLException {
    execute(
        "CREATE TABLE t(k INTEGER, pad TEXT)",
        "WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n WHERE i < " + (rows - 1) + ")"
            + " INSERT INTO t SELECT i * " + STEP + " & " + (rows - 1) + ", printf('%012d', i * " + STEP + " & " + (rows - 1) + ")"
            + " || hex(zeroblob(116)) FROM n");
    output.println("filled");
  }

  /** The rows' keys must be as told, and the texts must go with them. */
  private void ordered(String what, String sql, LongUnaryOperator key) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int row = 0;
      while (result.next()) {
        long expected = key.applyAsLong(row);
        if (result.getLong(1) != expected || Long.parseLong(result.getString(2).substring(0, 12)) != expected) {
          throw new IllegalStateException(what + " gave " + result.getLong(1) + " as row " + row);
        }
        row++;
      }
      if (row != rows) {
        throw new IllegalStateException(what + " gave " + row + " rows");
      }
    }
    output.println(what);
  }

  private void counted(String what, String sql, long expected) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      if (result.getLong(1) != expected) {
        throw new IllegalStateException(what + " gave " + result.getLong(1) + ", not " + expected);
      }
    }
    output.println(what);
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
