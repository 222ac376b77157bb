// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;
import org.lumosql.vdbe.P4;

/** A row of the schema table, decoded without the machine: type, name, tbl_name, rootpage, sql. */
final class SchemaRecord {
  private static final int FIELDS = 5;
  private static final int ROOT = 3;

  private final TextEncoding encoding;
  private final KeyProbe fields;
  private byte[] buffer = new byte[256];

  SchemaRecord(TextEncoding encoding) {
    this.encoding = encoding;
    this.fields = new KeyProbe(KeyOrder.binary(encoding, FIELDS));
  }

  /** Takes over the row that a cursor stands on. */
  void read(BtreeCursor cursor) {
    int length = cursor.payloadLength();
    if (buffer.length < length) {
      buffer = new byte[length * 2];
    }
    cursor.readPayload(0, buffer, 0, length);
    fields.load(buffer, 0, length, FIELDS);
  }

  boolean isComplete() {
    return fields.fieldCount() == FIELDS;
  }

  /** A text field; null if it is no text, or missing. */
  String text(int field) {
    if (field >= fields.fieldCount()) {
      return null;
    }
    byte kind = fields.kind(field);
    return kind == KeyProbe.TEXT || kind == KeyProbe.BLOB
        ? new String(fields.array(field), fields.offset(field), fields.length(field), encoding.charset())
        : null;
  }

  boolean matches(P4.SchemaRows wanted) {
    List<P4.FieldTest> tests = wanted.tests();
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).holds(text(tests.get(i).field().place()))) {
        return false;
      }
    }
    return true;
  }

  /** The number of the tree; 0 if there is none. */
  long root() {
    if (ROOT >= fields.fieldCount()) {
      return 0;
    }
    byte kind = fields.kind(ROOT);
    return kind == KeyProbe.INTEGER ? fields.integer(ROOT) : kind == KeyProbe.REAL ? (long) fields.real(ROOT) : 0;
  }
}
