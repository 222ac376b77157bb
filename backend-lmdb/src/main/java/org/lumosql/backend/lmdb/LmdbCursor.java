// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lmdbjava.Cursor;
import org.lmdbjava.GetOp;
import org.lmdbjava.LmdbException;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.TreeKeys;

/**
 * A cursor of LMDB. From the second step in a row on it takes whole pages ({@link LeafPage}) and walks through their copies.
 *
 * <ol>
 *   <li>Q1. On an entry, the array, offset and length of the engine's key are those of the page or of {@code ownKey}: no change of the store touches them.
 *   <li>Q2. In a page, LMDB's cursor is somewhere on that page or was there; {@link #place} brings it to the entry. Else it is on the entry.
 *   <li>Q3. What LMDB has shown of the value is read while {@code seenChanges} is the transaction's number of changes; afterwards the entry is looked up again.
 * </ol>
 *
 * Hot path: {@link #next}.
 */
final class LmdbCursor implements KvCursor {
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final byte[] NOTHING = new byte[0];
  /** Values up to it are read into an array that is kept. */
  private static final int LONGEST_KEPT = 1 << 16;

  private final LmdbTransaction transaction;
  private final int tree;
  /** Null before the first use, and after the transaction has begun anew. */
  private Cursor<Slice> cursor;

  private boolean isOnEntry;
  private byte[] keyBytes = NOTHING;
  private int keyOffset;
  private int keyLength;
  private byte[] ownKey = new byte[32];

  private boolean isValueRead;
  private byte[] ownValue = NOTHING;
  private int ownValueLength;
  private long seenChanges;

  /** Steps since the last search. */
  private int steps;

  /** Null until a scan begins. */
  private LeafPage page;

  private boolean isInPage;
  private boolean isClosed;

  LmdbCursor(LmdbTransaction transaction, int tree) {
    this.transaction = transaction;
    this.tree = tree;
  }

  /** Lets go of LMDB's cursor, to take another one when it is needed. */
  void detach() {
    if (cursor != null) {
      cursor.close();
      cursor = null;
    }
  }

  boolean isInPage() {
    return isInPage;
  }

  private Cursor<Slice> cursor() {
    if (cursor == null) {
      cursor = transaction.openCursor();
    }
    return cursor;
  }

  // ---- arriving ---------------------------------------------------------------------------------------------------

  /** LMDB's cursor has come to an entry after a search, or to none. */
  private boolean arrive(boolean found) {
    isInPage = false;
    isOnEntry = false;
    if (!found) {
      return false;
    }
    isValueRead = false;
    seenChanges = transaction.changes();
    Slice key = cursor.key();
    if (key.length > ownKey.length) {
      ownKey = new byte[key.length * 2];
    }
    NativeMemory.read(key.address, ownKey, 0, key.length); // Q1
    return isHere(ownKey, 0, key.length);
  }

  private boolean arriveBySearch(boolean found) {
    steps = 0;
    return arrive(found);
  }

  /** LMDB's cursor has come to the next entry or the one before, or to none. */
  private boolean arriveByStep(boolean found) {
    if (found && (isInPage || steps++ > 0)) {
      if (page == null) {
        page = new LeafPage(transaction.pageSize());
      }
      if (page.load(cursor)) {
        isInPage = true;
        return isHereInPage();
      }
    }
    return arrive(found);
  }

  private boolean isHereInPage() {
    isValueRead = false;
    return isHere(page.bytes(), page.keyOffset(), page.keyLength());
  }

  private boolean isHere(byte[] bytes, int offset, int length) {
    keyBytes = bytes;
    keyOffset = offset;
    keyLength = length;
    isOnEntry = length >= TreeKeys.PREFIX_LENGTH && (int) INT.get(bytes, offset) == tree;
    return isOnEntry;
  }

  /** Brings LMDB's cursor to the entry. */
  private void place() {
    cursor().get(transaction.keyMemory().ofFull(keyBytes, keyOffset, keyLength), GetOp.MDB_SET_RANGE);
    seenChanges = transaction.changes();
  }

  // ---- moving -----------------------------------------------------------------------------------------------------

  @Override
  public boolean seek(byte[] key) {
    try {
      return arriveBySearch(cursor().get(transaction.keyMemory().of(tree, key), GetOp.MDB_SET_RANGE));
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  public boolean first() {
    try {
      return arriveBySearch(cursor().get(transaction.keyMemory().start(tree), GetOp.MDB_SET_RANGE));
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  public boolean last() {
    try {
      boolean isFollowed = cursor().get(transaction.keyMemory().start(tree + 1), GetOp.MDB_SET_RANGE); // 2^31 comes out right: the order is unsigned
      return arriveBySearch(isFollowed ? cursor.prev() : cursor.last());
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  public boolean next() {
    requireEntry();
    if (isInPage && page.next()) {
      return isHereInPage();
    }
    try {
      placeToStep();
      return arriveByStep(cursor.next());
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  public boolean previous() {
    requireEntry();
    if (isInPage && page.previous()) {
      return isHereInPage();
    }
    try {
      placeToStep();
      return arriveByStep(cursor.prev());
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  private void placeToStep() {
    transaction.requireActive();
    if (isInPage || cursor == null) {
      place();
    }
  }

  // ---- the entry --------------------------------------------------------------------------------------------------

  private void requireEntry() {
    if (!isOnEntry) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
    }
  }

  @Override
  public byte[] key() {
    requireEntry();
    return Arrays.copyOfRange(keyBytes, keyOffset + TreeKeys.PREFIX_LENGTH, keyOffset + keyLength);
  }

  @Override
  public int keyLength() {
    requireEntry();
    return keyLength - TreeKeys.PREFIX_LENGTH;
  }

  @Override
  public long keyNumber() {
    requireEntry();
    return (long) LONG.get(keyBytes, keyOffset + TreeKeys.PREFIX_LENGTH);
  }

  private boolean isValueInPage() {
    requireEntry();
    return isInPage && page.hasValue();
  }

  /** The value where LMDB has it. */
  private Slice shownValue() {
    try {
      if (isInPage || cursor == null || seenChanges != transaction.changes()) { // Q3
        transaction.requireActive();
        place();
      }
      return cursor.val();
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  private void readValue() {
    if (!isValueRead) {
      Slice shown = shownValue();
      if (shown.length > ownValue.length || ownValue.length > LONGEST_KEPT) {
        ownValue = new byte[shown.length > LONGEST_KEPT ? shown.length : Math.max(64, shown.length * 2)];
      }
      NativeMemory.read(shown.address, ownValue, 0, shown.length);
      ownValueLength = shown.length;
      isValueRead = true;
    }
  }

  @Override
  public byte[] value() {
    if (isValueInPage()) {
      return Arrays.copyOfRange(page.bytes(), page.valueOffset(), page.valueOffset() + page.valueLength());
    }
    return isValueRead ? Arrays.copyOf(ownValue, ownValueLength) : shownValue().bytes();
  }

  @Override
  public byte[] valueArray() {
    if (isValueInPage()) {
      return page.bytes();
    }
    readValue();
    return ownValue;
  }

  @Override
  public int valueOffset() {
    return isValueInPage() ? page.valueOffset() : 0;
  }

  @Override
  public int valueLength() {
    if (isValueInPage()) {
      return page.valueLength();
    }
    readValue();
    return ownValueLength;
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      detach();
      transaction.closed(this);
    }
  }
}
