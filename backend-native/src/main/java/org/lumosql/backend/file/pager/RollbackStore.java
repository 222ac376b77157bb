// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.LockRelease;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A database file with a rollback journal (https://sqlite.org/atomiccommit.html).
 *
 * <pre>
 *   idle     no lock (SHARED or more if exclusive)
 *   reading  SHARED; no hot journal; cache valid while the header's stamp is the same
 *   writing  RESERVED; originals go to the journal; from the first spill on EXCLUSIVE
 *   prepared EXCLUSIVE; journal and database synced
 *   commit   the journal ends: deleted, cut or its header wiped out
 * </pre>
 */
final class RollbackStore implements PageStore {
  private final DatabaseFile database;
  private final PagerSettings settings;

  /** The file as it lies there, if not its header, tells of a write-ahead log. */
  private boolean wantsLog;

  /** Another store has taken over the file with its locks. */
  private boolean isHandedOver;

  private RollbackJournal journal;
  private byte[] journalBuffer;

  /** The journal of the transaction before, kept open in exclusive mode. */
  private VfsFile retainedJournal;

  private boolean isRetainedNameDurable;

  private int pageCount;

  /** Length of the file when the write transaction began. */
  private int originalPageCount;

  /** Pages of the file that this transaction has overwritten. */
  private final PageSet written = new PageSet();

  /** The highest number of them. */
  private int lastWritten;

  /** Pages in the journal; kept only if a sector is larger than a page. */
  private final PageSet journaled = new PageSet();

  private boolean hasWritten;
  private long committedBytes;

  /** In exclusive mode the change counter moves on once, there is nobody to notice more. */
  private boolean isCounterMoved;

  /** Why the end of a transaction that is past undoing could not be made durable; null if all is well. */
  private StoreException failureAtEnd;

  /** A rollback has failed and is to be tried again. */
  private boolean mustRollBack;

  /** Set while the header still says WAL but we are leaving that mode. */
  private boolean ignoresWal;

  RollbackStore(DatabaseFile database) {
    this.database = database;
    this.settings = database.settings;
  }

  void ignoreWal(boolean ignore) {
    ignoresWal = ignore;
    wantsLog = false; // if the header goes on saying WAL the next transaction finds out
  }

  // ---- reading ----------------------------------------------------------------------------------

  @Override
  public boolean beginRead() {
    if (database.isImmutable) {
      boolean changed = database.readHeader();
      pageCount = database.pageCount();
      return changed;
    }
    if (mustRollBack) {
      rollback();
      keepReading();
    }
    // Locks that were kept have kept everybody else from writing.
    boolean wasLocked = database.usesLocks() && database.lockLevel() != LockLevel.NONE;
    database.lock(LockLevel.SHARED);
    try {
      if (!wasLocked) {
        isCounterMoved = false;
        new HotJournal(database).playBack();
      }
      boolean changed = database.readHeader();
      if (changed || pageCount == 0 || database.isWal()) {
        pageCount = database.pageCount();
        wantsLog = looksLikeWal();
      }
      return changed;
    } catch (RuntimeException | Error error) {
      database.unlock(LockLevel.NONE);
      throw error;
    }
  }

  /**
   * A log beside a database counts even if the header does not tell of it: a crash may have kept the header from the
   * disk.
   */
  private boolean looksLikeWal() {
    if (database.isWal()) {
      return true;
    }
    if (!database.vfs.exists(database.walPath())) {
      return false;
    }
    if (pageCount == 0 && !database.isReadOnly()) {
      database.vfs.delete(database.walPath(), false);
    }
    return pageCount > 0;
  }

  @Override
  public PageStore successor(boolean headerSaysWal) {
    if (ignoresWal || database.isImmutable || !wantsLog && !headerSaysWal) {
      return null;
    }
    WalStore successor = new WalStore(database);
    isHandedOver = true;
    return successor;
  }

  @Override
  public void forget() {
    database.forgetHeader();
  }

  @Override
  public void endRead() {
    if (!settings.isExclusiveLocking && !isHandedOver) {
      endRetention();
      database.unlock(LockLevel.NONE);
    }
  }

  /** Exclusive mode is over: what the journal mode wants of the file is done now, while it is ours. */
  private void endRetention() {
    if (retainedJournal == null) {
      return;
    }
    VfsFile file = retainedJournal;
    retainedJournal = null;
    file.close();
    if (settings.rollbackMode != JournalMode.PERSIST && settings.rollbackMode != JournalMode.TRUNCATE) {
      database.vfs.delete(database.journalPath(), false);
    }
  }

  /**
   * After a change to a journal mode that leaves no file behind: deletes that of the mode before, if nobody is
   * writing. Requires: reading, so that a hot journal has been played back.
   */
  void deleteJournalFile() {
    if (retainedJournal != null) {
      retainedJournal.close();
      retainedJournal = null;
    }
    if (database.isReadOnly() || !database.vfs.exists(database.journalPath())) {
      return;
    }
    boolean wasShared = database.lockLevel() == LockLevel.SHARED;
    if (database.tryLock(LockLevel.RESERVED)) {
      database.vfs.delete(database.journalPath(), false);
      if (wasShared) {
        database.unlock(LockLevel.SHARED);
      }
    }
  }

  @Override
  public int pageSize() {
    return database.pageSize();
  }

  @Override
  public void setPageSize(int pageSize) {
    database.setPageSize(pageSize);
    database.forgetHeader();
  }

  @Override
  public int pageCount() {
    if (database.lockLevel() == LockLevel.NONE) {
      return database.pageCount();
    }
    return pageCount;
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return database.isReadOnly();
  }

  @Override
  public void setBusyHandler(BusyHandler handler) {
    database.setBusyHandler(handler);
  }

  @Override
  public LockRelease lockRelease() {
    return database.lockRelease();
  }

  @Override
  public void readPage(int number, byte[] target) {
    database.readPage(number, target);
  }

  // ---- writing ----------------------------------------------------------------------------------

  @Override
  public void beginWrite(boolean exclusive) {
    database.lock(LockLevel.RESERVED);
    if (exclusive) {
      try {
        database.waitForLock(LockLevel.EXCLUSIVE);
      } catch (RuntimeException | Error error) {
        database.unlock(LockLevel.SHARED);
        throw error;
      }
    }
    originalPageCount = database.pageCount();
    lastWritten = 0;
    written.clear();
    journaled.clear();
    hasWritten = false;
  }

  @Override
  public boolean keepsOriginals() {
    return true;
  }

  @Override
  public boolean writesAtCommit() {
    return true;
  }

  @Override
  public boolean wantsChangeCounter() {
    return !(settings.isExclusiveLocking && isCounterMoved);
  }

  @Override
  public void saveOriginal(int number, byte[] encoded) {
    if (number <= originalPageCount && settings.rollbackMode != JournalMode.OFF) {
      journal().append(number, encoded);
      if (database.sectorSize() > database.pageSize()) {
        journaled.add(number);
      }
    }
  }

  private RollbackJournal journal() {
    if (journal == null) {
      if (database.file.hasMoved()) {
        throw new StoreException(ResultCode.READONLY_DBMOVED, database + " has been renamed or replaced");
      }
      int bufferSize = RollbackJournal.bufferSize(database.pageSize(), database.sectorSize());
      if (journalBuffer == null || journalBuffer.length != bufferSize) {
        journalBuffer = new byte[bufferSize];
      }
      journal =
          new RollbackJournal(
              database.vfs,
              database.journalPath(),
              settings,
              retainedJournal,
              isRetainedNameDurable,
              journalBuffer,
              database.pageSize(),
              originalPageCount,
              database.sectorSize());
      retainedJournal = null;
    }
    return journal;
  }

  @Override
  public boolean spill(PageBatch pages) {
    if (!database.tryLock(LockLevel.EXCLUSIVE)) {
      return false;
    }
    boolean isWrittenAgain = pages.count() == 1 && canSpillAlone(pages.number(0));
    if (settings.rollbackMode != JournalMode.OFF && !isWrittenAgain) {
      saveNeighbours(pages);
      journal().start();
      journal().sync();
    }
    write(pages, false);
    return true;
  }

  /** J1: what this transaction has overwritten before has its original, and those of its neighbours, in a synced segment. */
  @Override
  public boolean canSpillAlone(int number) {
    return hasWritten && written.contains(number);
  }

  /** @param canBeStopped by an interruption, which leaves nothing but the rollback: not where the cache only makes room for others */
  private void write(PageBatch pages, boolean canBeStopped) {
    for (int i = 0; i < pages.count(); i++) {
      written.add(pages.number(i));
      lastWritten = Math.max(lastWritten, pages.number(i));
    }
    hasWritten = true;
    database.writePages(pages, canBeStopped);
  }

  /**
   * Where a failing write may damage more than a page, all pages of the sector must be in the journal. A neighbour
   * that is not there yet has not been written, so the file has it as it was. One that is there must not come again,
   * or rolling back to a mark in between would undo too much.
   */
  private void saveNeighbours(PageBatch pages) {
    int perSector = database.sectorSize() / database.pageSize();
    if (perSector <= 1) {
      return;
    }
    byte[] neighbour = new byte[database.pageSize()];
    for (int i = 0; i < pages.count(); i++) {
      int first = (pages.number(i) - 1) / perSector * perSector + 1;
      for (int number = first; number < first + perSector && number <= originalPageCount; number++) {
        boolean isSaved = number == pages.number(i) || journaled.contains(number) || written.contains(number);
        if (!isSaved && number != JournalFormat.lockBytePage(database.pageSize())) {
          database.readPage(number, neighbour);
          journal().append(number, neighbour);
          journaled.add(number);
        }
      }
    }
  }

  @Override
  public long mark() {
    return journal == null ? 0 : journal.end();
  }

  @Override
  public void rollbackTo(long mark) {
    if (hasWritten) {
      requireJournal();
      restoreFrom(mark);
    }
  }

  private void requireJournal() {
    if (settings.rollbackMode == JournalMode.OFF) {
      throw new StoreException(
          ResultCode.ABORT, database + ": with journal_mode=OFF what has been written to the file cannot be undone");
    }
  }

  private void restoreFrom(long mark) {
    if (journal != null) {
      journal.replay(
          mark,
          (number, bytes, offset) -> {
            if (written.contains(number)) {
              database.writePage(number, bytes, offset);
            }
          });
    }
  }

  // ---- ending -----------------------------------------------------------------------------------

  @Override
  public void prepareCommit(PageBatch pages, DatabaseSize size, String superJournal) {
    if (settings.rollbackMode != JournalMode.OFF) {
      saveNeighbours(pages);
      journal().start();
      journal().seal(settings.rollbackMode == JournalMode.MEMORY ? null : superJournal);
      journal().sync();
    }
    database.waitForLock(LockLevel.EXCLUSIVE);
    write(pages, settings.rollbackMode != JournalMode.OFF);
    if (size.pageCount() > originalPageCount) {
      database.extendTo(size.pageCount());
    }
    lastWritten = Math.max(lastWritten, size.pageCount());
    database.sync();
    committedBytes = size.bytes();
  }

  @Override
  public void commit() {
    finishJournal();
    isCounterMoved = true;
    cutOff();
    pageCount = (int) ((committedBytes + database.pageSize() - 1) / database.pageSize());
    endWrite();
  }

  /** The transaction is committed: a file that stays longer than its header tells is well too. */
  private void cutOff() {
    if (committedBytes >= (long) Math.max(originalPageCount, lastWritten) * database.pageSize()) {
      return; // not longer before, and nothing written behind it
    }
    try {
      if (database.file.size() > committedBytes) {
        database.file.truncate(committedBytes);
      }
    } catch (StoreException harmless) {
      database.forgetHeader();
    }
  }

  /** After a commit that failed when it was past undoing: only {@link #abandon} and reading anew tell what there is. */
  @Override
  public void rollback() {
    if (failureAtEnd != null) {
      throw new StoreException(
          failureAtEnd.code(), database + ": the commit that failed cannot be undone any more", failureAtEnd);
    }
    if (hasWritten) {
      database.forgetHeader();
      requireJournal();
      restoreFrom(0);
      long bytes = (long) originalPageCount * database.pageSize();
      if (database.file.size() > bytes) {
        database.file.truncate(bytes);
      }
      database.sync();
      hasWritten = false;
      database.readHeader();
    }
    mustRollBack = false;
    finishJournal();
    endWrite();
  }

  private void finishJournal() {
    if (journal != null) {
      try {
        retainedJournal = journal.finish(settings.isExclusiveLocking);
      } catch (StoreException e) {
        failureAtEnd = journal.hasEnded() ? e : null;
        throw e;
      }
      isRetainedNameDurable = journal.isNameDurable();
      journal = null;
    }
  }

  private void endWrite() {
    written.clear();
    journaled.clear();
    hasWritten = false;
  }

  @Override
  public void keepReading() {
    if (!settings.isExclusiveLocking) {
      database.unlock(LockLevel.SHARED);
    }
  }

  @Override
  public JournalMode journalMode() {
    return settings.rollbackMode;
  }

  @Override
  public boolean canUseLog() {
    return database.usesLocks();
  }

  @Override
  public String journalPath() {
    boolean hasFile = settings.rollbackMode != JournalMode.OFF && settings.rollbackMode != JournalMode.MEMORY;
    return hasFile ? database.journalPath() : null;
  }

  /**
   * A journal in memory is the only thing that can repair the file: it is kept, and nobody else let in, until that
   * succeeds.
   */
  @Override
  public void abandon() {
    failureAtEnd = null;
    if (hasWritten && settings.rollbackMode == JournalMode.MEMORY) {
      mustRollBack = true;
      return;
    }
    if (journal != null) {
      RollbackJournal left = journal;
      journal = null;
      quietly(left::closeFile);
    }
    written.clear();
    journaled.clear();
    hasWritten = false;
    database.forgetHeader();
    quietly(() -> database.unlock(LockLevel.NONE));
  }

  private static void quietly(Runnable action) {
    try {
      action.run();
    } catch (StoreException ignored) {
      // The error that brought us here is the one to tell.
    }
  }

  @Override
  public void close() {
    try {
      if (mustRollBack) {
        rollback();
      }
      endRetention();
      database.unlock(LockLevel.NONE);
    } finally {
      database.close();
    }
  }

  @Override
  public String toString() {
    return database.toString();
  }
}
