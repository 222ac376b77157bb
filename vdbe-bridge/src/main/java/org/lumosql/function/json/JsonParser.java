// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import org.lumosql.error.DeepStack;
import org.lumosql.error.Interruption;
import org.lumosql.function.Utf8;

/**
 * Parses JSON and JSON5 texts into JSONB (https://sqlite.org/json1.html#json5_extensions). One object per text. The
 * text ends at a NUL byte.
 */
final class JsonParser {
  /** Bytes between two looks for an interruption within one token. */
  private static final int PAUSE = 1 << 19;

  private final byte[] text;
  private final int start;
  private final int end;
  private final JsonBuffer out;
  private int depth;
  private boolean extended;
  private int errorAt = -1;
  /** The last bracket found where an element could have been: the place that is blamed for what follows the value. */
  private int mark;
  private int textType;

  /** Ends parsing; {@link #errorAt} says where. Carries no stack: malformed texts are data, not surprises. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super(null, null, false, false);
    }
  }

  JsonParser(byte[] text, int offset, int length) {
    this.text = text;
    this.start = offset;
    this.end = offset + length;
    this.mark = offset;
    this.out = new JsonBuffer(length + length / 8 + 16);
  }

  /** Parses the text; false if it is malformed. */
  boolean parse() {
    try {
      int first = skipSpaces(start);
      if (at(first) == 0) {
        throw error(start);
      }
      int at = skipSpaces(value(first));
      if (at(at) != 0) {
        throw error(mark);
      }
      return true;
    } catch (Malformed e) {
      return false;
    }
  }

  JsonBuffer result() {
    return out;
  }

  /** Whether the text uses something that JSON5 has and JSON has not. */
  boolean isExtended() {
    return extended;
  }

  /** The number of the character where the error is, from 1. */
  int errorPosition() {
    return 1 + Utf8.countLeads(text, start, Utf8.end(text, start, Math.max(start, errorAt)));
  }

  private Malformed error(int at) {
    errorAt = at;
    return new Malformed();
  }

  /** The byte at an index, 0 behind the end. */
  private int at(int index) {
    return index < end ? text[index] & 0xff : 0;
  }

  // ---- spaces -----------------------------------------------------------------------------------------------------

  /** Looks for an interruption; where to look again. */
  private static int pauseAt(int index) {
    Interruption.check();
    return index + PAUSE;
  }

  private int skipSpaces(int from) {
    int index = from;
    int pause = from + PAUSE;
    while (true) {
      if (index >= pause) {
        pause = pauseAt(index);
      }
      int letter = at(index);
      if (letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r') {
        index++;
      } else {
        int extra = extendedSpace(index);
        if (extra == 0) {
          return index;
        }
        extended = true;
        index += extra;
      }
    }
  }

  /** The length of a comment or of a white space that only JSON5 knows, else 0. */
  private int extendedSpace(int index) {
    switch (at(index)) {
      case 0x0b, 0x0c:
        return 1;
      case '/':
        return comment(index);
      case 0xc2:
        return at(index + 1) == 0xa0 ? 2 : 0;
      case 0xe1:
        return at(index + 1) == 0x9a && at(index + 2) == 0x80 ? 3 : 0;
      case 0xe2:
        return isE2Space(at(index + 1), at(index + 2)) ? 3 : 0;
      case 0xe3:
        return at(index + 1) == 0x80 && at(index + 2) == 0x80 ? 3 : 0;
      case 0xef:
        return at(index + 1) == 0xbb && at(index + 2) == 0xbf ? 3 : 0;
      default:
        return 0;
    }
  }

  private static boolean isE2Space(int second, int third) {
    if (second == 0x80) {
      return third >= 0x80 && third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf;
    }
    return second == 0x81 && third == 0x9f;
  }

  private int comment(int index) {
    int at = index + 2;
    int pause = at + PAUSE;
    if (at(index + 1) == '*' && at(at) != 0) {
      for (at++; at(at) != '/' || at(at - 1) != '*'; at++) {
        if (at >= pause) {
          pause = pauseAt(at);
        }
        if (at(at) == 0) {
          return 0;
        }
      }
      return at + 1 - index;
    }
    if (at(index + 1) != '/') {
      return 0;
    }
    while (at(at) != 0 && at(at) != '\n' && at(at) != '\r' && !isLineSeparator(at)) {
      at++;
      if (at >= pause) {
        pause = pauseAt(at);
      }
    }
    return at - index + (at(at) == 0 ? 0 : isLineSeparator(at) ? 3 : 1);
  }

  private boolean isLineSeparator(int index) {
    return at(index) == 0xe2 && at(index + 1) == 0x80 && (at(index + 2) | 1) == 0xa9;
  }

  // ---- values -----------------------------------------------------------------------------------------------------

  /** Parses a value that starts at an index; the index behind it. */
  private int value(int index) {
    switch (at(index)) {
      case '{':
        return object(index);
      case '[':
        return array(index);
      case '"', '\'':
        return string(index);
      case 't':
        return literal(index, "true", Jsonb.TRUE);
      case 'f':
        return literal(index, "false", Jsonb.FALSE);
      case 'n':
        return matches(index, "null") && !isAlphanumeric(at(index + 4)) ? literal(index, "null", Jsonb.NULL)
            : specialNumber(index);
      case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
        return number(index);
      default:
        return specialNumber(index);
    }
  }

  private int literal(int index, String word, int type) {
    if (!matches(index, word) || isAlphanumeric(at(index + word.length()))) {
      throw error(index);
    }
    out.appendHeader(type, 0);
    return index + word.length();
  }

  private boolean matches(int index, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at(index + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean matchesIgnoringCase(int index, String lowerCaseWord) {
    for (int i = 0; i < lowerCaseWord.length(); i++) {
      int letter = at(index + i);
      if ((letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter) != lowerCaseWord.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code Infinity} and {@code NaN} in their usual spellings. */
  private int specialNumber(int index) {
    for (String word : new String[] {"inf", "infinity", "nan", "qnan", "snan"}) {
      if (matchesIgnoringCase(index, word) && !isAlphanumeric(at(index + word.length()))) {
        extended = true;
        if (word.charAt(0) == 'i') {
          out.appendElement(Jsonb.FLOAT, "9e999");
        } else {
          out.appendHeader(Jsonb.NULL, 0);
        }
        return index + word.length();
      }
    }
    throw error(index);
  }

  private int object(int index) {
    int header = open(index, Jsonb.OBJECT);
    int payload = out.length();
    int before = index + 1;
    int at = skipSpaces(before);
    boolean isOpen = true;
    while (at(at) != '}') {
      at = separator(label(before, at));
      if (at(at) != ':') {
        if (!isEndOfValue(skipSpaces(at))) {
          value(skipSpaces(at));
        }
        throw error(at);
      }
      int behind = at + 1;
      at = skipSpaces(behind);
      if (isEndOfValue(at)) {
        throw error(behind);
      }
      at = separator(value(at));
      isOpen = at(at) == ',';
      if (isOpen) {
        before = at + 1;
        at = skipSpaces(before);
        extended |= at(at) == '}';
      } else if (at(at) != '}') {
        throw error(at);
      }
    }
    mark = isOpen ? at : mark;
    close(header, payload);
    return at + 1;
  }

  /**
   * The index of the next sign between values; if there is none, the index behind plain white space. One that comments
   * precede becomes the {@link #mark}.
   */
  private int separator(int from) {
    int plain = from;
    while (at(plain) == ' ' || at(plain) == '\t' || at(plain) == '\n' || at(plain) == '\r') {
      plain++;
    }
    int at = skipSpaces(plain);
    if (at > plain && at(at) != 0 && isEndOfValue(at)) {
      mark = at;
      return at;
    }
    return plain;
  }

  private boolean isEndOfValue(int at) {
    int letter = at(at);
    return letter == 0 || letter == '}' || letter == ']' || letter == ',' || letter == ':';
  }

  private int array(int index) {
    int header = open(index, Jsonb.ARRAY);
    int payload = out.length();
    int behind = index + 1;
    int at = skipSpaces(behind);
    boolean isOpen = true;
    while (at(at) != ']') {
      if (isEndOfValue(at)) {
        throw error(behind);
      }
      at = separator(value(at));
      isOpen = at(at) == ',';
      if (isOpen) {
        behind = at + 1;
        at = skipSpaces(behind);
        extended |= at(at) == ']';
      } else if (at(at) != ']') {
        throw error(at);
      }
    }
    mark = isOpen ? at : mark;
    close(header, payload);
    return at + 1;
  }

  private int open(int index, int type) {
    if (++depth > Jsonb.MAXIMUM_DEPTH) {
      throw error(index);
    }
    DeepStack.require(depth / Jsonb.LEVELS_PER_DEPTH);
    int header = out.length();
    out.appendHeader(type, 0);
    return header;
  }

  private void close(int header, int payload) {
    depth--;
    out.setPayloadSize(header, out.length() - payload);
  }

  /** A label: a text, or an identifier that is not also a value. White space begins at {@code before}. */
  private int label(int before, int index) {
    int first = at(index);
    if (first == '"' || first == '\'') {
      return string(index);
    }
    if (!isEndOfValue(index)) {
      rejectValue(before, index);
    }
    textType = Jsonb.TEXT;
    int at = identifierPart(index, true);
    if (at == index) {
      throw isEndOfValue(index) ? error(index) : new Malformed();
    }
    for (int next = identifierPart(at, false); next > at; next = identifierPart(at, false)) {
      at = next;
    }
    extended = true;
    out.appendElement(textType, text, index, at - index);
    return at;
  }

  /** Fails if a value begins here; otherwise notes where the attempt to read one failed. */
  private void rejectValue(int before, int index) {
    int length = out.length();
    int oldDepth = depth;
    boolean wasExtended = extended;
    try {
      value(index);
    } catch (Malformed e) {
      mark = errorAt;
      out.truncate(length);
      depth = oldDepth;
      extended = wasExtended;
      return;
    }
    throw error(before);
  }

  /** The index behind one letter of an identifier, or the same index if there is none. */
  private int identifierPart(int index, boolean first) {
    int letter = at(index);
    if (letter == '\\' && at(index + 1) == 'u' && isHex(index + 2, 4)) {
      textType = Jsonb.TEXTJ;
      return index + 1;
    }
    boolean fits = letter == '_' || letter == '$' || letter > 0x7f || isLetter(letter) || !first && letter >= '0'
        && letter <= '9';
    return fits && extendedSpace(index) == 0 ? index + 1 : index;
  }

  private static boolean isLetter(int letter) {
    int lower = letter | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isAlphanumeric(int letter) {
    return isDigit(letter) || isLetter(letter);
  }

  private boolean isHex(int index, int count) {
    for (int i = index; i < index + count; i++) {
      if (Character.digit(at(i) < 0x80 ? at(i) : 0, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  // ---- strings ----------------------------------------------------------------------------------------------------

  private int string(int index) {
    int quote = at(index);
    extended |= quote == '\'';
    int type = Jsonb.TEXT;
    int at = index + 1;
    int pause = at + PAUSE;
    for (int letter = at(at); letter != quote; letter = at(at)) {
      if (at >= pause) {
        pause = pauseAt(at);
      }
      if (letter == '\\') {
        int escape = escapeType(at + 1);
        if (escape < 0) {
          throw error(at + 1);
        }
        type = Math.max(type, escape);
        at++;
      } else if (letter == 0) {
        throw error(at);
      } else if (letter <= 0x1f) {
        type = Jsonb.TEXT5;
        extended = true;
      } else if (letter == '"') {
        type = Jsonb.TEXT5;
      }
      at++;
    }
    out.appendElement(type, text, index + 1, at - 1 - index);
    return at + 1;
  }

  /** What type of text an escape makes, its letter being at an index; −1 if there is no such escape. */
  private int escapeType(int index) {
    int letter = at(index);
    switch (letter) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
        return Jsonb.TEXTJ;
      case 'u':
        return isHex(index + 1, 4) ? Jsonb.TEXTJ : -1;
      case '\'', 'v', '\n', '\r':
        break;
      case '0':
        if (isDigit(at(index + 1))) {
          return -1;
        }
        break;
      case 'x':
        if (!isHex(index + 1, 2)) {
          return -1;
        }
        break;
      default:
        if (!isLineSeparator(index)) {
          return -1;
        }
    }
    extended = true;
    return Jsonb.TEXT5;
  }

  // ---- numbers ----------------------------------------------------------------------------------------------------

  private int number(int index) {
    int first = at(index);
    extended |= first == '+';
    boolean signed = first == '+' || first == '-';
    int digits = signed ? index + 1 : index;
    if (signed && matchesIgnoringCase(digits, "inf")) {
      extended = true;
      out.appendElement(Jsonb.FLOAT, first == '-' ? "-9e999" : "9e999");
      return digits + (matchesIgnoringCase(digits + 3, "inity") ? 8 : 3);
    }
    if (!isDigit(at(digits)) && !(at(digits) == '.' && (signed || isDigit(at(digits + 1))))) {
      throw error(index);
    }
    if (at(digits) == '0' && (at(digits + 1) | 0x20) == 'x' && isHex(digits + 2, 1)) {
      return hexadecimal(index, digits + 2);
    }
    if (at(digits) == '0' && isDigit(at(digits + 1))) {
      throw error(signed ? index + 1 : index + 1);
    }
    return decimal(first == '+' ? digits : index, digits);
  }

  private int skipDigits(int from) {
    int at = from;
    for (int pause = at + PAUSE; isDigit(at(at)); at++) {
      if (at >= pause) {
        pause = pauseAt(at);
      }
    }
    return at;
  }

  private int hexadecimal(int index, int digits) {
    int at = digits;
    for (int pause = at + PAUSE; isHex(at, 1); at++) {
      if (at >= pause) {
        pause = pauseAt(at);
      }
    }
    extended = true;
    int from = at(index) == '+' ? index + 1 : index;
    out.appendElement(Jsonb.INT5, text, from, at - from);
    return at;
  }

  private int decimal(int from, int digits) {
    boolean isFloat = false;
    boolean isBare = at(digits) == '.';
    int at = skipDigits(digits);
    if (at(at) == '.') {
      isFloat = true;
      at++;
      isBare |= !isDigit(at(at));
      if (isBare && !isDigit(at(at)) && at - 1 == digits) {
        throw error(at);
      }
      at = skipDigits(at);
      if (at(at) == '.') {
        throw error(at);
      }
    }
    if ((at(at) | 0x20) == 'e') {
      isFloat = true;
      int exponent = at + 1;
      if (at(exponent) == '+' || at(exponent) == '-') {
        exponent++;
      }
      if (!isDigit(at(exponent))) {
        throw error(exponent - 1);
      }
      at = exponent;
      at = skipDigits(at);
      if (at(at) == '.' || (at(at) | 0x20) == 'e') {
        throw error(at);
      }
    }
    extended |= isBare;
    out.appendElement(isFloat ? isBare ? Jsonb.FLOAT5 : Jsonb.FLOAT : Jsonb.INT, text, from, at - from);
    return at;
  }
}
