// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;

/** Comma-separated values: in double quotes what is empty, has other than plain characters, or the separator. */
final class CsvPrinter extends RowPrinter {
  private final byte[] separator;

  CsvPrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
    separator = format.separator.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    int count = statement.columnCount();
    if (isFirst && format.headers) {
      for (int i = 0; i < count; i++) {
        value.show(statement.columnName(i).getBytes(StandardCharsets.UTF_8));
        field();
        out.print(i == count - 1 ? format.rowSeparator : format.separator);
      }
    }
    for (int i = 0; i < count; i++) {
      if (value.read(statement, i)) {
        field();
      } else {
        out.print(format.nullValue);
      }
      out.print(i == count - 1 ? format.rowSeparator : format.separator);
    }
  }

  private void field() {
    if (isPlain()) {
      writeValue();
      return;
    }
    out.print('"');
    byte[] bytes = value.bytes();
    int end = value.offset() + value.length();
    int from = value.offset();
    for (int i = from; i < end; i++) {
      if (bytes[i] == '"') {
        out.write(bytes, from, i + 1 - from);
        from = i;
      }
    }
    out.write(bytes, from, end - from).print('"');
  }

  private boolean isPlain() {
    if (value.length() == 0) {
      return false;
    }
    byte[] bytes = value.bytes();
    int end = value.offset() + value.length();
    for (int i = value.offset(); i < end; i++) {
      byte b = bytes[i];
      if (b <= ' ' || b == 127 || b == '"' || b == '\'' || isSeparator(bytes, i, end)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSeparator(byte[] bytes, int at, int end) {
    if (separator.length == 0) {
      return true;
    }
    for (int i = 0; i < separator.length; i++) {
      if (at + i >= end || bytes[at + i] != separator[i]) {
        return false;
      }
    }
    return true;
  }
}
