// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import org.lumosql.compat.golden.GoldenBackend;
import org.lumosql.compat.keyvalue.ScratchDatabase;
import org.lumosql.compat.support.Store;

/** Stores as the suites call them. */
final class SuiteStores {
  private SuiteStores() {}

  /** A new database; null for one in memory. */
  static ScratchDatabase scratch(Store store) {
    return store.isInMemory() ? null : ScratchDatabase.in(store.parameters());
  }

  static GoldenBackend golden(Store store) {
    return store.isInMemory() ? GoldenBackend.named("memory") : GoldenBackend.storedWith(store.name(), store.parameters());
  }
}
