// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.lumosql.backend.file.check.IntegrityCheck;
import org.lumosql.backend.file.check.Salvage;
import org.lumosql.backend.file.pager.FilePager;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.tree.PageMover;
import org.lumosql.backend.file.tree.PageWalk;
import org.lumosql.backend.file.tree.TreeCursor;
import org.lumosql.backend.file.tree.TreeStore;
import org.lumosql.backend.file.tree.Trees;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.IntegrityReport;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.PageStatistics;
import org.lumosql.btree.Salvaging;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;

/**
 * One connection's view of one database in SQLite's file format: the pager's transactions, the trees on its pages,
 * and the header.
 *
 * <ol>
 *   <li>B1. What the header says of page layout and auto-vacuum is taken over at the beginning of every transaction
 *       and after every rollback; it may have been changed by others.
 *   <li>B2. The first write transaction on an empty database writes its header.
 *   <li>B3. When the state becomes NONE no page is pinned.
 * </ol>
 */
final class FileBtree implements Btree {
  private final Backend backend;
  private final FilePager pager;
  private final TreeStore store;
  private final Trees trees;
  private final String path;
  private final boolean isMemory;
  private final FilePageControl control;
  private final FileBackups backups = new FileBackups(this);

  private final Salvaging salvaging = this::salvage;

  /** Null if nothing is on disk. */
  private final FileSuperJournaling superJournaling;

  /** The mode of the database, or the one that a new database will have. */
  private AutoVacuum autoVacuum = AutoVacuum.NONE;

  private final PageStatistics statistics = this::walk;

  /** The contents were replaced in this transaction: the trees of before are no more. */
  private boolean isReplaced;

  /** Capabilities that come with the way of storing; null if there are none. */
  private FileExtra extra;

  private boolean isHeaderKnown;
  private long commits;
  private boolean isClosed;

  FileBtree(Backend backend, Vfs vfs, FilePager pager, String path, boolean isMemory) {
    this.backend = backend;
    this.pager = pager;
    this.path = path;
    this.isMemory = isMemory;
    this.store = new TreeStore(pager);
    this.trees = new Trees(store);
    this.control = new FilePageControl(this);
    this.superJournaling = path.isEmpty() ? null : new FileSuperJournaling(vfs, this);
  }

  /** Adds a capability; if it can be closed it is, after the pager. */
  void add(FileExtra power) {
    extra = power;
  }

  /** The key has changed: nothing that was read before is worth anything. Requires: no transaction. */
  void forget() {
    pager.forget();
    store.adoptPageSize();
    isHeaderKnown = false;
  }

  FilePager pager() {
    return pager;
  }

  TreeStore store() {
    return store;
  }

  private void requireOpen() {
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, "the database is closed");
    }
  }

  private void requireTransaction() {
    requireOpen();
    if (pager.transactionState() == TransactionState.NONE) {
      throw new StoreException(ResultCode.MISUSE, "no transaction is open");
    }
  }

  private void requireWrite() {
    requireOpen();
    if (pager.transactionState() != TransactionState.WRITE) {
      throw new StoreException(
          isReadOnly() ? ResultCode.READONLY : ResultCode.MISUSE, "no write transaction is open");
    }
  }

  // ---- transactions -----------------------------------------------------------------------------------------------

  @Override
  public TransactionState transactionState() {
    return pager.transactionState();
  }

  @Override
  public void beginRead() {
    requireOpen();
    if (pager.transactionState() == TransactionState.NONE) {
      pager.beginRead();
      try {
        adoptHeader();
      } catch (StoreException e) {
        pager.endRead();
        throw e;
      }
    }
  }

  @Override
  public void beginWrite(boolean exclusive) {
    requireOpen();
    TransactionState before = pager.transactionState();
    if (before == TransactionState.WRITE) {
      return;
    }
    pager.beginWrite(exclusive);
    try {
      if (before == TransactionState.NONE) {
        adoptHeader();
      }
      if (pager.pageCount() == 0) {
        createHeader();
      }
    } catch (StoreException e) {
      try {
        pager.rollback(before == TransactionState.READ);
      } catch (StoreException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /** B1. */
  private void adoptHeader() {
    store.adoptPageSize();
    isHeaderKnown = true;
    if (pager.pageCount() == 0) {
      store.setPointerMap(false);
      return;
    }
    Page header = pager.page(1);
    autoVacuum = FileHeader.autoVacuum(header.data);
    pager.release(header);
    store.setPointerMap(autoVacuum != AutoVacuum.NONE);
  }

  /** B2. Requires: WRITE, no pages. */
  void createHeader() {
    store.adoptPageSize();
    Page header = pager.newPage(1);
    try {
      FileHeader.create(header.data, pager.pageSize(), pager.pageSize() - pager.usableSize(), autoVacuum);
      store.formatSchemaPage(header);
    } finally {
      pager.release(header);
    }
    store.setPointerMap(autoVacuum != AutoVacuum.NONE);
  }

  @Override
  public void commitPhaseOne(String superJournal) {
    requireOpen();
    if (pager.transactionState() != TransactionState.WRITE) {
      return;
    }
    if (autoVacuum == AutoVacuum.FULL && !isReplaced) {
      store.cursors().displaceAll();
      new PageMover(store).vacuumForCommit();
    }
    pager.commitPhaseOne(superJournal);
  }

  @Override
  public void commitPhaseTwo() {
    requireOpen();
    boolean keepReading = store.cursors().anyAlive();
    if (pager.transactionState() == TransactionState.WRITE) {
      if (isReplaced) {
        store.cursors().displaceAll();
      }
      pager.commitPhaseTwo(keepReading);
      commits++;
      writeEnded();
      if (keepReading) {
        adoptHeader();
      }
    } else if (!keepReading) {
      pager.endRead();
    }
  }

  private void writeEnded() {
    store.endTransaction();
    isReplaced = false;
  }

  @Override
  public void rollback(ResultCode code) {
    requireOpen();
    TransactionState before = pager.transactionState();
    if (before == TransactionState.NONE && code == null) {
      return;
    }
    if (code != null) {
      store.cursors().trip(code, false);
    } else if (before == TransactionState.WRITE) {
      store.cursors().trip(ResultCode.ABORT_ROLLBACK, true);
    }
    boolean keepReading = store.cursors().anyAlive();
    try {
      pager.rollback(keepReading);
    } catch (StoreException e) {
      store.cursors().trip(e.code(), false);
      throw e;
    } finally {
      writeEnded();
    }
    if (pager.transactionState() != TransactionState.NONE) {
      adoptHeader();
    }
  }

  @Override
  public void openSavepoints(int count) {
    requireOpen();
    if (pager.transactionState() == TransactionState.WRITE) {
      pager.openSavepoints(count);
    }
  }

  @Override
  public int savepointCount() {
    return pager.savepointCount();
  }

  @Override
  public void releaseSavepoint(int index) {
    requireOpen();
    pager.releaseSavepoint(index);
  }

  @Override
  public void rollbackToSavepoint(int index) {
    requireOpen();
    if (pager.transactionState() != TransactionState.WRITE || index >= pager.savepointCount()) {
      return;
    }
    store.cursors().displaceOrTripAll();
    pager.rollbackToSavepoint(index);
    isReplaced = false;
    adoptHeader();
    if (pager.pageCount() == 0) {
      createHeader();
    }
  }

  @Override
  public void setBusyHandler(BusyHandler handler) {
    pager.setBusyHandler(handler);
  }

  // ---- trees and meta values --------------------------------------------------------------------------------------

  @Override
  public int createTree(TreeKind kind) {
    requireWrite();
    return trees.create(kind);
  }

  @Override
  public int dropTree(int tree) {
    requireWrite();
    return trees.drop(tree);
  }

  @Override
  public long clearTree(int tree) {
    requireWrite();
    return trees.clear(tree);
  }

  @Override
  public int meta(MetaValue value) {
    requireTransaction();
    if (pager.pageCount() == 0) {
      return 0;
    }
    Page header = pager.page(1);
    int found = FileHeader.meta(header.data, value);
    pager.release(header);
    return found;
  }

  @Override
  public void setMeta(MetaValue value, int newValue) {
    requireWrite();
    Page header = pager.page(1);
    try {
      pager.makeWritable(header);
      FileHeader.setMeta(header.data, value, newValue);
      if (value == MetaValue.INCREMENTAL_VACUUM) {
        autoVacuum = FileHeader.autoVacuum(header.data);
      }
    } finally {
      pager.release(header);
    }
  }

  @Override
  public int dataVersion() {
    return pager.dataVersion();
  }

  @Override
  public BtreeCursor openTable(int tree, boolean writable) {
    return open(tree, writable, null);
  }

  @Override
  public BtreeCursor openIndex(int tree, boolean writable, KeyOrder order) {
    return open(tree, writable, java.util.Objects.requireNonNull(order, "order"));
  }

  private TreeCursor open(int tree, boolean writable, KeyOrder order) {
    if (writable) {
      requireWrite();
    } else {
      requireTransaction();
    }
    if (tree < 1) {
      throw StoreException.corrupt("there is no tree " + Integer.toUnsignedString(tree));
    }
    return new TreeCursor(store, tree, writable, order);
  }

  // ---- the database as a whole ------------------------------------------------------------------------------------

  @Override
  public boolean isReadOnly() {
    return pager.isReadOnly();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public boolean isMemory() {
    return isMemory;
  }

  @Override
  public List<String> integrityCheck(int[] roots, int maximumErrors) {
    requireTransaction();
    return new IntegrityCheck(store, maximumErrors).run(roots);
  }

  @Override
  public IntegrityReport integrityReport(int[] roots, int maximumErrors) {
    requireTransaction();
    IntegrityCheck check = new IntegrityCheck(store, maximumErrors);
    return new IntegrityReport(check.run(roots), check.entries());
  }

  private Iterator<Salvaging.Entry> salvage(int[] roots, boolean withOrphans) {
    requireTransaction();
    return new Salvage(store, roots, withOrphans);
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    for (Object power : new Object[] {control, backups, superJournaling, salvaging, statistics, extra}) {
      if (type.isInstance(power)) {
        return Optional.of(type.cast(power));
      }
    }
    return Optional.empty();
  }

  private PageStatistics.Walk walk(int root) {
    requireTransaction();
    return new PageWalk(store, root);
  }

  /** Whether there has been a transaction, so that page size and auto-vacuum are the file's. */
  boolean isHeaderKnown() {
    return isHeaderKnown;
  }

  AutoVacuum autoVacuum() {
    return autoVacuum;
  }

  /** For a database without pages. */
  void setAutoVacuumOfNew(AutoVacuum mode) {
    autoVacuum = mode;
  }

  /** How many write transactions this connection has committed. */
  long commits() {
    return commits;
  }

  /** To be told after all pages were replaced. */
  void replaced() {
    isReplaced = true;
  }

  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      store.cursors().closeAll();
    } finally {
      try {
        pager.close();
      } finally {
        closeExtra();
      }
    }
  }

  private void closeExtra() {
    if (extra != null) {
      extra.close();
    }
  }
}
