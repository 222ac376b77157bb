// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.record.TextEncoding;
import org.lumosql.value.NumberFormatter;
import org.lumosql.value.NumberParser;
import org.lumosql.value.Register;

/** Reads arguments as the type that a function wants, with SQLite's conversions. Never changes a register. */
public final class Arguments {
  private Arguments() {}

  /**
   * The value as an integer: reals are cut off and clamped, texts read up to the first byte that is no digit, NULL is
   * 0.
   */
  public static long integer(Register value) {
    switch (value.type()) {
      case Register.INTEGER:
        return value.integer();
      case Register.REAL:
        return (long) value.real();
      case Register.NULL:
        return 0;
      default:
        Register text = value.textEncoding() == null ? value : text(value);
        return NumberParser.integerPrefix(text.bytes(), text.offset(), text.length());
    }
  }

  /** The value as an integer of 32 bits, higher bits dropped. */
  public static int smallInteger(Register value) {
    return (int) integer(value);
  }

  /** The value as a double: texts read as far as they are a number, NULL is 0. */
  public static double real(Register value) {
    switch (value.type()) {
      case Register.INTEGER:
        return value.integer();
      case Register.REAL:
        return value.real();
      case Register.NULL:
        return 0;
      default:
        Register text = value.textEncoding() == null ? value : text(value);
        NumberParser parser = new NumberParser();
        parser.parse(text.bytes(), text.offset(), text.length());
        return parser.real();
    }
  }

  /**
   * The value as a text, or as a blob that is read as UTF-8, without zero tail: itself if it is one, else a number's text or that of a blob in another encoding.
   * Requires: not NULL.
   */
  public static Register text(Register value) {
    TextEncoding encoding = value.textEncoding();
    if (encoding == null) {
      return bytes(value);
    }
    Register blob = bytes(value);
    Register text = new Register();
    text.setBlobView(blob.bytes(), blob.offset(), blob.length() & ~1); // half a character is none
    String decoded = text.string(encoding);
    text.setText(decoded, TextEncoding.UTF8);
    return text;
  }

  /** As {@link #text}, a blob always as the bytes that it has. */
  public static Register bytes(Register value) {
    int type = value.type();
    if (type >= Register.TEXT) {
      if (value.zeroTail() == 0) {
        return value;
      }
      Register expanded = new Register();
      expanded.viewOf(value);
      expanded.expandZeroTail();
      return expanded;
    }
    byte[] buffer = new byte[NumberFormatter.MAXIMUM_LENGTH];
    int end = type == Register.INTEGER
        ? NumberFormatter.formatInteger(value.integer(), buffer, 0)
        : NumberFormatter.formatReal(value.real(), buffer, 0);
    Register text = new Register();
    text.setTextView(buffer, 0, end);
    return text;
  }

  /** As {@link #text}, NULL being the empty text. */
  public static Register textOrEmpty(Register value) {
    if (!value.isNull()) {
      return text(value);
    }
    Register empty = new Register();
    empty.setTextView(new byte[0], 0, 0);
    return empty;
  }

  /** The value with a text that is a number turned into that number, anything else as it is. */
  public static Register numeric(Register value) {
    if (value.type() != Register.TEXT) {
      return value;
    }
    NumberParser parser = new NumberParser();
    int kind = parser.parse(value.bytes(), value.offset(), value.length());
    if (kind == NumberParser.NONE || !parser.isWhole()) {
      return value;
    }
    Register number = new Register();
    if (kind == NumberParser.INTEGER) {
      number.setInteger(parser.integer());
    } else {
      number.setReal(parser.real());
    }
    return number;
  }

  /** Whether the value is an integer or a real. */
  public static boolean isNumber(Register value) {
    return value.type() == Register.INTEGER || value.type() == Register.REAL;
  }
}
