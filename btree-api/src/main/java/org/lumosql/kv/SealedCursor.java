// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/** A cursor of a {@link SealedStore}: opens values when they are asked for. */
final class SealedCursor implements KvCursor {
  private final SealedTransaction transaction;
  private final int tree;
  private final KvCursor inner;

  SealedCursor(SealedTransaction transaction, int tree, KvCursor inner) {
    this.transaction = transaction;
    this.tree = tree;
    this.inner = inner;
  }

  @Override
  public boolean seek(byte[] key) {
    return inner.seek(key);
  }

  @Override
  public boolean first() {
    return inner.first();
  }

  @Override
  public boolean last() {
    return inner.last();
  }

  @Override
  public boolean next() {
    return inner.next();
  }

  @Override
  public boolean previous() {
    return inner.previous();
  }

  @Override
  public byte[] key() {
    return inner.key();
  }

  @Override
  public byte[] value() {
    return transaction.open(tree, inner.key(), inner.value());
  }

  @Override
  public void close() {
    inner.close();
  }
}
