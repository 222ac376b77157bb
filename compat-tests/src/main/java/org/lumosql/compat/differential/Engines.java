// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import org.lumosql.compat.keyvalue.ScratchDatabase;
import org.lumosql.compat.support.Store;

/** Engines by their JDBC URL, or as {@code backend:NAME} for this project's engine on a new database in a backend. */
public final class Engines {
  /** SQLite itself, through sqlite-jdbc. */
  public static final String SQLITE = "jdbc:sqlite::memory:";

  /** This project's engine. */
  public static final String LUMO = "jdbc:lumosql::memory:";

  private static final String BACKEND_PREFIX = "backend:";
  private static final String OWN_PREFIX = "jdbc:lumosql:";

  private Engines() {}

  /** The name under which a store is an engine here. */
  public static String name(Store store) {
    return store.isInMemory() ? LUMO : BACKEND_PREFIX + store.parameters();
  }

  /** Our own engine is used without its driver, for speed and for its stack traces. */
  public static Engine.Factory of(String url) {
    if (url.startsWith(BACKEND_PREFIX)) {
      return () -> new EmbeddedEngine(ScratchDatabase.in(url.substring(BACKEND_PREFIX.length())));
    }
    return url.startsWith(OWN_PREFIX)
        ? () -> new EmbeddedEngine(url.substring(OWN_PREFIX.length()))
        : () -> new JdbcEngine(url);
  }
}
