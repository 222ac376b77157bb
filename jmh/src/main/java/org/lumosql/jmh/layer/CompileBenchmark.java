// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.concurrent.TimeUnit;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Preparing a statement by the engine's own interface, without JDBC: from the cache, by the program of a text that differs in literals, and compiled. HotSpot
 * optimises the compiler after about a million statements, hence the long warm-up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgs = {"-Xms512m", "-Xmx512m"})
public class CompileBenchmark {
  @Param
  private Text text;

  private Connection connection;
  private long number = 1_000;

  /** What is prepared; # stands for a number that is another one each time. */
  public enum Text {
    SEEN("SELECT a, b FROM t WHERE id = 77"),
    OTHER_LITERAL("SELECT a, b FROM t WHERE id = #"),
    QUERY("SELECT a AS n#, b FROM t WHERE id = ?"),
    JOIN("SELECT x.a AS n#, y.b FROM t x JOIN t y ON y.id = x.a WHERE x.b = ?"),
    GROUP("SELECT count(*) AS n#, sum(a) FROM t WHERE a BETWEEN ? AND ? GROUP BY b ORDER BY 1 DESC LIMIT 10"),
    INSERT("INSERT INTO t AS n#(a, b) VALUES(?, ?)"),
    UPDATE("UPDATE t AS n# SET a = a + 1 WHERE id = ?");

    private final String sql;

    Text(String sql) {
      this.sql = sql;
    }
  }

  @Setup(Level.Trial)
  public void open() {
    connection = Connection.open(":memory:");
    connection.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a INTEGER, b TEXT); CREATE INDEX t_b ON t(b); INSERT INTO t VALUES(77, 5, 'five')");
    try (Statement statement = connection.prepare("SELECT a, b FROM t WHERE id = 77")) {
      if (!statement.step() || statement.columnLong(0) != 5) {
        throw new IllegalStateException("the row is not there");
      }
    }
  }

  @Benchmark
  public int prepare() {
    String sql = text == Text.SEEN ? text.sql : text.sql.replace("#", Long.toString(number++));
    try (Statement statement = connection.prepare(sql)) {
      return statement.columnCount();
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    connection.close();
  }
}
