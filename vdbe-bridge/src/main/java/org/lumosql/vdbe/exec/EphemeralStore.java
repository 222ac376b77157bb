// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.record.KeyOrder;
import org.lumosql.vdbe.Host;

/** The storage of one ephemeral table or index, shared by its cursors and closed with the last of them. */
final class EphemeralStore {
  private final KeyOrder order;
  /** Of keys whose order a set cannot compute hashes for; null for others. */
  private final Btree store;
  private final KeySet set;
  private final RowList rows;
  private final int tree;
  private int users;

  /** @param order of the keys of an index tree; null for a table tree */
  EphemeralStore(Host host, KeyOrder order, TemporaryMemory memory) {
    this.order = order;
    rows = order == null ? new RowList(host, memory) : null;
    if (order == null) {
      set = null;
      store = null;
      tree = 0;
    } else if (KeyHash.isPossible(order)) {
      set = new KeySet(host, order, memory);
      store = null;
      tree = 0;
    } else {
      set = null;
      store = host.openEphemeral();
      store.beginWrite(false);
      tree = store.createTree(TreeKind.INDEX);
    }
  }

  /** One more cursor; {@link #release} must be called for each. */
  BtreeCursor open() {
    users++;
    if (set != null) {
      return new KeySetCursor(set);
    }
    return rows != null ? new RowListCursor(rows) : store.openIndex(tree, true, order);
  }

  KeyOrder order() {
    return order;
  }

  /** Whether no other cursor looks at what one of them writes. */
  boolean hasOneUser() {
    return users == 1;
  }

  void clear() {
    if (rows != null) {
      rows.clear();
    } else if (set != null) {
      set.clear();
    } else {
      store.clearTree(tree);
    }
  }

  void release() {
    if (--users == 0) {
      if (rows != null) {
        rows.close();
      } else if (set != null) {
        set.close();
      } else {
        store.close();
      }
    }
  }
}
