// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;

/**
 * For engines that read snapshots and write batches, but have no transaction that does both: a writer keeps its changes
 * in memory, over the snapshot that it began with, until the engine writes them at once. A transaction can therefore
 * change as much as fits into the heap.
 */
public abstract class BufferedStore implements KvStore {
  private final AtomicBoolean hasWriter = new AtomicBoolean();
  private volatile boolean isClosed;

  /** For subclasses. */
  protected BufferedStore() {}

  /** A transaction that reads the last commit (K2). */
  protected abstract KvTransaction read();

  /** What a writer reads: as {@link #read}, but nothing else will be committed before it ends. */
  protected KvTransaction readToWrite() {
    return read();
  }

  /** Writes changes: all or, after an error, none. */
  protected abstract void apply(Changes changes, Synchronous level);

  /** Whether the files cannot be written. */
  protected abstract boolean isReadOnly();

  /** Closes the engine. Called once. */
  protected abstract void closeEngine();

  @Override
  public List<String> layers() {
    return List.of("buffer", name());
  }

  @Override
  public final KvTransaction begin(boolean write) {
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, "the store is closed");
    }
    if (!write) {
      return read();
    }
    if (isReadOnly()) {
      throw new StoreException(ResultCode.READONLY, "the files cannot be written");
    }
    // the place is taken before reading, or somebody might commit in between
    if (!hasWriter.compareAndSet(false, true)) {
      throw new StoreException(ResultCode.BUSY, "another transaction writes");
    }
    BufferedTransaction transaction = null;
    try {
      transaction = new BufferedTransaction(this, readToWrite());
      return transaction;
    } finally {
      hasWriter.set(transaction != null);
    }
  }

  /** Called once by each writer. */
  final void writerEnded() {
    hasWriter.set(false);
  }

  @Override
  public final void close() {
    if (!isClosed) {
      isClosed = true;
      closeEngine();
    }
  }

  @Override
  public String toString() {
    return String.join(" over ", layers());
  }
}
