// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.lumosql.record.Collation;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SerialType;
import org.lumosql.record.TextEncoding;
import org.lumosql.record.Varint;

/**
 * Hashes of keys that are equal whenever an order takes the keys for equal: integers and reals of the same value meet, and so do texts that a
 * built-in collation takes for equal. The same for a record and for a probe.
 */
final class KeyHash {
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final long NULL = 0x51ED270B;
  private static final long BLOB = 0x2545F491;

  private final KeyOrder order;

  KeyHash(KeyOrder order) {
    this.order = order;
  }

  /** Whether equal keys can be told by hashes: not where a collation is the user's own. */
  static boolean isPossible(KeyOrder order) {
    for (int i = 0; i < order.columnCount(); i++) {
      Collation.Folding folding = order.collation(i).folding();
      if (folding == Collation.Folding.NONE || folding != Collation.Folding.BINARY && order.encoding() != TextEncoding.UTF8) {
        return false;
      }
    }
    return order.columnCount() > 0;
  }

  /** Of the first {@code columns} columns of a record that MakeRecord made. */
  int ofRecord(byte[] record, int offset, int columns) {
    int size = record[offset];
    int header = offset + 1;
    if (size < 0) {
      size = (int) Varint.read(record, offset);
      header = offset + Varint.lengthAt(record, offset);
    }
    int body = offset + size;
    int end = body;
    long hash = 0;
    for (int i = 0; i < columns && header < end; i++) {
      int type = record[header];
      if (type >= 0) {
        header++;
      } else {
        type = (int) Varint.read(record, header);
        header += Varint.lengthAt(record, header);
      }
      int length = (int) SerialType.length(type);
      hash = combine(hash, ofField(record, body, type, length, i));
      body += length;
    }
    return finish(hash);
  }

  private long ofField(byte[] record, int body, int type, int length, int column) {
    if (type >= SerialType.BLOB) {
      return (type & 1) != 0 ? ofText(record, body, length, column) : BLOB + ofBytes(record, body, length);
    }
    if (type == SerialType.REAL) {
      return ofReal(SerialType.readReal(record, body));
    }
    return SerialType.isInteger(type) ? SerialType.readInteger(record, body, type) : NULL;
  }

  /** Of the first {@code columns} fields of a probe. */
  int ofProbe(KeyProbe probe, int columns) {
    long hash = 0;
    for (int i = 0; i < columns; i++) {
      hash = combine(hash, ofField(probe, i));
    }
    return finish(hash);
  }

  private long ofField(KeyProbe probe, int field) {
    switch (probe.kind(field)) {
      case KeyProbe.INTEGER:
        return probe.integer(field);
      case KeyProbe.REAL:
        return ofReal(probe.real(field));
      case KeyProbe.TEXT:
        return ofText(probe.array(field), probe.offset(field), probe.length(field), field);
      case KeyProbe.BLOB:
        return BLOB + ofBytes(probe.array(field), probe.offset(field), probe.length(field));
      default:
        return NULL;
    }
  }

  private static long ofReal(double value) {
    long whole = (long) value;
    return whole == value ? whole : Double.doubleToLongBits(value);
  }

  private long ofText(byte[] bytes, int offset, int length, int column) {
    switch (order.collation(column).folding()) {
      case NOCASE:
        return ofFolded(bytes, offset, length);
      case RTRIM:
        int trimmed = length;
        while (trimmed > 0 && bytes[offset + trimmed - 1] == ' ') {
          trimmed--;
        }
        return ofBytes(bytes, offset, trimmed);
      default:
        return ofBytes(bytes, offset, length);
    }
  }

  private static long ofBytes(byte[] bytes, int offset, int length) {
    long hash = length;
    int end = offset + length;
    int at = offset;
    for (; at + 8 <= end; at += 8) {
      hash = combine(hash, (long) LONG.get(bytes, at));
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = rest << 8 | bytes[at];
    }
    return combine(hash, rest);
  }

  /** The length counts, and what is before a NUL: so does the collation. */
  private static long ofFolded(byte[] bytes, int offset, int length) {
    long hash = length;
    for (int i = 0; i < length && bytes[offset + i] != 0; i++) {
      int letter = bytes[offset + i];
      hash = hash * 31 + (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    }
    return hash;
  }

  private static long combine(long hash, long value) {
    long mixed = (hash ^ value) * FACTOR;
    return mixed ^ mixed >>> 32;
  }

  private static int finish(long hash) {
    return (int) (hash * FACTOR >>> 32);
  }
}
