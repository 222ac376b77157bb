// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.SerialType;
import org.lumosql.record.TextEncoding;
import org.lumosql.record.Varint;

/** Makes a record from Java values, for the few rows that the engine writes without a program. Not for hot paths. */
public final class RecordBuilder {
  private final TextEncoding encoding;
  private final List<byte[]> bodies = new ArrayList<>();
  private final List<Long> types = new ArrayList<>();

  public RecordBuilder(TextEncoding encoding) {
    this.encoding = encoding;
  }

  public void clear() {
    bodies.clear();
    types.clear();
  }

  public void addInteger(long value) {
    int type = SerialType.ofInteger(value, true);
    byte[] body = new byte[(int) SerialType.length(type)];
    SerialType.writeInteger(body, 0, type, value);
    add(type, body);
  }

  /** Adds a text; null is NULL. */
  public void addText(String value) {
    if (value == null) {
      add(SerialType.NULL, new byte[0]);
    } else {
      byte[] body = value.getBytes(encoding.charset());
      add(SerialType.ofText(body.length), body);
    }
  }

  private void add(long type, byte[] body) {
    types.add(type);
    bodies.add(body);
  }

  /** The record. */
  public byte[] toBytes() {
    int typeBytes = types.stream().mapToInt(Varint::length).sum();
    int headerLength = typeBytes + 1;
    if (Varint.length(headerLength) > 1) {
      headerLength = typeBytes + Varint.length(typeBytes + 2);
    }
    byte[] record = new byte[headerLength + bodies.stream().mapToInt(body -> body.length).sum()];
    int at = Varint.write(record, 0, headerLength);
    for (long type : types) {
      at += Varint.write(record, at, type);
    }
    for (byte[] body : bodies) {
      System.arraycopy(body, 0, record, at, body.length);
      at += body.length;
    }
    return record;
  }
}
