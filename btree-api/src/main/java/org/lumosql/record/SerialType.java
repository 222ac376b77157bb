// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The type numbers in a record's header (https://sqlite.org/fileformat2.html#record_format).
 *
 * <table>
 *   <caption>Serial types; written to disk, do not change</caption>
 *   <tr><th>type</th><th>bytes</th><th>value</th></tr>
 *   <tr><td>0</td><td>0</td><td>NULL</td></tr>
 *   <tr><td>1–6</td><td>1, 2, 3, 4, 6, 8</td><td>signed big-endian integer</td></tr>
 *   <tr><td>7</td><td>8</td><td>IEEE double, big-endian</td></tr>
 *   <tr><td>8, 9</td><td>0</td><td>integers 0 and 1 (schema format 4)</td></tr>
 *   <tr><td>10, 11</td><td>0</td><td>never in a file; read as NULL</td></tr>
 *   <tr><td>N ≥ 12 even</td><td>(N−12)/2</td><td>blob</td></tr>
 *   <tr><td>N ≥ 13 odd</td><td>(N−13)/2</td><td>text</td></tr>
 * </table>
 */
public final class SerialType {
  public static final int NULL = 0;
  public static final int INT8 = 1;
  public static final int INT64 = 6;
  public static final int REAL = 7;
  public static final int ZERO = 8;
  public static final int ONE = 9;
  /** The smallest blob type: an empty blob. */
  public static final int BLOB = 12;
  /** The smallest text type: an empty text. */
  public static final int TEXT = 13;

  private static final byte[] FIXED_LENGTH = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private SerialType() {}

  /** Bytes that a value of the type takes in the record's body. */
  public static long length(long type) {
    return type >= BLOB ? (type - BLOB) >>> 1 : FIXED_LENGTH[(int) type];
  }

  public static boolean isText(long type) {
    return type >= TEXT && (type & 1) != 0;
  }

  public static boolean isBlob(long type) {
    return type >= BLOB && (type & 1) == 0;
  }

  /** True for the types whose value is an integer: 1–6, 8, 9. */
  public static boolean isInteger(long type) {
    return type >= INT8 && type <= ONE && type != REAL;
  }

  public static long ofText(long byteLength) {
    return byteLength * 2 + TEXT;
  }

  public static long ofBlob(long byteLength) {
    return byteLength * 2 + BLOB;
  }

  /**
   * The smallest type for an integer.
   *
   * @param constants whether 0 and 1 may be written as types 8 and 9 (schema format 4 and ephemeral records)
   */
  public static int ofInteger(long value, boolean constants) {
    long magnitude = value < 0 ? ~value : value;
    if (magnitude <= 0x7f) {
      return constants && (value & ~1L) == 0 ? ZERO + (int) value : INT8;
    }
    if (magnitude <= 0x7fff) {
      return 2;
    }
    if (magnitude <= 0x7fffff) {
      return 3;
    }
    if (magnitude <= 0x7fffffff) {
      return 4;
    }
    return magnitude <= 0x7fffffffffffL ? 5 : INT64;
  }

  /** Reads the integer of a type 1–6, 8 or 9 whose body starts at {@code at}. */
  public static long readInteger(byte[] bytes, int at, int type) {
    switch (type) {
      case 1:
        return bytes[at];
      case 2:
        return (short) SHORT.get(bytes, at);
      case 3:
        return bytes[at] << 16 | ((short) SHORT.get(bytes, at + 1) & 0xffff);
      case 4:
        return (int) INT.get(bytes, at);
      case 5:
        return (long) (short) SHORT.get(bytes, at) << 32 | ((int) INT.get(bytes, at + 2) & 0xffffffffL);
      case INT64:
        return (long) LONG.get(bytes, at);
      case ONE:
        return 1;
      default:
        return 0;
    }
  }

  /** Reads a double whose body starts at {@code at}. A NaN is read as it stands; callers treat it as NULL. */
  public static double readReal(byte[] bytes, int at) {
    return Double.longBitsToDouble((long) LONG.get(bytes, at));
  }

  /** Writes the body of an integer of type 1–6 and returns its length; types 8 and 9 write nothing. */
  public static int writeInteger(byte[] bytes, int at, int type, long value) {
    switch (type) {
      case 1:
        bytes[at] = (byte) value;
        return 1;
      case 2:
        SHORT.set(bytes, at, (short) value);
        return 2;
      case 3:
        bytes[at] = (byte) (value >> 16);
        SHORT.set(bytes, at + 1, (short) value);
        return 3;
      case 4:
        INT.set(bytes, at, (int) value);
        return 4;
      case 5:
        SHORT.set(bytes, at, (short) (value >> 32));
        INT.set(bytes, at + 2, (int) value);
        return 6;
      case INT64:
        LONG.set(bytes, at, value);
        return 8;
      default:
        return 0;
    }
  }

  public static int writeReal(byte[] bytes, int at, double value) {
    LONG.set(bytes, at, Double.doubleToRawLongBits(value));
    return 8;
  }
}
