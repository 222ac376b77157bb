// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyProbe;

/**
 * A cursor over a {@link KeySet}: an index tree to those who use it, except that a search for a whole key that is not there leaves the cursor
 * invalid instead of on a neighbour. Once the set has become a tree, everything goes to a cursor of that.
 */
final class KeySetCursor extends EphemeralCursor {
  private final KeySet set;
  /** The set's sorted keys, null while the cursor stands on a number or nowhere. */
  private long[] sorted;
  private int index = NOWHERE;
  private int number = NOWHERE;
  /** The last search was for a whole key with this hash, and missed. */
  private boolean missed;
  private int missedHash;

  KeySetCursor(KeySet set) {
    super(set);
    this.set = set;
  }

  @Override
  boolean isOnEntry() {
    return index != NOWHERE || number != NOWHERE;
  }

  @Override
  void leave() {
    index = NOWHERE;
    number = NOWHERE;
    sorted = null;
    missed = false;
  }

  @Override
  void findAgain(BtreeCursor inTree) {
    inTree.seekKey(shown());
  }

  @Override
  boolean isGone() {
    return false;
  }

  @Override
  long countInMemory() {
    return set.live();
  }

  /** The key that is shown. */
  private KeyProbe shown() {
    return load(new KeyProbe(set.order()), set.order().columnCount());
  }

  private void show(long place) {
    show(set.heap().arrayAt(place), RecordHeap.offsetAt(place), set.heap().lengthAt(place));
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
      return inTree().first();
    }
    sorted = set.sorted();
    return goTo(0);
  }

  @Override
  public boolean last() {
    if (usesTree()) {
      return inTree().last();
    }
    sorted = set.sorted();
    return goTo(sorted.length - 1);
  }

  @Override
  public boolean next() {
    if (usesTree()) {
      return inTree().next();
    }
    settle();
    return index != NOWHERE && goTo(index + 1);
  }

  @Override
  public boolean previous() {
    if (usesTree()) {
      return inTree().previous();
    }
    settle();
    return index != NOWHERE && goTo(index - 1);
  }

  /** From a number to its place in the order. */
  private void settle() {
    if (number != NOWHERE) {
      KeyProbe here = shown();
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
      return inTree().seekKey(probe);
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

  // ---- reading -------------------------------------------------------------------------------------------------------------

  @Override
  public long rowid() {
    throw new AssertionError("an index has no rowids");
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
    inTree().insertKey(record, from, count, flags & ~SEEK_DONE);
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
    inTree().delete(flags);
  }
}
