// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TreeKind;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;

/**
 * Fails where {@link Faults} says, before the operation has done anything: for those who use a {@link Btree}. What
 * undoes or ends a transaction, and what only tells a state, never fails.
 */
public final class FaultyBtree extends ForwardingBtree {
  private final Faults faults;

  public FaultyBtree(Btree inner, Faults faults) {
    super(inner);
    this.faults = faults;
  }

  @Override
  public void beginRead() {
    faults.operation("beginRead");
    super.beginRead();
  }

  @Override
  public void beginWrite(boolean exclusive) {
    faults.operation("beginWrite");
    super.beginWrite(exclusive);
  }

  @Override
  public void commitPhaseOne(String superJournal) {
    faults.operation("commitPhaseOne");
    super.commitPhaseOne(superJournal);
  }

  @Override
  public void commitPhaseTwo() {
    faults.operation("commitPhaseTwo");
    super.commitPhaseTwo();
  }

  @Override
  public int createTree(TreeKind kind) {
    faults.operation("createTree");
    return super.createTree(kind);
  }

  @Override
  public int dropTree(int tree) {
    faults.operation("dropTree");
    return super.dropTree(tree);
  }

  @Override
  public long clearTree(int tree) {
    faults.operation("clearTree");
    return super.clearTree(tree);
  }

  @Override
  public int meta(MetaValue value) {
    faults.operation("meta");
    return super.meta(value);
  }

  @Override
  public void setMeta(MetaValue value, int newValue) {
    faults.operation("setMeta");
    super.setMeta(value, newValue);
  }

  @Override
  public BtreeCursor openTable(int tree, boolean writable) {
    faults.operation("openTable");
    return new FaultyCursor(super.openTable(tree, writable));
  }

  @Override
  public BtreeCursor openIndex(int tree, boolean writable, KeyOrder order) {
    faults.operation("openIndex");
    return new FaultyCursor(super.openIndex(tree, writable, order));
  }

  private final class FaultyCursor extends ForwardingBtreeCursor {
    FaultyCursor(BtreeCursor inner) {
      super(inner);
    }

    @Override
    public boolean first() {
      faults.operation("first");
      return super.first();
    }

    @Override
    public boolean last() {
      faults.operation("last");
      return super.last();
    }

    @Override
    public boolean next() {
      faults.operation("next");
      return super.next();
    }

    @Override
    public boolean previous() {
      faults.operation("previous");
      return super.previous();
    }

    @Override
    public int seekRowid(long rowid) {
      faults.operation("seekRowid");
      return super.seekRowid(rowid);
    }

    @Override
    public int seekKey(KeyProbe probe) {
      faults.operation("seekKey");
      return super.seekKey(probe);
    }

    @Override
    public boolean restore() {
      faults.operation("restore");
      return super.restore();
    }

    @Override
    public void readPayload(int offset, byte[] target, int targetOffset, int length) {
      faults.operation("readPayload");
      super.readPayload(offset, target, targetOffset, length);
    }

    @Override
    public void insertRow(long rowid, byte[] record, int offset, int length, int zeroTail, int flags) {
      faults.operation("insertRow");
      super.insertRow(rowid, record, offset, length, zeroTail, flags);
    }

    @Override
    public void insertKey(byte[] record, int offset, int length, int flags) {
      faults.operation("insertKey");
      super.insertKey(record, offset, length, flags);
    }

    @Override
    public void delete(int flags) {
      faults.operation("delete");
      super.delete(flags);
    }

    @Override
    public void writePayload(int offset, byte[] source, int sourceOffset, int length) {
      faults.operation("writePayload");
      super.writePayload(offset, source, sourceOffset, length);
    }

    @Override
    public long count() {
      faults.operation("count");
      return super.count();
    }
  }
}
