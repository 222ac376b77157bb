// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import org.lumosql.error.DeepStack;
import org.lumosql.error.LongWork;
import org.lumosql.function.ByteBuilder;
import org.lumosql.function.FunctionContext;

/** Writes JSONB as JSON text: canonical, on one line or indented. */
final class JsonWriter {
  private final ByteBuilder out;
  private final byte[] indent;
  private final int indentLength;
  private int depth;

  /** A writer without spaces. */
  JsonWriter(ByteBuilder out) {
    this(out, null, 0);
  }

  /** A writer that puts each element on a line of its own. */
  JsonWriter(ByteBuilder out, byte[] indent, int indentLength) {
    this.out = out;
    this.indent = indent;
    this.indentLength = indentLength;
  }

  static ByteBuilder text(FunctionContext context, byte[] bytes, int at, int end) {
    ByteBuilder out = new ByteBuilder(context, end - at + 16);
    new JsonWriter(out).write(bytes, at, end);
    return out;
  }

  /** Writes the element at an index; the index behind it. */
  int write(byte[] bytes, int at, int end) {
    long header = Jsonb.checkedHeader(bytes, at, end);
    int payload = at + Jsonb.headerSize(header);
    int size = Jsonb.payloadSize(header);
    switch (Jsonb.type(bytes, at)) {
      case Jsonb.NULL -> out.append("null");
      case Jsonb.TRUE -> out.append("true");
      case Jsonb.FALSE -> out.append("false");
      case Jsonb.INT, Jsonb.FLOAT -> appendNumber(bytes, payload, size);
      case Jsonb.INT5 -> appendHexadecimal(bytes, payload, size);
      case Jsonb.FLOAT5 -> appendBareFloat(bytes, payload, size);
      case Jsonb.TEXT, Jsonb.TEXTJ -> out.append('"').append(bytes, payload, size).append('"');
      case Jsonb.TEXT5 -> appendJson5Text(bytes, payload, payload + size);
      case Jsonb.TEXTRAW -> appendQuoted(out, bytes, payload, payload + size);
      case Jsonb.ARRAY -> writeContainer(bytes, payload, payload + size, end, false);
      case Jsonb.OBJECT -> writeContainer(bytes, payload, payload + size, end, true);
      default -> throw Jsonb.malformed();
    }
    return Jsonb.type(bytes, at) <= Jsonb.FALSE ? at + 1 : payload + size;
  }

  private void writeContainer(byte[] bytes, int start, int end, int limit, boolean isObject) {
    if (++depth > Jsonb.MAXIMUM_DEPTH + 1) {
      throw Jsonb.malformed();
    }
    DeepStack.require(depth / Jsonb.LEVELS_PER_DEPTH);
    out.append(isObject ? '{' : '[');
    boolean label = isObject;
    int at = start;
    while (at < end) {
      if (at > start && (label || !isObject)) {
        out.append(',');
      }
      if (label || !isObject) {
        newLine();
      }
      at = write(bytes, at, limit);
      if (label) {
        out.append(':');
        if (indent != null) {
          out.append(' ');
        }
      }
      label = isObject && !label;
    }
    if (at > end || isObject && !label) {
      throw Jsonb.malformed();
    }
    depth--;
    if (end > start) {
      newLine();
    }
    out.append(isObject ? '}' : ']');
  }

  private void newLine() {
    if (indent != null) {
      out.append('\n');
      for (int i = 0; i < depth; i++) {
        out.append(indent, 0, indentLength);
      }
    }
  }

  private void appendNumber(byte[] bytes, int start, int size) {
    if (size == 0) {
      throw Jsonb.malformed();
    }
    out.append(bytes, start, size);
  }

  private void appendHexadecimal(byte[] bytes, int start, int size) {
    int at = start;
    int end = start + size;
    if (size == 0) {
      throw Jsonb.malformed();
    }
    if (bytes[at] == '-') {
      out.append('-');
      at++;
    }
    long value = 0;
    boolean overflow = false;
    int pause = 0;
    for (at += 2; at < end; at++) {
      if (at >= pause) {
        pause = LongWork.stretch(at, end);
      }
      int digit = bytes[at] < 0 ? -1 : Character.digit(bytes[at], 16);
      if (digit < 0) {
        throw Jsonb.malformed();
      }
      overflow |= value >>> 60 != 0;
      value = value << 4 | digit;
    }
    out.append(overflow ? "9.0e999" : Long.toUnsignedString(value));
  }

  private void appendBareFloat(byte[] bytes, int start, int size) {
    int at = start;
    int end = start + size;
    if (size == 0) {
      throw Jsonb.malformed();
    }
    if (bytes[at] == '-') {
      out.append('-');
      at++;
    }
    if (at < end && bytes[at] == '.') {
      out.append('0');
    }
    for (; at < end; at++) {
      out.append(bytes[at]);
      if (bytes[at] == '.' && (at + 1 == end || bytes[at + 1] < '0' || bytes[at + 1] > '9')) {
        out.append('0');
      }
    }
  }

  /** Changes escapes that only JSON5 knows into those of JSON. */
  private void appendJson5Text(byte[] bytes, int start, int end) {
    out.append('"');
    for (int at = start; at < end; ) {
      int letter = bytes[at];
      if (letter == '\\') {
        at = appendEscape(bytes, at + 1, end);
      } else {
        appendEscaped(out, letter);
        at++;
      }
    }
    out.append('"');
  }

  private int appendEscape(byte[] bytes, int at, int end) {
    if (at >= end) {
      throw Jsonb.malformed();
    }
    switch (bytes[at]) {
      case '\'' -> out.append('\'');
      case 'v' -> out.append("\\u000b");
      case '0' -> out.append("\\u0000");
      case 'x' -> {
        if (at + 2 >= end) {
          throw Jsonb.malformed();
        }
        out.append("\\u00").append(bytes, at + 1, 2);
        return at + 3;
      }
      case '\r' -> {
        return at + (at + 1 < end && bytes[at + 1] == '\n' ? 2 : 1);
      }
      case '\n' -> { }
      case (byte) 0xe2 -> {
        if (at + 2 >= end || bytes[at + 1] != (byte) 0x80 || (bytes[at + 2] | 1) != (byte) 0xa9) {
          throw Jsonb.malformed();
        }
        return at + 3;
      }
      default -> out.append('\\').append(bytes[at]);
    }
    return at + 1;
  }

  /** Writes a text as JSON string. */
  static void appendQuoted(ByteBuilder out, byte[] bytes, int start, int end) {
    out.append('"');
    for (int i = start; i < end; i++) {
      appendEscaped(out, bytes[i]);
    }
    out.append('"');
  }

  private static void appendEscaped(ByteBuilder out, int letter) {
    if (letter == '"' || letter == '\\') {
      out.append('\\').append(letter);
    } else if (letter >= 0x20 || letter < 0) {
      out.append(letter);
    } else {
      int index = "\b\f\n\r\t".indexOf(letter);
      if (index >= 0) {
        out.append('\\').append("bfnrt".charAt(index));
      } else {
        out.append("\\u00").append(letter < 16 ? '0' : '1').append(Character.forDigit(letter & 15, 16));
      }
    }
  }
}
