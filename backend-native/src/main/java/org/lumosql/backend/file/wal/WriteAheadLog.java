// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.StoreException;

/**
 * One connection's view of the write-ahead log of a database: snapshots for readers, appending for the writer, checkpoints.
 *
 * <pre>
 *          beginRead            beginWrite
 *   NONE ------------> READ ----------------> WRITE      appendFrames, position, rollbackTo, undo: in WRITE
 *     ^    endRead      |  ^     endWrite       |        findFrame, readFrame, pageCount: in READ and WRITE
 *     +-----------------+  +--------------------+        checkpoint: in NONE
 * </pre>
 *
 * <ol>
 *   <li>W1. The caller holds at least SHARED on the database file from before the constructor until after {@link #close}; that keeps others
 *       from deleting the log.
 *   <li>W2. What {@link #findFrame} finds between beginRead and endRead is one snapshot: commits of others do not show.
 *   <li>W3. Frames appended without a commit size are seen by this connection only, and by nobody after endWrite without a commit.
 *   <li>W4. A commit is durable when {@link #appendFrames} with a commit size returns, if synchronous is FULL or EXTRA; with NORMAL it is
 *       atomic and durable after the next checkpoint.
 *   <li>W5. All failures are {@link StoreException}. After a failed appendFrames: {@link #undo}, then endWrite; nothing of the transaction
 *       remains.
 * </ol>
 *
 * Not thread-safe; logs of several connections of one JVM are independent.
 */
public final class WriteAheadLog implements AutoCloseable {
  /**
   * Opens the log, making the file if there is none.
   *
   * @param path the name of the log: the database's path with {@code -wal}
   * @param heapIndex keep the index in memory of this connection instead of the {@code -shm} file. Requires: the database is locked
   *     EXCLUSIVE, and stays so as long as {@link #isExclusive()}
   * @throws StoreException CANTOPEN if it cannot be opened
   */
  public WriteAheadLog(Vfs vfs, VfsFile database, String path, boolean heapIndex) {
    throw new UnsupportedOperationException();
  }

  /** OFF never syncs; NORMAL syncs around checkpoints and when the log starts anew; FULL and EXTRA sync every commit too. */
  public void setSynchronous(Synchronous level) {
    throw new UnsupportedOperationException();
  }

  /** What is left of the file when the log restarts ({@code PRAGMA journal_size_limit}); −1 for no limit. */
  public void setJournalSizeLimit(long bytes) {
    throw new UnsupportedOperationException();
  }

  // ---- snapshots ---------------------------------------------------------------------------------------------------------

  /**
   * Takes a snapshot of the newest commit. No effect on a snapshot that is open already: Requires NONE.
   *
   * @return whether it differs from the one that this connection saw last, so that cached pages must be dropped (always after open)
   * @throws StoreException BUSY_RECOVERY while another connection recovers the log (the caller calls the busy handler for it), PROTOCOL
   *     after many tries, CANTOPEN for a log of an unknown version, READONLY_RECOVERY or READONLY_CANTINIT if recovery is needed and not
   *     possible
   */
  public boolean beginRead() {
    throw new UnsupportedOperationException();
  }

  /** READ → NONE; from WRITE ends the write too, without commit. No effect in NONE. */
  public void endRead() {
    throw new UnsupportedOperationException();
  }

  public boolean isReading() {
    throw new UnsupportedOperationException();
  }

  /** Pages of the database in this snapshot, or 0 if the log holds no commit: then the file's own size counts. */
  public int pageCount() {
    throw new UnsupportedOperationException();
  }

  /** The frame that holds the page in this snapshot, or 0 if the page is to be read from the database file. Hot path. */
  public int findFrame(int pageNumber) {
    throw new UnsupportedOperationException();
  }

  /** Reads the page in a frame that {@link #findFrame} gave: {@code length} bytes, normally the page size. */
  public void readFrame(int frame, byte[] target, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  // ---- writing -----------------------------------------------------------------------------------------------------------

  /**
   * READ → WRITE.
   *
   * @return false if another connection writes: the caller decides about the busy handler
   * @throws StoreException BUSY_SNAPSHOT if others have committed since beginRead (the state stays READ; waiting does not help), READONLY
   */
  public boolean beginWrite() {
    throw new UnsupportedOperationException();
  }

  /** WRITE → READ. Requires: what was appended since beginWrite or the last commit was undone. No effect in READ and NONE. */
  public void endWrite() {
    throw new UnsupportedOperationException();
  }

  public boolean isWriting() {
    throw new UnsupportedOperationException();
  }

  /**
   * Appends pages. A page that this transaction has appended before is overwritten in place where possible.
   *
   * @param pageSize bytes of a page
   * @param commitSize 0, or: these frames complete a transaction that leaves the database so many pages long. Requires then: the batch is
   *     not empty (if no page has changed, give it page 1)
   */
  public void appendFrames(PageBatch pages, int pageSize, int commitSize) {
    throw new UnsupportedOperationException();
  }

  /** Where the log is now, for {@link #rollbackTo}. */
  public WalPosition position() {
    throw new UnsupportedOperationException();
  }

  /**
   * Forgets the frames appended since. A frame of before that was overwritten in place since keeps its new contents: the caller has the
   * page's contents of the time of {@code position} (from its savepoint journal) and must treat the page as dirty.
   */
  public void rollbackTo(WalPosition position) {
    throw new UnsupportedOperationException();
  }

  /** Forgets all frames appended since the last commit, and tells the page numbers in them, which the cache must drop. */
  public void undo(PageVisitor visitor) {
    throw new UnsupportedOperationException();
  }

  /** Frames in the log after the last commit of this connection, 0 if none since the last call: what the automatic checkpoint looks at. */
  public int takeCommittedFrames() {
    throw new UnsupportedOperationException();
  }

  // ---- checkpoints and exclusive mode --------------------------------------------------------------------------------------

  /**
   * Copies frames into the database file. Requires: NONE.
   *
   * @param busyHandler is asked, except in PASSIVE mode, before giving up on readers and writers in the way
   * @return with {@code busy} if it could not do all that the mode asks for, also if another checkpoint is running
   */
  public CheckpointResult checkpoint(CheckpointMode mode, BusyHandler busyHandler) {
    throw new UnsupportedOperationException();
  }

  /** Whether the lock slots are not used because the database file is locked EXCLUSIVE by this connection. */
  public boolean isExclusive() {
    throw new UnsupportedOperationException();
  }

  /** Whether the index is in the heap: then exclusive mode cannot be left without closing the log. */
  public boolean hasHeapIndex() {
    throw new UnsupportedOperationException();
  }

  /** Gives up the lock slots. Requires: the database is locked EXCLUSIVE and stays so. Any state. */
  public void enterExclusive() {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes lock slots again; then the caller may lower the lock of the database to SHARED.
   *
   * @return false if that is not possible (heap index)
   */
  public boolean leaveExclusive() {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends everything without commit. If the exclusive lock on the database can be had, the log is checkpointed, and log and index are
   * deleted; the lock level is left for the caller to lower.
   *
   * @param checkpoint false to leave the files as they are
   */
  public void close(boolean checkpoint) {
    throw new UnsupportedOperationException();
  }

  /** As {@code close(true)}. */
  @Override
  public void close() {
    close(true);
  }
}
