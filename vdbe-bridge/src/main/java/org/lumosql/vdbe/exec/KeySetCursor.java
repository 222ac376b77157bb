// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyProbe;

/**
 * A cursor over a {@link KeySet}: an index tree to those who use it, except that a search for a whole key that is not there leaves the cursor
 * invalid instead of on a neighbour. Once the set has become a tree, everything goes to a cursor of that.
 */
final class KeySetCursor implements BtreeCursor {
  private static final int NOWHERE = -1;

  private final KeySet set;
  private BtreeCursor tree;
  /** The set's sorted keys, null while the cursor stands on a number or nowhere. */
  private long[] sorted;
  private int index = NOWHERE;
  private int number = NOWHERE;
  private byte[] array;
  private int offset;
  private int length;
  /** The last search was for a whole key with this hash, and missed. */
  private boolean missed;
  private int missedHash;
  /** The set's generation that {@link #tree} is of. */
  private int generation;
  private int clears;

  KeySetCursor(KeySet set) {
    this.set = set;
  }

  /** Whether the set is a tree; makes {@link #tree} ready then. */
  private boolean usesTree() {
    if (clears != set.clears()) {
      clears = set.clears();
      leave();
    }
    if (tree != null && generation != set.generation()) {
      tree = null;
      leave();
    }
    if (!set.isTree()) {
      return false;
    }
    if (tree == null) {
      KeyProbe here = null;
      if (isOnEntry()) {
        here = new KeyProbe(set.order());
        here.load(array, offset, length, set.order().columnCount());
      }
      tree = set.openTree();
      generation = set.generation();
      if (here != null) {
        tree.seekKey(here);
      }
    }
    return true;
  }

  private boolean isOnEntry() {
    return index != NOWHERE || number != NOWHERE;
  }

  private void leave() {
    index = NOWHERE;
    number = NOWHERE;
    sorted = null;
    missed = false;
  }

  private void show(long place) {
    array = set.heap().arrayAt(place);
    offset = RecordHeap.offsetAt(place);
    length = set.heap().lengthAt(place);
  }

  private boolean goTo(int wanted) {
    number = NOWHERE;
    missed = false;
    if (wanted < 0 || wanted >= sorted.length) {
      index = NOWHERE;
      return false;
    }
    index = wanted;
    show(sorted[wanted]);
    return true;
  }

  // ---- moving --------------------------------------------------------------------------------------------------------------

  @Override
  public boolean first() {
    if (usesTree()) {
      return tree.first();
    }
    sorted = set.sorted();
    return goTo(0);
  }

  @Override
  public boolean last() {
    if (usesTree()) {
      return tree.last();
    }
    sorted = set.sorted();
    return goTo(sorted.length - 1);
  }

  @Override
  public boolean next() {
    if (usesTree()) {
      return tree.next();
    }
    settle();
    return index != NOWHERE && goTo(index + 1);
  }

  @Override
  public boolean previous() {
    if (usesTree()) {
      return tree.previous();
    }
    settle();
    return index != NOWHERE && goTo(index - 1);
  }

  /** From a number to its place in the order. */
  private void settle() {
    if (number != NOWHERE) {
      KeyProbe here = new KeyProbe(set.order());
      here.load(array, offset, length, set.order().columnCount());
      sorted = set.sorted();
      goTo(set.lowerBound(here));
    }
  }

  @Override
  public int seekRowid(long rowid) {
    throw new AssertionError("an index has no rowids");
  }

  @Override
  public int seekKey(KeyProbe probe) {
    if (usesTree()) {
      return tree.seekKey(probe);
    }
    if (set.isWholeKey(probe)) {
      leave();
      missedHash = set.hash(probe);
      number = set.find(probe, missedHash);
      missed = number == NOWHERE;
      if (missed) {
        return -1;
      }
      show(set.placeOfNumber(number));
      return 0;
    }
    sorted = set.sorted();
    int found = set.lowerBound(probe);
    if (goTo(found)) {
      return probe.tie() != 0 ? 1 : set.compareAt(found, probe);
    }
    goTo(sorted.length - 1);
    return -1;
  }

  @Override
  public boolean isValid() {
    return usesTree() ? tree.isValid() : isOnEntry();
  }

  @Override
  public boolean isDisplaced() {
    return usesTree() && tree.isDisplaced();
  }

  @Override
  public boolean restore() {
    return !usesTree() || tree.restore();
  }

  // ---- reading -------------------------------------------------------------------------------------------------------------

  @Override
  public long rowid() {
    throw new AssertionError("an index has no rowids");
  }

  @Override
  public int payloadLength() {
    return usesTree() ? tree.payloadLength() : length;
  }

  @Override
  public byte[] payloadArray() {
    return usesTree() ? tree.payloadArray() : array;
  }

  @Override
  public int payloadOffset() {
    return usesTree() ? tree.payloadOffset() : offset;
  }

  @Override
  public int localLength() {
    return usesTree() ? tree.localLength() : length;
  }

  @Override
  public void readPayload(int from, byte[] target, int targetOffset, int count) {
    if (usesTree()) {
      tree.readPayload(from, target, targetOffset, count);
    } else {
      System.arraycopy(array, offset + from, target, targetOffset, count);
    }
  }

  // ---- writing -------------------------------------------------------------------------------------------------------------

  @Override
  public void insertRow(long rowid, byte[] record, int from, int count, int zeroTail, int flags) {
    throw new AssertionError("an index has no rows");
  }

  @Override
  public void insertKey(byte[] record, int from, int count, int flags) {
    if (!usesTree()) {
      boolean isNew = (flags & SEEK_DONE) != 0 && missed;
      if ((flags & KEEP_POSITION) == 0 && set.insert(record, from, count, isNew, missedHash)) {
        leave();
        return;
      }
      set.becomeTree();
      leave();
      usesTree();
    }
    tree.insertKey(record, from, count, flags & ~SEEK_DONE);
  }

  @Override
  public void delete(int flags) {
    if (!usesTree()) {
      if ((flags & KEEP_POSITION) == 0 && number != NOWHERE && set.delete(number)) {
        leave();
        return;
      }
      set.becomeTree();
      usesTree();
    }
    tree.delete(flags);
  }

  @Override
  public void writePayload(int from, byte[] source, int sourceOffset, int count) {
    throw new AssertionError("an index has no blobs");
  }

  // ---- about the tree ------------------------------------------------------------------------------------------------------

  @Override
  public int tree() {
    return usesTree() ? tree.tree() : 0;
  }

  @Override
  public long count() {
    return usesTree() ? tree.count() : set.live();
  }

  @Override
  public long estimatedCount() {
    return usesTree() ? tree.estimatedCount() : set.live();
  }

  @Override
  public void close() {
    if (tree != null) {
      tree.close();
      tree = null;
    }
    leave();
  }
}
