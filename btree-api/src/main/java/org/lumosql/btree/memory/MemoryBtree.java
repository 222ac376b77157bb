// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;

/**
 * A database in maps. Each change appends what undoes it to one list; a savepoint is a length of that list.
 *
 * <p>Invariant M1: the undo list is empty unless the state is WRITE. M2: savepoint lengths never decrease from one to
 * the next.
 */
final class MemoryBtree implements Btree {
  private final MemoryBackend backend;
  private final TreeMap<Integer, MemoryTree> trees = new TreeMap<>();
  private final int[] meta = new int[16];
  private final List<Runnable> undo = new ArrayList<>();
  private final List<Integer> savepoints = new ArrayList<>();
  private final List<MemoryCursor> cursors = new ArrayList<>();
  private TransactionState state = TransactionState.NONE;
  private boolean closed;

  MemoryBtree(MemoryBackend backend) {
    this.backend = backend;
    trees.put(1, new MemoryTree(true));
  }

  // ---- transactions -----------------------------------------------------------------------------------------------

  @Override
  public TransactionState transactionState() {
    return state;
  }

  @Override
  public void beginRead() {
    requireOpen();
    if (state == TransactionState.NONE) {
      state = TransactionState.READ;
    }
  }

  @Override
  public void beginWrite(boolean exclusive) {
    requireOpen();
    state = TransactionState.WRITE;
  }

  @Override
  public void commitPhaseOne(String superJournal) {
    requireOpen();
  }

  @Override
  public void commitPhaseTwo() {
    requireOpen();
    undo.clear();
    savepoints.clear();
    state = cursors.isEmpty() ? TransactionState.NONE : TransactionState.READ;
  }

  @Override
  public void rollback(ResultCode code) {
    requireOpen();
    boolean wasWriting = state == TransactionState.WRITE;
    undoTo(0);
    savepoints.clear();
    state = TransactionState.NONE;
    for (MemoryCursor cursor : cursors) {
      if (code != null) {
        cursor.trip(code);
      } else if (wasWriting && cursor.isWritable()) {
        cursor.trip(ResultCode.ABORT_ROLLBACK);
      }
    }
    if (code == null && !cursors.isEmpty()) {
      state = TransactionState.READ;
    }
  }

  private void undoTo(int length) {
    for (int i = undo.size() - 1; i >= length; i--) {
      undo.remove(i).run();
    }
  }

  @Override
  public void openSavepoints(int count) {
    while (savepoints.size() < count) {
      savepoints.add(undo.size());
    }
  }

  @Override
  public int savepointCount() {
    return savepoints.size();
  }

  @Override
  public void releaseSavepoint(int index) {
    while (savepoints.size() > index) {
      savepoints.remove(savepoints.size() - 1);
    }
  }

  @Override
  public void rollbackToSavepoint(int index) {
    undoTo(index < 0 ? 0 : savepoints.get(index));
    releaseSavepoint(index + 1);
  }

  @Override
  public void setBusyHandler(BusyHandler handler) {
    // nobody else can hold a lock
  }

  // ---- trees and meta values --------------------------------------------------------------------------------------

  @Override
  public int createTree(TreeKind kind) {
    requireWriting();
    int number = trees.lastKey() + 1;
    trees.put(number, new MemoryTree(kind == TreeKind.TABLE));
    undo.add(() -> trees.remove(number));
    return number;
  }

  @Override
  public int dropTree(int number) {
    requireWriting();
    MemoryTree dropped = tree(number);
    trees.remove(number);
    undo.add(() -> trees.put(number, dropped));
    return 0;
  }

  @Override
  public long clearTree(int number) {
    requireWriting();
    MemoryTree tree = tree(number);
    if (tree.size() == 0) {
      return 0;
    }
    TreeMap<Object, byte[]> saved = new TreeMap<>(tree.entries());
    tree.entries().clear();
    tree.changed();
    undo.add(
        () -> {
          tree.entries().putAll(saved);
          tree.changed();
        });
    return saved.size();
  }

  @Override
  public int meta(MetaValue value) {
    requireOpen();
    return meta[value.index()];
  }

  @Override
  public void setMeta(MetaValue value, int newValue) {
    requireWriting();
    int old = meta[value.index()];
    meta[value.index()] = newValue;
    undo.add(() -> meta[value.index()] = old);
  }

  @Override
  public int dataVersion() {
    return 1;
  }

  @Override
  public BtreeCursor openTable(int number, boolean writable) {
    return open(number, true, writable, null);
  }

  @Override
  public BtreeCursor openIndex(int number, boolean writable, KeyOrder order) {
    return open(number, false, writable, order);
  }

  private BtreeCursor open(int number, boolean asTable, boolean writable, KeyOrder order) {
    if (writable) {
      requireWriting();
    } else {
      requireOpen();
    }
    MemoryTree tree = tree(number);
    if (tree.isTable() != asTable) {
      throw StoreException.corrupt("tree " + number + " is of the other kind");
    }
    if (!asTable) {
      tree.useOrder(order);
    }
    MemoryCursor cursor = new MemoryCursor(this, number, tree, writable);
    cursors.add(cursor);
    return cursor;
  }

  void closed(MemoryCursor cursor) {
    cursors.remove(cursor);
  }

  private MemoryTree tree(int number) {
    MemoryTree tree = trees.get(number);
    if (tree == null) {
      throw StoreException.corrupt("there is no tree " + number);
    }
    return tree;
  }

  // ---- changes by cursors -----------------------------------------------------------------------------------------

  void put(MemoryTree tree, Object key, byte[] record) {
    requireWriting();
    byte[] old = tree.put(key, record);
    Object oldKey = tree.isTable() ? key : old;
    undo.add(
        () -> {
          tree.remove(key);
          if (old != null) {
            tree.put(oldKey, old);
          }
        });
  }

  void remove(MemoryTree tree, Object key) {
    requireWriting();
    byte[] old = tree.remove(key);
    undo.add(() -> tree.put(tree.isTable() ? key : old, old));
  }

  // ---- the database as a whole ------------------------------------------------------------------------------------

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String path() {
    return "";
  }

  @Override
  public boolean isMemory() {
    return true;
  }

  @Override
  public List<String> integrityCheck(int[] roots, int maximumErrors) {
    List<String> messages = new ArrayList<>();
    for (int root : roots) {
      if (root > 0 && !trees.containsKey(root) && messages.size() < maximumErrors) {
        messages.add("Tree " + root + ": not there");
      }
    }
    return messages;
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return Optional.empty();
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException(ResultCode.MISUSE, "the database is closed");
    }
  }

  void requireWriting() {
    requireOpen();
    if (state != TransactionState.WRITE) {
      throw new StoreException(ResultCode.MISUSE, "no write transaction is open");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      rollback(ResultCode.ABORT);
      closed = true;
    }
  }
}
