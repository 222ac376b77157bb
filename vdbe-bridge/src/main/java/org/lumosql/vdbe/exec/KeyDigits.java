// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import org.lumosql.record.Collation;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.SerialType;
import org.lumosql.record.TextEncoding;
import org.lumosql.record.Varint;

/**
 * Turns part of a column into a <em>digit</em>: 64 bits whose unsigned order never contradicts the order of the records, so that sorting compares
 * or distributes longs and looks at records only where digits are equal.
 *
 * <pre>
 *   bits   what
 *   2      class: 0 NULL, 1 number, 2 text, 3 blob
 *   62     of a number: its double, made monotonic, without the two lowest bits
 *   56+4   of a text or blob: seven bytes from some byte on; how many bytes are left there, at most 8
 * </pre>
 *
 * A descending column inverts all bits; NULLs go where the order says, to 0 or to −1. NOCASE and RTRIM give digits of what they
 * compare, from the beginning only; of texts with other collations only the class is known.
 *
 * <p>Records come from MakeRecord: they are well formed.
 */
final class KeyDigits {
  private static final int BYTES = 7;
  private static final int MORE = BYTES + 1;

  private final KeyOrder order;
  private int type;
  private int at;

  KeyDigits(KeyOrder order) {
    this.order = order;
  }

  /** Finds the column: {@link #type} and {@link #at}. A column that a record does not have is NULL. */
  private void locate(byte[] record, int offset, int column) {
    int size = record[offset];
    int header = offset + 1;
    if (size < 0) {
      size = (int) Varint.read(record, offset);
      header = offset + Varint.lengthAt(record, offset);
    }
    int body = offset + size;
    int end = body;
    for (int i = 0; header < end; i++) {
      int found = record[header];
      if (found >= 0) {
        header++;
      } else {
        found = (int) Varint.read(record, header);
        header += Varint.lengthAt(record, header);
      }
      if (i == column) {
        type = found;
        at = body;
        return;
      }
      body += (int) SerialType.length(found);
    }
    type = SerialType.NULL;
  }

  private Collation.Folding folding(int column) {
    Collation.Folding folding = order.collation(column).folding();
    // NOCASE and RTRIM fold UTF-8; in another encoding only the class decides
    return folding == Collation.Folding.BINARY || order.encoding() == TextEncoding.UTF8 ? folding : Collation.Folding.NONE;
  }

  /** @param skip bytes of a text or blob that are known to be equal and are passed over */
  long digit(byte[] record, int offset, int column, int skip) {
    locate(record, offset, column);
    long digit;
    if (type >= SerialType.BLOB) {
      int length = (type - SerialType.BLOB) >>> 1;
      digit = (type & 1) == 0 ? 3L << 62 | bytesDigit(record, at + skip, length - skip) : 2L << 62 | textDigit(record, length, column, skip);
    } else if (type == SerialType.REAL) {
      double real = SerialType.readReal(record, at);
      if (real != real) {
        return nullDigit(column);
      }
      digit = numberDigit(real);
    } else if (SerialType.isInteger(type)) {
      digit = numberDigit((double) SerialType.readInteger(record, at, type));
    } else {
      return nullDigit(column);
    }
    return order.isDescending(column) ? ~digit : digit;
  }

  private long nullDigit(int column) {
    return order.isDescending(column) != order.hasBigNulls(column) ? -1L : 0;
  }

  private static long numberDigit(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0); // -0.0 + 0.0 is 0.0
    long ordered = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    return 1L << 62 | ordered >>> 2;
  }

  private long textDigit(byte[] record, int length, int column, int skip) {
    switch (folding(column)) {
      case BINARY:
        return bytesDigit(record, at + skip, length - skip);
      case NOCASE:
        return foldedDigit(record, at, length);
      case RTRIM:
        int trimmed = length;
        while (trimmed > 0 && record[at + trimmed - 1] == ' ') {
          trimmed--;
        }
        return bytesDigit(record, at, trimmed);
      default:
        return 0;
    }
  }

  private static long bytesDigit(byte[] bytes, int offset, int length) {
    long value = 0;
    int count = Math.min(length, BYTES);
    for (int i = 0; i < count; i++) {
      value = value << 8 | bytes[offset + i] & 0xff;
    }
    return value << 8 * (BYTES - count) + 6 | (long) Math.min(length, MORE) << 2;
  }

  private static long foldedDigit(byte[] bytes, int offset, int length) {
    long value = 0;
    boolean isOver = false;
    for (int i = 0; i < BYTES; i++) {
      int letter = isOver || i >= length ? 0 : bytes[offset + i] & 0xff;
      isOver |= letter == 0; // nothing behind a NUL is looked at
      value = value << 8 | (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    }
    return value << 6;
  }

  /** What is known of two records with this equal digit of the column. */
  Tie tie(long digit, int column) {
    if (digit == nullDigit(column)) {
      return Tie.EQUAL;
    }
    long plain = order.isDescending(column) ? ~digit : digit;
    int rank = (int) (plain >>> 62);
    if (rank == 1) {
      return Tie.ALMOST_EQUAL;
    }
    Collation.Folding folding = rank == 3 ? Collation.Folding.BINARY : folding(column);
    if (folding != Collation.Folding.BINARY && folding != Collation.Folding.RTRIM) {
      return Tie.UNKNOWN;
    }
    if ((plain >>> 2 & 15) < MORE) {
      return Tie.EQUAL;
    }
    return folding == Collation.Folding.BINARY ? Tie.EQUAL_SO_FAR : Tie.UNKNOWN;
  }

  /** See {@link #tie}. */
  enum Tie {
    /** The column is equal. */
    EQUAL,
    /** The column is nearly always equal: numbers that differ in the last bits of a double or beyond may have one digit. */
    ALMOST_EQUAL,
    /** Texts or blobs that agree in what was passed over and {@link #BYTES_IN_DIGIT} bytes more. */
    EQUAL_SO_FAR,
    UNKNOWN
  }

  /** Bytes of a text that a digit has. */
  static final int BYTES_IN_DIGIT = BYTES;

  /**
   * How many bytes from {@code skip} on the column's texts or blobs agree in, if they are of one class and compared as bytes.
   *
   * @param limit what is known of the records before: {@code Integer.MAX_VALUE} if this is the second one
   * @return at most {@code limit}; 0 if they cannot be compared so
   */
  int common(byte[] a, int aOffset, byte[] b, int bOffset, int column, int skip, int limit) {
    locate(a, aOffset, column);
    int aType = type;
    int aAt = at + skip;
    locate(b, bOffset, column);
    if (aType < SerialType.BLOB || type < SerialType.BLOB || (aType & 1) != (type & 1)) {
      return 0;
    }
    if ((type & 1) != 0 && folding(column) != Collation.Folding.BINARY) {
      return 0;
    }
    int shorter = Math.min(aType - SerialType.BLOB >>> 1, type - SerialType.BLOB >>> 1) - skip;
    int most = Math.min(shorter, limit);
    int difference = Arrays.mismatch(a, aAt, aAt + most, b, at + skip, at + skip + most);
    return difference < 0 ? most : difference;
  }
}
