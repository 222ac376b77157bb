// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * A database many times as large as the Java heap: filled, scanned, sorted and indexed by this engine, then scanned, sorted and indexed by C SQLite, which must give
 * the same. Each has the file alone while it works. {@code java -Xmx256m … quick big 10}.
 */
final class BigDatabase {
  private static final long GIGABYTE = 1L << 30;
  private static final long MEGABYTE = 1L << 20;
  private static final int ROWS_A_TRANSACTION = 100_000;
  private static final boolean COUNTS_PROCESSOR_TIME = Boolean.getBoolean("lumosql.processorTime");
  private static final String FILLER = "a row that is long enough to make the table large without too many of them; ".repeat(3);

  private final PrintStream output;
  private final double gigabytes;

  /** @param arguments gigabytes, 1 if not said */
  BigDatabase(PrintStream output, List<String> arguments) {
    this.output = output;
    this.gigabytes = arguments.isEmpty() ? 1 : Double.parseDouble(arguments.get(0));
  }

  /** What an engine needed, and what it found. */
  private record Pass(double scan, double sort, double index, String found) {}

  void run() throws SQLException, IOException {
    Path folder = Files.createTempDirectory(Workloads.directory(), "big");
    Path file = folder.resolve("big.db");
    try {
      long begin = now();
      long rows = fill(file);
      double filled = seconds(begin);
      output.printf(
          Locale.ROOT, "%,d rows, %.2f GB, heap of at most %d MB; filled in %.1f s%n%n", rows, Files.size(file) / (double) GIGABYTE,
          Runtime.getRuntime().maxMemory() / MEGABYTE, filled);
      Pass ours = pass(Engine.LUMOSQL, file, rows);
      long heap = heapPeak();
      Pass theirs = pass(Engine.SQLITE, file, rows);
      if (!ours.found.equals(theirs.found)) {
        throw new IllegalStateException("found " + ours.found + ", C SQLite " + theirs.found);
      }
      output.println("| work | LumoSQL, s | SQLite, s | ratio |");
      output.println("|---|---|---|---|");
      row("scan of all rows, three columns read", ours.scan, theirs.scan);
      row("sort of all rows with all columns", ours.sort, theirs.sort);
      row("index on a column in random order", ours.index, theirs.index);
      output.printf(Locale.ROOT, "%nLargest use of the Java heap, garbage included: %d MB%n", heap / MEGABYTE);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private long fill(Path file) throws SQLException, IOException {
    long row = 0;
    try (Connection connection = Engine.LUMOSQL.open(file)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE big(id INTEGER PRIMARY KEY, k INTEGER, t TEXT)");
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO big VALUES(?, ?, ?)")) {
        while (row == 0 || Files.size(file) < gigabytes * GIGABYTE) {
          for (int i = 0; i < ROWS_A_TRANSACTION; i++) {
            row++;
            insert.setLong(1, row);
            insert.setLong(2, WideTable.mix(row, 1) >>> 20);
            insert.setString(3, FILLER + row);
            insert.executeUpdate();
          }
          connection.commit();
        }
      }
    }
    return row;
  }

  private Pass pass(Engine engine, Path file, long rows) throws SQLException {
    try (Connection connection = engine.open(file);
        Statement statement = connection.createStatement()) {
      long begin = now();
      String found = line(statement, "SELECT count(*), sum(k & 65535), sum(length(t)) FROM big");
      double scan = seconds(begin);
      begin = now();
      long sorted = sort(statement);
      double sort = seconds(begin);
      begin = now();
      statement.execute("CREATE INDEX big_k ON big(k)");
      double index = seconds(begin);
      found += " " + sorted + " " + line(statement, "SELECT count(*), min(k), max(k) FROM (SELECT k FROM big INDEXED BY big_k ORDER BY k)");
      statement.execute("DROP INDEX big_k");
      if (!found.startsWith(rows + "|")) {
        throw new IllegalStateException(engine + " found " + found + " of " + rows + " rows");
      }
      return new Pass(scan, sort, index, found);
    }
  }

  /** Returns a number that depends on each row and its place. */
  private static long sort(Statement statement) throws SQLException {
    long digest = 0;
    try (ResultSet rows = statement.executeQuery("SELECT k, id, t FROM big ORDER BY k, id")) {
      long before = Long.MIN_VALUE;
      while (rows.next()) {
        long key = rows.getLong(1);
        if (key < before) {
          throw new IllegalStateException("not in order");
        }
        before = key;
        digest = digest * 31 + rows.getLong(2) + rows.getString(3).length();
      }
    }
    return digest;
  }

  private static String line(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3);
    }
  }

  private void row(String work, double ours, double theirs) {
    output.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", work, ours, theirs, ours / theirs);
  }

  private static double seconds(long begin) {
    return (now() - begin) / 1e9;
  }

  /** With {@code -Dlumosql.processorTime=true} the time of the processor in the calling thread: on a machine that others use. */
  private static long now() {
    return COUNTS_PROCESSOR_TIME ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
  }

  private static long heapPeak() {
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      peak += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return peak;
  }
}
