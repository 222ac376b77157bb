// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.SerialType;
import org.lumosql.record.TextEncoding;
import org.lumosql.record.Varint;

/** The values of a record that may be damaged: those that can be read, up to the first that cannot. */
final class Record {
  private Record() {}

  /** Values as {@code null}, {@link Long}, {@link Double}, {@link String} and {@code byte[]}; null if it is no record at all. */
  static List<Object> values(byte[] record, TextEncoding encoding) {
    List<Object> values = new ArrayList<>();
    if (record.length == 0 || Varint.lengthWithin(record, 0, record.length) == 0) {
      return null;
    }
    long headerLength = Varint.read(record, 0);
    int at = Varint.lengthAt(record, 0);
    if (headerLength < at || headerLength > record.length) {
      return null;
    }
    int end = (int) headerLength;
    long body = headerLength;
    while (at < end) {
      int length = Varint.lengthWithin(record, at, end);
      if (length <= 0) {
        return null;
      }
      long type = Varint.read(record, at);
      at += length;
      long size = type < 0 || type == 10 || type == 11 ? -1 : SerialType.length(type);
      if (size < 0 || body + size > record.length) {
        return values.isEmpty() ? null : values;
      }
      values.add(value(record, (int) body, (int) size, type, encoding));
      body += size;
    }
    return values;
  }

  private static Object value(byte[] record, int at, int size, long type, TextEncoding encoding) {
    if (type == SerialType.NULL) {
      return null;
    }
    if (type == SerialType.REAL) {
      return SerialType.readReal(record, at);
    }
    if (SerialType.isText(type)) {
      return new String(record, at, size, encoding.charset());
    }
    if (SerialType.isBlob(type)) {
      byte[] bytes = new byte[size];
      System.arraycopy(record, at, bytes, 0, size);
      return bytes;
    }
    return SerialType.readInteger(record, at, (int) type);
  }
}
