// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The two engines that are compared, each through its JDBC driver with its default settings. */
public enum Engine {
  LUMOSQL("jdbc:lumosql:"),
  SQLITE("jdbc:sqlite:");

  private final String prefix;

  Engine(String prefix) {
    this.prefix = prefix;
  }

  Connection open(Path file) throws SQLException {
    return DriverManager.getConnection(prefix + file);
  }
}
