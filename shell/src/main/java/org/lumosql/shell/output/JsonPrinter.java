// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/** An array of JSON objects, one for each row. Blobs are texts of their bytes. */
final class JsonPrinter extends RowPrinter {
  private static final String HEX = "0123456789abcdef";

  private boolean printed;
  private byte[][] names;

  JsonPrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    int count = statement.columnCount();
    if (isFirst) {
      names = new byte[count][];
      for (int i = 0; i < count; i++) {
        names[i] = statement.columnName(i).getBytes(StandardCharsets.UTF_8);
      }
    }
    out.print(isFirst ? "[{" : ",\n{");
    printed = true;
    for (int i = 0; i < count; i++) {
      string(names[i], 0, names[i].length);
      out.print(':');
      value(statement, i);
      out.print(i == count - 1 ? '}' : ',');
    }
  }

  private void value(Statement statement, int column) {
    switch (statement.columnType(column)) {
      case Register.NULL -> out.print("null");
      case Register.INTEGER -> out.print(statement.columnLong(column));
      case Register.REAL -> out.print(RealText.asNumber(statement.columnDouble(column)));
      case Register.TEXT -> {
        value.read(statement, column);
        string(value.bytes(), value.offset(), value.length());
      }
      default -> {
        value.readBlob(statement, column);
        string(value.bytes(), value.offset(), value.length());
      }
    }
  }

  private void string(byte[] bytes, int offset, int length) {
    out.print('"');
    int from = offset;
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      int b = bytes[i];
      if (b == '"' || b == '\\' || b >= 0 && b < ' ') {
        out.write(bytes, from, i - from).print('\\');
        from = i + 1;
        switch (b) {
          case '\b' -> out.print('b');
          case '\f' -> out.print('f');
          case '\n' -> out.print('n');
          case '\r' -> out.print('r');
          case '\t' -> out.print('t');
          case '"', '\\' -> out.print((char) b);
          default -> out.print("u00").print((char) ('0' + (b >> 4))).print(HEX.charAt(b & 15));
        }
      }
    }
    out.write(bytes, from, end - from).print('"');
  }

  @Override
  public void finish() {
    if (printed) {
      out.print("]\n");
    }
  }
}
