// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The workloads by name, and how long each may take compared with C SQLite. */
public enum Workloads {
  SCAN(0.8, "full scan of 1,000,000 rows, three of ten columns read"),
  SEEK(0.8, "point seek by rowid, prepared, in a transaction"),
  SEEK_AUTOCOMMIT(0.8, "point seek by rowid, prepared, each its own transaction"),
  SEEK_UNIQUE(0.8, "point seek by unique index, prepared, in a transaction"),
  BULK_INSERT(1.2, "bulk insert of 100,000 rows in one transaction, batched"),
  INDEX_INSERT(1.5, "random-order insert of 100,000 rows into an index"),
  COMMIT(1.2, "one-row transactions, rollback journal, synchronous=FULL"),
  COMMIT_WAL(1.2, "one-row transactions, write-ahead log, synchronous=FULL"),
  COMMIT_EXTRA(1.2, "one-row transactions, rollback journal, synchronous=EXTRA"),
  COMMIT_NORMAL(1.2, "one-row transactions, rollback journal, synchronous=NORMAL"),
  COMMIT_OFF(0.8, "one-row transactions, rollback journal, synchronous=OFF"),
  COMMIT_WAL_NORMAL(0.8, "one-row transactions, write-ahead log, synchronous=NORMAL"),
  RANGE(0.8, "ranges of 100 rows by rowid, three columns read, prepared"),
  INSERT(0.8, "inserts into a table with an index, prepared, in a transaction"),
  UPDATE(0.8, "updates by rowid, prepared, in a transaction"),
  UPDATE_INDEXED(0.8, "updates of an indexed column by rowid, prepared, in a transaction"),
  DELETE(0.8, "deletes by rowid from a table with an index, prepared, in a transaction"),
  PREPARE(1.0, "prepare and close of typical statements, texts seen before"),
  PREPARE_LITERALS(1.0, "prepare and close of typical statements, every text with other literals"),
  PREPARE_NEW(1.0, "prepare and close of typical statements, every text with other names");

  /** Transaction processing by prepared statements. */
  static final List<Workloads> OLTP =
      List.of(
          SEEK, SEEK_UNIQUE, SEEK_AUTOCOMMIT, RANGE, INSERT, UPDATE, UPDATE_INDEXED, DELETE, COMMIT, COMMIT_EXTRA, COMMIT_NORMAL, COMMIT_OFF, COMMIT_WAL, COMMIT_WAL_NORMAL);

  private final double target;
  private final String description;

  Workloads(double target, String description) {
    this.target = target;
    this.description = description;
  }

  /** The largest ratio to C SQLite's time that is good enough; NaN if none is set. */
  double target() {
    return target;
  }

  String description() {
    return description;
  }

  /** Rounds that this engine runs before anything is measured: the compiler of SQL is optimised late. */
  int warmUpRounds() {
    return this == PREPARE_NEW ? 120 : 6;
  }

  private boolean readsWideTable() {
    return ordinal() <= SEEK_UNIQUE.ordinal() || ordinal() >= PREPARE.ordinal();
  }

  /** Opens a database of the engine's own for the workload. */
  Workload open(Engine engine) throws SQLException, IOException {
    Path directory = directory();
    Path file;
    if (readsWideTable()) {
      file = WideTable.file(engine, directory);
    } else {
      Path folder = Files.createTempDirectory(directory, "run");
      file = folder.resolve("run.db");
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
    }
    Connection connection = engine.open(file);
    return switch (this) {
      case SCAN -> new Scan(connection);
      case SEEK -> new PointSeek(connection, PointSeek.Key.ROWID, true);
      case SEEK_AUTOCOMMIT -> new PointSeek(connection, PointSeek.Key.ROWID, false);
      case SEEK_UNIQUE -> new PointSeek(connection, PointSeek.Key.UNIQUE_INDEX, true);
      case BULK_INSERT -> new BulkInsert(connection);
      case INDEX_INSERT -> new IndexInsert(connection);
      case COMMIT -> new SmallTransactions(connection, "DELETE", "FULL");
      case COMMIT_WAL -> new SmallTransactions(connection, "WAL", "FULL");
      case COMMIT_EXTRA -> new SmallTransactions(connection, "DELETE", "EXTRA");
      case COMMIT_NORMAL -> new SmallTransactions(connection, "DELETE", "NORMAL");
      case COMMIT_OFF -> new SmallTransactions(connection, "DELETE", "OFF");
      case COMMIT_WAL_NORMAL -> new SmallTransactions(connection, "WAL", "NORMAL");
      case RANGE -> new Oltp(connection, Oltp.Kind.RANGE);
      case INSERT -> new Oltp(connection, Oltp.Kind.INSERT);
      case UPDATE -> new Oltp(connection, Oltp.Kind.UPDATE);
      case UPDATE_INDEXED -> new Oltp(connection, Oltp.Kind.UPDATE_INDEXED);
      case DELETE -> new Oltp(connection, Oltp.Kind.DELETE);
      case PREPARE -> new Prepare(connection, PrepareTexts.SAME);
      case PREPARE_LITERALS -> new Prepare(connection, PrepareTexts.OTHER_LITERALS);
      case PREPARE_NEW -> new Prepare(connection, PrepareTexts.OTHER_NAMES);
    };
  }

  /** Where databases are put: the property {@code lumosql.benchmarks}, or a folder among the temporary files. */
  public static Path directory() throws IOException {
    String given = System.getProperty("lumosql.benchmarks");
    Path directory = given == null ? Path.of(System.getProperty("java.io.tmpdir"), "lumosql-benchmarks") : Path.of(given);
    return Files.createDirectories(directory);
  }
}
