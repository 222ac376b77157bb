// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;

/** Databases for tests, and what the C library says of them. */
final class Databases {
  private Databases() {}

  static Btree open(Path file) {
    return new FileBackend().open(OpenOptions.file(file.toString()));
  }

  static PageControl control(Btree btree) {
    return btree.capability(PageControl.class).orElseThrow();
  }

  static void commit(Btree btree) {
    btree.commitPhaseOne(null);
    btree.commitPhaseTwo();
  }

  /** Runs statements with the C library. */
  static void library(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of a query's result, as the C library gives it. */
  static List<String> libraryQuery(Path file, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }

  /** All records of a table tree, as text. */
  static List<String> records(Btree btree, int root) {
    List<String> records = new ArrayList<>();
    try (BtreeCursor cursor = btree.openTable(root, false)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        byte[] bytes = new byte[cursor.payloadLength()];
        cursor.readPayload(0, bytes, 0, bytes.length);
        records.add(cursor.rowid() + ":" + new String(bytes, StandardCharsets.ISO_8859_1));
      }
    }
    return records;
  }

  /** Inserts rows whose record is one blob of zeros, shorter than 50 bytes. */
  static void insert(Btree btree, int root, long from, long to, int length) {
    byte[] record = new byte[2 + length];
    record[0] = 2;
    record[1] = (byte) (12 + 2 * length);
    try (BtreeCursor cursor = btree.openTable(root, true)) {
      for (long rowid = from; rowid < to; rowid++) {
        cursor.insertRow(rowid, record, 0, record.length, 0, BtreeCursor.APPEND);
      }
    }
  }
}
