// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.DurabilityControl;
import org.lumosql.btree.KeyControl;
import org.lumosql.btree.Layered;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.SuperJournaling;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;

/**
 * A connection's view of a database in a key-value store. The layout is that of {@link Catalogue}, {@link RowKey} and
 * {@link IndexKeys}.
 *
 * <ol>
 *   <li>V1. {@code transaction} is null in state NONE, writable in WRITE; {@code changes} is null but in WRITE.
 *   <li>V2. {@code places} describes trees as the present transaction has them; it is emptied when that may have
 *       changed.
 *   <li>V3. No cursor holds a cursor of a transaction that has ended.
 *   <li>V4. A write transaction that changed something counts up the catalogue's commit counter, by which other
 *       connections see that the database moved on.
 * </ol>
 *
 * <p>The first step of a commit hands the last change to the engine; the second one is the engine's own commit, which
 * is the durable point. Of a commit over several databases that is the removal of the super-journal: see {@link
 * TwoStepStore}.
 */
final class KvBtree implements Btree, DurabilityControl, Layered, SuperJournaling {
  private final Backend backend;
  private final KvStore store;
  private final Options options;
  /** Null if the database cannot be encrypted. */
  private final StoreKeys keys;
  private final List<KvBtreeCursor> cursors = new ArrayList<>();
  private final Map<Integer, TreePlace> places = new HashMap<>();
  /** KV trees that a change of this transaction has left. */
  private final List<Integer> leftTrees = new ArrayList<>();

  private BusyHandler busyHandler = BusyHandler.NEVER;
  private KvTransaction transaction;
  private ChangeLog changes;
  private int[] savepoints = new int[4];
  private int savepointCount;
  /** The commit counter that the present or last transaction found. */
  private long commits;
  private boolean isCommitsKnown;
  private boolean isPrepared;
  /** The super-journal that the transaction is prepared under, or null. */
  private String superJournal;
  /** Whether the super-journal has been removed, so that the transaction is committed whatever happens. */
  private boolean isDecided;
  private Synchronous synchronous = Synchronous.FULL;
  private int dataVersion = 1;
  private boolean isClosed;

  /**
   * How a database was opened.
   *
   * @param path what {@code PRAGMA database_list} shows
   * @param isReadOnly whether writing is refused
   * @param isMemory whether nothing of it reaches a disk by intention
   * @param commits what ties its commits to those of other databases; null without a file
   * @param atClose what to do after closing
   */
  record Options(String path, boolean isReadOnly, boolean isMemory, TwoStepStore commits, Runnable atClose) {}

  /** @param keys gives the store its key; null if it cannot have one */
  KvBtree(Backend backend, KvStore store, KeyControl keys, Options options) {
    this.backend = backend;
    this.store = store;
    this.keys = keys == null ? null : new StoreKeys(keys);
    this.options = options;
  }

  // ---- transactions -----------------------------------------------------------------------------------------------

  @Override
  public TransactionState transactionState() {
    if (transaction == null) {
      return TransactionState.NONE;
    }
    return changes == null ? TransactionState.READ : TransactionState.WRITE;
  }

  @Override
  public void beginRead() {
    requireOpen();
    if (transaction == null && start(store.begin(false), false)) {
      places.clear();
    }
  }

  @Override
  public void beginWrite(boolean exclusive) {
    requireOpen();
    if (changes != null) {
      return;
    }
    if (options.isReadOnly()) {
      throw new StoreException(ResultCode.READONLY, "the database was opened for reading");
    }
    if (transaction != null) {
      upgrade();
    } else if (start(beginWriting(), true)) {
      places.clear();
    }
  }

  private KvTransaction beginWriting() {
    for (int attempts = 0; ; attempts++) {
      try {
        return store.begin(true);
      } catch (StoreException e) {
        if (e.code().primary() != ResultCode.BUSY || !busyHandler.retry(attempts)) {
          throw e;
        }
      }
    }
  }

  /** Takes over a transaction; true if the database has changed since this connection's last one. */
  private boolean start(KvTransaction begun, boolean writing) {
    long found;
    try {
      if (!isCommitsKnown) {
        StoreHeader.requireOurs(begun, StoreHeader.Layout.TREES);
      }
      found = Catalogue.commits(begun);
    } catch (StoreException e) {
      throw rolledBack(begun, e);
    }
    boolean hasMoved = found != commits;
    if (hasMoved && isCommitsKnown) {
      dataVersion++;
    }
    commits = found;
    isCommitsKnown = true;
    transaction = begun;
    changes = writing ? new ChangeLog(begun) : null;
    return hasMoved;
  }

  /** T2. */
  private void upgrade() {
    KvTransaction writing = store.begin(true);
    try {
      if (Catalogue.commits(writing) != commits) {
        throw new StoreException(ResultCode.BUSY_SNAPSHOT, "the database has changed since this transaction began");
      }
    } catch (StoreException e) {
      throw rolledBack(writing, e);
    }
    detachCursors();
    transaction.rollback();
    transaction = writing;
    changes = new ChangeLog(writing);
  }

  private static StoreException rolledBack(KvTransaction begun, StoreException reason) {
    try {
      begun.rollback();
    } catch (StoreException second) {
      reason.addSuppressed(second);
    }
    return reason;
  }

  @Override
  public void commitPhaseOne(String path) {
    requireOpen();
    if (changes == null || changes.length() == 0) {
      return;
    }
    if (!isPrepared) {
      emptyLeftTrees();
      Catalogue.setCommits(transaction, commits + 1);
      isPrepared = true;
    }
    if (path != null && !path.equals(superJournal)) {
      superJournal = path;
      options.commits().prepare(path, isSyncing());
    }
  }

  private void emptyLeftTrees() {
    if (!leftTrees.isEmpty()) {
      Set<Integer> used = Catalogue.kvTrees(transaction);
      for (int left : leftTrees) {
        if (!used.contains(left)) {
          transaction.clear(left);
        }
      }
    }
  }

  private boolean isSyncing() {
    return synchronous != Synchronous.OFF;
  }

  @Override
  public void commitPhaseTwo() {
    requireOpen();
    if (transaction == null) {
      return;
    }
    boolean keepReading = isAnyCursorAlive();
    if (changes == null) {
      if (!keepReading) {
        end();
      }
      return;
    }
    commitPhaseOne(null);
    detachCursors();
    if (superJournal != null) {
      isDecided = true;
      transaction.commit(isSyncing() ? Synchronous.FULL : Synchronous.OFF); // the file that is removed next was the only other trace
      commits++;
      forgetPrepared();
    } else if (isPrepared) {
      transaction.commit(synchronous);
      commits++;
    }
    end(true);
    if (keepReading) {
      readOn(false);
    }
  }

  /** Of a decided transaction the file may stay: it will be made good again, which changes nothing (S2). */
  private void forgetPrepared() {
    superJournal = null;
    options.commits().forget(isSyncing());
  }

  /** Rolls back what the engine still has open, and forgets all that belongs to the transaction. */
  private void end() {
    end(false);
  }

  private void end(boolean isCommitted) {
    detachCursors();
    KvTransaction ending = transaction;
    boolean wasWriting = changes != null;
    transaction = null;
    changes = null;
    savepointCount = 0;
    isPrepared = false;
    leftTrees.clear();
    try (ending) {
      if (superJournal != null && !isDecided) {
        forgetPrepared(); // while the writer's place is ours
      }
    } finally {
      superJournal = null;
      isDecided = false;
      if (wasWriting && !isCommitted) {
        dropUnusedPlaces();
      }
    }
  }

  /** Begins the transaction that the cursors which are still open go on reading in. */
  private void readOn(boolean isUndone) {
    try {
      if (start(store.begin(false), false) || isUndone) {
        findPlacesAgain();
      }
    } catch (StoreException e) {
      tripCursors(e.code(), false);
      if (transaction != null) {
        end();
      }
      throw e;
    }
  }

  @Override
  public void rollback(ResultCode code) {
    requireOpen();
    if (code != null) {
      tripCursors(code, false);
    } else if (changes != null) {
      tripCursors(ResultCode.ABORT_ROLLBACK, true);
    }
    if (transaction == null) {
      return;
    }
    boolean keepReading = isAnyCursorAlive();
    if (changes == null && keepReading) {
      return;
    }
    try {
      end();
    } catch (StoreException e) {
      tripCursors(e.code(), false);
      throw e;
    }
    if (keepReading) {
      readOn(true);
    }
  }

  @Override
  public void openSavepoints(int count) {
    requireOpen();
    if (changes == null) {
      return;
    }
    if (count > savepoints.length) {
      savepoints = Arrays.copyOf(savepoints, count * 2);
    }
    while (savepointCount < count) {
      savepoints[savepointCount++] = changes.length();
    }
  }

  @Override
  public int savepointCount() {
    return savepointCount;
  }

  @Override
  public void releaseSavepoint(int index) {
    requireOpen();
    savepointCount = Math.min(savepointCount, Math.max(index, 0));
  }

  @Override
  public void rollbackToSavepoint(int index) {
    requireOpen();
    if (changes == null || index >= savepointCount) {
      return;
    }
    int mark = index < 0 ? 0 : savepoints[index];
    savepointCount = index + 1;
    if (changes.length() > mark) {
      detachCursors();
      changes.undoTo(mark);
      findPlacesAgain();
    }
  }

  @Override
  public void setBusyHandler(BusyHandler handler) {
    busyHandler = handler;
  }

  // ---- trees and meta values --------------------------------------------------------------------------------------

  @Override
  public int createTree(TreeKind kind) {
    requireWriting();
    return Catalogue.create(transaction, changes, kind);
  }

  @Override
  public int dropTree(int number) {
    requireWriting();
    TreePlace place = place(number);
    if (number == 1) {
      throw new StoreException(ResultCode.MISUSE, "tree 1 cannot be dropped");
    }
    leftTrees.add(place.kvTree);
    Catalogue.drop(transaction, changes, number);
    places.remove(number);
    return 0;
  }

  @Override
  public long clearTree(int number) {
    requireWriting();
    TreePlace place = place(number);
    long count = 0;
    try (KvCursor cursor = transaction.cursor(place.kvTree)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        count++;
      }
    }
    if (count > 0) {
      leftTrees.add(place.kvTree);
      detachCursors();
      place.kvTree = Catalogue.place(transaction, changes, number, place.isTable);
      place.forgetEntries();
      changed(place);
      for (KvBtreeCursor cursor : cursors) {
        if (cursor.place() == place) {
          cursor.invalidate();
        }
      }
    }
    return count;
  }

  @Override
  public int meta(MetaValue value) {
    requireTransaction();
    return Catalogue.meta(transaction, value);
  }

  @Override
  public void setMeta(MetaValue value, int newValue) {
    requireWriting();
    Catalogue.setMeta(transaction, changes, value, newValue);
  }

  @Override
  public int dataVersion() {
    return dataVersion;
  }

  @Override
  public BtreeCursor openTable(int number, boolean writable) {
    return open(number, writable, null);
  }

  @Override
  public BtreeCursor openIndex(int number, boolean writable, KeyOrder order) {
    return open(number, writable, java.util.Objects.requireNonNull(order, "order"));
  }

  private BtreeCursor open(int number, boolean writable, KeyOrder order) {
    if (writable) {
      requireWriting();
    } else {
      requireTransaction();
    }
    TreePlace place = place(number);
    if (place.isTable != (order == null)) {
      throw StoreException.corrupt("tree " + number + " is of the other kind");
    }
    IndexKeys keys = order == null ? null : IndexKeys.of(order, store.longestIndexKey(), place);
    KvBtreeCursor cursor = new KvBtreeCursor(this, place, writable, keys);
    cursors.add(cursor);
    return cursor;
  }

  private TreePlace place(int number) {
    TreePlace place = places.get(number);
    if (place == null) {
      Catalogue.Entry entry = Catalogue.tree(transaction, number);
      if (entry == null) {
        throw StoreException.corrupt("there is no tree " + Integer.toUnsignedString(number));
      }
      place = new TreePlace(number, entry.isTable(), entry.kvTree());
      places.put(number, place);
    }
    return place;
  }

  /** V2. What open cursors know of their trees is looked up again; a cursor whose tree is gone is tripped. */
  private void findPlacesAgain() {
    dropUnusedPlaces();
    for (TreePlace place : List.copyOf(places.values())) {
      Catalogue.Entry entry = Catalogue.tree(transaction, place.number);
      if (entry == null || entry.isTable() != place.isTable) {
        places.remove(place.number);
        tripCursorsOf(place);
      } else {
        place.kvTree = entry.kvTree();
        place.forgetEntries();
        changed(place);
      }
    }
  }

  private void dropUnusedPlaces() {
    Set<TreePlace> used = new HashSet<>();
    for (KvBtreeCursor cursor : cursors) {
      if (!cursor.isTripped()) {
        used.add(cursor.place());
      }
    }
    places.values().retainAll(used);
  }

  // ---- for the cursors --------------------------------------------------------------------------------------------

  KvTransaction transaction() {
    requireTransaction();
    return transaction;
  }

  ChangeLog changes() {
    requireWriting();
    return changes;
  }

  /** Null but in a write transaction. */
  ChangeLog changesIfWriting() {
    return changes;
  }

  /** Before a tree is changed. */
  void changed(TreePlace place) {
    for (int i = 0; i < cursors.size(); i++) {
      if (cursors.get(i).place() == place) {
        cursors.get(i).keepKey();
      }
    }
    place.version++;
  }

  void closed(KvBtreeCursor cursor) {
    cursors.remove(cursor);
  }

  private boolean isAnyCursorAlive() {
    for (KvBtreeCursor cursor : cursors) {
      if (!cursor.isTripped()) {
        return true;
      }
    }
    return false;
  }

  /** V3. */
  private void detachCursors() {
    for (KvBtreeCursor cursor : cursors) {
      cursor.detach();
    }
  }

  private void tripCursors(ResultCode code, boolean writersOnly) {
    for (KvBtreeCursor cursor : cursors) {
      if (!writersOnly || cursor.isWritable()) {
        cursor.trip(code);
      }
    }
  }

  private void tripCursorsOf(TreePlace place) {
    for (KvBtreeCursor cursor : cursors) {
      if (cursor.place() == place) {
        cursor.trip(ResultCode.ABORT_ROLLBACK);
      }
    }
  }

  // ---- commits over several databases -----------------------------------------------------------------------------

  @Override
  public boolean needsSuperJournal() {
    return changes != null && changes.length() > 0 && options.commits() != null;
  }

  @Override
  public String journalPath() {
    return options.commits().preparedPath();
  }

  @Override
  public String createSuperJournal(List<String> journalPaths) {
    return SuperJournalFile.create(options.path(), journalPaths, isSyncing());
  }

  @Override
  public void deleteSuperJournal(String path) {
    SuperJournalFile.delete(path, isSyncing());
  }

  // ---- the database as a whole ------------------------------------------------------------------------------------

  @Override
  public boolean isReadOnly() {
    return options.isReadOnly();
  }

  @Override
  public String path() {
    return options.path();
  }

  @Override
  public boolean isMemory() {
    return options.isMemory();
  }

  @Override
  public List<String> integrityCheck(int[] trees, int maximumErrors) {
    requireTransaction();
    return new KvIntegrityCheck(transaction, maximumErrors).run(trees);
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    if (type == KeyControl.class) {
      return Optional.ofNullable(type.cast(keys));
    }
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  @Override
  public Synchronous synchronous() {
    return synchronous;
  }

  @Override
  public void setSynchronous(Synchronous level) {
    synchronous = level;
  }

  @Override
  public List<String> layers() {
    List<String> layers = new ArrayList<>();
    layers.add("trees");
    layers.addAll(store.layers());
    return layers;
  }

  /** Keys are given between transactions; what was known of the database is looked up again. */
  private final class StoreKeys implements KeyControl {
    private final KeyControl store;

    StoreKeys(KeyControl store) {
      this.store = store;
    }

    private void requireIdle() {
      requireOpen();
      if (transaction != null) {
        throw StoreException.withMessage(ResultCode.ERROR, "cannot change the key from within a transaction");
      }
    }

    @Override
    public void setKey(byte[] password) {
      requireIdle();
      store.setKey(password);
      isCommitsKnown = false;
      places.clear();
    }

    @Override
    public boolean hasKey() {
      return store.hasKey();
    }

    @Override
    public void changeKey(byte[] password) {
      requireIdle();
      if (options.isReadOnly()) {
        throw new StoreException(ResultCode.READONLY, "the database was opened for reading");
      }
      beginRead(); // with the key as it is, or there is nothing to change
      end();
      for (int attempts = 0; ; attempts++) {
        try {
          store.changeKey(password);
          return;
        } catch (StoreException e) {
          if (e.code().primary() != ResultCode.BUSY || !busyHandler.retry(attempts)) {
            throw e;
          }
        }
      }
    }
  }

  private void requireOpen() {
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, "the database is closed");
    }
  }

  private void requireTransaction() {
    requireOpen();
    if (transaction == null) {
      throw new StoreException(ResultCode.MISUSE, "no transaction is open");
    }
  }

  private void requireWriting() {
    requireOpen();
    if (changes == null) {
      ResultCode code = options.isReadOnly() ? ResultCode.READONLY : ResultCode.MISUSE;
      throw new StoreException(code, "no write transaction is open");
    }
  }

  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    try {
      rollback(ResultCode.ABORT);
      while (!cursors.isEmpty()) {
        cursors.get(cursors.size() - 1).close();
      }
    } finally {
      isClosed = true;
      options.atClose().run();
    }
  }
}
