// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;

/**
 * Shows copies of payloads, and overwrites them when their lifetime is over (C5): the cursor moves, something is
 * written, the transaction ends. A caller that holds on to a view finds garbage.
 */
public final class InvalidatingBtree extends ForwardingBtree {
  private static final byte GARBAGE = (byte) 0xa5;

  private final List<InvalidatingCursor> cursors = new ArrayList<>();

  public InvalidatingBtree(Btree inner) {
    super(inner);
  }

  private void invalidateAll() {
    cursors.forEach(InvalidatingCursor::invalidate);
  }

  @Override
  public void commitPhaseOne(String superJournal) {
    invalidateAll();
    super.commitPhaseOne(superJournal);
  }

  @Override
  public void commitPhaseTwo() {
    invalidateAll();
    super.commitPhaseTwo();
  }

  @Override
  public void rollback(ResultCode code) {
    invalidateAll();
    super.rollback(code);
  }

  @Override
  public void rollbackToSavepoint(int index) {
    invalidateAll();
    super.rollbackToSavepoint(index);
  }

  @Override
  public int createTree(TreeKind kind) {
    invalidateAll();
    return super.createTree(kind);
  }

  @Override
  public int dropTree(int tree) {
    invalidateAll();
    return super.dropTree(tree);
  }

  @Override
  public long clearTree(int tree) {
    invalidateAll();
    return super.clearTree(tree);
  }

  @Override
  public BtreeCursor openTable(int tree, boolean writable) {
    return wrap(super.openTable(tree, writable));
  }

  @Override
  public BtreeCursor openIndex(int tree, boolean writable, KeyOrder order) {
    return wrap(super.openIndex(tree, writable, order));
  }

  private BtreeCursor wrap(BtreeCursor cursor) {
    InvalidatingCursor wrapped = new InvalidatingCursor(cursor);
    cursors.add(wrapped);
    return wrapped;
  }

  @Override
  public void close() {
    invalidateAll();
    super.close();
  }

  private final class InvalidatingCursor extends ForwardingBtreeCursor {
    private static final int MARGIN = 3;

    private byte[] view;

    InvalidatingCursor(BtreeCursor inner) {
      super(inner);
    }

    void invalidate() {
      if (view != null) {
        Arrays.fill(view, GARBAGE);
        view = null;
      }
    }

    @Override
    public byte[] payloadArray() {
      if (view == null) {
        int length = super.localLength();
        view = new byte[MARGIN + length];
        System.arraycopy(super.payloadArray(), super.payloadOffset(), view, MARGIN, length);
      }
      return view;
    }

    @Override
    public int payloadOffset() {
      super.payloadOffset();
      return MARGIN;
    }

    @Override
    public boolean first() {
      invalidate();
      return super.first();
    }

    @Override
    public boolean last() {
      invalidate();
      return super.last();
    }

    @Override
    public boolean next() {
      invalidate();
      return super.next();
    }

    @Override
    public boolean previous() {
      invalidate();
      return super.previous();
    }

    @Override
    public int seekRowid(long rowid) {
      invalidate();
      return super.seekRowid(rowid);
    }

    @Override
    public int seekKey(KeyProbe probe) {
      invalidate();
      return super.seekKey(probe);
    }

    @Override
    public boolean restore() {
      if (isDisplaced()) {
        invalidate();
      }
      return super.restore();
    }

    @Override
    public void insertRow(long rowid, byte[] record, int offset, int length, int zeroTail, int flags) {
      invalidateOthers();
      super.insertRow(rowid, record, offset, length, zeroTail, flags);
      invalidate();
    }

    @Override
    public void insertKey(byte[] record, int offset, int length, int flags) {
      invalidateOthers();
      super.insertKey(record, offset, length, flags);
      invalidate();
    }

    @Override
    public void writePayload(int offset, byte[] source, int sourceOffset, int length) {
      invalidateOthers();
      super.writePayload(offset, source, sourceOffset, length);
      invalidate();
    }

    /** The source of a write may be this cursor's own view. */
    private void invalidateOthers() {
      for (InvalidatingCursor other : cursors) {
        if (other != this) {
          other.invalidate();
        }
      }
    }

    @Override
    public void delete(int flags) {
      invalidateAll();
      super.delete(flags);
    }

    @Override
    public long count() {
      invalidate();
      return super.count();
    }

    @Override
    public void close() {
      invalidate();
      cursors.remove(this);
      super.close();
    }
  }
}
