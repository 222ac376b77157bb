// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;

/** What {@code docs/backends.md} says of a transaction that reads and stays open: it keeps its snapshot, nobody waits for it, and this is what it costs. */
class OpenReaderTest {
  private static final int ROWS = 50;
  private static final int COMMITS = 60;
  private static final String SUM = "SELECT sum(length(b)) FROM t";

  @TempDir Path directory;

  private Connection make(String name, String parameters) {
    Connection connection = Connection.open("file:" + directory.resolve(name) + "?backend=" + parameters);
    connection.execute("PRAGMA synchronous = OFF; CREATE TABLE t(id INTEGER PRIMARY KEY, b)");
    connection.execute("INSERT INTO t SELECT value, zeroblob(2000) FROM generate_series(1, " + ROWS + ")");
    return connection;
  }

  private static void write(Connection connection, int length) {
    for (int i = 0; i < COMMITS; i++) {
      connection.execute("UPDATE t SET b = randomblob(" + length + ")");
    }
  }

  private static long sum(Connection connection) {
    try (Statement statement = connection.prepare(SUM)) {
      statement.step();
      return statement.columnLong(0);
    }
  }

  /** Of the file, or of all files in the directory. */
  private long size(String name) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(name))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb", "lmdb&layout=pages", "bdb&layout=pages", "rocksdb&layout=pages"})
  void itKeepsItsSnapshotAndNobodyWaits(String parameters) {
    try (Connection writer = make("open", parameters);
        Connection reader = Connection.open("file:" + directory.resolve("open"))) {
      reader.execute("BEGIN");
      long before = sum(reader);
      write(writer, 1000); // without a busy timeout
      assertThat(sum(reader)).isEqualTo(before).isEqualTo(2000L * ROWS);
      reader.execute("COMMIT");
      assertThat(sum(reader)).isEqualTo(1000L * ROWS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "lmdb&layout=pages"})
  void theFileOfLmdbGrowsByAllThatIsWrittenMeanwhile(String parameters) throws IOException {
    long written = 2000L * ROWS * COMMITS;
    try (Connection alone = make("alone", parameters);
        Connection writer = make("open", parameters);
        Connection reader = Connection.open("file:" + directory.resolve("open"))) {
      write(alone, 2000);
      assertThat(size("alone")).isLessThan(written / 4);
      reader.execute("BEGIN");
      sum(reader);
      write(writer, 2000);
      long grown = size("open");
      assertThat(grown).isGreaterThan(written);
      // what was kept is used again afterwards
      reader.execute("COMMIT");
      write(writer, 2000);
      assertThat(size("open")).isLessThan(grown + written / 4);
    }
  }

  /** One old version of each entry, however often it is changed; what the log and the files hold beside that is the engine's own. */
  @Test
  void theFilesOfRocksDbKeepOneVersionMore() throws IOException {
    String parameters = "rocksdb&rocksdb_compression=none&rocksdb_write_buffer=256K";
    try (Connection alone = make("alone", parameters);
        Connection writer = make("open", parameters);
        Connection reader = Connection.open("file:" + directory.resolve("open"))) {
      reader.execute("BEGIN");
      sum(reader);
      write(alone, 2000);
      write(writer, 2000);
      assertThat(size("open")).isLessThan(size("alone") + 2000L * ROWS * COMMITS / 2);
      assertThat(sum(reader)).isEqualTo(2000L * ROWS);
    }
  }
}
