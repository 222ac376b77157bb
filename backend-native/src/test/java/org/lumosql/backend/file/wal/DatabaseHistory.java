// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * File images of a database after each of some transactions, made by C SQLite, with the header saying WAL mode. The
 * pages in which two neighbours differ are what the second one's transaction has to log; so real databases can be
 * written without a B-tree.
 */
final class DatabaseHistory {
  private final List<byte[]> images = new ArrayList<>();
  private final int pageSize;

  private DatabaseHistory(int pageSize) {
    this.pageSize = pageSize;
  }

  static DatabaseHistory random(Path directory, int pageSize, int transactions, long seed) {
    Random random = new Random(seed);
    Path file = directory.resolve("history-" + pageSize + "-" + seed + ".db");
    DatabaseHistory history = new DatabaseHistory(pageSize);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size=" + pageSize);
      statement.execute("PRAGMA synchronous=OFF");
      statement.execute("PRAGMA auto_vacuum=FULL");
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b)");
      statement.execute("CREATE INDEX i ON t(a)");
      history.take(file);
      for (int transaction = 1; transaction <= transactions; transaction++) {
        statement.execute("BEGIN");
        statement.execute("PRAGMA user_version=" + transaction);
        for (int change = random.nextInt(6); change >= 0; change--) {
          statement.execute(
              random.nextInt(4) == 0
                  ? "DELETE FROM t WHERE id % 7 = " + random.nextInt(7)
                  : "INSERT INTO t(a, b) VALUES(" + random.nextInt(1000) + ", zeroblob("
                  + random.nextInt(3 * pageSize) + "))");
        }
        statement.execute("COMMIT");
        history.take(file);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return history;
  }

  private void take(Path file) {
    byte[] image = readAll(file);
    image[18] = 2;
    image[19] = 2;
    images.add(image);
  }

  static byte[] readAll(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int pageSize() {
    return pageSize;
  }

  int last() {
    return images.size() - 1;
  }

  byte[] image(int version) {
    return images.get(version);
  }

  int pageCount(int version) {
    return images.get(version).length / pageSize;
  }

  byte[] page(int version, int pageNumber) {
    return Arrays.copyOfRange(images.get(version), (pageNumber - 1) * pageSize, pageNumber * pageSize);
  }

  void writeImage(int version, Path file) {
    try {
      Files.write(file, images.get(version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages of a version that differ from the version before. */
  TreeMap<Integer, byte[]> changes(int version) {
    TreeMap<Integer, byte[]> changes = new TreeMap<>();
    for (int pageNumber = 1; pageNumber <= pageCount(version); pageNumber++) {
      byte[] page = page(version, pageNumber);
      if (pageNumber > pageCount(version - 1) || !Arrays.equals(page, page(version - 1, pageNumber))) {
        changes.put(pageNumber, page);
      }
    }
    return changes;
  }
}
