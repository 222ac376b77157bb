// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.Synchronous;

/**
 * What one connection knows of the log and holds of its locks: shared by the classes that read, write, recover and
 * checkpoint.
 */
final class LogState {
  static final int NO_SLOT = -1;

  final Vfs vfs;
  final VfsFile database;
  final WalFile file;
  final WalIndex index;
  final WalLocks locks;

  /** The snapshot; in WRITE with the frames of this transaction that are not committed yet. */
  final WalIndexHeader header = new WalIndexHeader();

  /** Where frames are looked for: the shared index, or a private one if that cannot be written. */
  final WalIndex lookup;

  /** Not null if the shared index cannot be written. */
  final PrivateIndex privateIndex;

  /** Whether the snapshot is wholly in the database file. */
  boolean databaseOnly;

  /** The read mark that is locked: NO_SLOT in state NONE. */
  int readSlot = NO_SLOT;

  /** Frames before this one are in the database file already, so they are not looked for. */
  int firstFrame;

  /** Whether the WRITE lock is held. */
  boolean writing;

  /** Whether the CHECKPOINT lock is held. */
  boolean checkpointing;

  /** The first frame that this transaction has appended or will append. */
  int firstOwnFrame;

  /**
   * The first frame whose page was overwritten in place, so that checksums from there on must be made again; 0 if none.
   */
  int rechecksumFrom;

  /** How often the log was started anew, as far as this connection knows. */
  int checkpointSequence;

  /** Whether the log was started anew and may be cut at the next commit. */
  boolean truncateOnCommit;

  Synchronous synchronous = Synchronous.FULL;
  long sizeLimit = -1;

  LogState(Vfs vfs, VfsFile database, WalFile file, WalIndex index, WalLocks locks) {
    this.vfs = vfs;
    this.database = database;
    this.file = file;
    this.index = index;
    this.locks = locks;
    this.privateIndex = index.isReadOnly() ? new PrivateIndex(file) : null;
    this.lookup = privateIndex == null ? index : privateIndex.index();
  }

  boolean isSyncing() {
    return synchronous != Synchronous.OFF;
  }

  boolean isSyncingCommits() {
    return synchronous.compareTo(Synchronous.FULL) >= 0;
  }

  int findFrame(int pageNumber) {
    int last = header.maximumFrame();
    return last == 0 || databaseOnly ? 0 : lookup.find(pageNumber, firstFrame, last);
  }

  /** Back to state NONE after a failure, wherever it happened. */
  void releaseEverything() {
    readSlot = NO_SLOT;
    writing = false;
    checkpointing = false;
    locks.releaseAll();
  }

  /** Sets a read mark, if nobody uses it. */
  boolean trySetMark(int slot, int frame) {
    if (!locks.tryExclusive(WalLocks.FIRST_READ + slot, 1)) {
      return false;
    }
    try {
      index.setReadMark(slot, frame);
    } finally {
      locks.releaseExclusive(WalLocks.FIRST_READ + slot, 1);
    }
    return true;
  }

  /**
   * Starts the log anew: the next frame will be 1, with new salts that void what is behind. Requires: WRITE lock and
   * all read marks but 0 exclusive, everything checkpointed.
   */
  void restart(int newSalt) {
    checkpointSequence++;
    header.setMaximumFrame(0);
    header.setSalts(header.salt1() + 1, newSalt);
    index.writeHeader(header);
    index.setBackfilled(0);
    index.setBackfillAttempted(0);
    index.setReadMark(1, 0);
    for (int slot = 2; slot < WalIndex.READ_MARKS; slot++) {
      index.setReadMark(slot, WalIndex.UNUSED_MARK);
    }
  }
}
