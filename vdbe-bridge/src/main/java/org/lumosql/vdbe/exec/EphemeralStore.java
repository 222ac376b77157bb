// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.record.KeyOrder;

/** The storage of one ephemeral table, shared by its cursors and closed with the last of them. */
final class EphemeralStore {
  private final Btree store;
  private final KeyOrder order;
  private final int tree;
  private int users;

  /** @param order of the keys of an index tree; null for a table tree */
  EphemeralStore(Btree store, KeyOrder order) {
    this.store = store;
    this.order = order;
    store.beginWrite(false);
    tree = store.createTree(order == null ? TreeKind.TABLE : TreeKind.INDEX);
  }

  /** One more cursor; {@link #release} must be called for each. */
  BtreeCursor open() {
    users++;
    return order == null ? store.openTable(tree, true) : store.openIndex(tree, true, order);
  }

  KeyOrder order() {
    return order;
  }

  void clear() {
    store.clearTree(tree);
  }

  void release() {
    if (--users == 0) {
      store.close();
    }
  }
}
