// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import org.lumosql.backend.file.pager.FilePager;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.PagerControl;
import org.lumosql.backend.file.tree.PageMover;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.Btree;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** What the pager's pragmas read and set. */
final class FilePageControl implements PageControl {
  private final FileBtree btree;
  private final FilePager pager;
  private final PagerControl control;

  FilePageControl(FileBtree btree) {
    this.btree = btree;
    this.pager = btree.pager();
    this.control = pager.control();
  }

  // ---- sizes ------------------------------------------------------------------------------------------------------

  @Override
  public int pageSize() {
    learn();
    return pager.pageSize();
  }

  /** Before the first transaction nothing is known of the file. If it cannot be read now the defaults stand. */
  private void learn() {
    if (btree.isHeaderKnown() || btree.transactionState() != TransactionState.NONE) {
      return;
    }
    try {
      btree.beginRead();
      btree.commitPhaseTwo();
    } catch (StoreException unreadable) {
      return; // the first transaction will tell
    }
  }

  @Override
  public void setPageSize(int pageSize, int reservedBytes) {
    if (pager.setPageSize(pageSize == 0 ? pager.pageSize() : pageSize, reservedBytes)) {
      btree.store().adoptPageSize();
    }
  }

  @Override
  public int reservedBytes() {
    learn();
    return pager.pageSize() - pager.usableSize();
  }

  @Override
  public long pageCount() {
    return pager.pageCount();
  }

  @Override
  public long maximumPageCount() {
    return pager.maximumPageCount();
  }

  @Override
  public long setMaximumPageCount(long pages) {
    return pager.setMaximumPageCount(pages);
  }

  // ---- cache ------------------------------------------------------------------------------------------------------

  @Override
  public void setCacheSize(int size) {
    control.setCacheSize(size);
  }

  @Override
  public void setCacheSpill(int pages) {
    control.setCacheSpill(pages);
  }

  @Override
  public int cacheSpill() {
    return control.cacheSpill();
  }

  @Override
  public void shrinkMemory() {
    control.shrinkMemory();
  }

  @Override
  public long cacheBytes() {
    return control.cacheBytes();
  }

  // ---- journal and locks ------------------------------------------------------------------------------------------

  @Override
  public JournalMode journalMode() {
    return control.journalMode();
  }

  @Override
  public JournalMode setJournalMode(JournalMode mode) {
    return control.setJournalMode(mode, btree::createHeader);
  }

  @Override
  public long journalSizeLimit() {
    return control.journalSizeLimit();
  }

  @Override
  public void setJournalSizeLimit(long bytes) {
    control.setJournalSizeLimit(bytes);
  }

  @Override
  public Synchronous synchronous() {
    return control.synchronous();
  }

  @Override
  public void setSynchronous(Synchronous level, boolean fullFsync, boolean checkpointFullFsync) {
    control.setSynchronous(level);
  }

  @Override
  public boolean isExclusiveLocking() {
    return control.isExclusiveLocking();
  }

  @Override
  public void setExclusiveLocking(boolean exclusive) {
    control.setExclusiveLocking(exclusive);
  }

  @Override
  public CheckpointResult checkpoint(CheckpointMode mode) {
    return control.checkpoint(mode);
  }

  @Override
  public int walAutocheckpoint() {
    return control.walAutocheckpoint();
  }

  @Override
  public void setWalAutocheckpoint(int frames) {
    control.setWalAutocheckpoint(frames);
  }

  @Override
  public int committedFrames() {
    return control.committedFrames();
  }

  /** Pages are kept on the heap: nothing is mapped. */
  @Override
  public long mmapSize() {
    return 0;
  }

  @Override
  public long setMmapSize(long bytes) {
    return 0;
  }

  // ---- deleting ---------------------------------------------------------------------------------------------------

  @Override
  public int secureDelete() {
    return btree.store().secureDelete();
  }

  @Override
  public void setSecureDelete(int level) {
    btree.store().setSecureDelete(level);
  }

  @Override
  public AutoVacuum autoVacuum() {
    learn();
    return btree.autoVacuum();
  }

  @Override
  public void setAutoVacuum(AutoVacuum mode) {
    if (btree.transactionState() != TransactionState.NONE ? pager.pageCount() == 0 : isEmpty()) {
      btree.setAutoVacuumOfNew(mode);
      return;
    }
    boolean isOn = btree.autoVacuum() != AutoVacuum.NONE;
    if (isOn && mode != AutoVacuum.NONE && mode != btree.autoVacuum()) {
      changeWithinTransaction(mode);
    }
  }

  private boolean isEmpty() {
    btree.beginRead();
    try {
      return pager.pageCount() == 0;
    } finally {
      btree.commitPhaseTwo();
    }
  }

  private void changeWithinTransaction(AutoVacuum mode) {
    boolean ownTransaction = btree.transactionState() == TransactionState.NONE;
    btree.beginWrite(false);
    try {
      btree.setMeta(MetaValue.INCREMENTAL_VACUUM, mode == AutoVacuum.INCREMENTAL ? 1 : 0);
      if (ownTransaction) {
        btree.commitPhaseOne(null);
        btree.commitPhaseTwo();
      }
    } catch (StoreException e) {
      if (ownTransaction) {
        btree.rollback(null);
      }
      throw e;
    }
  }

  @Override
  public boolean incrementalVacuumStep() {
    if (btree.transactionState() != TransactionState.WRITE) {
      throw new StoreException(ResultCode.MISUSE, "no write transaction is open");
    }
    if (btree.autoVacuum() == AutoVacuum.NONE) {
      return false;
    }
    btree.store().cursors().displaceAll();
    return new PageMover(btree.store()).incrementalStep();
  }

  // ---- pages ------------------------------------------------------------------------------------------------------

  @Override
  public byte[] readPage(int pageNumber) {
    Page page = pager.page(pageNumber);
    byte[] copy = page.data.clone();
    pager.release(page);
    return copy;
  }

  @Override
  public void replaceWith(Btree source) {
    if (!(source instanceof FileBtree)) {
      throw new StoreException(ResultCode.MISUSE, source.backend().name() + " is not a store of pages in files");
    }
    new PageReplacer((FileBtree) source, btree).replaceAll();
  }
}
