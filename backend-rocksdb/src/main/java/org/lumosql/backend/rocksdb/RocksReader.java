// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.TreeKeys;
import org.lumosql.kv.handler.ReadingTransaction;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** Reads a snapshot. Iterators are dear, so those of closed cursors are kept for the next ones of the transaction. */
final class RocksReader extends ReadingTransaction {
  /** As many entries of a tree are counted; of larger trees nothing is known but RocksDB's guess for all. */
  private static final int COUNTED = 10_000;

  private final RocksDB database;
  private final Snapshot snapshot;
  private final ReadOptions options;
  private final List<TreeIterator> idle = new ArrayList<>();
  private final Set<RocksCursor> cursors = new HashSet<>();

  RocksReader(RocksDB database) {
    this.database = database;
    this.snapshot = database.getSnapshot();
    this.options = new ReadOptions().setSnapshot(snapshot);
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    requireActive();
    try {
      return database.get(options, TreeKeys.of(tree, key));
    } catch (RocksDBException e) {
      throw RocksErrors.of(e);
    }
  }

  private TreeIterator iterator(int tree) {
    for (int i = idle.size() - 1; i >= 0; i--) {
      if (idle.get(i).tree == tree) {
        return idle.remove(i);
      }
    }
    return new TreeIterator(database, snapshot, tree);
  }

  @Override
  public boolean isEmpty() {
    requireActive();
    try (RocksIterator iterator = database.newIterator(options)) {
      iterator.seekToFirst();
      return !iterator.isValid();
    }
  }

  @Override
  public long estimatedCount(int tree) {
    long count = 0;
    try (KvCursor cursor = cursor(tree)) {
      for (boolean more = cursor.first(); more && count < COUNTED; more = cursor.next()) {
        count++;
      }
    }
    if (count < COUNTED) {
      return count;
    }
    try {
      return Math.max(count, database.getLongProperty("rocksdb.estimate-num-keys"));
    } catch (RocksDBException e) {
      throw RocksErrors.of(e);
    }
  }

  @Override
  public KvCursor cursor(int tree) {
    requireActive();
    RocksCursor cursor = new RocksCursor(this, iterator(tree));
    cursors.add(cursor);
    return cursor;
  }

  void closed(RocksCursor cursor, TreeIterator iterator) {
    cursors.remove(cursor);
    idle.add(iterator);
  }

  @Override
  protected void release() {
    Set.copyOf(cursors).forEach(RocksCursor::close);
    idle.forEach(TreeIterator::close);
    options.close();
    database.releaseSnapshot(snapshot);
    snapshot.close();
  }
}
