// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.backend.file.vfs.FaultyVfs.Loss;
import org.lumosql.backend.file.vfs.LocalVfs;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.Synchronous;

/** Files and journals that pass between this pager and the C library, always as copies. */
class JournalInteropTest {
  private static final int BLOBS = 12;
  private static final int BLOB_SIZE = 20_000;
  private static final byte OLD = 'a';
  private static final byte NEW = 'b';

  @TempDir Path directory;

  // ---- ours → C ---------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(JournalMode.class)
  void whatIsCommittedHereIsReadByC(JournalMode mode) throws Exception {
    Path file = makeDatabase("ours.db");
    try (FilePager pager = open(new LocalVfs(), file.toString())) {
      pager.control().setJournalMode(mode, () -> {});
      pager.beginWrite(false);
      changeBlobs(pager);
      pager.commitPhaseOne(null);
      pager.commitPhaseTwo(false);
    }
    assertThat(blobs(file)).isEqualTo("b".repeat(BLOBS));
    assertThat(query(file, "PRAGMA journal_mode")).isEqualTo(mode == JournalMode.WAL ? "wal" : "delete");
    byte[] header = Files.readAllBytes(file);
    assertThat(Bytes.int32(header, 24)).as("change counter").isEqualTo(Bytes.int32(header, 92));
    assertThat(Bytes.int32(header, 96)).as("library version").isEqualTo(3_054_001);
    assertThat((long) Bytes.int32(header, 28) * 1024).as("page count").isEqualTo(header.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PERSIST", "TRUNCATE"})
  void whatACrashLeavesHereIsRecoveredByC(String modeName) throws Exception {
    JournalMode mode = JournalMode.valueOf(modeName);
    byte[] before = Files.readAllBytes(makeDatabase("origin.db"));
    long seed = TestPages.seed();
    Random random = new Random(seed);
    String path = directory.resolve("crash.db").toString();
    boolean finished = false;
    for (int operation = 1; !finished; operation++) {
      FaultyVfs vfs = new FaultyVfs(random.nextLong());
      vfs.put(path, before);
      vfs.crashAt(operation);
      try {
        FilePager pager = open(vfs, path);
        pager.control().setJournalMode(mode, () -> {});
        pager.control().setCacheSize(10);
        pager.beginWrite(false);
        changeBlobs(pager);
        pager.commitPhaseOne(null);
        pager.commitPhaseTwo(false);
        finished = true;
      } catch (FaultyVfs.PowerLoss expected) {
        assertThat(vfs.hasCrashed()).isTrue();
      }
      Files.deleteIfExists(Path.of(path + "-journal"));
      vfs.restart(operation % 2 == 0 ? Loss.RANDOM_SECTORS : Loss.NOTHING, random.nextLong()).export(directory);
      assertThat(blobs(Path.of(path)))
          .as("operation " + operation + ", -Dtest.seed=" + seed)
          .isIn("a".repeat(BLOBS), "b".repeat(BLOBS));
    }
  }

  // ---- C → ours ---------------------------------------------------------------------------------

  @Test
  void hotJournalOfCIsPlayedBackToTheByte() throws Exception {
    Path file = makeDatabase("hot.db");
    byte[] before = Files.readAllBytes(file);
    Path ours = directory.resolve("ours-hot.db");
    Path theirs = directory.resolve("theirs-hot.db");
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("PRAGMA cache_size = 5");
      statement.execute("UPDATE t SET b = replace(hex(zeroblob(10000)), '0', 'x')");
      statement.execute("INSERT INTO t SELECT id + 100, b FROM t");
      for (Path copy : List.of(ours, theirs)) {
        Files.copy(file, copy);
        Files.copy(Path.of(file + "-journal"), Path.of(copy + "-journal"));
      }
      connection.rollback();
    }
    assertThat(Files.readAllBytes(ours)).as("the transaction has spilled").isNotEqualTo(before);
    try (FilePager pager = open(new LocalVfs(), ours.toString())) {
      pager.beginRead();
      pager.endRead();
    }
    assertThat(blobs(theirs)).isEqualTo("a".repeat(BLOBS));
    assertThat(Files.exists(Path.of(ours + "-journal"))).isFalse();
    assertThat(Files.readAllBytes(ours)).isEqualTo(Files.readAllBytes(theirs)).isEqualTo(before);
  }

  @Test
  void journalOfCWithWipedHeaderIsNotHot() throws Exception {
    Path file = makeDatabase("persist.db");
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = persist");
      statement.execute("UPDATE t SET b = CAST(replace(b, 'a', 'b') AS BLOB)");
    }
    Path copy = directory.resolve("persist-copy.db");
    Files.copy(file, copy);
    Files.copy(Path.of(file + "-journal"), Path.of(copy + "-journal"));
    try (FilePager pager = open(new LocalVfs(), copy.toString())) {
      pager.beginRead();
      pager.endRead();
    }
    assertThat(Files.exists(Path.of(copy + "-journal"))).isTrue();
    assertThat(blobs(copy)).isEqualTo("b".repeat(BLOBS));
  }

  // ---- super-journals ---------------------------------------------------------------------------

  @Test
  void commitOverTwoFilesIsRolledBackByCWhileTheSuperJournalExists() throws Exception {
    crashInCommitOverTwoFiles(false);
    assertThat(blobs(directory.resolve("one.db"))).isEqualTo("a".repeat(BLOBS));
    assertThat(superJournals()).as("the second journal still needs it").hasSize(1);
    assertThat(blobs(directory.resolve("two.db"))).isEqualTo("a".repeat(BLOBS));
    assertThat(superJournals()).isEmpty();
  }

  @Test
  void commitOverTwoFilesIsCommittedForCWhenTheSuperJournalIsGone() throws Exception {
    crashInCommitOverTwoFiles(true);
    assertThat(blobs(directory.resolve("one.db"))).isEqualTo("b".repeat(BLOBS));
    assertThat(blobs(directory.resolve("two.db"))).isEqualTo("b".repeat(BLOBS));
  }

  @Test
  void commitOverTwoFilesIsRolledBackHereWhileTheSuperJournalExists() throws Exception {
    FaultyVfs vfs = crashInCommitOverTwoFiles(false);
    for (String name : List.of("one.db", "two.db")) {
      try (FilePager pager = open(vfs, directory.resolve(name).toString())) {
        pager.beginRead();
        pager.endRead();
      }
      long left = vfs.names().stream().filter(path -> path.contains("-mj")).count();
      assertThat(left).isEqualTo(name.equals("one.db") ? 1 : 0);
    }
    vfs.export(directory);
    Files.deleteIfExists(directory.resolve("one.db-journal"));
    Files.deleteIfExists(directory.resolve("two.db-journal"));
    assertThat(blobs(directory.resolve("two.db"))).isEqualTo("a".repeat(BLOBS));
  }

  /** Returns the file system after the crash; its files are in the directory too. */
  private FaultyVfs crashInCommitOverTwoFiles(boolean deleteSuperJournal) throws Exception {
    byte[] before = Files.readAllBytes(makeDatabase("origin.db"));
    Path one = directory.resolve("one.db");
    Path two = directory.resolve("two.db");
    FaultyVfs vfs = new FaultyVfs(TestPages.seed());
    vfs.put(one.toString(), before);
    vfs.put(two.toString(), before);
    FilePager first = open(vfs, one.toString());
    FilePager second = open(vfs, two.toString());
    for (FilePager pager : List.of(first, second)) {
      pager.beginWrite(false);
      changeBlobs(pager);
    }
    SuperJournal superJournal =
        SuperJournal.create(
            vfs, one.toString(), List.of(first.control().journalPath(), second.control().journalPath()), true);
    first.commitPhaseOne(superJournal.path());
    second.commitPhaseOne(superJournal.path());
    if (deleteSuperJournal) {
      superJournal.delete();
    }
    vfs.crash();
    FaultyVfs after = vfs.restart(Loss.EVERYTHING, 1);
    after.export(directory);
    return after;
  }

  private List<Path> superJournals() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(path -> path.toString().contains("-mj")).toList();
    }
  }

  // ---- tools ------------------------------------------------------------------------------------

  private static FilePager open(Vfs vfs, String path) {
    OpenOptions options = new OpenOptions(path, OpenOptions.Kind.FILE, OpenOptions.Access.READ_WRITE, Map.of());
    FilePager pager = FilePager.open(vfs, options, PageCodec.PLAIN);
    pager.control().setSynchronous(Synchronous.FULL);
    return pager;
  }

  /** A table of blobs made of one letter, most of it on overflow pages. */
  private Path makeDatabase(String name) throws SQLException {
    Path file = directory.resolve(name);
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = 1024");
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB)");
      statement.execute(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + BLOBS + ") "
              + "INSERT INTO t SELECT i, CAST(replace(hex(zeroblob(" + BLOB_SIZE / 2 + ")), '0', 'a') AS BLOB) FROM n");
    }
    return file;
  }

  /** Turns the letter on all pages that hold nothing else. */
  private static void changeBlobs(FilePager pager) {
    int changed = 0;
    for (int number = 2; number <= pager.pageCount(); number++) {
      Page page = pager.page(number);
      if (isAll(page.data, OLD)) {
        pager.makeWritable(page);
        for (int i = 4; i < page.data.length; i++) {
          page.data[i] = NEW;
        }
        changed++;
      }
      pager.release(page);
    }
    assertThat(changed).isGreaterThan(100);
  }

  private static boolean isAll(byte[] page, byte letter) {
    for (int i = 4; i < page.length; i++) {
      if (page[i] != letter) {
        return false;
      }
    }
    return true;
  }

  /** The letter in the middle of each blob, as C finds it, after a check. */
  private static String blobs(Path file) throws SQLException {
    assertThat(query(file, "PRAGMA integrity_check")).isEqualTo("ok");
    return query(
        file,
        "SELECT group_concat(CASE WHEN s = m THEN m ELSE '?' END, '') FROM (SELECT CAST(substr(b, 5000, 1) AS TEXT) m,"
            + " CAST(substr(b, 12000, 1) AS TEXT) s FROM t ORDER BY id)");
  }

  private static String query(Path file, String sql) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
