// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import jnr.ffi.Pointer;
import org.lmdbjava.Cursor;
import org.lmdbjava.Meta;
import org.lumosql.error.StoreException;

/**
 * A copy of the page that a cursor of the library is on: all entries around it for one copy instead of a call each. Integers are the machine's, here little-endian.
 *
 * <table>
 *   <caption>A page of data version 1, and an entry of it</caption>
 *   <tr><th>offset</th><th>bytes</th><th>meaning</th></tr>
 *   <tr><td>10</td><td>2</td><td>flags, 2 for a leaf</td></tr>
 *   <tr><td>12</td><td>2</td><td>where the array of entries ends</td></tr>
 *   <tr><td>16</td><td>2 each</td><td>where the entries are, in the order of their keys</td></tr>
 *   <tr><td>entry + 0</td><td>4</td><td>length of the value</td></tr>
 *   <tr><td>entry + 4</td><td>2</td><td>flags, 1 if the value is on pages of its own</td></tr>
 *   <tr><td>entry + 6</td><td>2</td><td>length of the key; key and value follow</td></tr>
 * </table>
 *
 * <p>The library says where key and value are, not where the page is. That stands in its cursor, whose layout belongs to release 0.9 and is no promise. So what is found there is
 * held against what the library has said: the page must have an entry at the cursor's index whose key is at the key's address. If anything is different, {@link #load}
 * says no, and entries are asked for one by one.
 */
final class LeafPage {
  private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  /** Gives the address of the library's cursor; null where pages cannot be read. */
  private static final MethodHandle ADDRESS = address();

  private static final int FLAGS = 10;
  private static final int END_OF_ARRAY = 12;
  private static final int HEADER_LENGTH = 16;
  private static final int ENTRY_HEADER_LENGTH = 8;
  private static final int LEAF = 2;
  /** Kinds of pages that are no plain leaves. */
  private static final int OTHER_KINDS = 1 | 4 | 8 | 0x20 | 0x40;

  private static final int ELSEWHERE = 1;

  /** In the library's cursor: index of the lowest page, after two bytes; the pages; the index on each. */
  private static final int CURSOR_DEPTH = 64;

  private static final int CURSOR_PAGES = 72;
  private static final int DEEPEST = 32;
  private static final int CURSOR_INDEXES = CURSOR_PAGES + 8 * DEEPEST;
  /** Trees are never as deep; eight bytes behind each index are within the cursor. */
  private static final int DEPTH_LIMIT = 24;

  private final byte[] bytes;
  private int count;
  private int entry;
  /** Of the present entry. */
  private int keyOffset;

  private int keyLength;
  private int valueLength;
  private boolean isElsewhere;

  LeafPage(int pageSize) {
    bytes = new byte[pageSize];
  }

  private static MethodHandle address() {
    Meta.Version version = Meta.version();
    if (version.major != 0 || version.minor != 9 || ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN || !System.getProperty("os.arch").contains("64")) {
      return null;
    }
    try {
      Field field = Cursor.class.getDeclaredField("ptrCursor");
      field.setAccessible(true);
      return MethodHandles.lookup().unreflectGetter(field);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static long addressOf(Cursor<Slice> cursor) {
    try {
      return ((Pointer) ADDRESS.invokeExact((Cursor<?>) cursor)).address();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies the page of the entry that a cursor is on, and goes to the entry; false if that cannot be done. */
  boolean load(Cursor<Slice> cursor) {
    if (ADDRESS == null) {
      return false;
    }
    Slice key = cursor.key();
    long address = addressOf(cursor);
    int depth = (int) (NativeMemory.readLong(address + CURSOR_DEPTH) >>> 16) & 0xffff;
    if (depth >= DEPTH_LIMIT) {
      return false;
    }
    long page = NativeMemory.readLong(address + CURSOR_PAGES + 8 * depth);
    long distance = key.address - page;
    int index = unsigned(address + CURSOR_INDEXES + 2 * depth);
    if (distance >= bytes.length || HEADER_LENGTH + 2 * index + ENTRY_HEADER_LENGTH > distance) {
      return false;
    }
    int flags = unsigned(page + FLAGS);
    int place = unsigned(page + HEADER_LENGTH + 2 * index);
    if ((flags & (LEAF | OTHER_KINDS)) != LEAF || place + ENTRY_HEADER_LENGTH != distance || unsigned(key.address - 2) != key.length) {
      return false;
    }
    NativeMemory.read(page, bytes, 0, bytes.length);
    int end = unsigned(END_OF_ARRAY);
    if (end > bytes.length || HEADER_LENGTH + 2 * index >= end) {
      return false;
    }
    count = (end - HEADER_LENGTH) / 2;
    return goTo(index);
  }

  private static int unsigned(long address) {
    return (int) NativeMemory.readLong(address) & 0xffff;
  }

  private int unsigned(int offset) {
    return (short) SHORT.get(bytes, offset) & 0xffff;
  }

  private boolean goTo(int index) {
    int place = unsigned(HEADER_LENGTH + 2 * index);
    if (place > bytes.length - ENTRY_HEADER_LENGTH) {
      throw StoreException.corrupt("LMDB: an entry at " + place + " of a page of " + bytes.length + " bytes");
    }
    entry = index;
    keyOffset = place + ENTRY_HEADER_LENGTH;
    keyLength = unsigned(place + 6);
    valueLength = (int) INT.get(bytes, place);
    isElsewhere = (unsigned(place + 4) & ELSEWHERE) != 0;
    if (valueLength < 0 || keyOffset + keyLength + (isElsewhere ? 0L : valueLength) > bytes.length) {
      throw StoreException.corrupt("LMDB: an entry of " + keyLength + " and " + valueLength + " bytes at " + place);
    }
    return true;
  }

  /** Goes to the next entry of the page, or stays where it is and returns false. */
  boolean next() {
    return entry + 1 < count && goTo(entry + 1);
  }

  /** Goes to the entry before, or stays where it is and returns false. */
  boolean previous() {
    return entry > 0 && goTo(entry - 1);
  }

  byte[] bytes() {
    return bytes;
  }

  int keyOffset() {
    return keyOffset;
  }

  int keyLength() {
    return keyLength;
  }

  /** Whether the value is here. */
  boolean hasValue() {
    return !isElsewhere;
  }

  int valueOffset() {
    return keyOffset + keyLength;
  }

  int valueLength() {
    return valueLength;
  }
}
