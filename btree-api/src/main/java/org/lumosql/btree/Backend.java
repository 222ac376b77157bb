// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.util.List;

/**
 * A storage engine that SQL can run over. Found by {@link java.util.ServiceLoader} under its short name, which users write
 * in URLs; putting the jar on the class path is the whole installation. Stateless and thread-safe.
 */
public interface Backend {
  /** The short lower-case name, such as {@code file}, {@code memory} or {@code lmdb}. Stored in URLs: never changes. */
  String name();

  /** Other names that users may write for it; nothing reports or stores them. */
  default List<String> otherNames() {
    return List.of();
  }

  /** Version of the engine underneath, for {@code PRAGMA lumo_backends}. */
  String engineVersion();

  /**
   * Whether an existing path looks like a database of this backend (by its magic bytes or its directory layout). Reads only,
   * never creates or locks anything.
   */
  boolean recognises(java.nio.file.Path path);

  /**
   * Opens one connection's view of a database. Does not touch the file beyond what finding it needs: the first transaction
   * does.
   *
   * @throws org.lumosql.error.StoreException CANTOPEN (or an extension of it) if it does not exist and must, or cannot be
   *     opened; NOTADB only later, from the first transaction
   */
  Btree open(OpenOptions options);
}
