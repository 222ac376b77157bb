// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.Statement;

/**
 * A way of keeping an encrypted database.
 *
 * @param backend its engine
 * @param layout of a key-value engine; null for files
 * @param cipher null for a plain one
 * @param journal of a file; null for key-value engines
 */
record Stack(String backend, String layout, String cipher, String journal) {
  static final String PASSWORD = "correct horse battery staple";

  /** Every engine and layout with every cipher. */
  static List<Stack> all() {
    List<Stack> stacks = new ArrayList<>();
    for (String cipher : List.of("aes256gcm", "xchacha20")) {
      for (String journal : List.of("delete", "wal")) {
        stacks.add(new Stack("file", null, cipher, journal));
      }
      for (String engine : List.of("lmdb", "bdb", "rocksdb")) {
        for (String layout : List.of("trees", "pages")) {
          stacks.add(new Stack(engine, layout, cipher, null));
        }
      }
    }
    return stacks;
  }

  /** One of each engine and layout. */
  static List<Stack> some() {
    return all().stream().filter(stack -> stack.cipher.equals("aes256gcm")).toList();
  }

  Stack plain() {
    return new Stack(backend, layout, null, journal);
  }

  /** What names the database the first time; a quick derivation, because hundreds are made. */
  String uri(Path path) {
    String uri = "file:" + path + "?backend=" + backend + "&kdf_memory=64&kdf_passes=1&kdf_lanes=1";
    return uri + (layout == null ? "" : "&layout=" + layout) + (cipher == null ? "" : "&cipher=" + cipher);
  }

  /** Opens the database, or makes it. */
  Connection open(Path path) {
    Map<String, String> key = cipher == null ? Map.of() : Map.of("key", PASSWORD);
    Connection connection = Connection.open(uri(path), new ConnectionOptions(ConnectionOptions.defaults().access(), key, 5000));
    if (journal != null) {
      connection.execute("PRAGMA journal_mode = " + journal);
    }
    return connection;
  }

  static List<String> rows(Connection connection, String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.append(i == 0 ? "" : "|").append(statement.columnText(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Override
  public String toString() {
    return backend + (layout == null ? "" : " " + layout) + (cipher == null ? "" : " " + cipher)
        + (journal == null ? "" : " " + journal);
  }
}
