// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.vdbe.VirtualCursor;

/**
 * A cursor as programs see it: over a tree of a database or of an ephemeral table, over a register (pseudo), a sorter or a virtual
 * table. Keeps the decoded part of the row it stands on until it moves or anything is written.
 *
 * <p>A deferred seek stands still until a column is wanted that the index does not have.
 */
final class Cursor {
  final Kind kind;
  final Row row = new Row();

  BtreeCursor btree;
  /** The order of an index tree, null for tables. */
  KeyOrder order;
  KeyProbe probe;
  /** The ephemeral storage that the cursor shares with its duplicates, null for others. */
  EphemeralStore ephemeral;
  int database;
  int rootPage;
  /** Whether it was opened for writing. */
  boolean writable;
  Sorter sorter;
  VirtualCursor virtual;
  /** Register that a pseudo cursor shows. */
  int register;

  boolean nullRow;
  /** NullRow took the position away: there is nothing to step from until the next seek. */
  boolean cleared;
  /** The last seek looked for the key that the next insert brings, and nothing has moved the cursor since. */
  boolean seekDone;
  /** SeekEnd has just put it on the last entry, for an insert behind that. */
  boolean isAtEnd;
  boolean deferred;
  long deferredRowid;
  Cursor alternate;
  int[] alternateColumns;
  int seekHit;
  long sequence;
  /** The machine's epoch when the row was last shown: another one means that it must be shown again. */
  int epoch;
  /** The one that was locked when this one was. */
  private Cursor lockedBefore;

  /** What a cursor goes over. */
  enum Kind {
    TABLE,
    INDEX,
    PSEUDO,
    SORTER,
    VIRTUAL
  }

  Cursor(Kind kind) {
    this.kind = kind;
  }

  /** To be called after each move. */
  void moved() {
    isAtEnd = false;
    epoch = 0;
    nullRow = false;
    cleared = false;
    deferred = false;
    seekDone = false;
  }

  /** Carries out a deferred seek and brings a displaced cursor back. Afterwards either {@link #nullRow} or the entry can be read. */
  void settle() {
    if (deferred) {
      deferred = false;
      epoch = 0;
      nullRow = false;
      cleared = false;
      if (btree.seekRowid(deferredRowid) != 0) {
        throw StoreException.corrupt("index entry points to rowid " + deferredRowid + ", which is not in the table");
      }
    } else if (!nullRow && btree.isDisplaced()) {
      epoch = 0;
      if (!btree.restore()) {
        nullRow = true;
      }
    }
  }

  /** Locks the tree for other cursors. @param before the cursor that was locked last, or null */
  Cursor lock(Cursor before) {
    lockedBefore = before;
    return this;
  }

  /** The cursor that is locked still, or null. */
  Cursor unlock() {
    Cursor before = lockedBefore;
    lockedBefore = null;
    return before;
  }

  /** Fails if this cursor, or one that was locked before, locks the tree that another one has written to. */
  void requireUnlocked(Cursor writer) {
    for (Cursor locked = this; locked != null; locked = locked.lockedBefore) {
      if (locked != writer && writer.ephemeral == null && locked.rootPage == writer.rootPage && locked.database == writer.database) {
        throw new StoreException(ResultCode.CONSTRAINT_PINNED, "constraint failed");
      }
    }
  }

  KeyProbe probe() {
    if (probe == null) {
      probe = new KeyProbe(order);
    }
    probe.clear();
    return probe;
  }

  /** Makes a closed cursor ready to be opened again; what it learned about sizes stays. */
  void recycle(KeyOrder newOrder) {
    if (order != newOrder) {
      probe = null;
      order = newOrder;
    }
    epoch = 0;
    nullRow = true;
    cleared = false;
    seekDone = false;
    isAtEnd = false;
    deferred = false;
    alternate = null;
    alternateColumns = null;
    seekHit = 0;
    sequence = 0;
  }

  void close() {
    if (btree != null) {
      btree.close();
      btree = null;
    }
    if (ephemeral != null) {
      ephemeral.release();
      ephemeral = null;
    }
    if (sorter != null) {
      sorter.close();
      sorter = null;
    }
    if (virtual != null) {
      virtual.close();
      virtual = null;
    }
  }
}
