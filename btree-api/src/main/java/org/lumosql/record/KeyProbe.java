// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

import java.util.Arrays;
import org.lumosql.error.StoreException;

/**
 * A key to look for in an index tree: the leading fields of a record, decoded, with the order to compare by. Made once per
 * cursor and filled again for each search: {@link #clear()}, then one {@code add…} per field, or {@link #load} from a record.
 *
 * <p>A probe may have fewer fields than the order has columns. If all of its fields equal the entry's, the entry compares as
 * {@link #tie()} says: that is how LT/LE/GE/GT searches land on the right side of a run of equal entries.
 *
 * <p>Lifetime: text and blob fields are views of the caller's arrays, which must not change until the search is over.
 * Not thread-safe. Hot path: no allocation once the arrays have grown to the number of fields.
 */
public final class KeyProbe {
  public static final byte NULL = 0;
  public static final byte INTEGER = 1;
  public static final byte REAL = 2;
  public static final byte TEXT = 3;
  public static final byte BLOB = 4;

  private final KeyOrder order;
  private byte[] kinds;
  private long[] integers;
  private double[] reals;
  private byte[][] arrays;
  private int[] offsets;
  private int[] lengths;
  private int fieldCount;
  private int tie;
  private boolean foundEqual;

  public KeyProbe(KeyOrder order) {
    this.order = order;
    grow(Math.max(order.columnCount(), 2));
  }

  public KeyOrder order() {
    return order;
  }

  // ---- filling -----------------------------------------------------------------------------------------------------

  /** Removes all fields and sets the tie to 0. */
  public void clear() {
    fieldCount = 0;
    tie = 0;
    foundEqual = false;
  }

  public void addNull() {
    int field = next(); // may replace the array
    kinds[field] = NULL;
  }

  public void addInteger(long value) {
    int field = next();
    kinds[field] = INTEGER;
    integers[field] = value;
  }

  /** Adds a double; a NaN is NULL, as everywhere in SQLite. */
  public void addReal(double value) {
    int field = next();
    kinds[field] = Double.isNaN(value) ? NULL : REAL;
    reals[field] = value;
  }

  /** Adds a text in the database's encoding. */
  public void addText(byte[] bytes, int offset, int length) {
    addBytes(TEXT, bytes, offset, length);
  }

  public void addBlob(byte[] bytes, int offset, int length) {
    addBytes(BLOB, bytes, offset, length);
  }

  private void addBytes(byte kind, byte[] bytes, int offset, int length) {
    int field = next();
    kinds[field] = kind;
    arrays[field] = bytes;
    offsets[field] = offset;
    lengths[field] = length;
  }

  private int next() {
    if (fieldCount == kinds.length) {
      grow(fieldCount * 2);
    }
    return fieldCount++;
  }

  private void grow(int capacity) {
    kinds = kinds == null ? new byte[capacity] : Arrays.copyOf(kinds, capacity);
    integers = integers == null ? new long[capacity] : Arrays.copyOf(integers, capacity);
    reals = reals == null ? new double[capacity] : Arrays.copyOf(reals, capacity);
    arrays = arrays == null ? new byte[capacity][] : Arrays.copyOf(arrays, capacity);
    offsets = offsets == null ? new int[capacity] : Arrays.copyOf(offsets, capacity);
    lengths = lengths == null ? new int[capacity] : Arrays.copyOf(lengths, capacity);
  }

  /**
   * Replaces the fields by the first {@code maximumFields} fields of a record (fewer if it has fewer).
   *
   * @throws StoreException CORRUPT if the header does not describe the bytes
   */
  public void load(byte[] record, int offset, int length, int maximumFields) {
    clear();
    int end = offset + length;
    if (length <= 0) {
      throw malformed();
    }
    long headerLength = Varint.lengthWithin(record, offset, end) == 0 ? -1 : Varint.read(record, offset);
    if (headerLength < 0 || headerLength > length) {
      throw malformed();
    }
    int headerEnd = offset + (int) headerLength;
    int header = offset + Varint.lengthAt(record, offset);
    int body = headerEnd;
    while (header < headerEnd && fieldCount < maximumFields) {
      long type = record[header];
      if (type >= 0) {
        header++;
      } else {
        int typeLength = Varint.lengthWithin(record, header, headerEnd);
        if (typeLength == 0) {
          throw malformed();
        }
        type = Varint.read(record, header);
        header += typeLength;
      }
      long bytes = type < 0 ? Long.MAX_VALUE : SerialType.length(type);
      if (bytes > end - body) {
        throw malformed();
      }
      addField(record, body, type, (int) bytes);
      body += (int) bytes;
    }
  }

  private void addField(byte[] record, int body, long type, int bytes) {
    if (type >= SerialType.BLOB) {
      addBytes((type & 1) == 0 ? BLOB : TEXT, record, body, bytes);
    } else if (type == SerialType.REAL) {
      addReal(SerialType.readReal(record, body));
    } else if (SerialType.isInteger(type)) {
      addInteger(SerialType.readInteger(record, body, (int) type));
    } else {
      addNull();
    }
  }

  /** What {@link #compareEntry} answers when every field of the probe equals the entry's: −1, 0 or 1 (entry minus probe). */
  public void setTie(int tie) {
    this.tie = tie;
  }

  // ---- reading (key encoders of key-value stores need it) ------------------------------------------------------------

  public int fieldCount() {
    return fieldCount;
  }

  /** One of {@link #NULL}, {@link #INTEGER}, {@link #REAL}, {@link #TEXT}, {@link #BLOB}. */
  public byte kind(int field) {
    return kinds[field];
  }

  public long integer(int field) {
    return integers[field];
  }

  public double real(int field) {
    return reals[field];
  }

  public byte[] array(int field) {
    return arrays[field];
  }

  public int offset(int field) {
    return offsets[field];
  }

  public int length(int field) {
    return lengths[field];
  }

  public int tie() {
    return tie;
  }

  /** True if some entry since {@link #clear()} equalled all fields of the probe, whatever the tie. */
  public boolean foundEqual() {
    return foundEqual;
  }

  // ---- comparing -----------------------------------------------------------------------------------------------------

  /**
   * Compares an entry with this probe: negative if the entry sorts before, positive if after; {@link #tie()} if all fields of
   * the probe are equal.
   *
   * @throws StoreException CORRUPT if the entry is not a record
   */
  public int compareEntry(byte[] entry, int offset, int length) {
    // most comparisons are decided by two integers in the first fields
    if (length > 2 && kinds[0] == INTEGER && fieldCount > 0) {
      int type = entry[offset + 1];
      int body = entry[offset];
      if (body > 1 && type > SerialType.NULL && type < SerialType.REAL && body + SerialType.length(type) <= length) {
        long integer = SerialType.readInteger(entry, offset + body, type);
        if (integer != integers[0]) {
          return directed(0, integer < integers[0] ? -1 : 1, type);
        }
      }
    }
    return compareFields(entry, offset, length);
  }

  private int compareFields(byte[] entry, int offset, int length) {
    int end = offset + length;
    if (length <= 0) {
      throw malformed();
    }
    int headerLength = entry[offset];
    int header = offset + 1;
    if (headerLength < 0) {
      long longLength = Varint.lengthWithin(entry, offset, end) == 0 ? -1 : Varint.read(entry, offset);
      header = offset + Varint.lengthAt(entry, offset);
      headerLength = longLength > length || longLength < 0 ? length + 1 : (int) longLength;
    }
    if (headerLength > length) {
      throw malformed();
    }
    int headerEnd = offset + headerLength;
    int body = headerEnd;
    for (int field = 0; field < fieldCount; field++) {
      if (header >= headerEnd) {
        break; // an entry with fewer fields: equal so far
      }
      long type = entry[header];
      if (type >= 0) {
        header++;
      } else {
        int typeLength = Varint.lengthWithin(entry, header, headerEnd);
        if (typeLength == 0) {
          throw malformed();
        }
        type = Varint.read(entry, header);
        header += typeLength;
      }
      long bytes = type < 0 ? Long.MAX_VALUE : SerialType.length(type);
      if (bytes > end - body) {
        throw malformed();
      }
      int difference = compareField(field, entry, body, type, (int) bytes);
      if (difference != 0) {
        return directed(field, difference, type);
      }
      body += (int) bytes;
    }
    foundEqual = true;
    return tie;
  }

  private int directed(int field, int difference, long entryType) {
    if (field >= order.columnCount()) {
      return difference;
    }
    boolean nullInvolved = entryType == SerialType.NULL || kinds[field] == NULL;
    boolean invert = order.isDescending(field) != (order.hasBigNulls(field) && nullInvolved);
    return invert ? -difference : difference;
  }

  private int compareField(int field, byte[] entry, int body, long type, int bytes) {
    byte kind = kinds[field];
    if (type >= SerialType.BLOB) {
      boolean text = (type & 1) != 0;
      if (text && kind == TEXT) {
        Collation collation = field < order.columnCount() ? order.collation(field) : Collations.binary();
        return Integer.signum(
            collation.compare(entry, body, bytes, arrays[field], offsets[field], lengths[field]));
      }
      if (!text && kind == BLOB) {
        return Integer.signum(
            Arrays.compareUnsigned(
                entry, body, body + bytes, arrays[field], offsets[field], offsets[field] + lengths[field]));
      }
      return text && kind == BLOB ? -1 : 1;
    }
    if (type == SerialType.REAL) {
      double real = SerialType.readReal(entry, body);
      if (kind == REAL) {
        return Double.isNaN(real) ? -1 : compareReals(real, reals[field]);
      }
      if (kind == INTEGER) {
        return Double.isNaN(real) ? -1 : -compareIntegerReal(integers[field], real);
      }
      return kind == NULL ? (Double.isNaN(real) ? 0 : 1) : -1;
    }
    if (SerialType.isInteger(type)) {
      long integer = SerialType.readInteger(entry, body, (int) type);
      if (kind == INTEGER) {
        return Long.compare(integer, integers[field]);
      }
      if (kind == REAL) {
        return compareIntegerReal(integer, reals[field]);
      }
      return kind == NULL ? 1 : -1;
    }
    return kind == NULL ? 0 : -1;
  }

  private static int compareReals(double left, double right) {
    return left < right ? -1 : left > right ? 1 : 0; // -0.0 equals 0.0
  }

  /** Compares exactly: an integer beyond 2^53 is not rounded. The double is not a NaN. */
  public static int compareIntegerReal(long integer, double real) {
    if (real < -9223372036854775808.0) {
      return 1;
    }
    if (real >= 9223372036854775808.0) {
      return -1;
    }
    long truncated = (long) real;
    if (integer != truncated) {
      return integer < truncated ? -1 : 1;
    }
    return compareReals((double) truncated, real);
  }

  private static StoreException malformed() {
    return StoreException.corrupt("record header does not describe the bytes of an index entry");
  }
}
