// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SerialType;
import org.lumosql.record.TextEncoding;
import org.lumosql.record.Varint;

/**
 * Makes records and probes of Java values (null, Long, Integer, Double, String, byte[]), and reads what a cursor shows.
 * Clear, not fast.
 */
public final class Records {
  private Records() {}

  /** A record in UTF-8. */
  public static byte[] of(Object... values) {
    return encode(TextEncoding.UTF8, values);
  }

  public static byte[] encode(TextEncoding encoding, Object... values) {
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Object value : values) {
      byte[] bytes = new byte[9];
      long type;
      if (value == null) {
        type = SerialType.NULL;
        bytes = new byte[0];
      } else if (value instanceof Double real) {
        type = SerialType.REAL;
        bytes = Arrays.copyOf(bytes, SerialType.writeReal(bytes, 0, real));
      } else if (value instanceof Number number) {
        type = SerialType.ofInteger(number.longValue(), true);
        bytes = Arrays.copyOf(bytes, SerialType.writeInteger(bytes, 0, (int) type, number.longValue()));
      } else if (value instanceof String text) {
        bytes = text.getBytes(encoding.charset());
        type = SerialType.ofText(bytes.length);
      } else {
        bytes = (byte[]) value;
        type = SerialType.ofBlob(bytes.length);
      }
      byte[] varint = new byte[Varint.MAX_LENGTH];
      types.write(varint, 0, Varint.write(varint, 0, type));
      body.writeBytes(bytes);
    }
    int headerLength = types.size() + 1;
    if (Varint.length(headerLength) > 1) {
      headerLength = types.size() + 2;
    }
    byte[] varint = new byte[Varint.MAX_LENGTH];
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(varint, 0, Varint.write(varint, 0, headerLength));
    record.writeBytes(types.toByteArray());
    record.writeBytes(body.toByteArray());
    return record.toByteArray();
  }

  /** A record of one blob whose bytes follow from a seed. */
  public static byte[] blob(int length, int seed) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (seed + i * 31 + (i >> 8));
    }
    return of((Object) bytes);
  }

  /** A probe of values, in the order's encoding. */
  public static KeyProbe probe(KeyOrder order, Object... values) {
    KeyProbe probe = new KeyProbe(order);
    for (Object value : values) {
      if (value == null) {
        probe.addNull();
      } else if (value instanceof Double real) {
        probe.addReal(real);
      } else if (value instanceof Number number) {
        probe.addInteger(number.longValue());
      } else if (value instanceof String text) {
        byte[] bytes = text.getBytes(order.encoding().charset());
        probe.addText(bytes, 0, bytes.length);
      } else {
        probe.addBlob((byte[]) value, 0, ((byte[]) value).length);
      }
    }
    return probe;
  }

  /** A copy of the whole record that a cursor is on. */
  public static byte[] payload(BtreeCursor cursor) {
    byte[] bytes = new byte[cursor.payloadLength()];
    cursor.readPayload(0, bytes, 0, bytes.length);
    return bytes;
  }

  /** Inserts a row. */
  public static void insert(BtreeCursor cursor, long rowid, byte[] record) {
    cursor.insertRow(rowid, record, 0, record.length, 0, 0);
  }

  /** Inserts an index record. */
  public static void insert(BtreeCursor cursor, byte[] record) {
    cursor.insertKey(record, 0, record.length, 0);
  }

  /** A short text record, for tests that do not care. */
  public static byte[] text(String text) {
    return of(text);
  }

  /** The text of a record of {@link #text}. */
  public static String text(byte[] record) {
    return new String(record, 2, record.length - 2, StandardCharsets.UTF_8);
  }
}
