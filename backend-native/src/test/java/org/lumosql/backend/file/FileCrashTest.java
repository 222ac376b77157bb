// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;

/**
 * The power goes at a random moment of random transactions on a table. Our recovery and, on a copy, that of the C
 * library find the same sound database with every committed transaction.
 */
class FileCrashTest {
  private static final String NAME = "crash.db";

  @TempDir Path directory;

  /** A row: the blob is this byte, so many times. */
  private record Blob(int length, int fill) {}

  @ParameterizedTest
  @CsvSource({
    "DELETE,512,0", "DELETE,1024,1", "TRUNCATE,512,2", "PERSIST,4096,1", "WAL,512,1", "WAL,1024,0"
  })
  void bothRecoverEveryCommittedTransaction(JournalMode mode, int pageSize, int autoVacuum) throws Exception {
    crash(mode, pageSize, autoVacuum, 12);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "DELETE,512,0", "DELETE,1024,1", "TRUNCATE,512,2", "PERSIST,4096,1", "WAL,512,1", "WAL,1024,0"
  })
  void bothRecoverManyTimes(JournalMode mode, int pageSize, int autoVacuum) throws Exception {
    crash(mode, pageSize, autoVacuum, 200);
  }

  private void crash(JournalMode mode, int pageSize, int autoVacuum, int times) throws Exception {
    String given = System.getProperty("test.seed");
    long first = given != null ? Long.decode(given) : System.nanoTime();
    Path origin = directory.resolve("origin.db");
    int root = makeDatabase(origin, mode, pageSize, autoVacuum);
    byte[] empty = Files.readAllBytes(origin);
    for (int i = 0; i < times; i++) {
      long seed = first + i;
      try {
        liveThreeTimes(empty, mode, root, new Random(seed));
      } catch (RuntimeException | AssertionError error) {
        throw new AssertionError(
            mode + ", page size " + pageSize + ", auto_vacuum " + autoVacuum + ", -Dtest.seed=" + seed, error);
      }
    }
  }

  private void liveThreeTimes(byte[] empty, JournalMode mode, int root, Random random) throws Exception {
    FaultyVfs vfs = new FaultyVfs(random.nextLong());
    vfs.put("/" + NAME, empty);
    TreeMap<Long, Blob> contents = new TreeMap<>();
    for (int life = 0; life < 3; life++) {
      vfs.crashAt(1 + random.nextInt(300));
      Life running = new Life(contents, root, random);
      try {
        running.run(vfs, mode);
      } catch (FaultyVfs.PowerLoss expected) {
        assertThat(vfs.hasCrashed()).isTrue();
      }
      FaultyVfs.Loss loss = FaultyVfs.Loss.values()[random.nextInt(FaultyVfs.Loss.values().length)];
      vfs = vfs.restart(loss, random.nextLong());
      String theirs = recoveredByLibrary(vfs);
      contents = recoveredByUs(vfs, mode, root);
      String ours = describe(contents);
      assertThat(ours).isEqualTo(theirs);
      assertThat(ours).as("life " + life).isIn(describe(running.committed), describe(running.present));
    }
  }

  /** Transactions until the power goes. */
  private static final class Life {
    TreeMap<Long, Blob> committed;
    TreeMap<Long, Blob> present;
    private final int root;
    private final Random random;

    Life(TreeMap<Long, Blob> contents, int root, Random random) {
      this.committed = contents;
      this.present = contents;
      this.root = root;
      this.random = random;
    }

    void run(FaultyVfs vfs, JournalMode mode) {
      Btree btree = open(vfs, mode);
      while (true) {
        btree.beginWrite(false);
        present = new TreeMap<>(committed);
        int steps = 1 + random.nextInt(60);
        for (int i = 0; i < steps; i++) {
          step(btree);
        }
        if (random.nextInt(5) == 0) {
          btree.rollback(null);
        } else {
          btree.commitPhaseOne(null);
          btree.commitPhaseTwo();
          committed = present;
        }
      }
    }

    private void step(Btree btree) {
      try (BtreeCursor cursor = btree.openTable(root, true)) {
        long rowid = random.nextInt(80);
        if (random.nextInt(3) == 0 && cursor.seekRowid(rowid) == 0) {
          cursor.delete(0);
          present.remove(rowid);
        } else {
          Blob blob = new Blob(1 + random.nextInt(random.nextInt(4) == 0 ? 3000 : 200), random.nextInt(256));
          byte[] record = record(blob);
          cursor.insertRow(rowid, record, 0, record.length, 0, 0);
          present.put(rowid, blob);
        }
      }
    }
  }

  private static Btree open(FaultyVfs vfs, JournalMode mode) {
    Btree btree = new FileBackend(vfs).open(OpenOptions.file("/" + NAME));
    PageControl control = btree.capability(PageControl.class).orElseThrow();
    control.setCacheSize(10);
    control.setSynchronous(Synchronous.EXTRA, false, false);
    control.setJournalMode(mode);
    return btree;
  }

  /** Columns NULL (the rowid) and a blob. */
  private static byte[] record(Blob blob) {
    int type = 12 + 2 * blob.length();
    int header = 2 + Varint.length(type);
    byte[] record = new byte[header + blob.length()];
    record[0] = (byte) header;
    Varint.write(record, 2, type);
    Arrays.fill(record, header, record.length, (byte) blob.fill());
    return record;
  }

  private static TreeMap<Long, Blob> recoveredByUs(FaultyVfs vfs, JournalMode mode, int root) {
    TreeMap<Long, Blob> found = new TreeMap<>();
    try (Btree btree = open(vfs, mode)) {
      btree.beginRead();
      assertThat(btree.integrityCheck(new int[] {1, root}, 10)).isEmpty();
      try (BtreeCursor cursor = btree.openTable(root, false)) {
        for (boolean more = cursor.first(); more; more = cursor.next()) {
          byte[] record = new byte[cursor.payloadLength()];
          cursor.readPayload(0, record, 0, record.length);
          int type = (int) Varint.read(record, 2);
          found.put(cursor.rowid(), new Blob((int) SerialType.length(type), record[record.length - 1] & 0xff));
        }
      }
    }
    return found;
  }

  private String recoveredByLibrary(FaultyVfs vfs) throws IOException, SQLException {
    for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
      Files.deleteIfExists(directory.resolve(NAME + suffix));
    }
    vfs.export(directory);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(NAME));
        Statement statement = connection.createStatement()) {
      try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
        check.next();
        assertThat(check.getString(1)).isEqualTo("ok");
      }
      StringBuilder text = new StringBuilder();
      try (ResultSet rows = statement.executeQuery("SELECT id, length(b), hex(substr(b, -1)) FROM t ORDER BY id")) {
        while (rows.next()) {
          append(text, rows.getLong(1), rows.getInt(2), Integer.parseInt(rows.getString(3), 16));
        }
      }
      return text.toString();
    }
  }

  private static String describe(Map<Long, Blob> contents) {
    StringBuilder text = new StringBuilder();
    contents.forEach((rowid, blob) -> append(text, rowid, blob.length(), blob.fill()));
    return text.toString();
  }

  private static void append(StringBuilder text, long rowid, int length, int fill) {
    text.append(rowid).append(':').append(length).append('*').append(fill).append(' ');
  }

  /** Returns the table's root. */
  private static int makeDatabase(Path file, JournalMode mode, int pageSize, int autoVacuum) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = " + pageSize);
      statement.execute("PRAGMA auto_vacuum = " + autoVacuum);
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB)");
      if (mode == JournalMode.WAL) {
        statement.execute("PRAGMA journal_mode = wal");
      }
      try (ResultSet root = statement.executeQuery("SELECT rootpage FROM sqlite_schema")) {
        root.next();
        return root.getInt(1);
      }
    }
  }
}
