// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.compat.support.Store;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/**
 * Opens damaged files, reads all that can be read and writes a little. Each statement works or fails with an
 * {@link EngineException}; all together take less than two seconds of processor time; no file appears but the
 * database's own.
 */
public final class Hostile implements AutoCloseable {
  private static final int CASES_PER_SEED = 100;
  private static final int MOST_TABLES = 6;
  private static final long LIMIT_NANOS = 2_000_000_000L;
  private static final long HANG_SECONDS = 60;
  private static final Set<String> OWN_FILES =
      Set.of(FileSets.PATH, FileSets.PATH + "-journal", FileSets.PATH + "-wal");

  private final Store store;
  private final FileSets fileSets;
  private final List<FileSet> sources;
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private Thread worker;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            worker = new Thread(task, "hostile");
            worker.setDaemon(true);
            return worker;
          });

  public Hostile() {
    this(Store.named("file"));
  }

  /** @param store a file, encrypted or not */
  public Hostile(Store store) {
    this.store = store;
    fileSets = new FileSets(store);
    try {
      sources = fileSets.all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hundred cases in memory, and two on the disk. */
  public long run(long seed) throws Exception {
    for (int i = 0; i < CASES_PER_SEED; i++) {
      Random random = new Random(seed * CASES_PER_SEED + i);
      FileSet victim = new Mutator(random).mutate(sources.get(random.nextInt(sources.size())));
      boolean onDisk = i % 50 == 0;
      try {
        timed(victim, random, onDisk);
      } catch (ExecutionException | AssertionError | TimeoutException e) {
        Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
        String place = cause.getStackTrace().length > 0 ? " at " + cause.getStackTrace()[0] : "";
        throw new AssertionError("case " + i + " from " + victim.name() + ": " + cause + place, cause);
      }
    }
    return CASES_PER_SEED;
  }

  private void timed(FileSet victim, Random random, boolean onDisk) throws Exception {
    Future<Long> result =
        executor.submit(
            () -> {
              long start = clock.getCurrentThreadCpuTime();
              if (onDisk) {
                onDisk(victim, random);
              } else {
                inMemory(victim, random);
              }
              return clock.getCurrentThreadCpuTime() - start;
            });
    try {
      assertThat(result.get(HANG_SECONDS, TimeUnit.SECONDS)).as("processor time").isLessThan(LIMIT_NANOS);
    } catch (TimeoutException e) {
      TimeoutException hang = new TimeoutException("hangs");
      hang.setStackTrace(worker.getStackTrace());
      throw hang;
    }
  }

  private void inMemory(FileSet victim, Random random) {
    FaultyVfs vfs = new FaultyVfs(1);
    vfs.put(FileSets.PATH, victim.database());
    if (victim.journal() != null) {
      vfs.put(FileSets.PATH + "-journal", victim.journal());
    }
    if (victim.log() != null) {
      vfs.put(FileSets.PATH + "-wal", victim.log());
    }
    try (Connection connection = fileSets.open(vfs)) {
      use(connection, random);
    } catch (EngineException expected) {
      assertThat(expected.code()).isNotNull();
    }
    assertThat(OWN_FILES).containsAll(vfs.names());
  }

  private void onDisk(FileSet victim, Random random) throws IOException {
    Path directory = Files.createTempDirectory("lumosql-hostile");
    try {
      Path file = directory.resolve("victim.db");
      Files.write(file, victim.database());
      if (victim.journal() != null) {
        Files.write(directory.resolve("victim.db-journal"), victim.journal());
      }
      if (victim.log() != null) {
        Files.write(directory.resolve("victim.db-wal"), victim.log());
      }
      try (Connection connection = Connection.open(store.isSealed() ? store.uri(file) : file.toString())) {
        use(connection, random);
      } catch (EngineException expected) {
        assertThat(expected.code()).isNotNull();
      }
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files.map(path -> path.getFileName().toString()))
            .isSubsetOf("victim.db", "victim.db-journal", "victim.db-wal", "victim.db-shm");
      }
    } finally {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    }
  }

  private static void use(Connection connection, Random random) {
    List<String> tables = new ArrayList<>();
    attempt(connection, "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema", null);
    String kinds = random.nextInt(6) == 0 ? "'table', 'view'" : "'table'";
    attempt(connection, "SELECT name FROM sqlite_schema WHERE type IN (" + kinds + ")", tables);
    while (tables.size() > MOST_TABLES) {
      tables.remove(random.nextInt(tables.size()));
    }
    attempt(connection, "PRAGMA " + (random.nextBoolean() ? "integrity_check(20)" : "quick_check(20)"), null);
    for (String table : tables) {
      String name = '"' + table.replace("\"", "\"\"") + '"';
      attempt(connection, "SELECT * FROM " + name, null);
      attempt(connection, "SELECT count(*) FROM " + name, null);
      attempt(connection, "SELECT * FROM " + name + " ORDER BY 2 DESC, 1 LIMIT 20", null);
      attempt(connection, "SELECT * FROM " + name + " WHERE rowid > 5 ORDER BY rowid DESC LIMIT 20", null);
      attempt(connection, "DELETE FROM " + name + " WHERE rowid % 4 = 1", null);
    }
    for (int i = 0; i < 4 && !tables.isEmpty(); i++) {
      write(connection, tables.get(random.nextInt(tables.size())).replace("\"", "\"\""), random);
    }
    switch (random.nextInt(5)) {
      case 0 -> attempt(connection, "VACUUM", null);
      case 1 -> attempt(connection, "PRAGMA incremental_vacuum", null);
      case 2 -> attempt(connection, "PRAGMA wal_checkpoint(truncate)", null);
      case 3 -> attempt(connection, "REINDEX", null);
      default -> attempt(connection, "ANALYZE", null);
    }
  }

  private static void write(Connection connection, String name, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> attempt(connection, "DROP TABLE \"" + name + "\"", null);
      case 1 -> attempt(connection, "DELETE FROM \"" + name + "\"", null);
      case 2 -> attempt(connection, "CREATE TABLE n" + random.nextInt() + "(a, b UNIQUE)", null);
      case 3 -> {
        attempt(connection, "BEGIN", null);
        attempt(connection, "INSERT INTO \"" + name + "\" SELECT * FROM \"" + name + "\"", null);
        attempt(connection, random.nextBoolean() ? "ROLLBACK" : "COMMIT", null);
      }
      case 4 -> attempt(
          connection, "INSERT OR REPLACE INTO \"" + name + "\" SELECT * FROM \"" + name + "\" LIMIT 50", null);
      default -> attempt(connection, "UPDATE OR IGNORE \"" + name + "\" SET rowid = rowid + 1000", null);
    }
  }

  /** Runs a statement, looking at every column of its rows; the first column goes to the list. */
  private static void attempt(Connection connection, String sql, List<String> firstColumn) {
    try (Statement statement = connection.prepare(sql)) {
      int columns = statement.columnCount();
      int rows = 0;
      while (statement.step() && rows++ < 20_000) {
        for (int i = 0; i < columns; i++) {
          statement.columnText(i);
          statement.columnBlob(i);
        }
        if (firstColumn != null && !statement.isNull(0)) {
          firstColumn.add(statement.columnText(0));
        }
      }
    } catch (EngineException expected) {
      assertThat(expected.code()).isNotNull();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
