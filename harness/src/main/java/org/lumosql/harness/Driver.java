// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.harness;

import java.util.Map;
import java.util.TreeMap;

/**
 * A database that is reached through a JDBC driver from Maven.
 *
 * @param artefact {@code group:artefact}
 * @param release one that is known to resolve
 * @param memory URL of a new database in memory; <code>{name}</code> in it is a name that no other has
 * @param file URL of a database on the file <code>{file}</code>
 */
public record Driver(String artefact, String release, String memory, String file) {
  private static final Map<String, Driver> ALL =
      new TreeMap<>(
          Map.of(
              "sqlite", new Driver("org.xerial:sqlite-jdbc", "3.54.1.0", "jdbc:sqlite::memory:", "jdbc:sqlite:{file}"),
              "h2", new Driver("com.h2database:h2", "2.4.240", "jdbc:h2:mem:", "jdbc:h2:file:{file}"),
              "hsqldb", new Driver("org.hsqldb:hsqldb", "2.7.4", "jdbc:hsqldb:mem:{name}", "jdbc:hsqldb:file:{file};shutdown=true"),
              "derby", new Driver("org.apache.derby:derby", "10.16.1.1", "jdbc:derby:memory:{name};create=true", "jdbc:derby:{file};create=true")));

  /** All that are known, by the name that targets have. */
  public static Map<String, Driver> all() {
    return ALL;
  }
}
