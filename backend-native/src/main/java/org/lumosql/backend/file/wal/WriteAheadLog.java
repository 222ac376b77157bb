// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.SharedMemory;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.LockRelease;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * One connection's view of the write-ahead log of a database: snapshots for readers, appending for the writer,
 * checkpoints.
 *
 * <pre>
 *          beginRead            beginWrite
 *   NONE ------------> READ ----------------> WRITE      appendFrames, position, rollbackTo, undo: in WRITE
 *     ^    endRead      |  ^     endWrite       |        findFrame, readFrame, pageCount: in READ and WRITE
 *     +-----------------+  +--------------------+        checkpoint: in NONE
 * </pre>
 *
 * <ol>
 *   <li>W1. The caller holds at least SHARED on the database file from before the constructor until after {@link
 *       #close}; that keeps others from deleting the log.
 *   <li>W2. What {@link #findFrame} finds between beginRead and endRead is one snapshot: commits of others do not show.
 *   <li>W3. Frames appended without a commit size are seen by this connection only, and by nobody after endWrite
 *       without a commit.
 *   <li>W4. A commit is durable when {@link #appendFrames} with a commit size returns, if synchronous is FULL or EXTRA;
 *       with NORMAL it is atomic and durable after the next checkpoint.
 *   <li>W5. All failures are {@link StoreException}. After a failed appendFrames: {@link #undo}, then endWrite; nothing
 *       of the transaction remains.
 * </ol>
 *
 * Not thread-safe; logs of several connections of one JVM are independent.
 */
public final class WriteAheadLog implements AutoCloseable {
  private final LogState state;
  private final SnapshotReader reader;
  private final FrameWriter writer;
  private final Checkpointer checkpointer;
  private final SnapshotChanges changes;
  private final boolean heapIndex;
  private int committedFrames;
  private boolean closed;

  /**
   * Opens the log, making the file if there is none.
   *
   * @param path the name of the log: the database's path with {@code -wal}
   * @param heapIndex keep the index in memory of this connection instead of the {@code -shm} file. Requires: the
   *     database is locked EXCLUSIVE, and stays so as long as {@link #isExclusive()}
   * @throws StoreException CANTOPEN if it cannot be opened
   */
  public WriteAheadLog(Vfs vfs, VfsFile database, String path, boolean heapIndex) {
    this.heapIndex = heapIndex;
    SharedMemory memory = heapIndex ? new HeapSharedMemory() : database.sharedMemory();
    WalFile file;
    try {
      file = new WalFile(vfs, path);
    } catch (StoreException e) {
      memory.close(false);
      throw e;
    }
    WalLocks locks = new WalLocks(memory);
    locks.setExclusiveMode(heapIndex);
    this.state = new LogState(vfs, database, file, new WalIndex(memory), locks);
    this.reader = new SnapshotReader(state);
    this.writer = new FrameWriter(state, reader);
    this.checkpointer = new Checkpointer(state, reader);
    this.changes = new SnapshotChanges(state);
  }

  /**
   * OFF never syncs; NORMAL syncs around checkpoints and when the log starts anew; FULL and EXTRA sync every commit
   * too.
   */
  public void setSynchronous(Synchronous level) {
    state.synchronous = level;
  }

  /** What is left of the file when the log restarts ({@code PRAGMA journal_size_limit}); −1 for no limit. */
  public void setJournalSizeLimit(long bytes) {
    state.sizeLimit = bytes;
  }

  // ---- snapshots
  // ---------------------------------------------------------------------------------------------------------

  /**
   * Takes a snapshot of the newest commit. No effect on a snapshot that is open already: Requires NONE.
   *
   * @return whether it differs from the one that this connection saw last, so that cached pages must be dropped (always
   *     after open)
   * @throws StoreException BUSY_RECOVERY while another connection recovers the log (the caller calls the busy handler
   *     for it), PROTOCOL after many tries, CANTOPEN for a log of an unknown version, READONLY_RECOVERY or
   *     READONLY_CANTINIT if recovery is needed and not possible
   */
  public boolean beginRead() {
    assert !isReading() : "a snapshot is open";
    changes.remember();
    try {
      return reader.begin();
    } catch (InternalError e) {
      state.releaseEverything();
      throw memoryLost(e);
    }
  }

  /**
   * After a {@link #beginRead} that answered true: tells the numbers of all pages that may differ from those of the snapshot before.
   *
   * @return false if that is not known: all of them may
   */
  public boolean showChanges(PageVisitor visitor) {
    try {
      return changes.show(visitor);
    } catch (InternalError e) {
      throw memoryLost(e);
    }
  }

  /** READ → NONE; from WRITE ends the write too, without commit. No effect in NONE. */
  public void endRead() {
    endWrite();
    reader.end();
  }

  public boolean isReading() {
    return state.readSlot != LogState.NO_SLOT;
  }

  /** Pages of the database in this snapshot, or 0 if the log never held a commit: then the file's own size counts. */
  public int pageCount() {
    return state.header.pageCount();
  }

  /**
   * The frame that holds the page in this snapshot, or 0 if the page is to be read from the database file. Hot path.
   */
  public int findFrame(int pageNumber) {
    try {
      return state.findFrame(pageNumber);
    } catch (InternalError e) {
      throw memoryLost(e);
    }
  }

  /** Reads the page in a frame that {@link #findFrame} gave: {@code length} bytes, normally the page size. */
  public void readFrame(int frame, byte[] target, int offset, int length) {
    long position = WalFile.frameOffset(frame, state.header.pageSize()) + WalFile.FRAME_HEADER_SIZE;
    state.file.readFully(position, target, offset, length);
  }

  // ---- writing
  // -----------------------------------------------------------------------------------------------------------

  /**
   * READ → WRITE.
   *
   * @return false if another connection writes: the caller decides about the busy handler
   * @throws StoreException BUSY_SNAPSHOT if others have committed since beginRead (the state stays READ; waiting does
   *     not help), READONLY
   */
  public boolean beginWrite() {
    assert isReading() && !isWriting() : "beginWrite needs a snapshot";
    if (state.file.isReadOnly() || state.index.isReadOnly()) {
      throw new StoreException(ResultCode.READONLY, state.file.path() + " cannot be written");
    }
    if (!state.locks.tryExclusive(WalLocks.WRITE, 1)) {
      return false;
    }
    try {
      if (!state.index.isCurrent(state.header)) {
        throw new StoreException(ResultCode.BUSY_SNAPSHOT, "others have committed since the snapshot was taken");
      }
      state.writing = true;
    } catch (InternalError e) {
      throw memoryLost(e);
    } finally {
      if (!state.writing) {
        state.locks.releaseExclusive(WalLocks.WRITE, 1);
      }
    }
    state.firstOwnFrame = state.header.maximumFrame() + 1;
    state.rechecksumFrom = 0;
    return true;
  }

  /**
   * WRITE → READ. Requires: what was appended since beginWrite or the last commit was undone. No effect in READ and
   * NONE.
   */
  public void endWrite() {
    if (state.writing) {
      state.writing = false;
      state.rechecksumFrom = 0;
      state.truncateOnCommit = false;
      state.locks.releaseExclusive(WalLocks.WRITE, 1);
    }
  }

  /** What to wait for when another connection was in the way. */
  public LockRelease lockRelease() {
    return state.locks.release();
  }

  public boolean isWriting() {
    return state.writing;
  }

  /**
   * Appends pages. A page that this transaction has appended before is overwritten in place where possible.
   *
   * @param pageSize bytes of a page
   * @param commitSize 0, or: these frames complete a transaction that leaves the database so many pages long. Requires
   *     then: the batch is not empty (if no page has changed, give it page 1)
   */
  public void appendFrames(PageBatch pages, int pageSize, int commitSize) {
    requireWriting();
    try {
      writer.append(pages, pageSize, commitSize);
    } catch (InternalError e) {
      throw memoryLost(e);
    }
    if (commitSize != 0) {
      committedFrames = state.header.maximumFrame();
    }
  }

  /** Where the log is now, for {@link #rollbackTo}. */
  public WalPosition position() {
    requireWriting();
    return writer.position();
  }

  /**
   * Forgets the frames appended since. A frame of before that was overwritten in place since keeps its new contents:
   * the caller has the page's contents of the time of {@code position} (from its savepoint journal) and must treat the
   * page as dirty.
   */
  public void rollbackTo(WalPosition position) {
    requireWriting();
    try {
      writer.rollbackTo(position);
    } catch (InternalError e) {
      throw memoryLost(e);
    }
  }

  /**
   * Forgets all frames appended since the last commit, and tells the page numbers in them, which the cache must drop.
   */
  public void undo(PageVisitor visitor) {
    requireWriting();
    try {
      writer.undo(visitor);
    } catch (InternalError e) {
      throw memoryLost(e);
    }
  }

  /**
   * Frames in the log after the last commit of this connection, 0 if none since the last call: what the automatic
   * checkpoint looks at.
   */
  public int takeCommittedFrames() {
    int frames = committedFrames;
    committedFrames = 0;
    return frames;
  }

  // ---- checkpoints and exclusive mode
  // --------------------------------------------------------------------------------------

  /**
   * Copies frames into the database file. Requires: NONE.
   *
   * @param busyHandler is asked, except in PASSIVE mode, before giving up on readers and writers in the way
   * @return with {@code busy} if it could not do all that the mode asks for, also if another checkpoint is running
   */
  public CheckpointResult checkpoint(CheckpointMode mode, BusyHandler busyHandler) {
    if (isReading()) {
      throw new StoreException(ResultCode.LOCKED, "a checkpoint needs the connection to have no transaction");
    }
    try {
      return checkpointer.run(mode, busyHandler);
    } catch (InternalError e) {
      state.releaseEverything();
      throw memoryLost(e);
    }
  }

  /** Whether the lock slots are not used because the database file is locked EXCLUSIVE by this connection. */
  public boolean isExclusive() {
    return state.locks.isExclusiveMode();
  }

  /** Whether the index is in the heap: then exclusive mode cannot be left without closing the log. */
  public boolean hasHeapIndex() {
    return heapIndex;
  }

  /** Gives up the lock slots. Requires: the database is locked EXCLUSIVE and stays so; not WRITE. */
  public void enterExclusive() {
    assert !isWriting() : "the write lock is held";
    if (!isExclusive()) {
      if (isReading()) {
        state.locks.releaseShared(WalLocks.FIRST_READ + state.readSlot);
      }
      state.locks.setExclusiveMode(true);
    }
  }

  /**
   * Takes lock slots again. Requires: not WRITE. Then the caller may lower the lock of the database to SHARED.
   *
   * @return false if that is not possible (heap index)
   */
  public boolean leaveExclusive() {
    assert !isWriting() : "the write lock cannot be taken back";
    if (heapIndex) {
      return false;
    }
    state.locks.setExclusiveMode(false);
    if (isReading() && !state.locks.tryShared(WalLocks.FIRST_READ + state.readSlot)) {
      state.locks.setExclusiveMode(true);
    }
    return !isExclusive();
  }

  /**
   * Leaves WAL mode: copies everything into the database, closes and deletes log and index. Requires: NONE; the
   * database is locked EXCLUSIVE. If it fails the log is as it was, and still open: a database whose header denies the
   * log must not have one beside it.
   *
   * @throws StoreException what went wrong; BUSY if frames are left for any other reason
   */
  public void closeAndDelete() {
    boolean wasExclusive = isExclusive();
    enterExclusive();
    boolean done = false;
    try {
      CheckpointResult result = checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
      if (result.busy() || result.checkpointedFrames() < result.logFrames()) {
        throw new StoreException(ResultCode.BUSY, state.file.path() + " cannot be copied into the database completely");
      }
      done = true;
    } finally {
      if (!done && !wasExclusive) {
        leaveExclusive();
      }
    }
    closed = true;
    try {
      state.index.memory().close(true);
    } finally {
      state.file.close();
    }
    state.file.delete();
  }

  /**
   * Ends everything without commit. If the exclusive lock on the database can be had, the log is checkpointed, and log
   * and index are deleted; if that fails they stay, with all that is in them. The lock level is left for the caller to
   * lower.
   *
   * @param checkpoint false to leave the files as they are
   */
  public void close(boolean checkpoint) {
    if (closed) {
      return;
    }
    closed = true;
    endRead();
    boolean delete = false;
    try {
      delete = checkpoint && isAlone() && checkpointCompletely();
    } finally {
      try {
        state.index.memory().close(delete);
      } finally {
        state.file.close();
      }
    }
    if (delete) {
      state.file.delete();
    }
  }

  /** As {@code close(true)}. */
  @Override
  public void close() {
    close(true);
  }

  private boolean isAlone() {
    if (state.database.isReadOnly() || state.file.isReadOnly() || state.index.isReadOnly()) {
      return false;
    }
    if (state.database.lockLevel() == LockLevel.NONE && !state.database.lock(LockLevel.SHARED)) {
      return false;
    }
    return state.database.lock(LockLevel.EXCLUSIVE);
  }

  private boolean checkpointCompletely() {
    state.locks.setExclusiveMode(true);
    try {
      CheckpointResult result = checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
      return !result.busy() && result.checkpointedFrames() == result.logFrames();
    } catch (StoreException e) {
      // The log has everything; whoever opens the database next finds it there.
      return false;
    }
  }

  private void requireWriting() {
    if (!state.writing) {
      throw new StoreException(ResultCode.MISUSE, "no write transaction on " + state.file.path());
    }
  }

  /**
   * Somebody has cut the file under the mapping. The virtual machine may tell of it some instructions late, so that
   * nothing can be said of where it happened; in state NONE all locks are given back.
   */
  private StoreException memoryLost(InternalError cause) {
    return new StoreException(ResultCode.IOERR_SHMMAP, "the shared memory of " + state.database.path()
        + " has lost pages", cause);
  }

  @Override
  public String toString() {
    return "WriteAheadLog[" + state.file.path() + ", frames " + state.header.maximumFrame() + "]";
  }
}
