// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.util.Map;

/**
 * How to open a database.
 *
 * @param path the file, already without {@code file:} and parameters; ignored unless {@code kind} is FILE
 * @param kind where the data lives
 * @param access what may be done
 * @param parameters URI parameters such as {@code immutable}, {@code nolock}, {@code vfs}, and the backend's own settings
 */
public record OpenOptions(String path, Kind kind, Access access, Map<String, String> parameters) {
  public OpenOptions {
    parameters = Map.copyOf(parameters);
  }

  /** Where the data lives. */
  public enum Kind {
    /** A named file, shared with other connections and processes. */
    FILE,
    /** Memory of this connection, gone when it closes. */
    MEMORY,
    /** A nameless database of this connection, in memory until it grows, then in a temporary file, gone when it closes. */
    TEMPORARY,
    /** As TEMPORARY, for one statement: no durability, no other readers, rollback is not needed. */
    EPHEMERAL
  }

  /** What may be done. */
  public enum Access {
    READ_ONLY,
    READ_WRITE,
    /** Read and write; made if absent. */
    CREATE
  }

  public static OpenOptions file(String path) {
    return new OpenOptions(path, Kind.FILE, Access.CREATE, Map.of());
  }

  public static OpenOptions memory() {
    return new OpenOptions("", Kind.MEMORY, Access.CREATE, Map.of());
  }

  public static OpenOptions temporary() {
    return new OpenOptions("", Kind.TEMPORARY, Access.CREATE, Map.of());
  }

  public static OpenOptions ephemeral() {
    return new OpenOptions("", Kind.EPHEMERAL, Access.CREATE, Map.of());
  }
}
