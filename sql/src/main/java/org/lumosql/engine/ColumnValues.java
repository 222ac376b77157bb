// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/** Values as the API hands them out: copies, converted as SQLite's C interface does. */
final class ColumnValues {
  private ColumnValues() {}

  /** Null for NULL. */
  static String text(Session session, Register value) {
    if (value.isNull()) {
      return null;
    }
    TextEncoding encoding = session.encoding();
    if (value.type() >= Register.TEXT) {
      return value.string(value.type() == Register.BLOB ? TextEncoding.UTF8 : encoding);
    }
    return inText(session, value).string(encoding);
  }

  /** The value's bytes; of a number those of its text; null for NULL. */
  static byte[] bytes(Session session, Register value) {
    if (value.isNull()) {
      return null;
    }
    Register bytes = value.type() < Register.TEXT ? inText(session, value) : value;
    byte[] copy = new byte[bytes.length()];
    System.arraycopy(bytes.bytes(), bytes.offset(), copy, 0, copy.length);
    return copy;
  }

  private static Register inText(Session session, Register number) {
    Register text = new Register();
    text.viewOf(number);
    session.conversion().stringify(text);
    return text;
  }
}
