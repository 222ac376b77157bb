// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian numbers in a page. */
public final class PageBytes {
  private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private PageBytes() {}

  /** The unsigned 16-bit number at {@code at}. */
  public static int u16(byte[] bytes, int at) {
    return (short) SHORT.get(bytes, at) & 0xffff;
  }

  public static void putU16(byte[] bytes, int at, int value) {
    SHORT.set(bytes, at, (short) value);
  }

  /** The 32-bit number at {@code at}; page numbers above 2³¹ come out negative and are refused as beyond the end. */
  public static int i32(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  public static void putI32(byte[] bytes, int at, int value) {
    INT.set(bytes, at, value);
  }
}
