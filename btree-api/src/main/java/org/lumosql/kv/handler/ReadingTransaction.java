// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvTransaction;

/** A transaction that only reads. Subclasses read, and release what they hold when it ends. */
public abstract class ReadingTransaction implements KvTransaction {
  private boolean hasEnded;

  /** Called once, at the end. */
  protected abstract void release();

  /** For each method that reads. @throws StoreException MISUSE after the end */
  protected final void requireActive() {
    if (hasEnded) {
      throw new StoreException(ResultCode.MISUSE, "the transaction has ended");
    }
  }

  private static StoreException refusal() {
    return new StoreException(ResultCode.READONLY, "the transaction reads only");
  }

  @Override
  public final boolean isWritable() {
    return false;
  }

  @Override
  public final void put(int tree, byte[] key, byte[] value) {
    requireActive();
    throw refusal();
  }

  @Override
  public final boolean delete(int tree, byte[] key) {
    requireActive();
    throw refusal();
  }

  @Override
  public final void clear(int tree) {
    requireActive();
    throw refusal();
  }

  @Override
  public final void commit(Synchronous level) {
    requireActive();
    rollback();
  }

  @Override
  public final void rollback() {
    if (!hasEnded) {
      hasEnded = true;
      release();
    }
  }
}
