// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.backend.file.FileBackend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;

/** Damages databases at random and compares what is said about them with what the C library says. */
class IntegrityCheckTest {
  private static final long SEED = Long.getLong("test.seed", 20260103L);
  private static final int MAXIMUM_ERRORS = 1000;
  private static final Pattern ABOUT_PAGES =
      Pattern.compile(
          "Tree|Freelist|Page|Fragmentation|Multiple|2nd reference|invalid page|max rootpage|incremental");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"512,0", "1024,1", "4096,2", "1024,0"})
  void damageIsDescribedAsTheLibraryDescribesIt(int pageSize, int autoVacuum) throws Exception {
    System.out.println("-Dtest.seed=" + SEED);
    Path original = directory.resolve("original.db");
    int[] roots = create(original, pageSize, autoVacuum);
    byte[] sound = Files.readAllBytes(original);
    assertThat(ours(original, roots)).isEmpty();
    Random random = new Random(SEED + pageSize + autoVacuum);
    int compared = 0;
    for (int round = 0; round < 150; round++) {
      byte[] damaged = sound.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        damage(damaged, pageSize, random);
      }
      Path ourCopy = directory.resolve("ours-" + round + ".db");
      Path theirCopy = directory.resolve("theirs-" + round + ".db");
      Files.write(ourCopy, damaged);
      Files.write(theirCopy, damaged);
      List<String> theirs = theirs(theirCopy);
      if (theirs != null) {
        compared++;
        assertThat(ours(ourCopy, roots)).as("round " + round).isEqualTo(theirs);
      }
      Files.delete(ourCopy);
      Files.delete(theirCopy);
    }
    assertThat(compared).isGreaterThan(100);
  }

  /** Changes a page behind the first two: a byte near its start, a byte anywhere, or a whole page number. */
  private static void damage(byte[] file, int pageSize, Random random) {
    int page = 2 + random.nextInt(file.length / pageSize - 2);
    int start = page * pageSize;
    switch (random.nextInt(4)) {
      case 0:
        file[start + random.nextInt(16)] = (byte) random.nextInt();
        break;
      case 1:
        file[start + random.nextInt(pageSize)] = (byte) random.nextInt();
        break;
      case 2:
        file[start + 4 * random.nextInt(pageSize / 4) + 3] ^= (byte) (1 << random.nextInt(8));
        break;
      default:
        System.arraycopy(file, start + random.nextInt(pageSize / 2), file, start + random.nextInt(pageSize / 2), 4);
    }
  }

  private static int[] create(Path file, int pageSize, int autoVacuum) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size=" + pageSize);
      statement.execute("PRAGMA auto_vacuum=" + autoVacuum);
      statement.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b, c)");
      statement.execute("CREATE INDEX i ON t(c)");
      statement.execute("CREATE TABLE gone(x)");
      String series = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) ";
      statement.execute(
          "INSERT INTO t " + series
              + "SELECT i, CASE WHEN i % 37 = 0 THEN zeroblob(i * 5) ELSE hex(i * 7919) END, "
              + "i * 7919 % 1009 || 'k' FROM n");
      statement.execute("INSERT INTO gone " + series + "SELECT zeroblob(100) FROM n");
      statement.execute("DELETE FROM t WHERE a % 5 = 0");
      statement.execute("DELETE FROM gone WHERE rowid > 10");
      List<Integer> roots = new ArrayList<>(); // in the order in which the library goes through them
      try (ResultSet result = statement.executeQuery("SELECT rootpage FROM sqlite_schema ORDER BY name = 'i', name")) {
        while (result.next()) {
          roots.add(result.getInt(1));
        }
      }
      roots.add(1);
      return roots.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private static List<String> ours(Path file, int[] roots) {
    try (Btree btree = new FileBackend().open(OpenOptions.file(file.toString()))) {
      btree.beginRead();
      return btree.integrityCheck(roots, MAXIMUM_ERRORS);
    }
  }

  /** The messages about pages; null if the library finds too much wrong to begin. */
  private static List<String> theirs(Path file) throws SQLException {
    List<String> messages = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA integrity_check(" + MAXIMUM_ERRORS + ")")) {
      while (result.next()) {
        Arrays.stream(result.getString(1).split("\n"))
            .filter(line -> ABOUT_PAGES.matcher(line).lookingAt())
            .forEach(messages::add);
      }
    } catch (SQLException e) {
      if (messages.isEmpty()) {
        return null;
      }
    }
    return messages;
  }
}
