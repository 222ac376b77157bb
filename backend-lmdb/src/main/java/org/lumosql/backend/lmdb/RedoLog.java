// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.util.ArrayList;
import java.util.List;

/**
 * The changes of a transaction whose map may get full: LMDB cannot enlarge it under a transaction, so that the
 * transaction has to begin anew. Kept only while the map is small.
 */
final class RedoLog {
  /** A put; without a value a deletion, without a key the clearing of the tree. */
  private record Change(int tree, byte[] key, byte[] value) {}

  private final List<Change> changes = new ArrayList<>();

  void put(int tree, byte[] key, byte[] value) {
    changes.add(new Change(tree, key, value));
  }

  void delete(int tree, byte[] key) {
    changes.add(new Change(tree, key, null));
  }

  void clear(int tree) {
    changes.add(new Change(tree, null, null));
  }

  void replay(LmdbTransaction target) {
    for (Change change : changes) {
      if (change.key == null) {
        target.clearNow(change.tree);
      } else if (change.value == null) {
        target.deleteNow(change.tree, change.key);
      } else {
        target.putNow(change.tree, change.key, change.value);
      }
    }
  }
}
