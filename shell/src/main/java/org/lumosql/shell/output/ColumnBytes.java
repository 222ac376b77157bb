// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/**
 * A column of the present row as bytes of UTF-8, without a copy where the database has them so. Made once for a statement; what it shows is valid until it
 * reads another column.
 */
final class ColumnBytes {
  private static final byte[] NONE = {};

  private final TextEncoding encoding;
  private byte[] bytes = NONE;
  private int offset;
  private int length;

  ColumnBytes(TextEncoding encoding) {
    this.encoding = encoding;
  }

  byte[] bytes() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  /** Takes a column whole. False if it is NULL. */
  boolean readWhole(Statement statement, int column) {
    Register value = statement.columnValue(column);
    int type = value.type();
    if (type == Register.NULL) {
      return false;
    }
    if (type == Register.BLOB && value.zeroTail() > 0 || type < Register.TEXT) {
      show(type == Register.BLOB ? statement.columnBlob(column) : statement.columnText(column).getBytes(StandardCharsets.ISO_8859_1));
    } else if (type == Register.BLOB || encoding == TextEncoding.UTF8) {
      bytes = value.bytes();
      offset = value.offset();
      length = value.length();
      if (bytes == null) {
        show(NONE);
      }
    } else {
      show(statement.columnText(column).getBytes(StandardCharsets.UTF_8));
    }
    return true;
  }

  /**
   * Takes a column up to its first NUL, as programs in C see it. False if it is NULL. The bytes of a blob are taken for a text, of the database's encoding.
   */
  boolean read(Statement statement, int column) {
    if (!readWhole(statement, column)) {
      return false;
    }
    if (statement.columnType(column) == Register.BLOB) {
      takeForText();
    }
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      if (bytes[i] == 0) {
        length = i - offset;
        break;
      }
    }
    return true;
  }

  /** Takes a blob for a text, with all its NULs. */
  void readBlob(Statement statement, int column) {
    if (readWhole(statement, column)) {
      takeForText();
    }
  }

  private void takeForText() {
    if (encoding != TextEncoding.UTF8) {
      show(new String(bytes, offset, length, encoding.charset()).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Shows a text that is no column. */
  void show(byte[] text) {
    bytes = text;
    offset = 0;
    length = text.length;
  }

  /** The bytes as text, for modes that must count characters. */
  String string() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }
}
