// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import org.lumosql.btree.Synchronous;

/** Hands every call on to another transaction. */
public abstract class ForwardingTransaction implements KvTransaction {
  private final KvTransaction inner;

  protected ForwardingTransaction(KvTransaction inner) {
    this.inner = inner;
  }

  protected final KvTransaction inner() {
    return inner;
  }

  @Override
  public boolean isWritable() {
    return inner.isWritable();
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    return inner.get(tree, key);
  }

  @Override
  public void put(int tree, byte[] key, byte[] value) {
    inner.put(tree, key, value);
  }

  @Override
  public boolean delete(int tree, byte[] key) {
    return inner.delete(tree, key);
  }

  @Override
  public void replace(int tree, byte[] key, byte[] old, byte[] value) {
    inner.replace(tree, key, old, value);
  }

  @Override
  public void clear(int tree) {
    inner.clear(tree);
  }

  @Override
  public boolean isEmpty() {
    return inner.isEmpty();
  }

  @Override
  public long estimatedCount(int tree) {
    return inner.estimatedCount(tree);
  }

  @Override
  public KvCursor cursor(int tree) {
    return inner.cursor(tree);
  }

  @Override
  public void commit(Synchronous level) {
    inner.commit(level);
  }

  @Override
  public void rollback() {
    inner.rollback();
  }

  @Override
  public void close() {
    inner.close();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + inner + ")";
  }
}
