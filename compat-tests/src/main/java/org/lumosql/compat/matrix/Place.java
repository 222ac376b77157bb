// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.util.List;
import org.lumosql.compat.differential.Engine;
import org.lumosql.compat.differential.Engines;
import org.lumosql.compat.golden.GoldenBackend;
import org.lumosql.compat.keyvalue.ScratchDatabase;

/**
 * A kind of database: backend, layout and handlers.
 *
 * @param name as golden files call it
 * @param parameters the value of {@code backend=} in a URI, and what follows it; null for databases in memory
 */
record Place(String name, String parameters) {
  /** Key derivation is made cheap: it is tested elsewhere, and these suites open databases by the thousand. */
  private static final String KEY = "&kdf_memory=64&kdf_passes=1&key=matrix";

  static final List<Place> ALL =
      List.of(
          new Place("memory", null),
          new Place("file-delete", "file"),
          new Place("file-encrypted", "file&cipher=aes256gcm" + KEY),
          new Place("lmdb", "lmdb"),
          new Place("lmdb-trees-aes256gcm", "lmdb&cipher=aes256gcm" + KEY),
          new Place("lmdb-pages", "lmdb&layout=pages"),
          new Place("lmdb-pages-xchacha20", "lmdb&layout=pages&cipher=xchacha20" + KEY),
          new Place("bdb", "bdb"),
          new Place("bdb-pages-aes256gcm", "bdb&layout=pages&cipher=aes256gcm" + KEY),
          new Place("rocksdb", "rocksdb"),
          new Place("rocksdb-pages-aes256gcm", "rocksdb&layout=pages&cipher=aes256gcm" + KEY));

  /** @throws IllegalArgumentException if there is none of that name */
  static Place named(String name) {
    return ALL.stream().filter(place -> place.name.equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException("no such place: " + name));
  }

  /** Opens a new database each time. */
  Engine.Factory engines() {
    return Engines.of(parameters == null ? Engines.LUMO : "backend:" + parameters);
  }

  /** A new database; null for one in memory. */
  ScratchDatabase scratch() {
    return parameters == null ? null : ScratchDatabase.in(parameters);
  }

  GoldenBackend golden() {
    return GoldenBackend.named(name);
  }
}
