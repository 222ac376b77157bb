// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.backend.file.tree.PageBytes;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;

/** Random transactions over several table trees against maps; in the end the C library checks the image. */
class FileBtreeModelTest {
  private static final long SEED = Long.getLong("test.seed", 20260102L);

  @TempDir Path directory;

  private final Map<Integer, TreeMap<Long, byte[]>> model = new HashMap<>();

  @ParameterizedTest
  @CsvSource({
    "512,NONE,0", "512,FULL,0", "512,INCREMENTAL,1", "1024,FULL,2", "4096,NONE,0", "4096,FULL,0", "4096,INCREMENTAL,0",
    "65536,FULL,0"
  })
  void transactionsBehaveLikeCopiesOfMaps(int pageSize, AutoVacuum autoVacuum, int secureDelete) throws Exception {
    System.out.println("-Dtest.seed=" + SEED);
    Random random = new Random(SEED + pageSize * 7L + autoVacuum.ordinal());
    try (Btree btree = new FileBackend().open(OpenOptions.memory())) {
      PageControl control = btree.capability(PageControl.class).orElseThrow();
      control.setPageSize(pageSize, 0);
      control.setAutoVacuum(autoVacuum);
      control.setSecureDelete(secureDelete);
      assertThat(control.pageSize()).isEqualTo(pageSize);
      for (int i = 0; i < 40; i++) {
        transactionAndCheck(btree, random, i, autoVacuum);
      }
      writeSchema(btree);
      writeImage(btree, control, directory.resolve("copy.db"));
    }
    letLibraryCheck(directory.resolve("copy.db"));
  }

  @ParameterizedTest
  @CsvSource({
    "512,NONE,0,DELETE", "512,FULL,32,TRUNCATE", "1024,INCREMENTAL,0,PERSIST", "4096,FULL,0,WAL", "4096,NONE,8,WAL",
    "65536,INCREMENTAL,0,MEMORY"
  })
  void transactionsOnFilesSurviveReopening(int pageSize, AutoVacuum autoVacuum, int reserved, JournalMode mode)
      throws Exception {
    System.out.println("-Dtest.seed=" + SEED);
    Random random = new Random(SEED + pageSize * 7L + autoVacuum.ordinal());
    Path file = directory.resolve("test.db");
    for (int session = 0; session < 6; session++) {
      try (Btree btree = new FileBackend().open(OpenOptions.file(file.toString()))) {
        PageControl control = btree.capability(PageControl.class).orElseThrow();
        control.setSynchronous(Synchronous.OFF, false, false);
        control.setCacheSize(session % 2 == 0 ? 10 : 1000);
        if (session == 0) {
          control.setPageSize(pageSize, reserved);
          control.setAutoVacuum(autoVacuum);
        }
        assertThat(control.setJournalMode(mode)).isEqualTo(mode);
        for (int i = 0; i < 10; i++) {
          transactionAndCheck(btree, random, session, autoVacuum);
          assertThat(control.pageSize()).isEqualTo(pageSize);
          assertThat(control.reservedBytes()).isEqualTo(reserved);
        }
        if (session == 5) {
          writeSchema(btree);
        }
      }
    }
    Path copy = directory.resolve("copy.db");
    Files.copy(file, copy);
    letLibraryCheck(copy);
  }

  private void transactionAndCheck(Btree btree, Random random, int round, AutoVacuum autoVacuum) {
    transaction(btree, random, round);
    check(btree);
    PageControl control = btree.capability(PageControl.class).orElseThrow();
    assertThat(control.autoVacuum()).isEqualTo(autoVacuum);
    if (autoVacuum == AutoVacuum.FULL) {
      btree.beginRead();
      assertThat(btree.meta(MetaValue.FREE_PAGE_COUNT)).isZero();
      btree.commitPhaseTwo();
    }
  }

  private void transaction(Btree btree, Random random, int round) {
    Map<Integer, TreeMap<Long, byte[]>> before = copy(model);
    btree.beginWrite(false);
    List<Map<Integer, TreeMap<Long, byte[]>>> savepoints = new ArrayList<>();
    int operations = random.nextInt(200);
    for (int i = 0; i < operations; i++) {
      int choice = random.nextInt(100);
      if (choice < 3 || model.isEmpty()) {
        int root = btree.createTree(TreeKind.TABLE);
        assertThat(model.put(root, new TreeMap<>())).isNull();
      } else if (choice < 5 && model.size() > 1) {
        int root = anyRoot(random);
        int moved = btree.dropTree(root);
        model.remove(root);
        if (moved != 0) {
          model.put(root, model.remove(moved));
        }
      } else if (choice < 6) {
        int root = anyRoot(random);
        assertThat(btree.clearTree(root)).isEqualTo(model.get(root).size());
        model.get(root).clear();
      } else if (choice < 10) {
        btree.openSavepoints(savepoints.size() + 1);
        savepoints.add(copy(model));
      } else if (choice < 13 && !savepoints.isEmpty()) {
        int index = random.nextInt(savepoints.size());
        if (random.nextBoolean()) {
          btree.rollbackToSavepoint(index);
          replaceModel(copy(savepoints.get(index)));
          savepoints.subList(index + 1, savepoints.size()).clear();
        } else {
          btree.releaseSavepoint(index);
          savepoints.subList(index, savepoints.size()).clear();
        }
        assertThat(btree.savepointCount()).isEqualTo(savepoints.size());
      } else if (choice < 14) {
        btree.capability(PageControl.class).orElseThrow().incrementalVacuumStep();
      } else {
        writeRows(btree, random, round % 3 == 2);
      }
    }
    if (random.nextInt(4) == 0) {
      btree.rollback(ResultCode.ABORT_ROLLBACK);
      replaceModel(before);
    } else {
      btree.commitPhaseOne(null);
      btree.commitPhaseTwo();
    }
  }

  private int anyRoot(Random random) {
    List<Integer> roots = new ArrayList<>(new TreeMap<>(model).keySet());
    return roots.get(random.nextInt(roots.size()));
  }

  private void writeRows(Btree btree, Random random, boolean shrinking) {
    int root = anyRoot(random);
    TreeMap<Long, byte[]> rows = model.get(root);
    try (BtreeCursor cursor = btree.openTable(root, true)) {
      for (int i = random.nextInt(20); i > 0; i--) {
        long rowid = random.nextInt(500);
        if (random.nextInt(10) < (shrinking ? 7 : 3)) {
          if (cursor.seekRowid(rowid) == 0) {
            cursor.delete(0);
          }
          rows.remove(rowid);
        } else {
          byte[] record = record(random);
          cursor.insertRow(rowid, record, 0, record.length, 0, 0);
          rows.put(rowid, record);
        }
      }
    }
  }

  /** A record of one blob. */
  private static byte[] record(Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(5000) : random.nextInt(100);
    long type = SerialType.ofBlob(length);
    int header = 1 + Varint.length(type);
    byte[] record = new byte[header + length];
    random.nextBytes(record);
    Varint.write(record, 0, header);
    Varint.write(record, 1, type);
    return record;
  }

  private void replaceModel(Map<Integer, TreeMap<Long, byte[]>> other) {
    model.clear();
    model.putAll(other);
  }

  private static Map<Integer, TreeMap<Long, byte[]>> copy(Map<Integer, TreeMap<Long, byte[]>> model) {
    Map<Integer, TreeMap<Long, byte[]>> copy = new HashMap<>();
    model.forEach((root, rows) -> copy.put(root, new TreeMap<>(rows)));
    return copy;
  }

  private void check(Btree btree) {
    btree.beginRead();
    int[] roots = new int[model.size() + 1];
    roots[0] = 1;
    int next = 1;
    for (int root : model.keySet()) {
      roots[next++] = root;
    }
    if (btree.capability(PageControl.class).orElseThrow().pageCount() > 0) {
      assertThat(btree.integrityCheck(roots, 100)).isEmpty();
    }
    model.forEach((root, rows) -> compare(btree, root, rows));
    btree.commitPhaseTwo();
  }

  private static void compare(Btree btree, int root, TreeMap<Long, byte[]> rows) {
    try (BtreeCursor cursor = btree.openTable(root, false)) {
      boolean more = cursor.first();
      for (Map.Entry<Long, byte[]> row : rows.entrySet()) {
        assertThat(more).isTrue();
        assertThat(cursor.rowid()).isEqualTo(row.getKey());
        byte[] bytes = new byte[cursor.payloadLength()];
        cursor.readPayload(0, bytes, 0, bytes.length);
        assertThat(Arrays.equals(bytes, row.getValue())).isTrue();
        more = cursor.next();
      }
      assertThat(more).isFalse();
    }
  }

  // ---- the C library ----------------------------------------------------------------------------------------------

  private void writeSchema(Btree btree) {
    btree.beginWrite(false);
    try (BtreeCursor schema = btree.openTable(1, true)) {
      long rowid = 1;
      for (int root : new TreeMap<>(model).keySet()) {
        byte[] row = schemaRow("t" + root, root);
        schema.insertRow(rowid++, row, 0, row.length, 0, BtreeCursor.APPEND);
      }
    }
    btree.setMeta(MetaValue.SCHEMA_FORMAT, 4);
    btree.setMeta(MetaValue.TEXT_ENCODING, 1);
    btree.setMeta(MetaValue.SCHEMA_VERSION, 7);
    btree.commitPhaseOne(null);
    btree.commitPhaseTwo();
  }

  private static void writeImage(Btree btree, PageControl control, Path file) throws IOException {
    btree.beginRead();
    byte[] image = new byte[(int) control.pageCount() * control.pageSize()];
    for (int page = 1; page <= control.pageCount(); page++) {
      System.arraycopy(control.readPage(page), 0, image, (page - 1) * control.pageSize(), control.pageSize());
    }
    PageBytes.putI32(image, 28, (int) control.pageCount());
    btree.commitPhaseTwo();
    Files.write(file, image);
  }

  private void letLibraryCheck(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      try (ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
        result.next();
        assertThat(result.getString(1)).isEqualTo("ok");
      }
      for (Map.Entry<Integer, TreeMap<Long, byte[]>> table : model.entrySet()) {
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM t" + table.getKey())) {
          result.next();
          assertThat(result.getInt(1)).isEqualTo(table.getValue().size());
        }
      }
    }
  }

  private static byte[] schemaRow(String name, int root) {
    byte[] type = "table".getBytes(StandardCharsets.UTF_8);
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] sql = ("CREATE TABLE " + name + "(a)").getBytes(StandardCharsets.UTF_8);
    byte[] record = new byte[6 + type.length + 2 * nameBytes.length + 4 + sql.length];
    record[0] = 6;
    record[1] = (byte) SerialType.ofText(type.length);
    record[2] = (byte) SerialType.ofText(nameBytes.length);
    record[3] = (byte) SerialType.ofText(nameBytes.length);
    record[4] = 4;
    record[5] = (byte) SerialType.ofText(sql.length);
    int at = 6;
    for (byte[] text : List.of(type, nameBytes, nameBytes)) {
      System.arraycopy(text, 0, record, at, text.length);
      at += text.length;
    }
    SerialType.writeInteger(record, at, 4, root);
    System.arraycopy(sql, 0, record, at + 4, sql.length);
    return record;
  }
}
