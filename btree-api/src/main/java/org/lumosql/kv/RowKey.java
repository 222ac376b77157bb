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
    LONG.set(key, 0, rowid ^ Long.MIN_VALUE);
  }

  static byte[] of(long rowid) {
    byte[] key = new byte[LENGTH];
    write(key, rowid);
    return key;
  }

  static long rowid(byte[] key) {
    if (key.length != LENGTH) {
      throw StoreException.corrupt("the key of a row has " + key.length + " bytes instead of " + LENGTH);
    }
    return (long) LONG.get(key, 0) ^ Long.MIN_VALUE;
  }
}
