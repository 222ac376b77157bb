// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.backend.file.wal.PageVisitor;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.LockRelease;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.JournalMode;

/**
 * Where pages live below the cache: a file with a rollback journal, a file with a write-ahead log, memory and a
 * temporary file, or a store that commits batches of pages by itself. All the pager knows of durability, locks and
 * snapshots is here; what the pager keeps to itself is the cache, which pages changed, and savepoints.
 *
 * <p>Bytes that pass are encoded pages. Phases, with the calls allowed in each:
 *
 * <pre>
 *   idle     beginRead → reading
 *   reading  readPage; beginWrite → writing; endRead → idle
 *   writing  readPage, saveOriginal, spill, mark, rollbackTo; prepareCommit → prepared; rollback → reading
 *   prepared commit → reading; rollback → reading
 * </pre>
 *
 * <p>A call that throws BUSY leaves the phase as it was. If any other call throws in <i>writing</i> or
 * <i>prepared</i>, the pager allows nothing but {@link #rollback}; if that throws too, {@link #abandon}.
 */
interface PageStore extends AutoCloseable {
  /**
   * Takes a snapshot; recovers what a crash has left.
   *
   * @return whether pages read under an earlier snapshot may be out of date
   */
  boolean beginRead();

  /**
   * After a {@link #beginRead} that answered true: tells the numbers of all pages that may be out of date.
   *
   * @return false if that is not known: all of them may
   */
  default boolean showChanges(PageVisitor visitor) {
    return false;
  }

  /**
   * The store to go on with, because the file turned out to be of another kind; null if this is the right one. To be
   * asked after {@link #beginRead}. If there is one, this store's {@link #endRead} leaves it the locks.
   *
   * @param headerSaysWal whether a header that the pager has decoded tells of a write-ahead log
   */
  default PageStore successor(boolean headerSaysWal) {
    return null;
  }

  void endRead();

  /** What was known of the store is to be looked up again, because it is seen under another key. Requires: idle. */
  void forget();

  /**
   * Makes this the one writer.
   *
   * @param exclusive also keep new readers out where readers lock
   */
  void beginWrite(boolean exclusive);

  /** Bytes of a page; may change in {@link #beginRead}. */
  int pageSize();

  /** Tells the page size of a database that has no pages yet, or that is about to be read with another one. */
  void setPageSize(int pageSize);

  /** Pages of the snapshot by the store's own account, which for a file is its length. */
  int pageCount();

  /** Whether others can see the database, so that its header must tell its size and changes. */
  boolean isPersistent();

  default boolean isReadOnly() {
    return false;
  }

  /** Whether the next commit must move the change counter on, for others to notice it. */
  default boolean wantsChangeCounter() {
    return false;
  }

  /** Who decides how long to wait for locks that a commit needs. */
  default void setBusyHandler(BusyHandler handler) {}

  /** What to wait for after a BUSY. */
  default LockRelease lockRelease() {
    return LockRelease.UNKNOWN;
  }

  /** Reads a page as this transaction has last written it; a page never written is zeros. */
  void readPage(int number, byte[] target);

  // ---- writing ----------------------------------------------------------------------------------

  /**
   * Whether the store can bring back pages as they were when the transaction began, and at each {@link #mark}. If
   * not, the pager keeps copies.
   */
  boolean keepsOriginals();

  /** Called before the first change of a page that existed when the transaction began. */
  default void saveOriginal(int number, byte[] encoded) {}

  /**
   * Whether {@link #prepareCommit} takes the changed pages; if not they stay dirty in the cache from transaction to
   * transaction.
   */
  boolean writesAtCommit();

  /**
   * Writes changed pages before the transaction ends because the cache is full.
   *
   * @return false if that is impossible now; nothing has happened then
   */
  boolean spill(PageBatch pages);

  /**
   * Whether writing this page now costs the writing alone. For others something must become durable before, and that is better
   * done once for many.
   */
  default boolean canSpillAlone(int number) {
    return false;
  }

  /** The present point of the transaction, for {@link #rollbackTo}. Marks are used like a stack. */
  default long mark() {
    return 0;
  }

  /**
   * Brings back pages that were changed for the first time since the mark. Of pages that were changed before it and
   * spilled after it the spilled contents may stay, or go if {@link #forgetsSpills}; the pager then has copies.
   */
  default void rollbackTo(long mark) {}

  /** Whether {@link #rollbackTo} takes back everything spilled since the mark, also what had been changed before. */
  default boolean forgetsSpills() {
    return false;
  }

  /**
   * First step of a commit: everything is durable but can still be undone.
   *
   * @param pages what is dirty
   * @param size the size of the database then
   * @param superJournal the super-journal of a commit over several databases, or null
   */
  void prepareCommit(PageBatch pages, DatabaseSize size, String superJournal);

  /** Second step: the durable point. Must not fail for want of space. */
  void commit();

  /** After a commit or rollback, for a pager that goes on reading: gives up what only a writer holds. Else {@link #endRead} gives up everything at once. */
  default void keepReading() {}

  /** Undoes everything since {@link #beginWrite}. */
  void rollback();

  // ---- what pragmas ask -------------------------------------------------------------------------

  JournalMode journalMode();

  /** Whether there is a journal whose mode can be chosen. */
  default boolean hasJournal() {
    return true;
  }

  /** Copies a log into the database; a store without one has nothing to do. Requires: idle. */
  default CheckpointResult checkpoint(CheckpointMode mode) {
    return new CheckpointResult(false, -1, -1);
  }

  /** Whether the database could have a write-ahead log. */
  default boolean canUseLog() {
    return false;
  }

  /** Whether locks held for exclusive mode can be given back. */
  default boolean canLeaveExclusive() {
    return true;
  }

  /** The rollback journal that a super-journal has to name, or null if there is none to name. */
  default String journalPath() {
    return null;
  }

  /**
   * Gives everything up after a failed rollback: no locks held, recovery left to the next {@link #beginRead}. Never
   * throws.
   */
  void abandon();

  /** Ends whatever is under way. */
  @Override
  void close();

  /**
   * The size a commit gives a database.
   *
   * @param pageCount in pages of the size that this transaction works with
   * @param bytes differs from the product only if the transaction changed the page size
   */
  record DatabaseSize(int pageCount, long bytes) {}
}
