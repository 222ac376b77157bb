// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The shortest engine: immutable sorted trees in memory. A transaction works on the trees of its beginning, so that
 * snapshots cost nothing, and a commit is one reference. Several connections of the JVM may share one store; its
 * contents last as long as the object, over {@link #close()} too.
 */
public final class SortedMapStore implements KvStore {
  private final AtomicReference<SortedMapTransaction> writer = new AtomicReference<>();
  private final Traits traits;
  private volatile Map<Integer, SortedTree> committed = Map.of();
  private volatile boolean closed;

  public SortedMapStore() {
    this(Integer.MAX_VALUE);
  }

  /** A store that refuses longer keys with TOOBIG, as many engines do. */
  public SortedMapStore(int maximumKeyLength) {
    traits = new Traits(maximumKeyLength, false, false);
  }

  @Override
  public String name() {
    return "sortedmap";
  }

  @Override
  public String engineVersion() {
    return "1";
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public List<String> layers() {
    return List.of(name());
  }

  @Override
  public KvTransaction begin(boolean write) {
    if (closed) {
      throw new StoreException(ResultCode.MISUSE, "the store is closed");
    }
    SortedMapTransaction transaction = new SortedMapTransaction(this, write);
    if (write && !writer.compareAndSet(null, transaction)) {
      throw new StoreException(ResultCode.BUSY, "another transaction writes");
    }
    transaction.start(committed);
    return transaction;
  }

  void publish(Map<Integer, SortedTree> trees) {
    committed = trees;
  }

  void ended(SortedMapTransaction transaction) {
    writer.compareAndSet(transaction, null);
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return name();
  }
}
