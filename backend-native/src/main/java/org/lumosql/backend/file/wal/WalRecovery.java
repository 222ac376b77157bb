// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.util.Arrays;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Builds the index from the log: needed by the first connection after all others have gone, and when a writer died
 * while it wrote the index header (https://sqlite.org/walformat.html#recovery).
 */
final class WalRecovery {
  private final LogState state;

  /** Page number per frame. */
  private int[] pageNumbers = new int[1024];

  WalRecovery(LogState state) {
    this.state = state;
  }

  /**
   * Requires: the WRITE lock. Takes CHECKPOINT and RECOVER too, so that others can tell recovery from writing.
   *
   * @return false if another connection is in the way
   */
  boolean run() {
    int first = state.checkpointing ? WalLocks.RECOVER : WalLocks.CHECKPOINT;
    int count = WalLocks.FIRST_READ - first;
    if (!state.locks.tryExclusive(first, count)) {
      return false;
    }
    try {
      state.header.clear();
      scan();
      publish();
      return true;
    } finally {
      state.locks.releaseExclusive(first, count);
    }
  }

  /** Sets the header to the last commit in the log that is whole. Anything wrong ends the log there; it is no error. */
  private void scan() {
    byte[] walHeader = new byte[WalFile.HEADER_SIZE];
    if (state.file.read(0, walHeader, 0, WalFile.HEADER_SIZE) < WalFile.HEADER_SIZE
        || !WalFile.isValidHeader(walHeader)) {
      return;
    }
    if (BigEndian.getInt(walHeader, 4) != WalFile.VERSION) {
      throw new StoreException(
          ResultCode.CANTOPEN, state.file.path() + " has version " + BigEndian.getInt(walHeader, 4) + " instead of "
          + WalFile.VERSION);
    }
    int pageSize = BigEndian.getInt(walHeader, 8);
    boolean bigEndian = (BigEndian.getInt(walHeader, 0) & 1) != 0;
    long checksum = BigEndian.getLong(walHeader, 24);
    WalIndexHeader header = state.header;
    header.setFormat(pageSize, bigEndian);
    header.setSalts(BigEndian.getInt(walHeader, 16), BigEndian.getInt(walHeader, 20));
    header.setFrameChecksum(checksum);
    state.checkpointSequence = BigEndian.getInt(walHeader, 12);

    FrameScanner frames = new FrameScanner(state.file, pageSize, bigEndian, BigEndian.getLong(walHeader, 16));
    frames.startBehind(0, checksum);
    while (frames.next()) {
      remember(frames.frame(), frames.pageNumber());
      if (frames.commitSize() != 0) {
        header.setMaximumFrame(frames.frame());
        header.setPageCount(frames.commitSize());
        header.setFrameChecksum(frames.checksum());
      }
    }
  }

  private void remember(int frame, int pageNumber) {
    if (frame > pageNumbers.length) {
      pageNumbers = Arrays.copyOf(pageNumbers, pageNumbers.length * 2);
    }
    pageNumbers[frame - 1] = pageNumber;
  }

  private void publish() {
    WalIndex index = state.index;
    int last = state.header.maximumFrame();
    index.rebuild(pageNumbers, last);
    index.writeHeader(state.header);
    index.setBackfilled(0);
    index.setBackfillAttempted(last);
    index.setReadMark(0, 0);
    for (int slot = 1; slot < WalIndex.READ_MARKS; slot++) {
      // A mark that a reader holds stays: its snapshot is still good.
      state.trySetMark(slot, slot == 1 && last != 0 ? last : WalIndex.UNUSED_MARK);
    }
  }
}
