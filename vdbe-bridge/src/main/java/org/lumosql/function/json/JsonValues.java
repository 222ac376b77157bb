// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import org.lumosql.error.LongWork;
import org.lumosql.function.Arguments;
import org.lumosql.function.ByteBuilder;
import org.lumosql.function.FunctionContext;
import org.lumosql.value.NumberParser;
import org.lumosql.value.Register;

/** SQL values to JSON and back. */
final class JsonValues {
  private JsonValues() {}

  // ---- from SQL ---------------------------------------------------------------------------------------------------

  /** A JSON argument as JSONB: a blob that is JSONB, or a text that is parsed. Requires: not NULL. */
  static JsonBuffer parse(Register argument) {
    if (isJsonb(argument)) {
      Register blob = Arguments.bytes(argument);
      return JsonBuffer.of(blob.bytes(), blob.offset(), blob.length());
    }
    Register text = Arguments.text(argument);
    JsonParser parser = new JsonParser(text.bytes(), text.offset(), text.length());
    if (!parser.parse()) {
      throw Jsonb.malformed();
    }
    return parser.result();
  }

  /** Whether a blob is JSONB, rather than a text to be parsed. */
  static boolean isJsonb(Register argument) {
    if (argument.type() != Register.BLOB) {
      return false;
    }
    Register blob = Arguments.bytes(argument);
    return Jsonb.isSuperficiallyValid(blob.bytes(), blob.offset(), blob.offset() + blob.length());
  }

  /** Appends a value as JSON text; texts with the JSON subtype as they are. */
  static void appendText(ByteBuilder out, Register value) {
    switch (value.type()) {
      case Register.NULL -> out.append("null");
      case Register.INTEGER -> out.appendInteger(value.integer());
      case Register.REAL -> {
        if (Double.isInfinite(value.real())) {
          out.append(value.real() < 0 ? "-9.0e+999" : "9.0e+999");
        } else {
          out.appendReal(value.real());
        }
      }
      case Register.TEXT -> {
        if (value.subtype() == Jsonb.SUBTYPE) {
          out.append(value.bytes(), value.offset(), value.length());
        } else {
          JsonWriter.appendQuoted(out, value.bytes(), value.offset(), value.offset() + value.length());
        }
      }
      default -> {
        Register blob = Arguments.bytes(value);
        requireJsonb(blob);
        new JsonWriter(out).write(blob.bytes(), blob.offset(), blob.offset() + blob.length());
      }
    }
  }

  private static void requireJsonb(Register blob) {
    if (!Jsonb.isSuperficiallyValid(blob.bytes(), blob.offset(), blob.offset() + blob.length())) {
      throw Jsonb.error("JSON cannot hold BLOB values");
    }
  }

  /** A value as JSONB. */
  static byte[] toJsonb(Register value) {
    JsonBuffer out = new JsonBuffer(32);
    switch (value.type()) {
      case Register.NULL -> out.appendHeader(Jsonb.NULL, 0);
      case Register.INTEGER, Register.REAL -> appendNumber(out, value);
      case Register.TEXT -> {
        if (value.subtype() == Jsonb.SUBTYPE) {
          JsonBuffer parsed = parse(value);
          out.append(parsed.array(), 0, parsed.length());
        } else {
          out.appendElement(Jsonb.TEXTRAW, value.bytes(), value.offset(), value.length());
        }
      }
      default -> {
        Register blob = Arguments.bytes(value);
        requireJsonb(blob);
        out.append(blob.bytes(), blob.offset(), blob.length());
      }
    }
    return java.util.Arrays.copyOf(out.array(), out.length());
  }

  private static void appendNumber(JsonBuffer out, Register value) {
    if (value.type() == Register.REAL && Double.isInfinite(value.real())) {
      out.appendElement(Jsonb.FLOAT, value.real() < 0 ? "-9e999" : "9e999");
      return;
    }
    Register text = Arguments.text(value);
    out.appendElement(value.type() == Register.INTEGER ? Jsonb.INT : Jsonb.FLOAT, text.bytes(), text.offset(),
        text.length());
  }

  // ---- to SQL -----------------------------------------------------------------------------------------------------

  /**
   * Puts an element into the context's result: primitives as SQL values, arrays and objects as JSON text, or as JSONB.
   */
  static void toSql(FunctionContext context, byte[] bytes, int at, int end, boolean asJsonb) {
    int type = Jsonb.type(bytes, at);
    if (type != Jsonb.ARRAY && type != Jsonb.OBJECT) {
      primitive(context.result(), bytes, at, end);
    } else {
      toJson(context, bytes, at, end, asJsonb);
    }
  }

  /** Puts an element into the context's result as JSON text with subtype, or as JSONB. */
  static void toJson(FunctionContext context, byte[] bytes, int at, int end, boolean asJsonb) {
    long header = Jsonb.checkedHeader(bytes, at, end);
    if (asJsonb) {
      context.result().setBlob(bytes, at, Jsonb.size(header));
    } else {
      JsonWriter.text(context, bytes, at, end).toText();
      context.result().setSubtype(Jsonb.SUBTYPE);
    }
  }

  /** Sets a register to a JSON primitive. */
  static void primitive(Register result, byte[] bytes, int at, int end) {
    long header = Jsonb.checkedHeader(bytes, at, end);
    int start = at + Jsonb.headerSize(header);
    int size = Jsonb.payloadSize(header);
    switch (Jsonb.type(bytes, at)) {
      case Jsonb.NULL -> result.setNull();
      case Jsonb.TRUE -> result.setInteger(1);
      case Jsonb.FALSE -> result.setInteger(0);
      case Jsonb.INT -> decimal(result, bytes, start, size, true);
      case Jsonb.INT5 -> hexadecimal(result, bytes, start, size);
      case Jsonb.FLOAT, Jsonb.FLOAT5 -> decimal(result, bytes, start, size, false);
      case Jsonb.TEXT, Jsonb.TEXTRAW -> result.setText(bytes, start, size);
      case Jsonb.TEXTJ, Jsonb.TEXT5 -> unescape(result, bytes, start, size);
      default -> throw Jsonb.malformed();
    }
  }

  private static void decimal(Register result, byte[] bytes, int start, int size, boolean asInteger) {
    NumberParser parser = new NumberParser();
    int kind = parser.parse(bytes, start, size);
    if (kind == NumberParser.NONE || !parser.isWhole()) {
      throw Jsonb.malformed();
    }
    if (asInteger && kind == NumberParser.INTEGER) {
      result.setInteger(parser.integer());
    } else {
      result.setReal(parser.real());
    }
  }

  private static void hexadecimal(Register result, byte[] bytes, int start, int size) {
    boolean negative = size > 0 && bytes[start] == '-';
    int at = negative ? start + 1 : start;
    int digits = start + size - at - 2;
    long value = 0;
    int significant = 0;
    int pause = 0;
    for (int i = at + 2; i < start + size; i++) {
      if (i >= pause) {
        pause = LongWork.stretch(i, start + size);
      }
      int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
      if (digit < 0) {
        throw Jsonb.malformed();
      }
      significant += significant > 0 || digit > 0 ? 1 : 0;
      value = value << 4 | digit;
    }
    if (digits <= 0 || significant > 16) {
      throw Jsonb.malformed();
    }
    if (value >= 0) {
      result.setInteger(negative ? -value : value);
    } else {
      // beyond 63 bits: the number that stands there, not the bits of an integer
      double magnitude = (value >>> 1 | value & 1) * 2.0;
      result.setReal(negative ? -magnitude : magnitude);
    }
  }

  private static void unescape(Register result, byte[] bytes, int start, int size) {
    byte[] text = new byte[size];
    int length = 0;
    JsonLetters letters = new JsonLetters().start(bytes, start, start + size, false);
    int pause = 0;
    for (int letter = letters.nextByte(); letter >= 0; letter = letters.nextByte()) {
      if (length == pause) {
        pause = LongWork.stretch(length, size);
      }
      text[length++] = (byte) letter;
    }
    result.setTextView(text, 0, length);
  }
}
