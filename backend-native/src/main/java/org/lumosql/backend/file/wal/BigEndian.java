// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian integers in byte arrays, as both headers of the log store them. */
final class BigEndian {
  private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private BigEndian() {}

  static int getInt(byte[] data, int offset) {
    return (int) INTS.get(data, offset);
  }

  static void putInt(byte[] data, int offset, int value) {
    INTS.set(data, offset, value);
  }

  static long getLong(byte[] data, int offset) {
    return (long) LONGS.get(data, offset);
  }

  static void putLong(byte[] data, int offset, long value) {
    LONGS.set(data, offset, value);
  }
}
