// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.util.List;
import org.lumosql.compat.support.Store;

/** Stores that a command line names. */
final class StoreNames {
  static final String DESCRIPTION =
      "Stores: memory, file, lmdb-pages, bdb-trees-xchacha20 … ('compat stores' lists them), BACKEND?PARAMETERS, all. Default: all";

  private StoreNames() {}

  /** Those that are not in memory. @throws IOException if there is none of a name */
  static List<Store> persistent(List<String> names) throws IOException {
    return known(names).stream().filter(store -> !store.isInMemory()).toList();
  }

  /** All of them. @throws IOException if there is none of a name */
  static List<Store> known(List<String> names) throws IOException {
    try {
      return Store.named(names);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
