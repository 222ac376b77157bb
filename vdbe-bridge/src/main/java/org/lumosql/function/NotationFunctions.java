// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;
import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;

import org.lumosql.error.LongWork;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/** Functions that write values in other notations: SQL literals, hexadecimal, Unicode escapes. */
final class NotationFunctions implements ScalarFunction {
  private static final int PURE = DETERMINISTIC | INNOCUOUS;
  private static final String HEX_DIGITS = "0123456789ABCDEF";

  /** Which function. */
  private enum Body {
    HEX,
    QUOTE,
    UNHEX,
    UNISTR,
    UNISTR_QUOTE
  }

  private final Body body;

  private NotationFunctions(Body body) {
    this.body = body;
  }

  static void register(FunctionRegistry registry) {
    registry.add(scalar("hex", 1, PURE, new NotationFunctions(Body.HEX)));
    registry.add(scalar("quote", 1, PURE, new NotationFunctions(Body.QUOTE)));
    registry.add(scalar("unhex", 1, PURE, new NotationFunctions(Body.UNHEX)));
    registry.add(scalar("unhex", 2, PURE, new NotationFunctions(Body.UNHEX)));
    registry.add(scalar("unistr", 1, PURE, new NotationFunctions(Body.UNISTR)));
    registry.add(scalar("unistr_quote", 1, PURE, new NotationFunctions(Body.UNISTR_QUOTE)));
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case HEX -> hex(context, r, first, count);
      case QUOTE -> quote(context, r, first, count);
      case UNHEX -> unhex(context, r, first, count);
      case UNISTR -> unistr(context, r, first, count);
      case UNISTR_QUOTE -> unistrQuote(context, r, first, count);
      default -> throw new AssertionError(body);
    }
  }

  private static void hex(FunctionContext context, Register[] r, int first, int count) {
    Register value = r[first].type() == Register.BLOB ? Arguments.bytes(r[first]) : Arguments.textOrEmpty(r[first]);
    if (r[first].type() == Register.TEXT && context.encoding().isUtf16()) {
      byte[] stored = value.string(TextEncoding.UTF8).getBytes(context.encoding().charset());
      value = new Register();
      value.setBlobView(stored, 0, stored.length);
    }
    ByteBuilder out = new ByteBuilder(context, value.length() * 2);
    appendHex(out, value);
    out.toText();
  }

  private static void appendHex(ByteBuilder out, Register value) {
    for (int i = value.offset(); i < value.offset() + value.length(); i++) {
      out.append(HEX_DIGITS.charAt(value.bytes()[i] >> 4 & 15)).append(HEX_DIGITS.charAt(value.bytes()[i] & 15));
    }
  }

  private static void quote(FunctionContext context, Register[] r, int first, int count) {
    ByteBuilder out = new ByteBuilder(context, 32);
    appendLiteral(out, r[first], false);
    out.toText();
  }

  private static void unistrQuote(FunctionContext context, Register[] r, int first, int count) {
    ByteBuilder out = new ByteBuilder(context, 32);
    appendLiteral(out, r[first], true);
    out.toText();
  }

  /**
   * Writes a value as an SQL literal; with {@code escapes}, texts that hold control characters as a call of {@code
   * unistr}.
   */
  static void appendLiteral(ByteBuilder out, Register value, boolean escapes) {
    switch (value.type()) {
      case Register.NULL:
        out.append("NULL");
        return;
      case Register.INTEGER:
        out.appendInteger(value.integer());
        return;
      case Register.REAL:
        if (Double.isInfinite(value.real())) {
          out.append(value.real() < 0 ? "-9.0e+999" : "9.0e+999");
        } else {
          out.appendReal(value.real());
        }
        return;
      case Register.BLOB:
        out.append("X'");
        appendHex(out, Arguments.bytes(value));
        out.append('\'');
        return;
      default:
        appendTextLiteral(out, value, escapes);
    }
  }

  private static void appendTextLiteral(ByteBuilder out, Register value, boolean escapes) {
    byte[] bytes = value.bytes();
    int end = Utf8.end(bytes, value.offset(), value.offset() + value.length());
    boolean escaped = escapes && hasControl(bytes, value.offset(), end);
    out.append(escaped ? "unistr('" : "'");
    appendQuoted(out, bytes, value.offset(), end, '\'', escaped);
    out.append(escaped ? "')" : "'");
  }

  /**
   * Appends text with quotes doubled and, if wanted, control characters and backslashes as {@code unistr} reads them.
   */
  static void appendQuoted(ByteBuilder out, byte[] bytes, int start, int end, int quote, boolean escapes) {
    for (int i = start; i < end; i++) {
      int letter = bytes[i];
      if (escapes && letter >= 0 && letter < 0x20) {
        out.append("\\u00").append(letter < 16 ? '0' : '1').append(Character.forDigit(letter & 15, 16));
      } else {
        out.append(letter);
        if (letter == quote || escapes && letter == '\\') {
          out.append(letter);
        }
      }
    }
  }

  static boolean hasControl(byte[] bytes, int start, int end) {
    for (int i = start; i < end; ) {
      for (int stop = LongWork.stretch(i, end); i < stop; i++) {
        if (bytes[i] >= 0 && bytes[i] < 0x20) {
          return true;
        }
      }
    }
    return false;
  }

  private static void unhex(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull() || count == 2 && r[first + 1].isNull()) {
      return;
    }
    Register text = Arguments.text(r[first]);
    Register ignored = count == 2 ? Arguments.text(r[first + 1]) : null;
    byte[] bytes = text.bytes();
    int end = text.offset() + text.length();
    byte[] out = new byte[text.length() / 2];
    int length = 0;
    int pause = 0;
    for (int at = text.offset(); at < end; ) {
      if (at >= pause) {
        pause = LongWork.stretch(at, end);
      }
      int high = Character.digit(bytes[at] < 0 ? 0 : bytes[at], 16);
      if (high >= 0) {
        int low = at + 1 < end ? Character.digit(bytes[at + 1] < 0 ? 0 : bytes[at + 1], 16) : -1;
        if (low < 0) {
          return;
        }
        out[length++] = (byte) (high << 4 | low);
        at += 2;
      } else if (ignored != null && bytes[at] != 0 && contains(ignored, Utf8.codePoint(bytes, at, end))) {
        at = Utf8.next(bytes, at, end);
      } else if (bytes[at] == 0) {
        break;
      } else {
        return;
      }
    }
    context.result().setBlobView(out, 0, length);
  }

  private static boolean contains(Register set, int codePoint) {
    int end = set.offset() + set.length();
    for (int at = set.offset(); at < end; at = Utf8.next(set.bytes(), at, end)) {
      if (Utf8.codePoint(set.bytes(), at, end) == codePoint) {
        return true;
      }
    }
    return false;
  }

  private static void unistr(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    Register text = Arguments.text(r[first]);
    byte[] bytes = text.bytes();
    int end = text.offset() + text.length();
    ByteBuilder out = new ByteBuilder(context, text.length());
    for (int at = text.offset(); at < end; ) {
      if (bytes[at] == 0) {
        out.append(bytes, at, end - at);
        at = end;
      } else if (bytes[at] != '\\') {
        out.append(bytes[at++]);
      } else if (at + 1 < end && bytes[at + 1] == '\\') {
        out.append('\\');
        at += 2;
      } else {
        at = appendEscape(context, out, bytes, at + 1, end);
      }
    }
    out.toText();
  }

  /** Reads the escape after a backslash: {@code XXXX}, {@code uXXXX}, {@code +XXXXXX} or {@code UXXXXXXXX}. */
  private static int appendEscape(FunctionContext context, ByteBuilder out, byte[] bytes, int at, int end) {
    int kind = at < end ? bytes[at] : 0;
    int digits = kind == '+' ? 6 : kind == 'U' ? 8 : 4;
    int start = kind == '+' || kind == 'U' || kind == 'u' ? at + 1 : at;
    int codePoint = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = i < end && bytes[i] > 0 ? Character.digit(bytes[i], 16) : -1;
      if (digit < 0) {
        throw context.error("invalid Unicode escape");
      }
      codePoint = codePoint << 4 | digit;
    }
    out.appendCodePoint(codePoint);
    return start + digits;
  }
}
