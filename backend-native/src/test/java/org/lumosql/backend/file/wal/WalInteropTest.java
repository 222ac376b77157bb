// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.lumosql.backend.file.wal.ImageAssert.assertThatImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;

/** Logs of ours read by C SQLite, and the reverse, in turn; always on copies of the files. */
final class WalInteropTest {
  private static final long SEED = Long.getLong("test.seed", 0x5eedL);

  @TempDir private Path directory;

  private static Path beside(Path database, String suffix) {
    return Path.of(database + suffix);
  }

  /** Copies database and log as they are now, as a crash would leave them. */
  private Path copy(Path database, String name) throws IOException {
    Path target = directory.resolve(name);
    Files.copy(database, target, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(beside(target, "-shm"));
    Files.deleteIfExists(beside(target, "-wal"));
    if (Files.exists(beside(database, "-wal"))) {
      Files.copy(beside(database, "-wal"), beside(target, "-wal"));
    }
    return target;
  }

  private static String query(Path database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      return query(statement, sql);
    }
  }

  private static String query(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1024, 4096, 65536})
  void logWrittenHereIsReadByC(int pageSize) throws Exception {
    Random random = new Random(SEED + pageSize);
    DatabaseHistory history = DatabaseHistory.random(directory, pageSize, 24, SEED);
    Path database = directory.resolve("ours.db");
    history.writeImage(0, database);
    PageConnection connection = new PageConnection(database, pageSize);
    for (int version = 1; version <= history.last(); version++) {
      connection.log().beginRead();
      connection.log().beginWrite();
      write(connection, history, version, random);
      connection.log().endRead();
      if (random.nextInt(4) == 0) {
        connection.log().checkpoint(CheckpointMode.values()[random.nextInt(4)], BusyHandler.NEVER);
      }
      assertThatImage(connection.readAll())
          .as("seed %d version %d", SEED, version)
          .hasSameBytesAs(history.image(version));
      Path copy = copy(database, "copy.db");
      assertThat(query(copy, "PRAGMA integrity_check")).as("seed %d version %d", SEED, version).isEqualTo("ok");
      assertThat(query(copy, "PRAGMA user_version")).isEqualTo(String.valueOf(version));
      assertThatImage(DatabaseHistory.readAll(copy))
          .as("seed %d version %d", SEED, version)
          .hasSameBytesAs(history.image(version));
    }
    connection.close();
    assertThatImage(DatabaseHistory.readAll(database)).hasSameBytesAs(history.image(history.last()));
  }

  /** One transaction in several batches, with rubbish that is overwritten or rolled back. */
  private static void write(PageConnection connection, DatabaseHistory history, int version, Random random) {
    Map<Integer, byte[]> changes = history.changes(version);
    if (random.nextBoolean()) {
      Map<Integer, byte[]> rubbish = new TreeMap<>();
      for (int pageNumber : changes.keySet()) {
        if (random.nextInt(3) == 0) {
          rubbish.put(pageNumber, new byte[history.pageSize()]);
        }
      }
      connection.append(rubbish, 0);
      if (random.nextBoolean()) {
        WalPosition position = connection.log().position();
        connection.append(Map.of(history.pageCount(version) + 5, new byte[history.pageSize()]), 0);
        connection.log().rollbackTo(position);
      }
    }
    connection.append(changes, history.pageCount(version));
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 4096, 65536})
  void logWrittenByCIsReadHere(int pageSize) throws Exception {
    Random random = new Random(SEED + pageSize);
    Path database = directory.resolve("theirs.db");
    String sums = "SELECT count(*) || ' ' || total(a) || ' ' || total(length(b)) FROM t";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size=" + pageSize);
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA wal_autocheckpoint=0");
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b)");
      for (int round = 0; round < 20; round++) {
        for (int i = random.nextInt(20); i >= 0; i--) {
          statement.execute("INSERT INTO t(a, b) VALUES(random(), zeroblob(" + random.nextInt(2 * pageSize) + "))");
        }
        if (random.nextInt(4) == 0) {
          query(statement, "PRAGMA wal_checkpoint");
        }
        Path copy = copy(database, "copy.db");
        try (PageConnection ours = new PageConnection(copy, pageSize)) {
          ours.log().beginRead();
          int pages = Integer.parseInt(query(statement, "PRAGMA page_count"));
          assertThat(ours.pageCount()).isEqualTo(pages);
          ours.log().endRead();
          byte[] image = ours.readAll();
          image[18] = 1;
          image[19] = 1;
          Files.write(directory.resolve("image.db"), image);
        }
        String expected = query(statement, sums);
        assertThat(query(directory.resolve("image.db"), sums))
            .as("seed %d, as our snapshot shows it", SEED)
            .isEqualTo(expected);
        assertThat(query(directory.resolve("image.db"), "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(query(copy, sums)).as("seed %d, after our checkpoint", SEED).isEqualTo(expected);
      }
    }
  }

  @Test
  void logWithBigEndianChecksumsIsReadAndContinued() throws Exception {
    DatabaseHistory history = DatabaseHistory.random(directory, 1024, 8, SEED);
    Path database = directory.resolve("big.db");
    history.writeImage(0, database);
    PageConnection writer = new PageConnection(database, 1024);
    for (int version = 1; version <= 4; version++) {
      writer.commit(history.changes(version), history.pageCount(version));
    }
    writer.abandon();
    turnToBigEndian(beside(database, "-wal"), 1024);
    assertThat(query(copy(database, "copy.db"), "PRAGMA user_version"))
        .as("C agrees with the test's conversion")
        .isEqualTo("4");
    PageConnection ours = new PageConnection(database, 1024);
    assertThatImage(ours.readAll()).hasSameBytesAs(history.image(4));
    for (int version = 5; version <= 8; version++) {
      ours.commit(history.changes(version), history.pageCount(version));
    }
    assertThat(query(copy(database, "copy.db"), "PRAGMA user_version")).isEqualTo("8");
    ours.close();
    assertThatImage(DatabaseHistory.readAll(database)).hasSameBytesAs(history.image(8));
  }

  private static void turnToBigEndian(Path wal, int pageSize) throws IOException {
    byte[] log = Files.readAllBytes(wal);
    log[3] |= 1;
    long checksum = WalChecksum.update(0, log, 0, 24, true);
    BigEndian.putLong(log, 24, checksum);
    for (int at = WalFile.HEADER_SIZE; at < log.length; at += WalFile.FRAME_HEADER_SIZE + pageSize) {
      checksum = WalChecksum.update(checksum, log, at, 8, true);
      checksum = WalChecksum.update(checksum, log, at + WalFile.FRAME_HEADER_SIZE, pageSize, true);
      BigEndian.putLong(log, at + 16, checksum);
    }
    Files.write(wal, log);
  }

  /**
   * A database with a log that another SQLite left behind; the directory is named by a property, as such files are
   * large.
   */
  @Test
  void realDatabaseWithALogIsReadAsCReadsIt() throws Exception {
    String samples = System.getProperty("lumosql.sampleDatabases");
    assumeTrue(samples != null && Files.exists(Path.of(samples, "northwind-wal.db-wal")), "no sample databases");
    Path theirs = copy(Path.of(samples, "northwind-wal.db"), "theirs.db");
    Path ours = copy(Path.of(samples, "northwind-wal.db"), "ours.db");
    assertThat(query(theirs, "PRAGMA integrity_check")).isEqualTo("ok");
    int pageSize = Integer.parseInt(query(theirs, "PRAGMA page_size"));
    PageConnection connection = new PageConnection(ours, pageSize);
    byte[] image = connection.readAll();
    connection.close();
    assertThatImage(image).hasSameBytesAs(DatabaseHistory.readAll(theirs));
    assertThatImage(DatabaseHistory.readAll(ours)).hasSameBytesAs(image);
  }
}
