// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.TransactionState;

/**
 * Transactions over numbered pages of one database, as one connection sees them: the contract between the B-tree and
 * everything below. {@link FilePager} is the implementation; the B-tree's own tests use a small one over a map.
 *
 * <ol>
 *   <li>P1. {@link #page} pins; every pin has one {@link #release}. A page that is pinned is never dropped.
 *   <li>P2. Before a page's bytes are changed: {@link #makeWritable}, which journals what must be journaled. It may
 *       throw; the page is unchanged then.
 *   <li>P3. After {@link #rollback} or {@link #rollbackToSavepoint} the contents of cached pages are those of the
 *       point rolled back to, and attachments of pages that changed are null. Pinned pages keep their {@link
 *       Page#data} array, with restored contents.
 *   <li>P4. Page numbers run from 1 to {@link #pageCount()}; asking beyond is CORRUPT, but {@link #newPage} extends.
 *   <li>P5. The lock-byte page is never handed out: see {@link #lockBytePage()}.
 * </ol>
 */
public interface Pager extends AutoCloseable {
  // ---- transactions, as in org.lumosql.btree.Btree ----------------------------------------------

  TransactionState transactionState();

  /**
   * NONE → READ: locks, rolls back a hot journal, drops cached pages if others have changed the file. Returns true if
   * cached contents may have changed since the last transaction of this pager.
   */
  boolean beginRead();

  void beginWrite(boolean exclusive);

  /**
   * Writes and syncs everything. Requires: the B-tree has put the final header fields into page 1 except change
   * counter, page count and versions.
   */
  void commitPhaseOne(String superJournal);

  /** @param keepReading stay in READ because cursors are open */
  void commitPhaseTwo(boolean keepReading);

  void rollback(boolean keepReading);

  /** Ends a READ. */
  void endRead();

  void openSavepoints(int count);

  int savepointCount();

  void releaseSavepoint(int index);

  void rollbackToSavepoint(int index);

  void setBusyHandler(BusyHandler handler);

  int dataVersion();

  boolean isReadOnly();

  // ---- pages ------------------------------------------------------------------------------------

  /** Pins a page. CORRUPT if the number is 0 or beyond the end. Requires: READ or WRITE. Hot path. */
  Page page(int number);

  /**
   * Pins a page whose present contents do not matter: it is zeroed, writable, and the file grows to hold it if it
   * lies behind the end. If it was a free page its old contents need not be journaled.
   */
  Page newPage(int number);

  /** The page if it is in the cache, pinned, else null. */
  Page cachedPage(int number);

  void release(Page page);

  /** Journals the page and marks it changed. Requires: WRITE. May be called again at no cost. */
  void makeWritable(Page page);

  /** The contents of this changed page no longer matter (it went to the freelist): it need not be written. */
  void discardContents(Page page);

  /**
   * Gives a pinned page another number (auto-vacuum). Whatever had that number is dropped.
   *
   * @param isCommit whether this happens while committing, when the page's old place will be cut off
   */
  void renumber(Page page, int newNumber, boolean isCommit);

  /** Pages of the database as this transaction sees it. */
  int pageCount();

  /** Cuts the database off behind a page, at commit. Requires: WRITE. */
  void truncate(int pageCount);

  int pageSize();

  /** Page size minus reserved bytes. */
  int usableSize();

  /**
   * Changes page size and reserved bytes. Requires: nothing pinned; the cache is dropped.
   *
   * @return whether it took effect (it does not while the file holds pages of another size)
   */
  boolean setPageSize(int pageSize, int reservedBytes);

  long maximumPageCount();

  long setMaximumPageCount(long pages);

  /** Number of the page that holds byte 0x40000000 of the file: never used. */
  default int lockBytePage() {
    return 0x40000000 / pageSize() + 1;
  }

  @Override
  void close();
}
