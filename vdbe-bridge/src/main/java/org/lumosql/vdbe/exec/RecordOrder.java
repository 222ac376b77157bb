// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.error.LongWork;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;

/**
 * Compares records of a sorter. Each record has a <em>prefix</em>, so that most comparisons are one of two longs: their unsigned order never
 * contradicts the order of the records.
 *
 * <p>Records come from MakeRecord: they are well formed.
 */
final class RecordOrder {
  private final KeyOrder order;
  private final int columns;
  private final boolean plain;
  private final KeyDigits digits;

  RecordOrder(KeyOrder order) {
    this.order = order;
    this.columns = order.columnCount();
    this.plain = order.isPlainAscending();
    this.digits = new KeyDigits(order);
  }

  KeyDigits digits() {
    return digits;
  }

  /** The record's first digit ({@link KeyDigits}). */
  long prefix(byte[] record, int offset) {
    return columns == 0 ? 0 : digits.digit(record, offset, 0, 0);
  }

  // ---- whole records -------------------------------------------------------------------------------------------------------

  int compare(byte[] a, int aOffset, byte[] b, int bOffset) {
    return compare(a, aOffset, b, bOffset, columns);
  }

  /** Compares the first {@code count} columns. */
  int compare(byte[] a, int aOffset, byte[] b, int bOffset, int count) {
    return compareColumns(a, aOffset, b, bOffset, 0, count);
  }

  /** Compares columns {@code from} to before {@code count}. */
  int compareColumns(byte[] a, int aOffset, byte[] b, int bOffset, int from, int count) {
    int aBody = aOffset + (int) Varint.read(a, aOffset);
    int bBody = bOffset + (int) Varint.read(b, bOffset);
    int aEnd = aBody;
    int bEnd = bBody;
    int aHeader = aOffset + Varint.lengthAt(a, aOffset);
    int bHeader = bOffset + Varint.lengthAt(b, bOffset);
    for (int column = 0; column < count && aHeader < aEnd && bHeader < bEnd; column++) {
      long aType = a[aHeader] >= 0 ? a[aHeader] : Varint.read(a, aHeader);
      long bType = b[bHeader] >= 0 ? b[bHeader] : Varint.read(b, bHeader);
      int difference = column < from ? 0 : compareField(column, a, aBody, aType, b, bBody, bType);
      if (difference != 0) {
        return plain ? difference : directed(column, difference, aType, bType);
      }
      aHeader += a[aHeader] >= 0 ? 1 : Varint.lengthAt(a, aHeader);
      bHeader += b[bHeader] >= 0 ? 1 : Varint.lengthAt(b, bHeader);
      aBody += (int) SerialType.length(aType);
      bBody += (int) SerialType.length(bType);
    }
    return 0;
  }

  private int directed(int column, int difference, long aType, long bType) {
    boolean nulls = aType == SerialType.NULL || bType == SerialType.NULL;
    return order.isDescending(column) != (order.hasBigNulls(column) && nulls) ? -difference : difference;
  }

  private int compareField(int column, byte[] a, int aBody, long aType, byte[] b, int bBody, long bType) {
    int aClass = classOf(aType);
    int bClass = classOf(bType);
    if (aClass != bClass) {
      return aClass - bClass;
    }
    switch (aClass) {
      case 0:
        return 0;
      case 1:
        return compareNumbers(a, aBody, (int) aType, b, bBody, (int) bType);
      case 2:
        return order
            .collation(column)
            .compare(a, aBody, (int) SerialType.length(aType), b, bBody, (int) SerialType.length(bType));
      default:
        return LongWork.compareUnsigned(
            a, aBody, aBody + (int) SerialType.length(aType), b, bBody, bBody + (int) SerialType.length(bType));
    }
  }

  private static int classOf(long type) {
    if (type >= SerialType.BLOB) {
      return (type & 1) == 0 ? 3 : 2;
    }
    return type == SerialType.NULL ? 0 : 1;
  }

  private static int compareNumbers(byte[] a, int aBody, int aType, byte[] b, int bBody, int bType) {
    if (aType != SerialType.REAL && bType != SerialType.REAL) {
      return Long.compare(SerialType.readInteger(a, aBody, aType), SerialType.readInteger(b, bBody, bType));
    }
    if (aType == SerialType.REAL && bType == SerialType.REAL) {
      double x = SerialType.readReal(a, aBody);
      double y = SerialType.readReal(b, bBody);
      return x < y ? -1 : x > y ? 1 : 0;
    }
    if (aType == SerialType.REAL) {
      return -KeyProbe.compareIntegerReal(SerialType.readInteger(b, bBody, bType), SerialType.readReal(a, aBody));
    }
    return KeyProbe.compareIntegerReal(SerialType.readInteger(a, aBody, aType), SerialType.readReal(b, bBody));
  }

  /** Whether one of the first {@code count} columns is NULL. */
  static boolean hasNull(byte[] record, int offset, int count) {
    int end = offset + (int) Varint.read(record, offset);
    int at = offset + Varint.lengthAt(record, offset);
    for (int column = 0; column < count && at < end; column++) {
      if (record[at] == SerialType.NULL) {
        return true;
      }
      at += Varint.lengthAt(record, at);
    }
    return false;
  }
}
