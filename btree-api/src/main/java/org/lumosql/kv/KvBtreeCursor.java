// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyProbe;

/**
 * A position that is a key. The engine's cursor is put there when it is needed: it loses its place by every change of
 * the tree and by the end of the engine's transaction, the key does not.
 *
 * <ol>
 *   <li>P1. {@code isOnEntry} is false iff the cursor is invalid.
 *   <li>P2. {@code isPlaced} and {@code seen} equal to the tree's version: the engine's cursor is on the entry.
 *   <li>P3. {@code seen} differs from the tree's version: displaced; the entry may be gone or have another value.
 *   <li>P4. {@code key} is the entry's key, or null while the engine's cursor is on the entry and nobody has asked for it: a scan makes no array for a row.
 *   <li>P5. {@code value} is the entry's value, or null if it was not asked for as an array of its own; of a key that is found by record
 *       ({@link IndexKeys#isFoundByRecord}) it is there as soon as the key is, also after the entry's deletion.
 * </ol>
 *
 * Hot path: {@link #next}, {@link #rowid}, the payload accessors.
 */
final class KvBtreeCursor implements BtreeCursor {
  private static final int UNKNOWN = 2;

  private final KvBtree btree;
  private final TreePlace place;
  private final boolean writable;
  /** Null for tables. */
  private final IndexKeys keys;

  private final byte[] rowKey = new byte[RowKey.LENGTH];
  private KvCursor cursor;
  /** The KV tree that the engine's cursor is open on. */
  private int cursorTree;

  private boolean isOnEntry;
  private boolean isPlaced;
  private byte[] key;
  private byte[] value;
  private long seen;
  /** What the last seek answered, if it was for a whole key and the cursor has not moved since; or {@link #UNKNOWN}. */
  private int seekResult = UNKNOWN;

  private ResultCode tripCode;
  private boolean isClosed;

  KvBtreeCursor(KvBtree btree, TreePlace place, boolean writable, IndexKeys keys) {
    this.btree = btree;
    this.place = place;
    this.writable = writable;
    this.keys = keys;
  }

  // ---- for the database -------------------------------------------------------------------------------------------

  TreePlace place() {
    return place;
  }

  boolean isWritable() {
    return writable;
  }

  boolean isTripped() {
    return tripCode != null;
  }

  void trip(ResultCode code) {
    if (tripCode == null) {
      tripCode = code;
    }
  }

  void invalidate() {
    isOnEntry = false;
    key = null;
    value = null;
    seekResult = UNKNOWN;
    seen = place.version;
  }

  /** Before the engine's cursor loses its place (P4). */
  void keepKey() {
    if (isOnEntry && key == null && isAtEntry() && tripCode == null) {
      key = cursor.key();
      if (value == null && keys != null && keys.isFoundByRecord(key.length)) {
        value = cursor.value(); // P5
      }
    }
  }

  /** P2. */
  private boolean isAtEntry() {
    return isPlaced && seen == place.version;
  }

  /** Lets go of the engine's cursor. */
  void detach() {
    if (cursor != null) {
      keepKey();
      cursor.close();
      cursor = null;
    }
    isPlaced = false;
  }

  private void requireUsable() {
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is closed");
    }
    if (tripCode != null) {
      throw new StoreException(tripCode, "the transaction of this cursor was rolled back");
    }
  }

  private KvCursor cursor() {
    requireUsable();
    if (cursor == null || isMoved()) {
      KvTransaction transaction = btree.transaction();
      detach();
      cursor = transaction.cursor(place.kvTree);
      cursorTree = place.kvTree;
    }
    return cursor;
  }

  /** The tree was cleared and is elsewhere now. */
  private boolean isMoved() {
    return cursorTree != place.kvTree;
  }

  // ---- moving -----------------------------------------------------------------------------------------------------

  private boolean arrive(boolean found) {
    seekResult = UNKNOWN;
    seen = place.version;
    isOnEntry = found;
    isPlaced = found;
    key = null;
    value = null;
    return found;
  }

  /** Comes to an entry that the engine's cursor is not on. */
  private void standOn(byte[] itsKey, byte[] itsValue) {
    seekResult = UNKNOWN;
    seen = place.version;
    isOnEntry = true;
    isPlaced = false;
    key = itsKey;
    value = itsValue;
  }

  @Override
  public boolean first() {
    return arrive(cursor().first());
  }

  @Override
  public boolean last() {
    KvCursor engine = cursor();
    ChangeLog changes = keys == null ? btree.changesIfWriting() : null;
    byte[] known = place.lastKey(changes);
    if (known != null) {
      standOn(known, null);
      return true;
    }
    boolean found = arrive(engine.last());
    if (found && changes != null) {
      place.setLastKey(changes, key());
    }
    return found;
  }

  @Override
  public boolean next() {
    if (!isOnEntry) {
      requireUsable();
      return false;
    }
    KvCursor engine = cursor();
    int side = isAtEntry() ? 0 : putInPlace(engine);
    return arrive(side == 0 ? engine.next() : side > 0);
  }

  @Override
  public boolean previous() {
    if (!isOnEntry) {
      requireUsable();
      return false;
    }
    KvCursor engine = cursor();
    int side = isAtEntry() ? 0 : putInPlace(engine);
    return arrive(side < 0 ? engine.last() : engine.previous());
  }

  /**
   * Moves the engine's cursor to the first entry that is not before the position.
   *
   * @return 0: it is the position's entry; 1: one after it; −1: there is none
   */
  private int putInPlace(KvCursor engine) {
    if (seen != place.version && keys != null && keys.isFoundByRecord(key.length)) {
      return keys.seek(engine, keys.probe(value, 0, value.length));
    }
    if (!engine.seek(key)) {
      return -1;
    }
    return Arrays.equals(engine.key(), key) ? 0 : 1;
  }

  @Override
  public int seekRowid(long rowid) {
    requireTable();
    KvCursor engine = cursor();
    RowKey.write(rowKey, rowid);
    int result;
    if (arrive(engine.seek(rowKey))) {
      result = RowKey.rowid(engine) == rowid ? 0 : 1;
    } else {
      arrive(engine.last());
      result = -1;
    }
    seekResult = result;
    return result;
  }

  @Override
  public int seekKey(KeyProbe probe) {
    if (keys == null) {
      requireUsable();
      throw new StoreException(ResultCode.MISUSE, "a key is sought in table tree " + place.number);
    }
    KvCursor engine = cursor();
    int result = keys.find(engine, probe);
    if (result >= 0 && keys.isKnown()) {
      standOn(keys.knownKey(), keys.knownRecord());
    } else {
      arrive(result < 0 ? engine.last() : true);
    }
    seekResult = probe.tie() == 0 ? result : UNKNOWN;
    return result;
  }

  private void requireTable() {
    requireUsable();
    if (keys != null) {
      throw new StoreException(ResultCode.MISUSE, "a row is asked of index tree " + place.number);
    }
  }

  @Override
  public boolean isValid() {
    requireUsable();
    return isOnEntry;
  }

  @Override
  public boolean isDisplaced() {
    return isOnEntry && (seen != place.version || tripCode != null);
  }

  @Override
  public boolean restore() {
    requireUsable();
    if (!isOnEntry || seen == place.version) {
      return true;
    }
    if (keys != null && keys.isFoundByRecord(key.length)) {
      return putInPlace(cursor()) == 0 && arrive(true);
    }
    byte[] found = btree.transaction().get(place.kvTree, key);
    if (found == null) {
      return false;
    }
    value = found;
    seen = place.version;
    isPlaced = false;
    return true;
  }

  // ---- reading the entry ------------------------------------------------------------------------------------------

  private void requireEntry() {
    if (!isOnEntry || seen != place.version || tripCode != null || isClosed) {
      requireUsable();
      throw new StoreException(ResultCode.MISUSE, "the cursor is not on an entry");
    }
  }

  private byte[] key() {
    requireEntry();
    if (key == null) {
      key = cursor.key();
    }
    return key;
  }

  /** The value as an array of its own. */
  private byte[] value() {
    requireEntry();
    if (value == null) {
      value = isPlaced ? cursor.value() : btree.transaction().get(place.kvTree, key);
    }
    return value;
  }

  /** Whether the engine's cursor shows the value. */
  private boolean isShown() {
    requireEntry();
    return value == null && isPlaced;
  }

  @Override
  public long rowid() {
    requireEntry();
    if (keys != null) {
      requireTable();
    }
    return key == null ? RowKey.rowid(cursor) : RowKey.rowid(key);
  }

  @Override
  public int payloadLength() {
    return isShown() ? cursor.valueLength() : value().length;
  }

  @Override
  public byte[] payloadArray() {
    return isShown() ? cursor.valueArray() : value();
  }

  @Override
  public int payloadOffset() {
    return isShown() ? cursor.valueOffset() : 0;
  }

  @Override
  public int localLength() {
    return payloadLength();
  }

  @Override
  public void readPayload(int offset, byte[] target, int targetOffset, int length) {
    requireRange(offset, length, payloadLength());
    System.arraycopy(payloadArray(), payloadOffset() + offset, target, targetOffset, length);
  }

  private static void requireRange(int offset, int length, int recordLength) {
    if (offset < 0 || length < 0 || length > recordLength - offset) {
      throw StoreException.corrupt("bytes " + offset + " … " + ((long) offset + length) + " of a record of " + recordLength);
    }
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  private void requireWritable() {
    requireUsable();
    if (!writable) {
      throw new StoreException(ResultCode.READONLY, "the cursor on tree " + place.number + " was opened for reading");
    }
  }

  @Override
  public void insertRow(long rowid, byte[] record, int offset, int length, int zeroTail, int flags) {
    requireWritable();
    requireTable();
    ChangeLog changes = btree.changes();
    byte[] stored = new byte[Math.addExact(length, zeroTail)];
    System.arraycopy(record, offset, stored, 0, length);
    byte[] newKey = RowKey.of(rowid);
    put(changes, newKey, stored, oldValue(newKey, flags));
  }

  @Override
  public void insertKey(byte[] record, int offset, int length, int flags) {
    requireWritable();
    if (keys == null) {
      throw new StoreException(ResultCode.MISUSE, "a key is inserted into table tree " + place.number);
    }
    ChangeLog changes = btree.changes();
    byte[] stored = Arrays.copyOfRange(record, offset, offset + length);
    KeyProbe probe = keys.probe(stored, 0, length);
    byte[] newKey = keys.uncutKey(probe);
    if (newKey != null) {
      put(changes, newKey, stored, oldValue(newKey, flags));
      return;
    }
    KvCursor engine = cursor();
    btree.changed(place); // also by what makes room for the key
    invalidate();
    int side = keys.find(engine, probe);
    if (side == 0) {
      boolean isKnown = keys.isKnown();
      put(changes, isKnown ? keys.knownKey() : engine.key(), stored, isKnown ? keys.knownRecord() : engine.value());
    } else {
      put(changes, keys.newCutKey(engine, side, changes, place.kvTree), stored, null);
    }
  }

  /** What is stored under a key that is not cut, or null. */
  private byte[] oldValue(byte[] newKey, int flags) {
    if (keys == null && place.isBehindAll(btree.changesIfWriting(), newKey)) {
      return null;
    }
    boolean isSought = (flags & SEEK_DONE) != 0 && isOnEntry && seen == place.version;
    if (isSought && (seekResult == 1 || seekResult == -1)) {
      return null;
    }
    return btree.transaction().get(place.kvTree, newKey);
  }

  private void put(ChangeLog changes, byte[] newKey, byte[] stored, byte[] old) {
    btree.changed(place);
    changes.put(place.kvTree, newKey, old, stored);
    if (keys != null) {
      keys.noteInserted(newKey, stored);
    } else if (place.isBehindAll(changes, newKey)) {
      place.setLastKey(changes, newKey);
    }
    standOn(newKey, stored);
  }

  @Override
  public void delete(int flags) {
    requireWritable();
    ChangeLog changes = btree.changes();
    byte[] old = value();
    byte[] key = key();
    btree.changed(place);
    seekResult = UNKNOWN;
    if (keys != null) {
      keys.noteDeletion(key);
    } else if (Arrays.equals(key, place.lastKey(changes))) {
      place.setLastKey(null, null);
    }
    changes.delete(place.kvTree, key, old);
  }

  @Override
  public void writePayload(int offset, byte[] source, int sourceOffset, int length) {
    requireWritable();
    requireTable();
    ChangeLog changes = btree.changes();
    byte[] old = value();
    requireRange(offset, length, old.length);
    byte[] changed = old.clone();
    System.arraycopy(source, sourceOffset, changed, offset, length);
    put(changes, key(), changed, old);
  }

  // ---- about the tree ---------------------------------------------------------------------------------------------

  @Override
  public int tree() {
    return place.number;
  }

  @Override
  public long count() {
    KvCursor engine = cursor();
    long count = 0;
    for (boolean more = engine.first(); more; more = engine.next()) {
      count++;
    }
    arrive(false);
    return count;
  }

  @Override
  public long estimatedCount() {
    requireUsable();
    return btree.transaction().estimatedCount(place.kvTree);
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      if (cursor != null) {
        cursor.close();
        cursor = null;
      }
      btree.closed(this);
    }
  }
}
