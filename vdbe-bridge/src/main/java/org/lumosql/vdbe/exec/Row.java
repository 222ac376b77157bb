// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.StoreException;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;
import org.lumosql.value.Register;

/**
 * The record that a cursor stands on, decoded as far as somebody asked. Types and offsets of the columns seen so far are kept, so that
 * reading columns from left to right walks the header once. The record's bytes stay where they are; those that lie on
 * overflow pages are fetched only for the columns that need them.
 *
 * <p>Hot path: no allocation once the arrays fit the widest record.
 */
final class Row {
  /** P5 of Column: only the type will be looked at, or for a blob the length. */
  static final int LENGTH_ONLY = 0x40;
  static final int TYPE_ONLY = 0x80;

  /** P5 of Column: the value goes out with the row and nowhere else, so that a large one may stay in the tree until somebody reads it. */
  static final int MAY_STAY = 0x100;

  /** Bytes from which on a value stays. */
  private static final int LARGE = 1 << 18;

  /** Marks bytes of numbers that are longer than one byte. */
  private static final long LONG_NUMBERS = 0x8080808080808080L;

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final byte[] NO_BYTES = {};
  private static final byte[] LENGTHS = shortLengths();

  private byte[] bytes;
  private int start;
  private int localLength;
  private int length;
  private BtreeCursor source;
  /** The record's first eight bytes: a number, so that rows can be compared that are no longer there. */
  private long firstBytes;

  private byte[] header;
  private int headerAt;
  private int headerEnd;
  private int parsed;
  private int[] types = new int[16];
  private int[] offsets = new int[17];
  private byte[] headerCopy = NO_BYTES;

  private static byte[] shortLengths() {
    byte[] lengths = new byte[128];
    for (int type = 0; type < lengths.length; type++) {
      lengths[type] = (byte) SerialType.length(type);
    }
    return lengths;
  }

  /** The record that {@code cursor} stands on. References are stored only when they change, once a page: collectors notice each store. */
  void show(BtreeCursor cursor) {
    if (source != cursor) {
      source = cursor;
    }
    byte[] array = cursor.payloadArray();
    if (bytes != array) {
      bytes = array;
    }
    start = cursor.payloadOffset();
    localLength = cursor.localLength();
    length = cursor.payloadLength();
    begin();
  }

  /** A record that lies whole in an array. */
  void show(byte[] array, int offset, int recordLength) {
    source = null;
    bytes = array;
    start = offset;
    localLength = recordLength;
    length = recordLength;
    begin();
  }

  /**
   * Rows of a table mostly begin alike. The first eight bytes of the record (the header's size and up to seven types) are compared with those of the
   * row before: of columns whose types are the same, types and offsets are known already.
   */
  private void begin() {
    int known = parsed;
    int at = start;
    parsed = 0;
    if (localLength == 0 || at > bytes.length - Long.BYTES) {
      firstBytes = -1; // like no other's
      beginOther();
      return;
    }
    long head = (long) LONG.get(bytes, at);
    int same = Long.numberOfLeadingZeros((head ^ firstBytes) | head & LONG_NUMBERS) >>> 3;
    int size = (int) (head >> 56);
    firstBytes = head;
    if (size <= 0 || size > localLength) {
      beginOther();
      return;
    }
    if (header != bytes) {
      header = bytes;
    }
    headerEnd = at + size;
    known = Math.min(known, same - 1);
    // a record that is too short for them, or ends elsewhere than its header says, is for parse() to complain about
    if (known > 0 && (offsets[known] == length || known < size - 1 && offsets[known] < length)) {
      parsed = known;
      headerAt = at + 1 + known;
    } else {
      headerAt = at + 1;
      offsets[0] = size;
    }
  }

  /** A record whose header is long, or not whole on its page, or not there. */
  private void beginOther() {
    if (length == 0 || localLength > 0 && bytes[start] == 0) {
      // an empty record, which only a damaged file has: it has no fields
      header = bytes;
      headerAt = start;
      headerEnd = start;
      offsets[0] = 0;
      return;
    }
    int size = localLength > 0 ? bytes[start] : -1;
    int sizeLength = 1;
    if (size < 0) {
      long sizeAndLength = longHeaderSize();
      size = (int) (sizeAndLength >>> 4);
      sizeLength = (int) sizeAndLength & 15;
    }
    if (size > length || size == 0) {
      throw malformed();
    }
    if (size <= localLength) {
      header = bytes;
      headerAt = start + sizeLength;
      headerEnd = start + size;
    } else {
      fetchHeader(size, sizeLength);
    }
    offsets[0] = size;
  }

  /** The header's size, shifted left by four bits, and the length of its varint. */
  private long longHeaderSize() {
    if (length <= 0) {
      throw malformed();
    }
    byte[] first = new byte[Varint.MAX_LENGTH];
    copy(0, first, 0, Math.min(length, first.length));
    long size = Varint.read(first, 0);
    if (size < 0 || size > length || Varint.lengthAt(first, 0) > length) {
      throw malformed();
    }
    return size << 4 | Varint.lengthAt(first, 0);
  }

  private void fetchHeader(int size, int sizeLength) {
    if (headerCopy.length < size) {
      headerCopy = new byte[size];
    }
    copy(0, headerCopy, 0, size);
    header = headerCopy;
    headerAt = sizeLength;
    headerEnd = size;
  }

  /** Bytes of the record. */
  int length() {
    return length;
  }

  /** Copies part of the record, wherever it lies. */
  void copy(int from, byte[] target, int at, int count) {
    if (from + count <= localLength) {
      System.arraycopy(bytes, start + from, target, at, count);
    } else if (source != null) {
      source.readPayload(from, target, at, count);
    } else {
      throw malformed();
    }
  }

  /** Whether the record is long enough to have the column. Decodes up to it. */
  boolean has(int column) {
    if (column >= parsed) {
      parse(column);
    }
    return column < parsed;
  }

  /** The serial type of a column that {@link #has} said is there. */
  int type(int column) {
    return types[column];
  }

  /** Decodes the header up to a column that is not known yet. */
  private void parse(int column) {
    int next = parsed;
    int at = headerAt;
    if (column == next && column < types.length && at < headerEnd) {
      int type = header[at];
      if (type >= 0) {
        int end = offsets[next] + LENGTHS[type];
        if (end == length || end < length && at + 1 < headerEnd) {
          types[next] = type;
          offsets[next + 1] = end;
          headerAt = at + 1;
          parsed = next + 1;
          return;
        }
      }
    }
    parseMany(column);
  }

  private void parseMany(int column) {
    byte[] from = header;
    int at = headerAt;
    int end = headerEnd;
    int index = parsed;
    if (column >= types.length) {
      int capacity = Math.max(column + 1, types.length * 2);
      types = Arrays.copyOf(types, capacity);
      offsets = Arrays.copyOf(offsets, capacity + 1);
    }
    int offset = offsets[index];
    while (index <= column && at < end) {
      int type = from[at];
      if (type >= 0) {
        at++;
        offset += LENGTHS[type];
      } else {
        long wide = wideType(from, at, end);
        at += Varint.lengthAt(from, at);
        type = (int) wide;
        offset += (type - SerialType.BLOB) >>> 1;
      }
      if (offset > length || offset < 0) {
        throw malformed();
      }
      types[index] = type;
      offsets[++index] = offset;
    }
    if (index > parsed && at >= end && offset != length) {
      throw malformed();
    }
    headerAt = at;
    parsed = index;
  }

  private static long wideType(byte[] from, int at, int end) {
    if (Varint.lengthWithin(from, at, end) == 0) {
      throw malformed();
    }
    long type = Varint.read(from, at);
    if (type < 0 || type > Integer.MAX_VALUE) {
      throw malformed();
    }
    return type;
  }

  /**
   * Reads a column into a register.
   *
   * @param flags P5 of Column
   * @return false if the record has no such column
   */
  boolean read(int column, Register target, int flags) {
    if (column >= parsed) {
      parse(column);
      if (column >= parsed) {
        return false;
      }
    }
    int type = types[column];
    int offset = offsets[column];
    if (type >= SerialType.BLOB) {
      readBytes(type, offset, (type - SerialType.BLOB) >>> 1, target, flags);
    } else if (type == SerialType.NULL || type > SerialType.ONE) {
      target.setNull();
    } else if (type >= SerialType.ZERO) {
      target.setInteger(type - SerialType.ZERO);
    } else {
      readNumber(type, offset, target);
    }
    return true;
  }

  private void readNumber(int type, int offset, Register target) {
    byte[] from = bytes;
    int at = start + offset;
    if (offset + LENGTHS[type] > localLength) {
      from = new byte[8];
      at = 0;
      copy(offset, from, 0, LENGTHS[type]);
    }
    if (type == SerialType.REAL) {
      target.setReal(SerialType.readReal(from, at));
    } else {
      target.setInteger(SerialType.readInteger(from, at, type));
    }
  }

  private void readBytes(int type, int offset, int count, Register target, int flags) {
    boolean text = (type & 1) != 0;
    if (offset + count <= localLength) {
      if (text) {
        target.setText(bytes, start + offset, count);
      } else {
        target.setBlob(bytes, start + offset, count);
      }
      return;
    }
    int kind = text ? Register.TEXT : Register.BLOB;
    int wanted = flags & (LENGTH_ONLY | TYPE_ONLY);
    if (wanted != 0 && (wanted != LENGTH_ONLY || !text)) {
      // nobody will look at the bytes: they are not fetched
      target.setBlobView(NO_BYTES, 0, count);
      target.retype(kind);
      return;
    }
    if ((flags & MAY_STAY) != 0 && count >= LARGE && source != null) {
      target.setDistant(kind, count, new DistantBytes(source, offset));
      return;
    }
    copy(offset, target.prepare(kind, count), 0, count);
  }

  private static StoreException malformed() {
    return StoreException.corrupt("record header does not describe the bytes of a record");
  }
}
