// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyProbe;

/** What cursors over ephemeral tables and indexes have in common: they show bytes in memory, and once there is a tree everything goes to a cursor of that. */
abstract class EphemeralCursor implements BtreeCursor {
  static final int NOWHERE = -1;

  private final Ephemeral data;
  private BtreeCursor tree;
  /** What {@link #tree} is of. */
  private int generation;

  private int clears;

  private byte[] array;
  private int offset;
  private int length;

  EphemeralCursor(Ephemeral data) {
    this.data = data;
    this.clears = data.clears();
  }

  /** Whether the cursor stands on an entry in memory. */
  abstract boolean isOnEntry();

  /** Lets go of that entry. */
  abstract void leave();

  /** Brings a cursor of the tree to that entry. */
  abstract void findAgain(BtreeCursor inTree);

  /** Whether that entry is not there any more. */
  abstract boolean isGone();

  /** Number of entries in memory. */
  abstract long countInMemory();

  /** Whether there is a tree; makes its cursor ready then. */
  final boolean usesTree() {
    if (clears != data.clears()) {
      clears = data.clears();
      leave();
    }
    if (tree != null && generation != data.generation()) {
      tree = null;
      leave();
    }
    if (!data.isTree()) {
      return false;
    }
    if (tree == null) {
      tree = data.openTree();
      generation = data.generation();
      if (isOnEntry()) {
        findAgain(tree);
      }
    }
    return true;
  }

  /** The cursor of the tree. Requires: {@link #usesTree}. */
  final BtreeCursor inTree() {
    return tree;
  }

  final void show(byte[] itsArray, int itsOffset, int itsLength) {
    array = itsArray;
    offset = itsOffset;
    length = itsLength;
  }

  /** Loads the columns of the entry in memory into a probe. */
  final KeyProbe load(KeyProbe probe, int columns) {
    probe.load(array, offset, length, columns);
    return probe;
  }

  // ---- reading -------------------------------------------------------------------------------------------------------------

  @Override
  public final boolean isValid() {
    return usesTree() ? tree.isValid() : isOnEntry();
  }

  @Override
  public final boolean isDisplaced() {
    return usesTree() ? tree.isDisplaced() : isGone();
  }

  @Override
  public final boolean restore() {
    return usesTree() ? tree.restore() : !isGone();
  }

  @Override
  public final int payloadLength() {
    return usesTree() ? tree.payloadLength() : length;
  }

  @Override
  public final byte[] payloadArray() {
    return usesTree() ? tree.payloadArray() : array;
  }

  @Override
  public final int payloadOffset() {
    return usesTree() ? tree.payloadOffset() : offset;
  }

  @Override
  public final int localLength() {
    return usesTree() ? tree.localLength() : length;
  }

  @Override
  public final void readPayload(int from, byte[] target, int targetOffset, int count) {
    if (usesTree()) {
      tree.readPayload(from, target, targetOffset, count);
    } else {
      System.arraycopy(array, offset + from, target, targetOffset, count);
    }
  }

  @Override
  public final void writePayload(int from, byte[] source, int sourceOffset, int count) {
    throw new AssertionError("blobs of ephemeral trees are not written");
  }

  // ---- about the tree ------------------------------------------------------------------------------------------------------

  @Override
  public final int tree() {
    return usesTree() ? tree.tree() : 0;
  }

  @Override
  public final long count() {
    return usesTree() ? tree.count() : countInMemory();
  }

  @Override
  public final long estimatedCount() {
    return usesTree() ? tree.estimatedCount() : countInMemory();
  }

  @Override
  public final void close() {
    if (tree != null) {
      tree.close();
      tree = null;
    }
    leave();
  }
}
