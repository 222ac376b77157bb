// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The stores that the JVM has open, by path, each with the number of its users. Thread-safe. */
public final class OpenStores {
  private final Map<Path, Share> shares = new HashMap<>();

  /** A store and how many use it. */
  final class Share {
    private final Path path;
    private final KvStore store;
    private int users;

    private Share(Path path, KvStore store) {
      this.path = path;
      this.store = store;
    }

    KvStore store() {
      return store;
    }

    /** What ties commits to those of other databases; null if the store is in no file. */
    TwoStepStore commits() {
      return store instanceof TwoStepStore ? (TwoStepStore) store : null;
    }

    /** One user less; the last one closes the store. */
    void close() {
      synchronized (shares) {
        users--;
        if (users == 0) {
          shares.remove(path);
          store.close();
        }
      }
    }
  }

  /** The open store of a path, or a new one. The caller closes the share once. */
  Share share(Path path, Supplier<KvStore> opening) {
    synchronized (shares) {
      Share share = shares.get(path);
      if (share == null) {
        share = new Share(path, opening.get());
        shares.put(path, share);
      }
      share.users++;
      return share;
    }
  }
}
