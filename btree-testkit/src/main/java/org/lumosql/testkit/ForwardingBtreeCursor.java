// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyProbe;

/** Hands every call on; wrappers override what they change. A test proves that no method is forgotten. */
public abstract class ForwardingBtreeCursor implements BtreeCursor {
  private final BtreeCursor inner;

  protected ForwardingBtreeCursor(BtreeCursor inner) {
    this.inner = inner;
  }

  protected final BtreeCursor inner() {
    return inner;
  }

  @Override
  public boolean first() {
    return inner.first();
  }

  @Override
  public boolean last() {
    return inner.last();
  }

  @Override
  public boolean next() {
    return inner.next();
  }

  @Override
  public boolean previous() {
    return inner.previous();
  }

  @Override
  public int seekRowid(long rowid) {
    return inner.seekRowid(rowid);
  }

  @Override
  public int seekKey(KeyProbe probe) {
    return inner.seekKey(probe);
  }

  @Override
  public boolean isValid() {
    return inner.isValid();
  }

  @Override
  public boolean isDisplaced() {
    return inner.isDisplaced();
  }

  @Override
  public boolean restore() {
    return inner.restore();
  }

  @Override
  public long rowid() {
    return inner.rowid();
  }

  @Override
  public int payloadLength() {
    return inner.payloadLength();
  }

  @Override
  public byte[] payloadArray() {
    return inner.payloadArray();
  }

  @Override
  public int payloadOffset() {
    return inner.payloadOffset();
  }

  @Override
  public int localLength() {
    return inner.localLength();
  }

  @Override
  public void readPayload(int offset, byte[] target, int targetOffset, int length) {
    inner.readPayload(offset, target, targetOffset, length);
  }

  @Override
  public void insertRow(long rowid, byte[] record, int offset, int length, int zeroTail, int flags) {
    inner.insertRow(rowid, record, offset, length, zeroTail, flags);
  }

  @Override
  public void insertKey(byte[] record, int offset, int length, int flags) {
    inner.insertKey(record, offset, length, flags);
  }

  @Override
  public void delete(int flags) {
    inner.delete(flags);
  }

  @Override
  public void writePayload(int offset, byte[] source, int sourceOffset, int length) {
    inner.writePayload(offset, source, sourceOffset, length);
  }

  @Override
  public int tree() {
    return inner.tree();
  }

  @Override
  public long count() {
    return inner.count();
  }

  @Override
  public long estimatedCount() {
    return inner.estimatedCount();
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
