// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import org.lumosql.error.LongWork;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The JSONB format: each element is a header and a payload.
 *
 * <table>
 *   <caption>Header</caption>
 *   <tr><td>first byte, low four bits</td><td>type, see the constants</td></tr>
 *   <tr><td>first byte, high four bits</td><td>0 to 11: payload size; 12, 13, 14, 15: the size follows in 1, 2, 4, 8
 * bytes, big-endian</td></tr>
 * </table>
 *
 * <p>The payload of an array is its elements, that of an object labels and values in turn, that of other types their
 * text.
 */
final class Jsonb {
  static final int NULL = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  /** An integer as JSON writes it. */
  static final int INT = 3;
  /** A hexadecimal integer of JSON5. */
  static final int INT5 = 4;
  static final int FLOAT = 5;
  /** A number with a bare point at its start or end. */
  static final int FLOAT5 = 6;
  /** A text that needs no escapes, neither in JSON nor in SQL. */
  static final int TEXT = 7;
  /** A text with JSON escapes. */
  static final int TEXTJ = 8;
  /** A text with JSON5 escapes. */
  static final int TEXT5 = 9;
  /** A text as SQL has it, which JSON may have to escape. */
  static final int TEXTRAW = 10;
  static final int ARRAY = 11;
  static final int OBJECT = 12;

  /** The subtype of SQL values that are JSON texts. */
  static final int SUBTYPE = 74;
  /** The deepest nesting that is read or written. */
  static final int MAXIMUM_DEPTH = 1000;

  private static final String[] TYPE_NAMES = {"null", "true", "false", "integer", "integer", "real", "real", "text",
      "text", "text", "text", "array",
    "object"};

  /** Depths of JSON that take as much of the stack as one level of {@link org.lumosql.error.DeepStack}. */
  static final int LEVELS_PER_DEPTH = 3;

  private Jsonb() {}

  static StoreException malformed() {
    return error("malformed JSON");
  }

  static StoreException error(String message) {
    return StoreException.withMessage(ResultCode.ERROR, message);
  }

  static int type(byte[] bytes, int at) {
    return bytes[at] & 15;
  }

  /** What {@code json_type} calls an element. */
  static String typeName(int type) {
    if (type >= TYPE_NAMES.length) {
      throw malformed();
    }
    return TYPE_NAMES[type];
  }

  static boolean isText(int type) {
    return type >= TEXT && type <= TEXTRAW;
  }

  /**
   * Reads a header: payload size · 16 + header size. −1 if it is malformed or the element does not fit below {@code
   * end}.
   */
  static long header(byte[] bytes, int at, int end) {
    if (at >= end) {
      return -1;
    }
    int code = bytes[at] >> 4 & 15;
    int headerSize = code <= 11 ? 1 : 1 + (1 << code - 12);
    if (at + headerSize > end) {
      return -1;
    }
    long size = code;
    if (code > 11) {
      size = 0;
      for (int i = 1; i < headerSize; i++) {
        if (size >>> 32 != 0) {
          return -1;
        }
        size = size << 8 | bytes[at + i] & 0xff;
      }
    }
    return size > end - at - headerSize ? -1 : size << 4 | headerSize;
  }

  /** As {@link #header}; fails if it is malformed. */
  static long checkedHeader(byte[] bytes, int at, int end) {
    long header = header(bytes, at, end);
    if (header < 0) {
      throw malformed();
    }
    return header;
  }

  static int headerSize(long header) {
    return (int) (header & 15);
  }

  static int payloadSize(long header) {
    return (int) (header >>> 4);
  }

  /** The size of header and payload. */
  static int size(long header) {
    return headerSize(header) + payloadSize(header);
  }

  /**
   * Whether the bytes are one element as far as the outermost header tells. Where they could as well be the start of a
   * JSON text, the whole element has to be well-formed.
   */
  static boolean isSuperficiallyValid(byte[] bytes, int at, int end) {
    long header = header(bytes, at, end);
    if (header < 0 || size(header) != end - at || type(bytes, at) > OBJECT) {
      return false;
    }
    if (type(bytes, at) <= FALSE) {
      return payloadSize(header) == 0;
    }
    boolean ambiguous = bytes[at] == '{' || bytes[at] == '[' || bytes[at] >= '0' && bytes[at] <= '9';
    return !ambiguous || JsonbValidator.errorPosition(bytes, at, end) == 0;
  }

  /** Number of elements of an array, or of labels and values of an object. */
  static int count(byte[] bytes, int at, int end) {
    long header = checkedHeader(bytes, at, end);
    int element = at + headerSize(header);
    return countElements(bytes, element, element + payloadSize(header));
  }

  /** Number of elements in a payload. */
  static int countElements(byte[] bytes, int start, int end) {
    int count = 0;
    for (int at = start; at < end; ) {
      for (int stop = LongWork.stretch(at, end); at < stop; count++) {
        at += size(checkedHeader(bytes, at, end));
      }
    }
    return count;
  }
}
