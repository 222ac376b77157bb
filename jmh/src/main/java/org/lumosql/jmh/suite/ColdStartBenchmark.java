// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lumosql.harness.JavaCommand;
import org.lumosql.jmh.StartProbe;
import org.lumosql.jmh.Workloads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From the start of a JVM to its end: it opens a database of 1,000 rows, reads one and leaves. Nothing is warm but the files. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 15)
@Fork(1)
public class ColdStartBenchmark extends AllTargets {
  private static final int ROWS = 1_000;
  private static final int ROW = 500;

  private TargetDatabase database;
  private List<String> command;

  @Setup(Level.Trial)
  public void open() throws Exception {
    database = TargetDatabase.create(target, Workloads.directory());
    Checks.run(
        database,
        "cold start",
        () -> {
          try (Connection connection = database.connect()) {
            fill(connection);
          }
          database.release();
          List<String> options = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dderby.stream.error.file=" + database.folder().resolve("derby.log"));
          command = JavaCommand.of(JavaCommand.current(), options, List.of(System.getProperty("java.class.path")));
          command.addAll(List.of(StartProbe.class.getName(), database.url(), "SELECT name FROM person WHERE id = " + ROW, "name " + ROW));
          start();
        });
  }

  private static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE person(id INTEGER PRIMARY KEY, name VARCHAR(40))");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO person VALUES(?, ?)")) {
      for (int row = 1; row <= ROWS; row++) {
        insert.setInt(1, row);
        insert.setString(2, "name " + row);
        insert.executeUpdate();
      }
    }
    connection.commit();
  }

  @Benchmark
  public void start() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("it ends with " + process.exitValue() + ": " + printed);
    }
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException, IOException {
    database.close();
  }
}
