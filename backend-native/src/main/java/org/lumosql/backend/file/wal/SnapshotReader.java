// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.util.concurrent.locks.LockSupport;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Takes snapshots (https://sqlite.org/walformat.html#wal_locks). A reader chooses a read mark that is not newer than
 * its snapshot and locks it shared. As long as it does, no checkpoint copies frames behind the mark into the database,
 * and nobody starts the log anew.
 *
 * <p>All this goes on while others write, checkpoint and recover, so every step is checked afterwards, and done again
 * if the world has changed between.
 */
final class SnapshotReader {
  /** From here on a pause is made between tries, and it grows. */
  private static final int FIRST_PAUSED_ATTEMPT = 6;

  private static final int FIRST_GROWING_ATTEMPT = 10;
  private static final int LAST_ATTEMPT = 100;
  private static final long PAUSE_NANOS = 39_000;

  private final LogState state;
  private final WalIndexHeader candidate = new WalIndexHeader();
  private boolean changed;

  SnapshotReader(LogState state) {
    this.state = state;
  }

  /** Takes the newest snapshot; returns whether it differs from the one before. */
  boolean begin() {
    changed = false;
    boolean done = false;
    try {
      for (int attempt = 1; !tryBegin(); attempt++) {
        pause(attempt);
      }
      done = true;
    } finally {
      if (!done) {
        state.releaseEverything();
        state.header.clear(); // it may be newer than the cached pages: the next snapshot must look new
      }
    }
    return changed;
  }

  private boolean tryBegin() {
    if (state.privateIndex == null) {
      return loadForReading() && tryLockMark(true);
    }
    return beginWithoutWriting();
  }

  /**
   * With shared memory that cannot be written: a snapshot as others offer it, or, if nobody is there, one made from the
   * log.
   */
  private boolean beginWithoutWriting() {
    if (state.index.map(false) && state.index.readHeader(candidate)) {
      useCandidate();
      if (!tryLockMark(true)) {
        return false;
      }
      if (!state.databaseOnly) {
        state.privateIndex.follow(state.header);
      }
      return true;
    }
    // Whoever is writing the header has one of these locks.
    if (!isFree(WalLocks.WRITE) || !isFree(WalLocks.RECOVER)) {
      return false;
    }
    // Mark 0 keeps everybody from copying frames, and so from starting the log anew.
    if (!state.locks.tryShared(WalLocks.FIRST_READ)) {
      return false;
    }
    state.readSlot = 0;
    state.databaseOnly = false;
    state.firstFrame = 1;
    state.privateIndex.recover(candidate);
    useCandidate();
    return true;
  }

  private boolean isFree(int slot) {
    if (!state.locks.tryShared(slot)) {
      return false;
    }
    state.locks.releaseShared(slot);
    return true;
  }

  /**
   * Moves a writer that reads only the database (mark 0) to a mark of the log, which it is going to use. The snapshot
   * stays.
   */
  void moveToLog() {
    for (int attempt = 1; !tryLockMark(false); attempt++) {
      pause(attempt);
    }
  }

  private static void pause(int attempt) {
    if (attempt < FIRST_PAUSED_ATTEMPT) {
      return;
    }
    if (attempt > LAST_ATTEMPT) {
      throw new StoreException(ResultCode.PROTOCOL, "no snapshot after " + LAST_ATTEMPT
          + " tries: the WAL-index keeps changing");
    }
    int steps = Math.max(1, attempt - FIRST_GROWING_ATTEMPT + 1);
    LockSupport.parkNanos(attempt < FIRST_GROWING_ATTEMPT ? 1_000 : PAUSE_NANOS * steps * steps);
  }

  private boolean loadForReading() {
    if (loadHeader()) {
      return true;
    }
    if (!state.index.map(false)) {
      return false;
    }
    // Somebody has the WRITE lock while the header is not valid: writing it just now, or recovering, which may take
    // long.
    if (state.locks.tryShared(WalLocks.RECOVER)) {
      state.locks.releaseShared(WalLocks.RECOVER);
      return false;
    }
    throw new StoreException(ResultCode.BUSY_RECOVERY, "another connection is recovering " + state.file.path());
  }

  /**
   * Sets the state's header to the newest commit, recovering the index if need be.
   *
   * @return false if another connection is in the way
   */
  boolean loadHeader() {
    if (!(state.index.map(state.writing) && state.index.readHeader(candidate)) && !recover()) {
      return false;
    }
    useCandidate();
    return true;
  }

  private void useCandidate() {
    if (!candidate.equalTo(state.header)) {
      changed = true;
      state.header.copyFrom(candidate);
    }
    check(candidate);
  }

  boolean hasChanged() {
    return changed;
  }

  void resetChanged() {
    changed = false;
  }

  private boolean recover() {
    boolean lockedBefore = state.writing;
    if (!lockedBefore && !state.locks.tryExclusive(WalLocks.WRITE, 1)) {
      return false;
    }
    state.writing = true;
    try {
      state.index.map(true);
      if (state.index.readHeader(candidate)) {
        return true;
      }
      changed = true;
      if (!new WalRecovery(state).run()) {
        return false;
      }
      candidate.copyFrom(state.header);
      return true;
    } finally {
      if (!lockedBefore) {
        state.writing = false;
        state.locks.releaseExclusive(WalLocks.WRITE, 1);
      }
    }
  }

  private void check(WalIndexHeader header) {
    if (header.version() != WalFile.VERSION) {
      throw new StoreException(
          ResultCode.CANTOPEN, "the WAL-index of " + state.file.path() + " has version " + header.version()
          + " instead of " + WalFile.VERSION);
    }
    if (header.maximumFrame() < 0 || header.maximumFrame() > 0 && !WalFile.isPageSize(header.pageSize())) {
      throw StoreException.corrupt(
          "the WAL-index of " + state.file.path() + " counts " + header.maximumFrame() + " frames of "
          + header.pageSize() + " bytes");
    }
  }

  private boolean tryLockMark(boolean databaseOnlyAllowed) {
    int last = state.header.maximumFrame();
    if (databaseOnlyAllowed && state.index.backfilled() == last && state.locks.tryShared(WalLocks.FIRST_READ)) {
      // If somebody has appended since, the database alone is no snapshot any more.
      return keepIfCurrent(0, 0);
    }
    int slot = bestMark(last);
    int mark = slot == 0 ? 0 : state.index.readMark(slot);
    if (!state.index.isReadOnly() && (slot == 0 || mark != last)) {
      int raised = raiseMark(last);
      if (raised != 0) {
        slot = raised;
        mark = last;
      }
    }
    if (slot == 0) {
      if (state.index.isReadOnly()) {
        throw new StoreException(ResultCode.READONLY_CANTINIT,
            "no read mark for the snapshot, and the shared memory cannot be written");
      }
      return false;
    }
    return lockMark(slot, mark);
  }

  /** The slot with the highest mark that is not newer than the snapshot, or 0. */
  private int bestMark(int last) {
    int best = 0;
    int bestMark = 0;
    for (int slot = 1; slot < WalIndex.READ_MARKS; slot++) {
      int mark = state.index.readMark(slot);
      if (mark != WalIndex.UNUSED_MARK && mark >= bestMark && mark <= last) {
        best = slot;
        bestMark = mark;
      }
    }
    return best;
  }

  /** Sets a mark that nobody uses to the snapshot and returns its slot, or 0 if all are in use. */
  private int raiseMark(int last) {
    for (int slot = 1; slot < WalIndex.READ_MARKS; slot++) {
      if (state.trySetMark(slot, last)) {
        return slot;
      }
    }
    return 0;
  }

  /**
   * Locks a mark, then looks whether it and the header are still what they were. If so: no checkpoint that began after
   * can go past the mark, and the log has not been started anew before the lock was there.
   */
  private boolean lockMark(int slot, int mark) {
    return state.locks.tryShared(WalLocks.FIRST_READ + slot) && keepIfCurrent(slot, mark);
  }

  /** Keeps the mark that was just locked if it and the header are what they were, else releases it. */
  private boolean keepIfCurrent(int slot, int mark) {
    state.readSlot = slot;
    state.databaseOnly = slot == 0;
    state.firstFrame = state.index.backfilled() + 1;
    state.index.barrier();
    if ((slot == 0 || state.index.readMark(slot) == mark) && state.index.isCurrent(state.header)) {
      return true;
    }
    end();
    return false;
  }

  void end() {
    if (state.readSlot != LogState.NO_SLOT) {
      int slot = state.readSlot;
      state.readSlot = LogState.NO_SLOT;
      state.locks.releaseShared(WalLocks.FIRST_READ + slot);
    }
  }
}
