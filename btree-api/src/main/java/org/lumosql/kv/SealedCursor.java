// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/** A cursor of a {@link SealedStore}: opens values when they are asked for. */
final class SealedCursor implements KvCursor {
  private final SealedTransaction transaction;
  private final int tree;
  private final KvCursor inner;
  /** The value of the present entry, if it was asked for. */
  private byte[] opened;

  SealedCursor(SealedTransaction transaction, int tree, KvCursor inner) {
    this.transaction = transaction;
    this.tree = tree;
    this.inner = inner;
  }

  @Override
  public boolean seek(byte[] key) {
    opened = null;
    return inner.seek(key);
  }

  @Override
  public boolean first() {
    opened = null;
    return inner.first();
  }

  @Override
  public boolean last() {
    opened = null;
    return inner.last();
  }

  @Override
  public boolean next() {
    opened = null;
    return inner.next();
  }

  @Override
  public boolean previous() {
    opened = null;
    return inner.previous();
  }

  @Override
  public byte[] key() {
    return inner.key();
  }

  @Override
  public byte[] value() {
    if (opened == null) {
      opened = transaction.open(tree, inner.key(), inner.value());
    }
    return opened;
  }

  @Override
  public int keyLength() {
    return inner.keyLength();
  }

  @Override
  public long keyNumber() {
    return inner.keyNumber();
  }

  @Override
  public void close() {
    inner.close();
  }
}
