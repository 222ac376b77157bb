// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import org.lumosql.btree.Synchronous;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.SortedMapStore;
import org.lumosql.kv.block.BlockCache;
import org.lumosql.kv.handler.BufferedStore;
import org.lumosql.kv.handler.Changes;

/** An engine that reads snapshots and writes batches: what {@link BufferedStore} is for. */
final class BufferedMapStore extends BufferedStore {
  private final SortedMapStore inner = new SortedMapStore(100);

  BufferedMapStore() {}

  BufferedMapStore(BlockCache blocks) {
    super(blocks);
  }

  @Override
  public String name() {
    return "buffered";
  }

  @Override
  public String engineVersion() {
    return "1";
  }

  @Override
  public Traits traits() {
    return inner.traits();
  }

  @Override
  protected KvTransaction read() {
    return inner.begin(false);
  }

  @Override
  protected boolean isReadOnly() {
    return false;
  }

  @Override
  protected void closeEngine() {
    inner.close();
  }

  @Override
  protected void apply(Changes changes, Synchronous level) {
    try (KvTransaction batch = inner.begin(true)) {
      changes.writeTo(
          new Changes.Target() {
            @Override
            public void clear(int tree) {
              batch.clear(tree);
            }

            @Override
            public void put(int tree, byte[] key, byte[] value) {
              batch.put(tree, key, value);
            }

            @Override
            public void delete(int tree, byte[] key) {
              batch.delete(tree, key);
            }
          });
      batch.commit(level);
    }
  }
}
