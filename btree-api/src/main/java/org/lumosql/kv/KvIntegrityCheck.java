// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;

/**
 * Looks at each tree from its first entry to its last: that the catalogue knows it, that no two trees share a KV tree,
 * that keys ascend, and that keys and records are well formed.
 */
final class KvIntegrityCheck {
  private final KvTransaction transaction;
  private final int maximumErrors;
  private final List<String> messages = new ArrayList<>();
  private final Map<Integer, Integer> owners = new HashMap<>();
  private final KeyProbe decoder = new KeyProbe(KeyOrder.binary(TextEncoding.UTF8, 1));

  KvIntegrityCheck(KvTransaction transaction, int maximumErrors) {
    this.transaction = transaction;
    this.maximumErrors = maximumErrors;
  }

  List<String> run(int[] trees) {
    for (int tree : trees) {
      if (tree > 0 && !isFull()) {
        try {
          check(tree);
        } catch (StoreException e) {
          report(tree, e.getMessage());
        }
      }
    }
    return messages;
  }

  private boolean isFull() {
    return messages.size() >= maximumErrors;
  }

  private void report(int tree, String what) {
    if (!isFull()) {
      messages.add("Tree " + tree + ": " + what);
    }
  }

  private void check(int tree) {
    Catalogue.Entry entry = Catalogue.tree(transaction, tree);
    if (entry == null) {
      report(tree, "not in the catalogue");
      return;
    }
    Integer owner = owners.putIfAbsent(entry.kvTree(), tree);
    if (owner != null) {
      report(tree, "2nd reference to KV tree " + entry.kvTree() + " of tree " + owner);
      return;
    }
    byte[] before = null;
    try (KvCursor cursor = transaction.cursor(entry.kvTree())) {
      for (boolean more = cursor.first(); more && !isFull(); more = cursor.next()) {
        byte[] key = cursor.key();
        if (before != null && java.util.Arrays.compareUnsigned(before, key) >= 0) {
          report(tree, "keys out of order");
          return;
        }
        before = key;
        checkEntry(tree, entry.isTable(), key, cursor.value());
      }
    }
  }

  private void checkEntry(int tree, boolean isTable, byte[] key, byte[] record) {
    try {
      if (isTable) {
        RowKey.rowid(key);
      }
      decoder.load(record, 0, record.length, Integer.MAX_VALUE);
    } catch (StoreException e) {
      report(tree, e.getMessage());
    }
  }
}
