// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;
import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.wal.PageVisitor;
import org.lumosql.backend.file.wal.WalPosition;
import org.lumosql.backend.file.wal.WriteAheadLog;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.LockRelease;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A database file with a write-ahead log. SHARED is held on the file for as long as the store is in use, so that
 * nobody deletes the log; everything else is locked in the log's index.
 *
 * <p>The first step of a commit appends all pages but the last, the second step the last one with the commit mark. If
 * several databases commit together the first step appends the last page too, so that the second cannot fail for want
 * of space.
 */
final class WalStore implements PageStore {
  private final DatabaseFile database;
  private final PagerSettings settings;
  private final WriteAheadLog log;
  private BusyHandler busyHandler = BusyHandler.NEVER;

  /** Distinct positions handed out as marks; the mark is the index. */
  private WalPosition[] positions = new WalPosition[4];

  private int positionCount;
  private boolean hasSpilled;
  private final LogBatch toAppend = new LogBatch();
  private int commitPageCount;
  private int committedFrames = -1;

  /** Requires: SHARED on the file. */
  WalStore(DatabaseFile database) {
    this.database = database;
    this.settings = database.settings;
    if (!database.usesLocks()) {
      throw new StoreException(ResultCode.CANTOPEN, database + ": a write-ahead log needs locks");
    }
    if (settings.isExclusiveLocking) {
      database.lock(LockLevel.EXCLUSIVE);
    }
    log = new WriteAheadLog(database.vfs, database.file, database.walPath(), settings.isExclusiveLocking);
  }

  // ---- reading ----------------------------------------------------------------------------------

  @Override
  public boolean beginRead() {
    log.setSynchronous(settings.synchronous);
    log.setJournalSizeLimit(settings.journalSizeLimit);
    return log.beginRead();
  }

  @Override
  public boolean showChanges(PageVisitor visitor) {
    return log.showChanges(visitor);
  }

  @Override
  public void forget() {
    database.forgetHeader();
  }

  @Override
  public void endRead() {
    log.endRead();
    if (log.isExclusive() && !settings.isExclusiveLocking && log.leaveExclusive()) {
      database.unlock(LockLevel.SHARED);
    }
    int frames = log.takeCommittedFrames();
    committedFrames = frames > 0 ? frames : committedFrames;
    if (settings.walAutocheckpoint > 0 && frames >= settings.walAutocheckpoint) {
      checkpointQuietly();
    }
  }

  /** Frames in the log after the last commit of this connection, −1 if there was none. */
  int committedFrames() {
    return committedFrames;
  }

  /** The commit that brought us here is done: if the checkpoint fails, a later one will tell. */
  private void checkpointQuietly() {
    try {
      log.checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
    } catch (StoreException ignored) {
      log.endRead();
    }
  }

  @Override
  public int pageSize() {
    return database.pageSize();
  }

  @Override
  public void setPageSize(int pageSize) {
    database.setPageSize(pageSize);
  }

  @Override
  public int pageCount() {
    int pages = log.isReading() ? log.pageCount() : 0;
    return pages != 0 ? pages : database.pageCount();
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
    busyHandler = handler;
    database.setBusyHandler(handler);
  }

  @Override
  public LockRelease lockRelease() {
    return log.lockRelease();
  }

  @Override
  public void readPage(int number, byte[] target) {
    int frame = log.findFrame(number);
    if (frame == 0) {
      database.readPage(number, target);
    } else {
      log.readFrame(frame, target, 0, database.pageSize());
    }
  }

  // ---- writing ----------------------------------------------------------------------------------

  @Override
  public void beginWrite(boolean exclusive) {
    if (settings.isExclusiveLocking && !log.isExclusive()) {
      if (!database.tryLock(LockLevel.EXCLUSIVE)) {
        database.unlock(LockLevel.SHARED);
        throw busy();
      }
      log.enterExclusive();
    }
    if (!log.beginWrite()) {
      throw busy();
    }
    positionCount = 0;
    hasSpilled = false;
  }

  private StoreException busy() {
    return StoreException.busy(database + ": another connection is writing");
  }

  @Override
  public boolean keepsOriginals() {
    return true;
  }

  @Override
  public boolean writesAtCommit() {
    return true;
  }

  /** A commit needs a frame to put its mark on, which page 1 provides if all else has been spilled. */
  @Override
  public boolean wantsChangeCounter() {
    return hasSpilled;
  }

  @Override
  public boolean spill(PageBatch pages) {
    hasSpilled = true;
    toAppend.set(pages, 0, pages.count());
    log.appendFrames(toAppend, database.pageSize(), 0);
    return true;
  }

  @Override
  public long mark() {
    WalPosition position = log.position();
    if (positionCount > 0 && positions[positionCount - 1].equals(position)) {
      return positionCount - 1;
    }
    if (positionCount == positions.length) {
      positions = Arrays.copyOf(positions, positionCount * 2);
    }
    positions[positionCount] = position;
    return positionCount++;
  }

  @Override
  public boolean forgetsSpills() {
    return true;
  }

  @Override
  public void rollbackTo(long mark) {
    positionCount = (int) mark + 1;
    if (hasSpilled) {
      log.rollbackTo(positions[(int) mark]);
    }
  }

  // ---- ending -----------------------------------------------------------------------------------

  @Override
  public void prepareCommit(PageBatch pages, DatabaseSize size, String superJournal) {
    commitPageCount = size.pageCount();
    int count = pages.count();
    int early = superJournal == null ? count - 1 : count;
    if (early > 0) {
      hasSpilled = true;
      toAppend.set(pages, 0, early);
      log.appendFrames(toAppend, database.pageSize(), 0);
    }
    toAppend.set(pages, Math.max(0, count - 1), count);
  }

  @Override
  public void commit() {
    if (toAppend.size() > 0) {
      log.appendFrames(toAppend, database.pageSize(), commitPageCount);
    }
    endWrite();
  }

  @Override
  public void rollback() {
    log.undo(number -> {});
    endWrite();
  }

  private void endWrite() {
    toAppend.set(null, 0, 0);
    positionCount = 0;
    hasSpilled = false;
    log.endWrite();
  }

  @Override
  public void abandon() {
    toAppend.set(null, 0, 0);
    positionCount = 0;
    hasSpilled = false;
    try {
      log.endRead();
    } catch (StoreException ignored) {
      // The error that brought us here is the one to tell.
    }
  }

  // ---- the log as a whole -----------------------------------------------------------------------

  @Override
  public JournalMode journalMode() {
    return JournalMode.WAL;
  }

  @Override
  public CheckpointResult checkpoint(CheckpointMode mode) {
    log.setSynchronous(settings.synchronous);
    log.setJournalSizeLimit(settings.journalSizeLimit);
    return log.checkpoint(mode, busyHandler);
  }

  @Override
  public boolean canLeaveExclusive() {
    return !log.hasHeapIndex();
  }

  /**
   * Checkpoints and deletes the log. The database is locked EXCLUSIVE then, its header still says WAL. Requires: no
   * transaction.
   *
   * @throws StoreException BUSY if other connections use the log
   */
  RollbackStore leave() {
    if (!database.tryLock(LockLevel.EXCLUSIVE)) {
      database.unlock(LockLevel.SHARED);
      throw new StoreException(ResultCode.BUSY, database + ": other connections use the write-ahead log");
    }
    try {
      log.closeAndDelete();
    } catch (StoreException e) {
      if (!log.isExclusive()) {
        database.unlock(LockLevel.SHARED);
      }
      throw e;
    }
    // Commits to the log need not have touched the header: the cache may be older than the file although that looks
    // the same.
    database.forgetHeader();
    return new RollbackStore(database);
  }

  @Override
  public void close() {
    try {
      log.close(!database.isReadOnly());
    } finally {
      try {
        database.unlock(LockLevel.NONE);
      } finally {
        database.close();
      }
    }
  }

  @Override
  public String toString() {
    return database.toString();
  }

  /** A part of a batch, as the log wants it. */
  private static final class LogBatch implements org.lumosql.backend.file.wal.PageBatch {
    private PageBatch pages;
    private int from;
    private int to;

    void set(PageBatch batch, int first, int end) {
      pages = batch;
      from = first;
      to = end;
    }

    @Override
    public int size() {
      return to - from;
    }

    @Override
    public int pageNumber(int index) {
      return pages.number(from + index);
    }

    @Override
    public byte[] data(int index) {
      return pages.bytes(from + index);
    }
  }
}
