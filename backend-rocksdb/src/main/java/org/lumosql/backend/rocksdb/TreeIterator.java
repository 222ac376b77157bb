// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import org.lumosql.kv.TreeKeys;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/**
 * An iterator of RocksDB over one tree, and what must live as long as it. Within its bounds it never walks through what
 * was deleted from other trees, of which there may be much.
 */
final class TreeIterator implements AutoCloseable {
  final int tree;
  final RocksIterator iterator;
  private final Slice lower;
  private final Slice upper;
  private final ReadOptions options;

  TreeIterator(RocksDB database, Snapshot snapshot, int tree) {
    this.tree = tree;
    this.lower = new Slice(TreeKeys.start(tree));
    this.upper = new Slice(TreeKeys.end(tree));
    this.options =
        new ReadOptions().setSnapshot(snapshot).setIterateLowerBound(lower).setIterateUpperBound(upper);
    this.iterator = database.newIterator(options);
  }

  @Override
  public void close() {
    iterator.close();
    options.close();
    lower.close();
    upper.close();
  }
}
