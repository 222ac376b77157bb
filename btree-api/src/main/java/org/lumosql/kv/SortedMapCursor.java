// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** A position in a {@link SortedTree}: an entry, from whose key the neighbours are looked for. */
final class SortedMapCursor implements KvCursor {
  private final SortedMapTransaction transaction;
  private final int tree;
  private SortedTree entry;

  SortedMapCursor(SortedMapTransaction transaction, int tree) {
    this.transaction = transaction;
    this.tree = tree;
  }

  private boolean goTo(SortedTree found) {
    entry = found;
    return found != null;
  }

  private SortedTree entry() {
    if (entry == null) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
    }
    return entry;
  }

  @Override
  public boolean seek(byte[] key) {
    return goTo(SortedTree.after(transaction.root(tree), key, true));
  }

  @Override
  public boolean first() {
    return goTo(SortedTree.first(transaction.root(tree)));
  }

  @Override
  public boolean last() {
    return goTo(SortedTree.last(transaction.root(tree)));
  }

  @Override
  public boolean next() {
    return goTo(SortedTree.after(transaction.root(tree), entry().key, false));
  }

  @Override
  public boolean previous() {
    return goTo(SortedTree.before(transaction.root(tree), entry().key));
  }

  @Override
  public byte[] key() {
    return entry().key;
  }

  @Override
  public byte[] value() {
    return entry().value;
  }

  @Override
  public void close() {
    entry = null;
  }
}
