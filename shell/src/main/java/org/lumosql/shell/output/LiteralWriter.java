// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/** Prints values as literals of SQL. */
public final class LiteralWriter {
  private static final String HEX = "0123456789abcdef";
  private static final String NEWLINE = "char(10)";
  private static final String RETURN = "char(13)";

  private final Output out;
  private final ColumnBytes value;

  LiteralWriter(Output out, ColumnBytes value) {
    this.out = out;
    this.value = value;
  }

  public LiteralWriter(Output out, TextEncoding encoding) {
    this(out, new ColumnBytes(encoding));
  }

  /**
   * Prints a column of the present row.
   *
   * @param withNewlines whether line ends may stand in a text; otherwise they are written with replace() and char()
   * @param infinity how the largest number is written
   */
  public void value(Statement statement, int column, boolean withNewlines, String infinity) {
    switch (statement.columnType(column)) {
      case Register.NULL -> out.print("NULL");
      case Register.INTEGER -> out.print(statement.columnLong(column));
      case Register.REAL -> {
        double real = statement.columnDouble(column);
        if (Double.isInfinite(real)) {
          out.print(real < 0 ? "-" : "").print(infinity);
        } else {
          out.print(RealText.of(real));
        }
      }
      case Register.TEXT -> {
        value.read(statement, column);
        if (withNewlines) {
          text(value.bytes(), value.offset(), value.length());
        } else {
          escapedText(value.bytes(), value.offset(), value.length());
        }
      }
      default -> {
        value.readWhole(statement, column);
        blob(value.bytes(), value.offset(), value.length());
      }
    }
  }

  /**
   * Prints a column of the present row so that it can be read again exactly: a text with a NUL, which {@link #value} cuts off there, is written as its
   * bytes.
   */
  public void wholeValue(Statement statement, int column, boolean withNewlines) {
    if (statement.columnType(column) == Register.TEXT) {
      value.readWhole(statement, column);
      if (indexOf(value.bytes(), value.offset(), value.length(), '\0') >= 0) {
        out.print("CAST(");
        blob(value.bytes(), value.offset(), value.length());
        out.print(" AS TEXT)");
        return;
      }
    }
    value(statement, column, withNewlines, "1e999");
  }

  void blob(byte[] bytes, int offset, int length) {
    out.print("X'");
    for (int i = offset; i < offset + length; i++) {
      out.print(HEX.charAt(bytes[i] >> 4 & 15)).print(HEX.charAt(bytes[i] & 15));
    }
    out.print('\'');
  }

  void text(byte[] bytes, int offset, int length) {
    out.print('\'');
    int from = offset;
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      if (bytes[i] == '\'') {
        out.write(bytes, from, i + 1 - from);
        from = i;
      }
    }
    out.write(bytes, from, end - from).print('\'');
  }

  /** A text on one line: line ends are taken out and put in again by replace(). */
  void escapedText(byte[] bytes, int offset, int length) {
    boolean newlines = indexOf(bytes, offset, length, '\n') >= 0;
    boolean returns = indexOf(bytes, offset, length, '\r') >= 0;
    if (!newlines && !returns) {
      text(bytes, offset, length);
      return;
    }
    String newline = newlines ? unused(bytes, offset, length, "\\n", "\\012") : null;
    String carriage = returns ? unused(bytes, offset, length, "\\r", "\\015") : null;
    out.print(newlines ? "replace(" : "").print(returns ? "replace(" : "").print('\'');
    for (int i = offset; i < offset + length; i++) {
      switch (bytes[i]) {
        case '\n' -> out.print(newline);
        case '\r' -> out.print(carriage);
        case '\'' -> out.print("''");
        default -> out.write(bytes, i, 1);
      }
    }
    out.print('\'');
    if (returns) {
      out.print(",'").print(carriage).print("',").print(RETURN).print(')');
    }
    if (newlines) {
      out.print(",'").print(newline).print("',").print(NEWLINE).print(')');
    }
  }

  private static int indexOf(byte[] bytes, int offset, int length, char wanted) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** A text that does not occur: the first of two, the second, or the first with a number. */
  private static String unused(byte[] bytes, int offset, int length, String first, String second) {
    String candidate = first;
    int number = 0;
    while (contains(bytes, offset, length, candidate)) {
      candidate = candidate.equals(first) ? second : "(" + first + number++ + ")";
    }
    return candidate;
  }

  private static boolean contains(byte[] bytes, int offset, int length, String wanted) {
    int last = offset + length - wanted.length();
    for (int i = offset; i <= last; i++) {
      int n = 0;
      while (n < wanted.length() && bytes[i + n] == wanted.charAt(n)) {
        n++;
      }
      if (n == wanted.length()) {
        return true;
      }
    }
    return false;
  }
}
