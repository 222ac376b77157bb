// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.block.BlockCache;

/**
 * For engines that read snapshots and write batches, but have no transaction that does both: a writer keeps its changes
 * in memory, over the snapshot that it began with, until the engine writes them at once. A transaction can therefore
 * change as much as fits into the heap.
 */
public abstract class BufferedStore implements KvStore {
  private final AtomicBoolean hasWriter = new AtomicBoolean();
  /** Null if none are kept. */
  private final BlockCache blocks;

  private volatile boolean isClosed;

  /** For engines that read fast. */
  protected BufferedStore() {
    this(null);
  }

  /**
   * For engines of which an entry is dear to read: what was read is kept in blocks. Nobody else may write the store.
   *
   * @param blocks where it is kept; null for not at all
   */
  protected BufferedStore(BlockCache blocks) {
    this.blocks = blocks;
  }

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
    return layers(name());
  }

  /** The names of the handlers from here on down to the engine. */
  protected final List<String> layers(String... below) {
    List<String> layers = new ArrayList<>();
    layers.add("buffer");
    if (blocks != null) {
      layers.add("blocks");
    }
    layers.addAll(List.of(below));
    return layers;
  }

  @Override
  public final KvTransaction begin(boolean write) {
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, "the store is closed");
    }
    if (!write) {
      return blocks == null ? read() : blocks.reading(this::read);
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
      transaction = new BufferedTransaction(this, blocks == null ? readToWrite() : blocks.reading(this::readToWrite));
      return transaction;
    } finally {
      hasWriter.set(transaction != null);
    }
  }

  /** What a writer has changed, to the engine. */
  final void write(BufferedTransaction transaction, Synchronous level) {
    if (blocks == null) {
      apply(transaction, level);
      return;
    }
    BlockCache.Commit commit = blocks.commit();
    try {
      transaction.announceTo(commit);
      apply(transaction, level);
    } finally {
      commit.end();
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
      if (blocks != null) {
        blocks.close();
      }
      closeEngine();
    }
  }

  @Override
  public String toString() {
    return String.join(" over ", layers());
  }
}
