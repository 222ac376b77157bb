// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import org.lumosql.error.DeepStack;
import org.lumosql.error.Interruption;
import org.lumosql.error.LongWork;

/** Checks JSONB down to the last byte, as {@code json_valid(X,8)} promises. */
final class JsonbValidator {
  private static final int ELEMENTS_BETWEEN_CHECKS = 1 << 14;

  private final byte[] bytes;
  private int error = -1;
  private int checked;
  private int pause;

  private JsonbValidator(byte[] bytes) {
    this.bytes = bytes;
  }

  /** 0 if the element is well-formed, else one more than the offset of what is wrong. */
  static int errorPosition(byte[] bytes, int at, int end) {
    JsonbValidator validator = new JsonbValidator(bytes);
    return validator.check(at, end, 1) ? 0 : validator.error - at + 1;
  }

  private boolean fail(int at) {
    error = at;
    return false;
  }

  private boolean check(int at, int end, int depth) {
    if (depth > Jsonb.MAXIMUM_DEPTH) {
      return fail(at);
    }
    DeepStack.require(depth / Jsonb.LEVELS_PER_DEPTH);
    if ((++checked & ELEMENTS_BETWEEN_CHECKS - 1) == 0) {
      Interruption.check();
    }
    long header = Jsonb.header(bytes, at, end);
    if (header < 0 || Jsonb.size(header) != end - at) {
      return fail(at);
    }
    int start = at + Jsonb.headerSize(header);
    switch (Jsonb.type(bytes, at)) {
      case Jsonb.NULL, Jsonb.TRUE, Jsonb.FALSE:
        return Jsonb.headerSize(header) + Jsonb.payloadSize(header) == 1 || fail(at);
      case Jsonb.INT:
        return checkInteger(at, start, end);
      case Jsonb.INT5:
        return checkHexadecimal(at, start, end);
      case Jsonb.FLOAT, Jsonb.FLOAT5:
        return checkFloat(at, start, end, Jsonb.type(bytes, at) == Jsonb.FLOAT5);
      case Jsonb.TEXT:
        return checkPlainText(start, end);
      case Jsonb.TEXTJ, Jsonb.TEXT5:
        return checkEscapedText(start, end, Jsonb.type(bytes, at) == Jsonb.TEXT5);
      case Jsonb.TEXTRAW:
        return true;
      case Jsonb.ARRAY, Jsonb.OBJECT:
        return checkContainer(at, start, end, depth);
      default:
        return fail(at);
    }
  }

  private boolean checkContainer(int at, int start, int end, int depth) {
    boolean isObject = Jsonb.type(bytes, at) == Jsonb.OBJECT;
    int count = 0;
    int element = start;
    while (element < end) {
      long header = Jsonb.header(bytes, element, end);
      if (header < 0) {
        return fail(element);
      }
      if (isObject && (count & 1) == 0 && !Jsonb.isText(Jsonb.type(bytes, element))) {
        return fail(element);
      }
      if (!check(element, element + Jsonb.size(header), depth + 1)) {
        return false;
      }
      element += Jsonb.size(header);
      count++;
    }
    return !isObject || (count & 1) == 0 || fail(element);
  }

  private void pauseNowAndThen(int at, int end) {
    if (at >= pause) {
      pause = LongWork.stretch(at, end);
    }
  }

  private boolean isDigit(int at, int end) {
    return at < end && bytes[at] >= '0' && bytes[at] <= '9';
  }

  private boolean checkInteger(int at, int start, int end) {
    int index = start < end && bytes[start] == '-' ? start + 1 : start;
    if (index == end) {
      return fail(at);
    }
    for (; index < end; index++) {
      pauseNowAndThen(index, end);
      if (!isDigit(index, end)) {
        return fail(index);
      }
    }
    return true;
  }

  private boolean checkHexadecimal(int at, int start, int end) {
    int index = start < end && bytes[start] == '-' ? start + 1 : start;
    if (end - index < 3 || bytes[index] != '0' || (bytes[index + 1] | 0x20) != 'x') {
      return fail(at);
    }
    for (index += 2; index < end; index++) {
      pauseNowAndThen(index, end);
      if (bytes[index] < 0 || Character.digit(bytes[index], 16) < 0) {
        return fail(index);
      }
    }
    return true;
  }

  private boolean checkFloat(int at, int start, int end, boolean bare) {
    int index = start < end && bytes[start] == '-' ? start + 1 : start;
    if (end - index < 2) {
      return fail(at);
    }
    boolean point = false;
    if (bytes[index] == '.') {
      if (!bare || !isDigit(index + 1, end)) {
        return fail(index);
      }
      point = true;
      index += 2;
    } else if (bytes[index] == '0' && !bare) {
      if (end - index < 3 || bytes[index + 1] != '.' && (bytes[index + 1] | 0x20) != 'e') {
        return fail(index);
      }
      index++;
    }
    boolean exponent = false;
    for (; index < end; index++) {
      pauseNowAndThen(index, end);
      if (isDigit(index, end)) {
        continue;
      }
      if (bytes[index] == '.') {
        if (point || exponent || !bare && !isDigit(index + 1, end)) {
          return fail(index);
        }
        point = true;
      } else if ((bytes[index] | 0x20) == 'e') {
        if (exponent || index == end - 1) {
          return fail(index);
        }
        exponent = true;
        if (bytes[index + 1] == '+' || bytes[index + 1] == '-') {
          index++;
          if (index == end - 1) {
            return fail(index);
          }
        }
      } else {
        return fail(index);
      }
    }
    return point || exponent || fail(at);
  }

  private boolean checkPlainText(int start, int end) {
    for (int i = start; i < end; i++) {
      pauseNowAndThen(i, end);
      if (bytes[i] >= 0 && (bytes[i] < 0x20 || bytes[i] == '"' || bytes[i] == '\\')) {
        return fail(i);
      }
    }
    return true;
  }

  private boolean checkEscapedText(int start, int end, boolean extended) {
    for (int i = start; i < end; i++) {
      pauseNowAndThen(i, end);
      int letter = bytes[i];
      if (letter == '"' && !extended) {
        return fail(i);
      }
      if (letter >= 0 && letter < 0x20 && !extended) {
        return fail(i);
      }
      if (letter == '\\') {
        if (i + 1 >= end) {
          return fail(i);
        }
        if (isPlainEscape(bytes[i + 1])) {
          i++;
        } else if (bytes[i + 1] == 'u') {
          if (!isHex(i + 2, end, 4)) {
            return fail(i);
          }
          i++;
        } else {
          int size = extended ? escapeSize(i, end) : -1;
          if (size < 0) {
            return fail(i);
          }
          i += size - 1;
        }
      }
    }
    return true;
  }

  /** As SQLite accepts them here: a NUL behind the backslash too. */
  private static boolean isPlainEscape(byte letter) {
    return letter == 0 || "\"\\/bfnrt".indexOf(letter) >= 0;
  }

  /** The length of an escape sequence as JSON5 has it, −1 if it is none. The digits of {@code x} and {@code u} are counted only. */
  private int escapeSize(int at, int end) {
    if (end - at < 2) {
      return -1;
    }
    return switch (bytes[at + 1]) {
      case '\'', 'v', '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case '0' -> isDigit(at + 2, end) ? -1 : 2;
      case 'x' -> end - at < 4 ? -1 : 4;
      case 'u' -> end - at < 6 ? -1 : 6;
      case '\n', '\r', (byte) 0xe2 -> continuationSize(at, end);
      default -> -1;
    };
  }

  /** Line continuations and the one letter or escape behind them. */
  private int continuationSize(int at, int end) {
    int next = at;
    while (next + 1 < end && bytes[next] == '\\') {
      int size = lineEndSize(next + 1, end);
      if (size == 0) {
        break;
      }
      next += 1 + size;
    }
    if (next == at) {
      return -1;
    }
    if (next >= end) {
      return end - at;
    }
    if (bytes[next] == '\\') {
      int size = escapeSize(next, end);
      return size < 0 ? -1 : next - at + size;
    }
    int letterEnd = next + 1;
    while ((bytes[next] & 0xc0) == 0xc0 && letterEnd < end && (bytes[letterEnd] & 0xc0) == 0x80) {
      letterEnd++;
    }
    return letterEnd - at;
  }

  private int lineEndSize(int at, int end) {
    if (bytes[at] == '\n') {
      return 1;
    }
    if (bytes[at] == '\r') {
      return at + 1 < end && bytes[at + 1] == '\n' ? 2 : 1;
    }
    boolean isSeparator =
        at + 2 < end && bytes[at] == (byte) 0xe2 && bytes[at + 1] == (byte) 0x80 && (bytes[at + 2] | 1) == (byte) 0xa9;
    return isSeparator ? 3 : 0;
  }

  private boolean isHex(int at, int end, int count) {
    if (at + count > end) {
      return false;
    }
    for (int i = at; i < at + count; i++) {
      if (bytes[i] < 0 || Character.digit(bytes[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
