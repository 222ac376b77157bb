// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import org.lumosql.record.TextEncoding;

/**
 * Conversions of values in place: affinity, CAST, and the numeric readings that operators use
 * (https://sqlite.org/datatype3.html, https://sqlite.org/lang_expr.html#castexpr).
 */
public final class Conversion {
  private static final long COMPACT_LIMIT = 140737488355328L; // 2^47: beyond it an integer takes as many bytes as a double

  private Conversion() {}

  // ---- affinity ------------------------------------------------------------------------------------------------------------

  /** Applies the affinity of a letter {@code '@'} … {@code 'F'}, as on the way into a column. */
  public static void applyAffinity(Register value, int letter, TextEncoding encoding) {
    if (letter >= 'C') {
      int type = value.type();
      if (type == Register.TEXT) {
        applyNumericAffinity(value, encoding);
        type = value.type();
      }
      if (type == Register.REAL && letter <= 'E') {
        toIntegerIfExact(value);
        type = value.type();
      }
      if (letter == 'E' && type == Register.INTEGER) {
        toStoredReal(value);
      }
    } else if (letter == 'B') {
      stringify(value, encoding);
    }
  }

  private static void toStoredReal(Register value) {
    long integer = value.integer();
    if (integer >= -COMPACT_LIMIT && integer < COMPACT_LIMIT) {
      value.setCompactReal((double) integer);
    } else {
      value.setReal((double) integer);
    }
  }

  /** A text that is a number from end to end, spaces aside, becomes that number; other values stay. */
  public static void applyNumericAffinity(Register value, TextEncoding encoding) {
    if (value.type() != Register.TEXT) {
      return;
    }
    String text = NumberText.latin(value, encoding);
    int start = NumberText.start(text);
    int length = NumberText.scan(text, start);
    if (length == 0 || !NumberText.onlySpaces(text, start + Math.abs(length))) {
      return;
    }
    setNumber(value, text, start, length);
  }

  private static void setNumber(Register value, String text, int start, int length) {
    if (length > 0) {
      try {
        value.setInteger(Long.parseLong(text.substring(start, start + length)));
        return;
      } catch (NumberFormatException tooLong) {
        value.setReal(Double.parseDouble(text.substring(start, start + length)));
        return;
      }
    }
    value.setReal(Double.parseDouble(text.substring(start, start - length)));
  }

  /** A REAL that is a whole number within the range of integers becomes one. */
  public static void toIntegerIfExact(Register value) {
    double real = value.real();
    long integer = (long) real;
    if (real == integer && integer > Long.MIN_VALUE && integer < Long.MAX_VALUE) {
      value.setInteger(integer);
    }
  }

  /** Numbers become text; other values stay. */
  public static void stringify(Register value, TextEncoding encoding) {
    int type = value.type();
    if (type == Register.INTEGER) {
      value.setText(Long.toString(value.integer()), encoding);
    } else if (type == Register.REAL) {
      value.setText(Double.toString(value.real()), encoding);
    }
  }

  // ---- readings ------------------------------------------------------------------------------------------------------------

  /** The value as an integer, as CAST reads it: the numeric prefix of texts, truncated and clamped; NULL is 0. */
  public static long toInteger(Register value, TextEncoding encoding) {
    switch (value.type()) {
      case Register.INTEGER:
        return value.integer();
      case Register.REAL:
        return (long) value.real();
      case Register.NULL:
        return 0;
      default:
        return integerPrefix(value, encoding);
    }
  }

  private static long integerPrefix(Register value, TextEncoding encoding) {
    String text = NumberText.latin(value, encoding);
    int start = NumberText.start(text);
    int at = start;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == digits) {
      return 0;
    }
    try {
      return Long.parseLong(text.substring(start, at));
    } catch (NumberFormatException tooLong) {
      return text.charAt(start) == '-' ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** The value as a double: the numeric prefix of texts; NULL is 0. */
  public static double toReal(Register value, TextEncoding encoding) {
    switch (value.type()) {
      case Register.INTEGER:
        return (double) value.integer();
      case Register.REAL:
        return value.real();
      case Register.NULL:
        return 0;
      default:
        String text = NumberText.latin(value, encoding);
        int start = NumberText.start(text);
        int length = Math.abs(NumberText.scan(text, start));
        return length == 0 ? 0 : Double.parseDouble(text.substring(start, start + length));
    }
  }

  /** Whether the value counts as true; NULL counts as {@code ifNull}. */
  public static boolean toBoolean(Register value, boolean ifNull, TextEncoding encoding) {
    switch (value.type()) {
      case Register.INTEGER:
        return value.integer() != 0;
      case Register.NULL:
        return ifNull;
      default:
        return toReal(value, encoding) != 0;
    }
  }

  /** As an operand of arithmetic: a text or blob becomes the number that its prefix is, an integer where it looks like one. NULL stays. */
  public static void toOperand(Register value, TextEncoding encoding) {
    if (value.type() < Register.TEXT) {
      return;
    }
    String text = NumberText.latin(value, encoding);
    int start = NumberText.start(text);
    int length = NumberText.scan(text, start);
    if (length == 0) {
      value.setInteger(0);
    } else {
      setNumber(value, text, start, length);
    }
  }

  // ---- CAST ----------------------------------------------------------------------------------------------------------------

  /** CAST to the affinity of a letter {@code 'A'} … {@code 'E'}. NULL stays NULL. */
  public static void cast(Register value, int letter, TextEncoding encoding) {
    if (value.isNull()) {
      return;
    }
    switch (letter) {
      case 'A':
        if (value.type() != Register.BLOB) {
          stringify(value, encoding);
          value.retype(Register.BLOB);
        }
        break;
      case 'B':
        if (value.type() == Register.BLOB) {
          value.expandZeroTail();
          value.retype(Register.TEXT);
        } else {
          stringify(value, encoding);
        }
        break;
      case 'D':
        value.setInteger(toInteger(value, encoding));
        break;
      case 'E':
        value.setReal(toReal(value, encoding));
        break;
      default:
        castToNumeric(value, encoding);
        break;
    }
    if (value.type() >= Register.TEXT) {
      value.setSubtype(0);
    }
  }

  private static void castToNumeric(Register value, TextEncoding encoding) {
    if (value.type() < Register.TEXT) {
      return;
    }
    toOperand(value, encoding);
    if (value.type() == Register.REAL) {
      toIntegerIfExact(value);
    }
  }
}
