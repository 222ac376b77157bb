// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.lumosql.error.StoreException;

/** Rowids as keys: eight bytes, big-endian, the sign bit flipped. Written to disk, do not change. */
final class RowKey {
  static final int LENGTH = 8;
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private RowKey() {}

  static void write(byte[] key, long rowid) {
    writeNumber(key, rowid ^ Long.MIN_VALUE);
  }

  /** A number as eight bytes. */
  static void writeNumber(byte[] key, long number) {
    writeNumber(key, 0, number);
  }

  static void writeNumber(byte[] bytes, int offset, long number) {
    LONG.set(bytes, offset, number);
  }

  static byte[] of(long rowid) {
    byte[] key = new byte[LENGTH];
    write(key, rowid);
    return key;
  }

  static long rowid(byte[] key) {
    requireLength(key.length);
    return number(key) ^ Long.MIN_VALUE;
  }

  /** The rowid that is the key of a cursor's entry. */
  static long rowid(KvCursor cursor) {
    requireLength(cursor.keyLength());
    return cursor.keyNumber() ^ Long.MIN_VALUE;
  }

  private static void requireLength(int length) {
    if (length != LENGTH) {
      throw StoreException.corrupt("the key of a row has " + length + " bytes instead of " + LENGTH);
    }
  }

  /** Eight bytes as a number. */
  static long number(byte[] key) {
    return number(key, 0);
  }

  static long number(byte[] bytes, int offset) {
    return (long) LONG.get(bytes, offset);
  }
}
