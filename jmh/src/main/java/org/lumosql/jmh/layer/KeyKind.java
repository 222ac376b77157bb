// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import org.lumosql.record.TextEncoding;
import org.lumosql.value.RecordBuilder;

/** Kinds of index keys, each with a rowid at its end as entries of indexes have it. */
public enum KeyKind {
  /** Integers that are close to each other. */
  INTEGER(2),
  /** Texts of about 20 bytes with twelve in common. */
  TEXT(2),
  /** An integer that is equal in all, a text that is equal in all, an integer. */
  THREE_COLUMNS(4);

  static final int COUNT = 512;
  static final int MIDDLE = 200;

  private final int columns;

  KeyKind(int columns) {
    this.columns = columns;
  }

  int columns() {
    return columns;
  }

  /** {@link #COUNT} records in ascending order. */
  byte[][] records() {
    byte[][] records = new byte[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      RecordBuilder record = new RecordBuilder(TextEncoding.UTF8);
      switch (this) {
        case INTEGER -> record.addInteger(100_000 + 3L * i);
        case TEXT -> record.addText("a common one " + (100_000 + 3 * i));
        case THREE_COLUMNS -> {
          record.addInteger(7);
          record.addText("the same");
          record.addInteger(100_000 + 3L * i);
        }
      }
      record.addInteger(i * 7L % COUNT);
      records[i] = record.toBytes();
    }
    return records;
  }
}
