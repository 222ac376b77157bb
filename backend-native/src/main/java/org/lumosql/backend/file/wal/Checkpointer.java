// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.util.Arrays;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.error.Interruption;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Copies frames from the log into the database file (https://sqlite.org/wal.html#ckpt,
 * https://sqlite.org/c3ref/wal_checkpoint_v2.html).
 *
 * <ol>
 *   <li>C1. No frame is copied that is newer than the mark of a reader: it would find pages of the future in the
 *       database.
 *   <li>C2. The log is synced before the database is written to, and the database before the number of copied frames is
 *       published: after a crash the log still holds all that the database may lack.
 *   <li>C3. While pages are copied read mark 0 is locked: it belongs to readers who use the database alone.
 *   <li>C4. Without the WRITE lock a writer may start the log anew at any time before mark 0 is locked: it holds that
 *       mark while it does (https://sqlite.org/wal.html#walresetbug). So only under that lock it is certain that the
 *       header read before is of this log.
 *   <li>C5. What the index says is compared with the frame itself before it goes into the database.
 * </ol>
 */
final class Checkpointer {
  /** Neighbouring pages are gathered to so many bytes before they are written. */
  private static final int PAGES_BETWEEN_CHECKS = 64;
  private static final int BUFFER_SIZE = 64 * 1024;

  /** How often a log that keeps being started anew is looked at again. */
  private static final int MAXIMUM_RESTARTS = 10;

  /** A database that is shorter than what log and file together explain is not ours to repair. */
  private static final int MAXIMUM_SLACK = 65536;

  private final LogState state;
  private final SnapshotReader reader;

  Checkpointer(LogState state, SnapshotReader reader) {
    this.state = state;
    this.reader = reader;
  }

  /** Requires: no snapshot is open. */
  CheckpointResult run(CheckpointMode mode, BusyHandler busyHandler) {
    if (mode == CheckpointMode.NOOP) {
      return look();
    }
    if (state.file.isReadOnly() || state.database.isReadOnly() || state.index.isReadOnly()) {
      throw new StoreException(ResultCode.READONLY, "a database opened for reading only is not checkpointed");
    }
    if (!state.locks.tryExclusive(WalLocks.CHECKPOINT, 1)) {
      return new CheckpointResult(true, -1, -1);
    }
    state.checkpointing = true;
    reader.resetChanged();
    try {
      return runLocked(mode, busyHandler);
    } finally {
      if (reader.hasChanged()) {
        // The header is newer than the cached pages: the next snapshot must look new.
        state.header.clear();
      }
      if (state.writing) {
        state.writing = false;
        state.locks.releaseExclusive(WalLocks.WRITE, 1);
      }
      state.checkpointing = false;
      state.locks.releaseExclusive(WalLocks.CHECKPOINT, 1);
    }
  }

  private CheckpointResult look() {
    reader.resetChanged();
    try {
      return reader.loadHeader()
          ? new CheckpointResult(false, state.header.maximumFrame(), state.index.backfilled())
          : new CheckpointResult(true, -1, -1);
    } finally {
      if (reader.hasChanged()) {
        state.header.clear();
      }
    }
  }

  private CheckpointResult runLocked(CheckpointMode mode, BusyHandler busyHandler) {
    CheckpointMode possible = mode;
    BusyHandler handler = mode == CheckpointMode.PASSIVE ? BusyHandler.NEVER : busyHandler;
    if (mode != CheckpointMode.PASSIVE) {
      if (state.locks.waitExclusive(WalLocks.WRITE, 1, handler)) {
        state.writing = true;
      } else {
        possible = CheckpointMode.PASSIVE;
        handler = BusyHandler.NEVER;
      }
    }
    if (!reader.loadHeader()) {
      return new CheckpointResult(true, -1, -1);
    }
    boolean finished = backfill(handler);
    if (possible != CheckpointMode.PASSIVE && finished && possible.compareTo(CheckpointMode.RESTART) >= 0) {
      finished = waitForReaders(possible == CheckpointMode.TRUNCATE, handler);
    }
    boolean busy = possible != mode || mode != CheckpointMode.PASSIVE && !finished;
    return new CheckpointResult(busy, state.header.maximumFrame(), state.index.backfilled());
  }

  /** Copies as much as readers allow; returns whether that was everything. */
  private boolean backfill(BusyHandler busyHandler) {
    for (int attempt = 0; attempt < MAXIMUM_RESTARTS; attempt++) {
      if (state.index.backfilled() >= state.header.maximumFrame()) {
        return true;
      }
      int safe = safeFrame(busyHandler);
      if (!state.locks.waitExclusive(WalLocks.FIRST_READ, 1, busyHandler)) {
        return false;
      }
      try {
        if (state.index.isOfSameLog(state.header)) {
          if (state.index.backfilled() < safe) {
            copy(safe);
          }
          return safe == state.header.maximumFrame();
        }
      } finally {
        state.locks.releaseExclusive(WalLocks.FIRST_READ, 1);
      }
      if (!reader.loadHeader()) {
        return false;
      }
    }
    return false;
  }

  /** The last frame that may be copied (C1). Marks that no reader uses are moved out of the way. */
  private int safeFrame(BusyHandler busyHandler) {
    int safe = state.header.maximumFrame();
    BusyHandler handler = busyHandler;
    for (int slot = 1; slot < WalIndex.READ_MARKS; slot++) {
      int mark = state.index.readMark(slot);
      if (Integer.compareUnsigned(mark, safe) >= 0) {
        continue;
      }
      if (!waitSetMark(slot, slot == 1 ? safe : WalIndex.UNUSED_MARK, handler)) {
        safe = mark;
        handler = BusyHandler.NEVER;
      }
    }
    return safe;
  }

  private boolean waitSetMark(int slot, int frame, BusyHandler busyHandler) {
    for (int attempts = 0; !state.trySetMark(slot, frame); attempts++) {
      if (!busyHandler.retry(attempts, state.locks.release())) {
        return false;
      }
    }
    return true;
  }

  private void copy(int safe) {
    WalIndexHeader header = state.header;
    int pageSize = header.pageSize();
    checkLogHeader();
    state.index.setBackfillAttempted(safe);
    if (state.isSyncing()) {
      state.file.sync();
    }
    long wanted = Integer.toUnsignedLong(header.pageCount()) * pageSize;
    long size = state.database.size();
    if (size + MAXIMUM_SLACK + (long) header.maximumFrame() * pageSize < wanted) {
      throw StoreException.corrupt(
          state.database.path() + " would grow from " + size + " to " + wanted + " bytes by "
          + header.maximumFrame() + " frames");
    }
    copyPages(newestFrames(safe), pageSize);
    if (safe == header.maximumFrame() && state.index.isCurrent(header) && state.database.size() != wanted) {
      state.database.truncate(wanted);
    }
    if (state.isSyncing()) {
      state.database.sync(true);
    }
    state.index.setBackfilled(safe);
  }

  /** C5, for all frames together. */
  private void checkLogHeader() {
    byte[] bytes = new byte[WalFile.HEADER_SIZE];
    state.file.readFully(0, bytes, 0, bytes.length);
    if (!WalFile.isValidHeader(bytes)
        || BigEndian.getInt(bytes, 8) != state.header.pageSize()
        || BigEndian.getInt(bytes, 16) != state.header.salt1()
        || BigEndian.getInt(bytes, 20) != state.header.salt2()) {
      throw StoreException.corrupt("the header of " + state.file.path() + " does not fit its WAL-index");
    }
  }

  /**
   * Page number in the upper, frame in the lower half, in ascending order: for every page with frames that are not
   * copied yet the newest, unless that is newer than {@code safe}. Such a page needs no copy now: who may look for it
   * in the database does not, for it is in the log.
   */
  private long[] newestFrames(int safe) {
    int first = state.index.backfilled() + 1;
    int last = state.header.maximumFrame();
    long[] sorted = new long[last - first + 1];
    for (int frame = first; frame <= last; frame++) {
      sorted[frame - first] = (long) state.index.pageOf(frame) << 32 | frame;
    }
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean isNewest = i + 1 == sorted.length || sorted[i + 1] >>> 32 != sorted[i] >>> 32;
      int pageNumber = (int) (sorted[i] >>> 32);
      if (isNewest && (int) sorted[i] <= safe && pageNumber > 0 && pageNumber <= state.header.pageCount()) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  private void copyPages(long[] frames, int pageSize) {
    byte[] frame = new byte[WalFile.FRAME_HEADER_SIZE + pageSize];
    byte[] buffer = new byte[Math.max(pageSize, BUFFER_SIZE)];
    int buffered = 0;
    int copied = 0;
    long bufferOffset = 0;
    for (long entry : frames) {
      int pageNumber = (int) (entry >>> 32);
      if ((++copied & PAGES_BETWEEN_CHECKS - 1) == 0) {
        Interruption.check();
      }
      readChecked((int) entry, pageNumber, frame, pageSize);
      long offset = (pageNumber - 1L) * pageSize;
      if (buffered == buffer.length || offset != bufferOffset + buffered) {
        writeBuffer(bufferOffset, buffer, buffered);
        bufferOffset = offset;
        buffered = 0;
      }
      System.arraycopy(frame, WalFile.FRAME_HEADER_SIZE, buffer, buffered, pageSize);
      buffered += pageSize;
    }
    writeBuffer(bufferOffset, buffer, buffered);
  }

  private void writeBuffer(long offset, byte[] buffer, int length) {
    if (length > 0) {
      Interruption.check();
      state.database.write(offset, buffer, 0, length);
    }
  }

  private void readChecked(int number, int pageNumber, byte[] frame, int pageSize) {
    state.file.readFully(WalFile.frameOffset(number, pageSize), frame, 0, frame.length);
    if (BigEndian.getInt(frame, 0) != pageNumber
        || BigEndian.getInt(frame, 8) != state.header.salt1()
        || BigEndian.getInt(frame, 12) != state.header.salt2()) {
      throw StoreException.corrupt(
          "frame " + number + " of " + state.file.path() + " holds page " + BigEndian.getInt(frame, 0)
          + ", the WAL-index says " + pageNumber);
    }
  }

  /**
   * Waits until no reader uses the log, so that the next writer starts it anew; or does so now and empties the file.
   */
  private boolean waitForReaders(boolean truncate, BusyHandler busyHandler) {
    if (!state.locks.waitExclusive(WalLocks.FIRST_READ + 1, WalIndex.READ_MARKS - 1, busyHandler)) {
      return false;
    }
    try {
      if (truncate) {
        state.restart(state.vfs.randomInt());
        state.file.truncate(0);
      }
    } finally {
      state.locks.releaseExclusive(WalLocks.FIRST_READ + 1, WalIndex.READ_MARKS - 1);
    }
    return true;
  }
}
