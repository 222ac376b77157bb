// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;

/** Holds caller and store to the contract of {@link BtreeCursor}. Made by {@link AssertingBtree}. */
final class AssertingCursor extends ForwardingBtreeCursor {
  private final boolean writable;
  /** Null for tables. */
  private final KeyOrder order;
  private final List<AssertingCursor> registry;

  private boolean closed;
  private boolean tripped;
  private byte[] view;
  private byte[] viewCopy;

  AssertingCursor(BtreeCursor inner, boolean writable, KeyOrder order, List<AssertingCursor> registry) {
    super(inner);
    this.writable = writable;
    this.order = order;
    this.registry = registry;
  }

  boolean isAlive() {
    return !closed && !tripped;
  }

  void rolledBack(ResultCode code, boolean wasWriting) {
    tripped |= code != null || wasWriting && writable;
    view = null;
  }

  // ---- moving -----------------------------------------------------------------------------------------------------

  /** C5: the caller has not written to the view that it was shown; called before the view's lifetime ends. */
  private void leave() {
    if (view != null && isAlive()) {
      assertThat(Arrays.equals(view, viewCopy)).as("a payload view was written to").isTrue();
    }
    view = null;
  }

  private boolean arrived(boolean found) {
    assertThat(super.isValid()).isEqualTo(found);
    assertThat(super.isDisplaced()).isFalse();
    return found;
  }

  @Override
  public boolean first() {
    leave();
    return arrived(super.first());
  }

  @Override
  public boolean last() {
    leave();
    return arrived(super.last());
  }

  @Override
  public boolean next() {
    return step(true);
  }

  @Override
  public boolean previous() {
    return step(false);
  }

  private boolean step(boolean forward) {
    leave();
    boolean comparable = isAlive() && super.isValid() && !super.isDisplaced();
    long rowid = comparable && order == null ? super.rowid() : 0;
    byte[] record = comparable && order != null ? whole() : null;
    boolean found = arrived(forward ? super.next() : super.previous());
    if (found && comparable) {
      int direction = order == null ? Long.compare(super.rowid(), rowid) : compare(record);
      assertThat(direction).as("the order of entries").isEqualTo(forward ? 1 : -1);
    }
    return found;
  }

  private byte[] whole() {
    byte[] record = new byte[super.payloadLength()];
    super.readPayload(0, record, 0, record.length);
    return record;
  }

  /** Compares the present entry with a record. */
  private int compare(byte[] record) {
    KeyProbe probe = new KeyProbe(order);
    probe.load(record, 0, record.length, order.columnCount());
    byte[] here = whole();
    return Integer.signum(probe.compareEntry(here, 0, here.length));
  }

  @Override
  public int seekRowid(long rowid) {
    assertThat(order).as("seekRowid in an index tree").isNull();
    leave();
    int side = super.seekRowid(rowid);
    if (super.isValid()) {
      arrived(true);
      assertThat(Integer.signum(side)).isEqualTo(Long.compare(super.rowid(), rowid));
    } else {
      assertThat(side).as("the answer in an empty tree").isNegative();
    }
    return side;
  }

  @Override
  public int seekKey(KeyProbe probe) {
    assertThat(order).as("seekKey in a table tree").isNotNull();
    leave();
    int side = super.seekKey(probe);
    if (super.isValid()) {
      arrived(true);
      byte[] here = whole();
      assertThat(Integer.signum(side)).isEqualTo(Integer.signum(probe.compareEntry(here, 0, here.length)));
    } else {
      assertThat(side).as("the answer in an empty tree").isNegative();
    }
    return side;
  }

  @Override
  public boolean restore() {
    boolean restored = super.restore();
    if (restored) {
      assertThat(super.isDisplaced()).isFalse();
    }
    return restored;
  }

  // ---- reading ----------------------------------------------------------------------------------------------------

  private void requireEntry() {
    if (isAlive()) {
      assertThat(super.isValid()).as("reading requires an entry").isTrue();
      assertThat(super.isDisplaced()).as("reading requires a restored cursor").isFalse();
    }
  }

  @Override
  public long rowid() {
    requireEntry();
    return super.rowid();
  }

  @Override
  public int payloadLength() {
    requireEntry();
    int length = super.payloadLength();
    assertThat(length).isNotNegative();
    return length;
  }

  @Override
  public byte[] payloadArray() {
    requireEntry();
    byte[] array = super.payloadArray();
    if (isAlive() && array.length < 100_000) {
      view = array;
      viewCopy = array.clone();
    }
    return array;
  }

  @Override
  public int payloadOffset() {
    requireEntry();
    int offset = super.payloadOffset();
    assertThat(offset).isNotNegative();
    return offset;
  }

  @Override
  public int localLength() {
    requireEntry();
    int length = super.localLength();
    assertThat(length).isBetween(Math.min(1, super.payloadLength()), super.payloadLength());
    return length;
  }

  @Override
  public void readPayload(int offset, byte[] target, int targetOffset, int length) {
    requireEntry();
    super.readPayload(offset, target, targetOffset, length);
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  /**
   * Writes end the lifetime of all views, but whether the caller wrote to them is only known of those on unchanged
   * pages before.
   */
  private void leaveAll() {
    registry.forEach(cursor -> cursor.view = null);
  }

  private void written(int flags) {
    if ((flags & KEEP_POSITION) != 0) {
      assertThat(super.isValid()).as("KEEP_POSITION").isTrue();
    }
  }

  @Override
  public void insertRow(long rowid, byte[] record, int offset, int length, int zeroTail, int flags) {
    leaveAll();
    super.insertRow(rowid, record, offset, length, zeroTail, flags);
    written(flags);
    if ((flags & KEEP_POSITION) != 0) {
      assertThat(super.restore()).isTrue();
      assertThat(super.rowid()).isEqualTo(rowid);
    }
  }

  @Override
  public void insertKey(byte[] record, int offset, int length, int flags) {
    byte[] copy = Arrays.copyOfRange(record, offset, offset + length);
    leaveAll();
    super.insertKey(record, offset, length, flags);
    written(flags);
    if ((flags & KEEP_POSITION) != 0) {
      assertThat(super.restore()).isTrue();
      assertThat(whole()).isEqualTo(copy);
    }
  }

  @Override
  public void delete(int flags) {
    requireEntry();
    leaveAll();
    super.delete(flags);
  }

  @Override
  public void writePayload(int offset, byte[] source, int sourceOffset, int length) {
    requireEntry();
    leaveAll();
    super.writePayload(offset, source, sourceOffset, length);
  }

  @Override
  public long count() {
    leave();
    long count = super.count();
    assertThat(count).isNotNegative();
    return count;
  }

  @Override
  public long estimatedCount() {
    long count = super.estimatedCount();
    assertThat(count).isNotNegative();
    return count;
  }

  @Override
  public void close() {
    closed = true;
    view = null;
    registry.remove(this);
    super.close();
  }
}
