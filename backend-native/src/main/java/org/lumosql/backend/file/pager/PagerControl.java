// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** What pragmas ask and set on a pager (https://sqlite.org/pragma.html). */
public final class PagerControl {
  private final FilePager pager;

  PagerControl(FilePager pager) {
    this.pager = pager;
  }

  /** As {@code PRAGMA cache_size}: pages, or −KiB. */
  public void setCacheSize(int size) {
    pager.cache().setCacheSize(size);
  }

  public void setCacheSpill(int pages) {
    pager.cache().setSpillSize(pages);
  }

  public int cacheSpill() {
    return pager.cache().spillSize();
  }

  public void shrinkMemory() {
    pager.cache().shrink();
  }

  public long cacheBytes() {
    return pager.cache().bytes();
  }

  // ---- what pragmas ask and set -----------------------------------------------------------------

  public JournalMode journalMode() {
    return pager.store().journalMode();
  }

  /**
   * Changes the journal mode ({@code PRAGMA journal_mode}), as far as that is possible now, and returns the one in
   * force. The locks that entering and leaving WAL need are taken and waited for.
   *
   * @param makeFirstPage called in a write transaction to give an empty database its first page, which holds the mode
   * @throws StoreException BUSY if others keep it from leaving WAL; ERROR with SQLite's message inside a transaction
   */
  public JournalMode setJournalMode(JournalMode mode, Runnable makeFirstPage) {
    pager.requireOpen();
    if (!pager.store().isPersistent() || !pager.store().hasJournal()) {
      return pager.store().journalMode();
    }
    boolean wasReading = pager.transactionState() != TransactionState.NONE;
    pager.beginRead();
    try {
      JournalMode before = pager.store().journalMode();
      if (mode == before || pager.transactionState() == TransactionState.WRITE) {
        return before;
      }
      if (mode != JournalMode.WAL && before != JournalMode.WAL) {
        setRollbackMode(mode);
        return mode;
      }
      if (wasReading) {
        throw StoreException.withMessage(
            ResultCode.ERROR,
            "cannot change " + (mode == JournalMode.WAL ? "into" : "out of") + " wal mode from within a transaction");
      }
    } finally {
      if (!wasReading) {
        pager.endRead();
      }
    }
    if (mode == JournalMode.WAL) {
      enterWal(makeFirstPage);
    } else {
      leaveWal(mode);
    }
    return pager.store().journalMode();
  }

  private void setRollbackMode(JournalMode mode) {
    pager.settings().rollbackMode = mode;
    boolean leavesFile = mode == JournalMode.PERSIST || mode == JournalMode.TRUNCATE;
    if (!leavesFile && pager.store() instanceof RollbackStore rollbackStore) {
      rollbackStore.deleteJournalFile();
    }
  }

  private void enterWal(Runnable makeFirstPage) {
    if (pager.store().isReadOnly() || !pager.store().canUseLog()) {
      return;
    }
    writeVersions(true, makeFirstPage);
    // Reading the new header opens the log.
    pager.beginRead();
    pager.endRead();
  }

  private void leaveWal(JournalMode mode) {
    RollbackStore next = ((WalStore) pager.store()).leave();
    pager.replaceStore(next);
    pager.settings().rollbackMode = mode;
    next.ignoreWal(true);
    try {
      writeVersions(false, () -> {});
    } finally {
      next.ignoreWal(false);
    }
  }

  /** Commits a header that says which kind of journal the database has. */
  private void writeVersions(boolean isWal, Runnable makeFirstPage) {
    pager.beginWrite(false);
    try {
      if (pager.pageCount() == 0) {
        makeFirstPage.run();
      }
      if (pager.pageCount() > 0) {
        Page first = pager.page(1);
        try {
          pager.makeWritable(first);
          DatabaseHeader.setWal(first.data, isWal);
        } finally {
          pager.release(first);
        }
      }
      pager.commitPhaseOne(null);
      pager.commitPhaseTwo(false);
    } catch (RuntimeException | Error error) {
      try {
        pager.rollback(false);
      } catch (RuntimeException second) {
        error.addSuppressed(second);
      }
      throw error;
    }
  }

  public long journalSizeLimit() {
    return pager.settings().journalSizeLimit;
  }

  public void setJournalSizeLimit(long bytes) {
    pager.settings().journalSizeLimit = Math.max(-1, bytes);
  }

  public Synchronous synchronous() {
    return pager.settings().synchronous;
  }

  public void setSynchronous(Synchronous level) {
    pager.settings().synchronous = level;
  }

  public boolean isExclusiveLocking() {
    return pager.settings().isExclusiveLocking;
  }

  /** As {@code PRAGMA locking_mode}: NORMAL takes effect when the next transaction ends. */
  public void setExclusiveLocking(boolean exclusive) {
    if (exclusive || pager.store().canLeaveExclusive()) {
      pager.settings().isExclusiveLocking = exclusive;
    }
  }

  /** Requires: no transaction; LOCKED otherwise. */
  public CheckpointResult checkpoint(CheckpointMode mode) {
    pager.requireOpen();
    if (pager.transactionState() != TransactionState.NONE) {
      throw new StoreException(ResultCode.LOCKED, pager.store() + ": a checkpoint inside a transaction");
    }
    if (!pager.isHeaderKnown()) {
      pager.beginRead();
      pager.endRead();
    }
    return pager.store().checkpoint(mode);
  }

  public int walAutocheckpoint() {
    return pager.settings().walAutocheckpoint;
  }

  public void setWalAutocheckpoint(int frames) {
    pager.settings().walAutocheckpoint = frames;
  }

  /** Frames in the log after the last commit, −1 if there was none, or there is no log. */
  public int committedFrames() {
    return pager.store() instanceof WalStore log ? log.committedFrames() : -1;
  }

  /**
   * The rollback journal that a super-journal has to name when this database commits together with others; null if
   * there is none.
   */
  public String journalPath() {
    return pager.store().journalPath();
  }
}
