// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/**
 * Copies between memory of the library and arrays. It takes the JDK's own means if the JDK lets it, because that is an instruction or two where the library's
 * binding makes a call to native code; they are found by name, since compilers warn of them.
 *
 * <p>Requires everywhere: the memory is there for as many bytes. Hot path.
 */
final class NativeMemory {
  private static final Runtime RUNTIME = Runtime.getSystemRuntime();
  /** {@code (Object from, long offset, Object to, long offset, long length)}, or null. */
  private static final MethodHandle COPY;
  /** {@code (long address)}, or null with the other. */
  private static final MethodHandle LONG;

  private static final long ARRAY_BASE;

  static {
    MethodHandle copy = null;
    MethodHandle readLong = null;
    long base = 0;
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      Object unsafe = field.get(null);
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      base = (int) lookup.findVirtual(type, "arrayBaseOffset", MethodType.methodType(int.class, Class.class)).invoke(unsafe, byte[].class);
      MethodType copying = MethodType.methodType(void.class, Object.class, long.class, Object.class, long.class, long.class);
      copy = lookup.findVirtual(type, "copyMemory", copying).bindTo(unsafe);
      byte[] source = {1};
      byte[] target = {0};
      copy.invokeExact((Object) source, base, (Object) target, base, 1L); // newer releases may refuse
      readLong = lookup.findVirtual(type, "getLong", MethodType.methodType(long.class, long.class)).bindTo(unsafe);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      copy = null;
    }
    COPY = copy;
    LONG = readLong;
    ARRAY_BASE = base;
  }

  private NativeMemory() {}

  /** A block of memory that is there as long as the object. */
  static Pointer allocate(int length) {
    return RUNTIME.getMemoryManager().allocateDirect(length);
  }

  private static Pointer at(long address, int length) {
    return RUNTIME.getMemoryManager().newPointer(address, length);
  }

  static void read(long address, byte[] target, int offset, int length) {
    if (COPY == null) {
      at(address, length).get(0, target, offset, length);
      return;
    }
    if ((offset | length) < 0 || length > target.length - offset) {
      throw new IndexOutOfBoundsException(length + " bytes at " + offset + " of " + target.length);
    }
    try {
      COPY.invokeExact((Object) null, address, (Object) target, ARRAY_BASE + offset, (long) length);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void write(long address, byte[] source, int offset, int length) {
    if (COPY == null) {
      at(address, length).put(0, source, offset, length);
      return;
    }
    if ((offset | length) < 0 || length > source.length - offset) {
      throw new IndexOutOfBoundsException(length + " bytes at " + offset + " of " + source.length);
    }
    try {
      COPY.invokeExact((Object) source, ARRAY_BASE + offset, (Object) null, address, (long) length);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long readLong(long address) {
    if (COPY == null) {
      return at(address, Long.BYTES).getLong(0);
    }
    try {
      return (long) LONG.invokeExact(address);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException known ? known : new IllegalStateException(e);
  }
}
