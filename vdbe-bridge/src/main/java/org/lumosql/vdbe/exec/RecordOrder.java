// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import org.lumosql.record.Collation;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SerialType;
import org.lumosql.record.TextEncoding;
import org.lumosql.record.Varint;

/**
 * Compares records of a sorter. Each record has a <em>prefix</em>: 64 bits of its first column whose unsigned order never contradicts the
 * order of the records, so that most comparisons are one of two longs. The two highest bits are the class (NULL, number, text, blob), the others
 * the beginning of the value; a descending column inverts all of them.
 *
 * <p>Records come from MakeRecord: they are well formed.
 */
final class RecordOrder {
  private final KeyOrder order;
  private final int columns;
  private final boolean plain;
  private final boolean firstDescends;
  private final long nullPrefix;
  private final Collation.Folding folding;

  RecordOrder(KeyOrder order) {
    this.order = order;
    this.columns = order.columnCount();
    this.plain = order.isPlainAscending();
    this.firstDescends = columns > 0 && order.isDescending(0);
    this.nullPrefix = columns > 0 && order.isDescending(0) != order.hasBigNulls(0) ? -1L : 0;
    this.folding = columns > 0 ? usableFolding(order) : Collation.Folding.NONE;
  }

  private static Collation.Folding usableFolding(KeyOrder order) {
    Collation.Folding folding = order.collation(0).folding();
    // NOCASE and RTRIM fold UTF-8; in another encoding only the class decides
    boolean bytesDecide = folding == Collation.Folding.BINARY || order.encoding() == TextEncoding.UTF8;
    return bytesDecide ? folding : Collation.Folding.NONE;
  }

  // ---- prefixes ------------------------------------------------------------------------------------------------------------

  long prefix(byte[] record, int offset) {
    if (columns == 0) {
      return 0;
    }
    int headerLength = (int) Varint.read(record, offset);
    int at = offset + Varint.lengthAt(record, offset);
    if (at >= offset + headerLength) {
      return 0;
    }
    long type = Varint.read(record, at);
    int body = offset + headerLength;
    long prefix;
    if (type >= SerialType.BLOB) {
      int length = (int) SerialType.length(type);
      prefix = (type & 1) == 0 ? 3L << 62 | bytesPrefix(record, body, length) : 2L << 62 | textPrefix(record, body, length);
    } else if (type == SerialType.REAL) {
      double real = SerialType.readReal(record, body);
      if (real != real) {
        return nullPrefix;
      }
      prefix = numberPrefix(real);
    } else if (SerialType.isInteger(type)) {
      prefix = numberPrefix((double) SerialType.readInteger(record, body, (int) type));
    } else {
      return nullPrefix;
    }
    return firstDescends ? ~prefix : prefix;
  }

  private static long numberPrefix(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0); // -0.0 + 0.0 is 0.0
    long ordered = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    return 1L << 62 | ordered >>> 2;
  }

  private long textPrefix(byte[] bytes, int offset, int length) {
    switch (folding) {
      case BINARY:
        return bytesPrefix(bytes, offset, length);
      case NOCASE:
        return foldedPrefix(bytes, offset, length);
      case RTRIM:
        int trimmed = length;
        while (trimmed > 0 && bytes[offset + trimmed - 1] == ' ') {
          trimmed--;
        }
        return bytesPrefix(bytes, offset, trimmed);
      default:
        return 0;
    }
  }

  private static long bytesPrefix(byte[] bytes, int offset, int length) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (i < length ? bytes[offset + i] & 0xff : 0);
    }
    return value >>> 2;
  }

  private static long foldedPrefix(byte[] bytes, int offset, int length) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      int letter = i < length ? bytes[offset + i] & 0xff : 0;
      value = value << 8 | (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    }
    return value >>> 2;
  }

  // ---- whole records -------------------------------------------------------------------------------------------------------

  int compare(byte[] a, int aOffset, byte[] b, int bOffset) {
    return compare(a, aOffset, b, bOffset, columns);
  }

  /** Compares the first {@code count} columns. */
  int compare(byte[] a, int aOffset, byte[] b, int bOffset, int count) {
    int aBody = aOffset + (int) Varint.read(a, aOffset);
    int bBody = bOffset + (int) Varint.read(b, bOffset);
    int aEnd = aBody;
    int bEnd = bBody;
    int aHeader = aOffset + Varint.lengthAt(a, aOffset);
    int bHeader = bOffset + Varint.lengthAt(b, bOffset);
    for (int column = 0; column < count && aHeader < aEnd && bHeader < bEnd; column++) {
      long aType = a[aHeader] >= 0 ? a[aHeader] : Varint.read(a, aHeader);
      long bType = b[bHeader] >= 0 ? b[bHeader] : Varint.read(b, bHeader);
      int difference = compareField(column, a, aBody, aType, b, bBody, bType);
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
        return Arrays.compareUnsigned(
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
