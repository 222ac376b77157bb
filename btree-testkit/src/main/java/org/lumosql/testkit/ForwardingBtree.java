// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.util.List;
import java.util.Optional;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.IntegrityReport;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.record.KeyOrder;

/** Hands every call on; wrappers override what they change. A test proves that no method is forgotten. */
public abstract class ForwardingBtree implements Btree {
  private final Btree inner;

  protected ForwardingBtree(Btree inner) {
    this.inner = inner;
  }

  protected final Btree inner() {
    return inner;
  }

  @Override
  public TransactionState transactionState() {
    return inner.transactionState();
  }

  @Override
  public void beginRead() {
    inner.beginRead();
  }

  @Override
  public void beginWrite(boolean exclusive) {
    inner.beginWrite(exclusive);
  }

  @Override
  public void commitPhaseOne(String superJournal) {
    inner.commitPhaseOne(superJournal);
  }

  @Override
  public void commitPhaseTwo() {
    inner.commitPhaseTwo();
  }

  @Override
  public void rollback(ResultCode code) {
    inner.rollback(code);
  }

  @Override
  public void openSavepoints(int count) {
    inner.openSavepoints(count);
  }

  @Override
  public int savepointCount() {
    return inner.savepointCount();
  }

  @Override
  public void releaseSavepoint(int index) {
    inner.releaseSavepoint(index);
  }

  @Override
  public void rollbackToSavepoint(int index) {
    inner.rollbackToSavepoint(index);
  }

  @Override
  public void setBusyHandler(BusyHandler handler) {
    inner.setBusyHandler(handler);
  }

  @Override
  public int createTree(TreeKind kind) {
    return inner.createTree(kind);
  }

  @Override
  public int dropTree(int tree) {
    return inner.dropTree(tree);
  }

  @Override
  public long clearTree(int tree) {
    return inner.clearTree(tree);
  }

  @Override
  public int meta(MetaValue value) {
    return inner.meta(value);
  }

  @Override
  public void setMeta(MetaValue value, int newValue) {
    inner.setMeta(value, newValue);
  }

  @Override
  public int dataVersion() {
    return inner.dataVersion();
  }

  @Override
  public BtreeCursor openTable(int tree, boolean writable) {
    return inner.openTable(tree, writable);
  }

  @Override
  public BtreeCursor openIndex(int tree, boolean writable, KeyOrder order) {
    return inner.openIndex(tree, writable, order);
  }

  @Override
  public boolean isReadOnly() {
    return inner.isReadOnly();
  }

  @Override
  public String path() {
    return inner.path();
  }

  @Override
  public boolean isMemory() {
    return inner.isMemory();
  }

  @Override
  public List<String> integrityCheck(int[] trees, int maximumErrors) {
    return inner.integrityCheck(trees, maximumErrors);
  }

  @Override
  public IntegrityReport integrityReport(int[] trees, int maximumErrors) {
    return inner.integrityReport(trees, maximumErrors);
  }

  @Override
  public Backend backend() {
    return inner.backend();
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return inner.capability(type);
  }

  @Override
  public void close() {
    inner.close();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + inner + ")";
  }
}
