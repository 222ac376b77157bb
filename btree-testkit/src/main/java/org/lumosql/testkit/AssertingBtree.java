// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.record.KeyOrder;

/**
 * Holds caller and store to the contract of {@link Btree}, and its cursors to that of {@link BtreeCursor}; a breach is
 * an assertion error.
 */
public final class AssertingBtree extends ForwardingBtree {
  private final List<AssertingCursor> cursors = new ArrayList<>();
  private boolean closed;

  public AssertingBtree(Btree inner) {
    super(inner);
  }

  boolean isClosed() {
    return closed;
  }

  private void require(TransactionState wanted, String what) {
    if (!closed) {
      assertThat(transactionState()).as("%s requires %s", what, wanted).isGreaterThanOrEqualTo(wanted);
    }
  }

  private void expect(TransactionState wanted) {
    assertThat(transactionState()).isEqualTo(wanted);
  }

  @Override
  public void beginRead() {
    super.beginRead();
    assertThat(transactionState()).isNotEqualTo(TransactionState.NONE);
  }

  @Override
  public void beginWrite(boolean exclusive) {
    TransactionState before = transactionState();
    try {
      super.beginWrite(exclusive);
    } catch (RuntimeException e) {
      if (!closed) {
        expect(before);
      }
      throw e;
    }
    expect(TransactionState.WRITE);
  }

  @Override
  public void commitPhaseTwo() {
    super.commitPhaseTwo();
    expect(isReading() ? TransactionState.READ : TransactionState.NONE);
    assertThat(savepointCount()).isZero();
  }

  /** Whether a cursor is open that a rollback has not tripped. */
  private boolean isReading() {
    return cursors.stream().anyMatch(AssertingCursor::isAlive);
  }

  @Override
  public void rollback(ResultCode code) {
    boolean wasWriting = !closed && transactionState() == TransactionState.WRITE;
    super.rollback(code);
    for (AssertingCursor cursor : cursors) {
      cursor.rolledBack(code, wasWriting);
    }
    assertThat(transactionState()).isNotEqualTo(TransactionState.WRITE);
    if (code != null) {
      expect(TransactionState.NONE);
    }
    assertThat(savepointCount()).isZero();
  }

  @Override
  public void openSavepoints(int count) {
    super.openSavepoints(count);
    if (transactionState() == TransactionState.WRITE) {
      assertThat(savepointCount()).isGreaterThanOrEqualTo(count);
    }
  }

  @Override
  public void releaseSavepoint(int index) {
    super.releaseSavepoint(index);
    assertThat(savepointCount()).isLessThanOrEqualTo(index);
  }

  @Override
  public void rollbackToSavepoint(int index) {
    TransactionState before = transactionState();
    super.rollbackToSavepoint(index);
    expect(before);
    assertThat(savepointCount()).isLessThanOrEqualTo(index + 1);
  }

  @Override
  public int createTree(TreeKind kind) {
    require(TransactionState.WRITE, "createTree");
    int tree = super.createTree(kind);
    assertThat(tree).isGreaterThan(1);
    return tree;
  }

  @Override
  public int dropTree(int tree) {
    require(TransactionState.WRITE, "dropTree");
    assertThat(cursors.stream().filter(AssertingCursor::isAlive).map(AssertingCursor::tree)).doesNotContain(tree);
    int moved = super.dropTree(tree);
    assertThat(moved).isNotNegative();
    return moved;
  }

  @Override
  public long clearTree(int tree) {
    require(TransactionState.WRITE, "clearTree");
    long count = super.clearTree(tree);
    assertThat(count).isNotNegative();
    return count;
  }

  @Override
  public BtreeCursor openTable(int tree, boolean writable) {
    require(writable ? TransactionState.WRITE : TransactionState.READ, "openTable");
    return wrap(super.openTable(tree, writable), writable, null);
  }

  @Override
  public BtreeCursor openIndex(int tree, boolean writable, KeyOrder order) {
    require(writable ? TransactionState.WRITE : TransactionState.READ, "openIndex");
    return wrap(super.openIndex(tree, writable, order), writable, order);
  }

  private BtreeCursor wrap(BtreeCursor cursor, boolean writable, KeyOrder order) {
    AssertingCursor wrapped = new AssertingCursor(cursor, writable, order, cursors);
    cursors.add(wrapped);
    return wrapped;
  }

  @Override
  public void close() {
    closed = true;
    super.close();
  }
}
