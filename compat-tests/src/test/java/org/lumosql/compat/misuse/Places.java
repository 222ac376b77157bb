// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.misuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lumosql.engine.Connection;

/** Files that are no databases that could be used as they are. */
record Places(Path directory) {
  Path text() throws IOException {
    return Files.writeString(directory.resolve("text.txt"), "This is no database, but a text that is longer than the header of one. ".repeat(10));
  }

  Path folder() throws IOException {
    return Files.createDirectories(directory.resolve("folder"));
  }

  Path nowhere() {
    return directory.resolve("no such folder").resolve("some.db");
  }

  /** With the table t. */
  Path plain() {
    return made("plain.db", "");
  }

  /** With the table t; its key is {@code secret}. */
  Path encrypted() {
    return made("encrypted.db", "?cipher=aes256gcm&key=secret");
  }

  private Path made(String name, String parameters) {
    Path file = directory.resolve(name);
    try (Connection connection = Connection.open("file:" + file + parameters)) {
      connection.execute("CREATE TABLE IF NOT EXISTS t(a INT, b TEXT); INSERT INTO t VALUES (1, 'x')");
    }
    return file;
  }
}
