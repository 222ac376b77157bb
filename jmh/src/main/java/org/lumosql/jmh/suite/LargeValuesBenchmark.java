// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lumosql.jmh.Workloads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One value written in a transaction of its own in the place of another one, and read whole: bytes and text. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class LargeValuesBenchmark extends AllTargets {
  @Param({"10000", "1000000", "10000000"})
  public int bytes;

  @Param
  public Kind kind;

  /** Types of columns that all databases know; in SQLite's files they are BLOB and TEXT. */
  public enum Kind {
    BLOB,
    CLOB
  }

  private TargetDatabase database;
  private Connection connection;
  private PreparedStatement update;
  private PreparedStatement select;
  private byte[][] blobs;
  private String[] texts;
  private int turn;

  @Setup(Level.Trial)
  public void open() throws Exception {
    blobs = new byte[][] {bytes(1), bytes(2)};
    texts = new String[] {new String(blobs[0], StandardCharsets.ISO_8859_1), new String(blobs[1], StandardCharsets.ISO_8859_1)};
    database = TargetDatabase.create(target, Workloads.directory());
    Checks.run(
        database,
        kind + " of " + bytes,
        () -> {
          connection = database.connect();
          try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE large(id INTEGER PRIMARY KEY, v " + kind + ")");
            statement.execute("INSERT INTO large VALUES(1, NULL)");
          }
          update = connection.prepareStatement("UPDATE large SET v = ? WHERE id = 1");
          select = connection.prepareStatement("SELECT v FROM large WHERE id = 1");
          for (int i = 0; i < 3; i++) {
            write();
            requireWritten();
          }
        });
  }

  private byte[] bytes(int seed) {
    byte[] made = new byte[bytes];
    Random random = new Random(seed);
    for (int i = 0; i < bytes; i++) {
      made[i] = (byte) (' ' + random.nextInt(90));
    }
    return made;
  }

  private void requireWritten() throws SQLException {
    Object read = read();
    boolean isSame = kind == Kind.BLOB ? Arrays.equals((byte[]) read, blobs[turn]) : texts[turn].equals(read);
    if (!isSame) {
      throw new IllegalStateException("what was read is not what was written");
    }
  }

  @Benchmark
  public int write() throws SQLException {
    turn ^= 1;
    if (kind == Kind.BLOB) {
      update.setBytes(1, blobs[turn]);
    } else {
      update.setString(1, texts[turn]);
    }
    return update.executeUpdate();
  }

  @Benchmark
  public Object read() throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      row.next();
      return kind == Kind.BLOB ? row.getBytes(1) : row.getString(1);
    }
  }

  @TearDown(Level.Iteration)
  public void check() throws Exception {
    Checks.run(database, kind + " of " + bytes, this::requireWritten);
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException, IOException {
    update.close();
    select.close();
    connection.close();
    database.close();
  }
}
