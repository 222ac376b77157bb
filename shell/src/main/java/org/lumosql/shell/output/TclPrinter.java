// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;

/** Elements of a TCL list: in double quotes, with the escapes of C. */
final class TclPrinter extends RowPrinter {
  TclPrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    int count = statement.columnCount();
    if (isFirst && format.headers) {
      for (int i = 0; i < count; i++) {
        value.show(statement.columnName(i).getBytes(StandardCharsets.UTF_8));
        element(i == count - 1);
      }
      out.print(format.rowSeparator);
    }
    for (int i = 0; i < count; i++) {
      readShown(statement, i);
      element(i == count - 1);
    }
    out.print(format.rowSeparator);
  }

  private void element(boolean isLast) {
    literal(out, value.bytes(), value.offset(), value.length());
    if (!isLast) {
      out.print(format.separator);
    }
  }

  /** Prints a text as a literal of C. */
  static void literal(Output out, byte[] bytes, int offset, int length) {
    out.print('"');
    for (int i = offset; i < offset + length; i++) {
      int b = bytes[i] & 0xFF;
      switch (b) {
        case '"', '\\' -> out.print('\\').print((char) b);
        case '\t' -> out.print("\\t");
        case '\n' -> out.print("\\n");
        case '\r' -> out.print("\\r");
        default -> {
          if (b < ' ' || b > '~') {
            out.print('\\').print((char) ('0' + (b >> 6))).print((char) ('0' + (b >> 3 & 7))).print((char) ('0' + (b & 7)));
          } else {
            out.print((char) b);
          }
        }
      }
    }
    out.print('"');
  }
}
