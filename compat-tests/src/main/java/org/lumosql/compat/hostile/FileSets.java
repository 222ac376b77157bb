// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.lumosql.backend.file.FileBackend;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.OpenOptions;
import org.lumosql.compat.support.Store;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;

/** The files that are going to be damaged: some made here, and the sample databases if they are there. */
final class FileSets {
  static final String PATH = "/hostile.db";
  private static final int LARGEST = 1_200_000;
  private static final Path SAMPLES = Path.of(System.getProperty("lumosql.samples", "../../shared/databases"));
  private static final String[] SAMPLE_NAMES = {
    "dbfuzz2-seed1.db", "dbfuzz2-seed1.db", "dbfuzz2-seed1.db", "dbfuzz2-seed1.db", "rte.gpkg", "attributes.gpkg",
    "gdal_sample.gpkg", "northwind-hot.db", "northwind-wal.db", "northwind-incremental.db", "spatialite.db"
  };

  private final Store store;

  FileSets(Store store) {
    this.store = store;
  }

  /** Small ones several times, so that most cases are quick. */
  List<FileSet> all() throws IOException {
    List<FileSet> sets = new ArrayList<>();
    for (int copy = 0; copy < 3; copy++) {
      for (String mode : new String[] {"delete", "wal", "hot"}) {
        sets.add(made(mode, 512, "UTF-8", 1));
        sets.add(made(mode, 1024, "UTF-16le", 0));
        sets.add(made(mode, 2048, "UTF-8", 2));
        sets.add(made(mode, 4096, "UTF-16be", 0));
      }
    }
    if (!store.isSealed() && Files.isDirectory(SAMPLES)) {
      for (String name : SAMPLE_NAMES) {
        sets.add(sample(name));
      }
      addForensic(sets);
    }
    return sets;
  }

  Connection open(FaultyVfs vfs) {
    return Connection.open(
        store.isSealed() ? store.uri(Path.of(PATH)) : PATH,
        new ConnectionOptions(OpenOptions.Access.CREATE, Map.of(), 0),
        new FileBackend(vfs));
  }

  /** @param mode delete, wal (committed frames in the log), or hot (a transaction cut off while it wrote to the file) */
  private FileSet made(String mode, int pageSize, String encoding, int autoVacuum) {
    FaultyVfs vfs = new FaultyVfs(pageSize);
    Connection connection = open(vfs);
    connection.execute("PRAGMA page_size = " + pageSize + "; PRAGMA encoding = '" + encoding + "';"
        + "PRAGMA auto_vacuum = " + autoVacuum + "; PRAGMA journal_mode = " + (mode.equals("wal") ? "wal" : "delete")
        + "; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 10;"
        + "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b BLOB, c REAL);"
        + "CREATE INDEX ta ON t(a, c DESC); CREATE UNIQUE INDEX tb ON t(id, b) WHERE c > 3;"
        + "CREATE TABLE w(k TEXT COLLATE NOCASE, v, PRIMARY KEY(k, v)) WITHOUT ROWID;"
        + "CREATE VIEW x AS SELECT a, count(*) n FROM t GROUP BY a;"
        + "CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT OR IGNORE INTO w VALUES(new.a, new.id); END;");
    connection.execute(rows(1, 60));
    if (mode.equals("wal")) {
      connection.execute("PRAGMA wal_checkpoint(truncate)");
    }
    connection.execute("DELETE FROM t WHERE id % 3 = 0; UPDATE t SET b = zeroblob(3000) WHERE id % 11 = 0;");
    if (mode.equals("hot")) {
      connection.execute("BEGIN; " + rows(61, 200));
      vfs.crash();
      vfs = vfs.restart(FaultyVfs.Loss.NOTHING, 1);
    } else if (mode.equals("delete")) {
      connection.close();
    }
    return new FileSet(
        mode + pageSize + encoding, vfs.get(PATH), vfs.get(PATH + "-journal"), vfs.get(PATH + "-wal"));
  }

  private static String rows(int from, int to) {
    StringBuilder sql = new StringBuilder();
    for (int i = from; i <= to; i++) {
      sql.append("INSERT INTO t VALUES(").append(i).append(", 'name ").append(i * 7 % 13);
      sql.append("', zeroblob(").append(i % 9 == 0 ? 900 : i % 20).append("), ").append(i * 0.5).append(");");
    }
    return sql.toString();
  }

  private static FileSet sample(String name) throws IOException {
    Path file = SAMPLES.resolve(name);
    return new FileSet(name, Files.readAllBytes(file), beside(name + "-journal"), beside(name + "-wal"));
  }

  private static byte[] beside(String name) throws IOException {
    Path file = SAMPLES.resolve(name);
    return Files.exists(file) ? Files.readAllBytes(file) : null;
  }

  private static void addForensic(List<FileSet> sets) throws IOException {
    byte[] zip = Files.readAllBytes(SAMPLES.resolve("forensic.zip"));
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().endsWith(".db")) {
          byte[] bytes = entries.readAllBytes();
          if (bytes.length < LARGEST) {
            sets.add(new FileSet(entry.getName(), bytes, null, null));
          }
        }
      }
    }
  }
}
