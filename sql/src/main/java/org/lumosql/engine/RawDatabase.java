// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Iterator;
import org.lumosql.btree.Btree;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Salvaging;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A database as its storage has it, for tools that look below SQL: its pages, and what can still be read of a damaged one. The schema is not read, so that
 * it works where no statement would. One snapshot of the database is seen until it is closed. Used by the connection's thread.
 */
public final class RawDatabase implements AutoCloseable {
  private final Btree btree;
  private final boolean ownTransaction;

  RawDatabase(Btree btree) {
    this.btree = btree;
    this.ownTransaction = btree.transactionState() == TransactionState.NONE;
    try {
      btree.beginRead();
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /**
   * Reads the entries of trees, passing over whatever is damaged.
   *
   * @param trees the numbers of their roots; 1 is the schema table
   * @param withOrphans whether to go on with pages that none of these trees leads to
   * @throws EngineException if the backend cannot do that
   */
  public Iterator<Salvaging.Entry> salvage(int[] trees, boolean withOrphans) {
    try {
      return btree.capability(Salvaging.class).orElseThrow(this::noPages).salvage(trees, withOrphans);
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /** A copy of a page, from 1. @throws EngineException if the backend has none, or not that one */
  public byte[] page(int number) {
    try {
      return pages().readPage(number);
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  public long pageCount() {
    return pages().pageCount();
  }

  public int pageSize() {
    return pages().pageSize();
  }

  public int meta(MetaValue value) {
    return btree.meta(value);
  }

  /** The number of {@code PRAGMA data_version}. */
  public int dataVersion() {
    return btree.dataVersion();
  }

  private PageControl pages() {
    return btree.capability(PageControl.class).orElseThrow(this::noPages);
  }

  private EngineException noPages() {
    return new EngineException(ResultCode.ERROR, "the backend " + btree.backend().name() + " keeps no pages");
  }

  @Override
  public void close() {
    if (ownTransaction && btree.transactionState() == TransactionState.READ) {
      btree.rollback(null);
    }
  }
}
