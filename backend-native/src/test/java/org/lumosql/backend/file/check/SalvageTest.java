// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.FileBackend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.Salvaging;
import org.lumosql.btree.TreeKind;

class SalvageTest {
  private static final int PAGE = 1024;

  @TempDir Path directory;

  private Path make() throws Exception {
    Path file = directory.resolve("test.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size=" + PAGE);
      statement.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b)");
      statement.execute(
          "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
              + "SELECT i, CASE i % 50 WHEN 0 THEN zeroblob(3000) ELSE hex(i * 7919) END FROM n");
    }
    return file;
  }

  private static Set<Long> rowids(Path file, int[] roots, boolean withOrphans, int root) {
    Set<Long> rowids = new TreeSet<>();
    try (Btree btree = new FileBackend().open(OpenOptions.file(file.toString()))) {
      btree.beginRead();
      Iterator<Salvaging.Entry> entries =
          btree.capability(Salvaging.class).orElseThrow().salvage(roots, withOrphans);
      while (entries.hasNext()) {
        Salvaging.Entry entry = entries.next();
        if (entry.root() == root && entry.kind() == TreeKind.TABLE) {
          rowids.add(entry.rowid());
        }
      }
      btree.commitPhaseTwo();
    }
    return rowids;
  }

  @Test
  void soundTreesAreReadWhole() throws Exception {
    Path file = make();
    assertThat(rowids(file, new int[] {2}, false, 2)).hasSize(2000);
    assertThat(rowids(file, new int[] {2}, true, Salvaging.ORPHAN)).isEmpty();
  }

  @Test
  void rowsOfALostRootAreFoundAsOrphans() throws Exception {
    Path file = make();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, PAGE, 2 * PAGE, (byte) 0);
    Files.write(file, bytes);
    assertThat(rowids(file, new int[] {2}, true, 2)).isEmpty();
    assertThat(rowids(file, new int[] {2}, true, Salvaging.ORPHAN)).hasSize(2000);
  }

  @Test
  void damagedPageCostsOnlyItsOwnRows() throws Exception {
    Path file = make();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4 * PAGE, 5 * PAGE, (byte) 0xff);
    Files.write(file, bytes);
    assertThat(rowids(file, new int[] {2}, true, 2).size()).isBetween(1900, 1999);
  }

  @Test
  void recordsAreToldFromOtherBytes() {
    assertThat(Salvage.looksLikeRecord(new byte[] {2, 1, 5})).isTrue();
    assertThat(Salvage.looksLikeRecord(new byte[] {2, 1, 5, 6})).isFalse();
    assertThat(Salvage.looksLikeRecord(new byte[] {2, 10})).isFalse();
    assertThat(Salvage.looksLikeRecord(new byte[] {0, 0})).isFalse();
    assertThat(Salvage.looksLikeRecord(new byte[] {(byte) 0x81})).isFalse();
    assertThat(Salvage.looksLikeRecord(new byte[] {3, (byte) 0x81, 0})).isFalse();
  }
}
