// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import org.lumosql.btree.Synchronous;

/** The engine's transaction that writes, with a note of what it has changed. */
final class TwoStepTransaction implements KvTransaction {
  private final KvTransaction engine;
  private final PreparedChanges changes = new PreparedChanges();

  TwoStepTransaction(KvTransaction engine) {
    this.engine = engine;
  }

  PreparedChanges changes() {
    return changes;
  }

  @Override
  public void put(int tree, byte[] key, byte[] value) {
    engine.put(tree, key, value);
    changes.touched(tree, key);
  }

  @Override
  public boolean delete(int tree, byte[] key) {
    boolean wasThere = engine.delete(tree, key);
    if (wasThere) {
      changes.touched(tree, key);
    }
    return wasThere;
  }

  @Override
  public void replace(int tree, byte[] key, byte[] old, byte[] value) {
    engine.replace(tree, key, old, value);
    changes.touched(tree, key);
  }

  @Override
  public void clear(int tree) {
    engine.clear(tree);
    changes.cleared(tree);
  }

  @Override
  public boolean isWritable() {
    return engine.isWritable();
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    return engine.get(tree, key);
  }

  @Override
  public boolean isEmpty() {
    return engine.isEmpty();
  }

  @Override
  public long estimatedCount(int tree) {
    return engine.estimatedCount(tree);
  }

  @Override
  public KvCursor cursor(int tree) {
    return engine.cursor(tree);
  }

  @Override
  public void commit(Synchronous level) {
    engine.commit(level);
  }

  @Override
  public void rollback() {
    engine.rollback();
  }

  @Override
  public String toString() {
    return engine.toString();
  }
}
