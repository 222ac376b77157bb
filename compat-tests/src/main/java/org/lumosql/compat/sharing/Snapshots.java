// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lumosql.compat.support.Side;
import org.lumosql.compat.support.Store;

/** A writer moves amounts between two tables while others read: every reader sees one snapshot of both, and none waits or fails. */
public final class Snapshots {
  private static final int ACCOUNTS = 100;
  private static final String ALL = "SELECT * FROM a UNION ALL SELECT * FROM b ORDER BY 1, 2, 3";

  private final Path directory;
  private final Store store;
  private long seed;

  /** @param directory where databases are made */
  public Snapshots(Path directory, Store store) {
    this.directory = directory;
    this.store = store;
  }

  /**
   * As many transfers as asked for at least, and for as long; one reader stays in its first transaction all the time. Returns the transfers.
   *
   * @param readers threads
   */
  public long run(long firstSeed, int readers, int transfers, Duration time) throws SQLException, InterruptedException, ExecutionException {
    seed = firstSeed;
    String path = store.uri(directory.resolve("bank-" + store.backend() + "-" + seed + ".db"));
    try (Side side = Side.Engine.LUMO.open(path)) {
      if (store.isFile()) {
        side.query("PRAGMA journal_mode = wal"); // else readers and writer wait for each other
      }
      for (String table : List.of("a", "b")) {
        side.execute("CREATE TABLE " + table + "(id INTEGER PRIMARY KEY, amount INT, note TEXT)");
        side.execute("CREATE INDEX " + table + "i ON " + table + "(amount, note)");
        side.execute(
            "INSERT INTO " + table + " SELECT value, 100, 'note ' || value FROM generate_series(1, " + ACCOUNTS + ")");
      }
      long done = 0;
      AtomicBoolean isOver = new AtomicBoolean();
      Side stayer = Side.Engine.LUMO.open(path);
      stayer.execute("BEGIN");
      List<String> before = stayer.query(ALL);
      ExecutorService threads = Executors.newFixedThreadPool(readers);
      try {
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
          boolean byIndex = i % 2 == 1;
          results.add(
              threads.submit(
                  () -> {
                    watch(path, byIndex, isOver);
                    return null;
                  }));
        }
        Random random = new Random(seed);
        side.execute("PRAGMA synchronous = OFF");
        long end = System.nanoTime() + time.toNanos();
        for (; done < transfers || System.nanoTime() < end; done++) {
          transfer(side, random); // nobody keeps it from writing
        }
        isOver.set(true);
        for (Future<?> result : results) {
          result.get();
        }
        assertThat(stayer.query(ALL)).isEqualTo(before);
      } finally {
        isOver.set(true);
        threads.shutdown();
        stayer.close();
      }
      assertThat(side.query("PRAGMA integrity_check")).containsExactly("tok");
      return done;
    }
  }

  private static void transfer(Side side, Random random) throws SQLException {
    side.execute("BEGIN");
    int amount = random.nextInt(10);
    side.execute("UPDATE a SET amount = amount - ?, note = note || '.' WHERE id = ?", amount, 1 + random.nextInt(ACCOUNTS));
    // an account may go and come again
    int other = 1 + random.nextInt(ACCOUNTS);
    List<String> rows = side.query("SELECT amount FROM b WHERE id = " + other);
    side.execute("DELETE FROM b WHERE id = ?", other);
    side.execute(
        "INSERT INTO b VALUES(?, ?, 'new')", other, Long.parseLong(rows.get(0).substring(1)) + amount);
    if (random.nextInt(10) == 0) {
      side.execute("UPDATE b SET amount = 0");
      side.execute("ROLLBACK");
    } else {
      side.execute("COMMIT");
    }
  }

  private static void watch(String path, boolean byIndex, AtomicBoolean isOver) throws SQLException {
    String hint = byIndex ? "INDEXED BY " : "";
    String query =
        "SELECT (SELECT sum(amount) FROM a " + (byIndex ? hint + "ai" : "") + " WHERE amount > -1000000000),"
            + " (SELECT sum(amount) FROM b " + (byIndex ? hint + "bi" : "") + " WHERE amount > -1000000000)";
    try (Side side = Side.Engine.LUMO.open(path)) {
      while (!isOver.get()) {
        side.execute("BEGIN");
        List<String> first = side.query(query);
        String[] sums = first.get(0).split("\\|");
        assertThat(Long.parseLong(sums[0].substring(1)) + Long.parseLong(sums[1].substring(1)))
            .isEqualTo(2L * ACCOUNTS * 100);
        assertThat(side.query(query)).isEqualTo(first);
        side.execute("COMMIT");
      }
    }
  }
}
