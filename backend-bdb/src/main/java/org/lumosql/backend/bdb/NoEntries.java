// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;

/** A cursor over a tree that has no database. */
final class NoEntries implements KvCursor {
  private static StoreException misuse() {
    return new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
  }

  @Override
  public boolean seek(byte[] key) {
    return false;
  }

  @Override
  public boolean first() {
    return false;
  }

  @Override
  public boolean last() {
    return false;
  }

  @Override
  public boolean next() {
    throw misuse();
  }

  @Override
  public boolean previous() {
    throw misuse();
  }

  @Override
  public byte[] key() {
    throw misuse();
  }

  @Override
  public byte[] value() {
    throw misuse();
  }

  @Override
  public void close() {
    // there is nothing
  }
}
