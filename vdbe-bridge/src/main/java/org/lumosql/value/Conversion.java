// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import java.nio.charset.StandardCharsets;
import org.lumosql.record.TextEncoding;

/**
 * Conversions of values in place: affinity, CAST, and the numeric readings that operators use
 * (https://sqlite.org/datatype3.html, https://sqlite.org/lang_expr.html#castexpr). One per machine, for one text encoding; not thread-safe.
 */
public final class Conversion {
  /** CAST to NUMERIC makes integers of texts like 1e3 from −2^51 to 2^51 − 1 (https://sqlite.org/lang_expr.html#castexpr). */
  private static final double CAST_LIMIT = 0x1p51 - 0.5;

  private static final long COMPACT_LIMIT = 140737488355328L; // 2^47: beyond it an integer takes as many bytes as a double

  private final TextEncoding encoding;
  private final NumberParser parser = new NumberParser();

  /** @param encoding of texts in registers */
  public Conversion(TextEncoding encoding) {
    this.encoding = encoding;
  }

  /** Reads the number that a text or blob starts with. */
  private int parse(Register value) {
    if (encoding.isUtf16()) { // the bytes of a blob are read as text of the database too
      byte[] utf8 = value.string(encoding).getBytes(StandardCharsets.UTF_8);
      return parser.parse(utf8, 0, utf8.length);
    }
    return parser.parse(value.bytes(), value.offset(), value.length());
  }

  // ---- affinity ------------------------------------------------------------------------------------------------------------

  /** Applies the affinity of a letter {@code '@'} … {@code 'F'}, as on the way into a column. */
  public void applyAffinity(Register value, int letter) {
    if (letter >= 'C') {
      int type = value.type();
      if (type == Register.TEXT) {
        applyNumericAffinity(value);
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
      stringify(value);
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
  public void applyNumericAffinity(Register value) {
    if (value.type() != Register.TEXT || value.length() == 0) {
      return;
    }
    int kind = parse(value);
    if (kind != NumberParser.NONE && parser.isWhole()) {
      setNumber(value, uncut(kind));
    }
  }

  /** An integer that a NUL byte cuts off is read as a real. */
  private int uncut(int kind) {
    return parser.endsAtNul() ? NumberParser.REAL : kind;
  }

  private void setNumber(Register value, int kind) {
    if (kind == NumberParser.INTEGER) {
      value.setInteger(parser.integer());
    } else {
      value.setReal(parser.real());
    }
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
  public void stringify(Register value) {
    int type = value.type();
    if (type != Register.INTEGER && type != Register.REAL) {
      return;
    }
    long integer = type == Register.INTEGER ? value.integer() : 0;
    double real = type == Register.REAL ? value.real() : 0;
    byte[] text = value.prepare(Register.TEXT, NumberFormatter.MAXIMUM_LENGTH);
    int length =
        type == Register.INTEGER
            ? NumberFormatter.formatInteger(integer, text, 0)
            : NumberFormatter.formatReal(real, text, 0);
    if (encoding.isUtf16()) {
      value.setText(new String(text, 0, length, StandardCharsets.US_ASCII), encoding);
    } else {
      value.setLength(length);
    }
  }

  // ---- readings ------------------------------------------------------------------------------------------------------------

  /** The value as an integer, as CAST reads it: the numeric prefix of texts, truncated and clamped; NULL is 0. */
  public long toInteger(Register value) {
    switch (value.type()) {
      case Register.INTEGER:
        return value.integer();
      case Register.REAL:
        return (long) value.real();
      case Register.NULL:
        return 0;
      default:
        return integerPrefix(value);
    }
  }

  private long integerPrefix(Register value) {
    if (encoding.isUtf16()) { // the bytes of a blob are read as text of the database too
      byte[] utf8 = value.string(encoding).getBytes(StandardCharsets.UTF_8);
      return NumberParser.integerPrefix(utf8, 0, utf8.length);
    }
    return NumberParser.integerPrefix(value.bytes(), value.offset(), value.length());
  }

  /** The value as a double: the numeric prefix of texts; NULL is 0. */
  public double toReal(Register value) {
    switch (value.type()) {
      case Register.INTEGER:
        return (double) value.integer();
      case Register.REAL:
        return value.real();
      case Register.NULL:
        return 0;
      default:
        return parse(value) == NumberParser.NONE ? 0 : parser.real();
    }
  }

  /** Whether the value counts as true; NULL counts as {@code ifNull}. */
  public boolean toBoolean(Register value, boolean ifNull) {
    switch (value.type()) {
      case Register.INTEGER:
        return value.integer() != 0;
      case Register.NULL:
        return ifNull;
      default:
        return toReal(value) != 0;
    }
  }

  /** As an operand of arithmetic: a text or blob becomes the number that its prefix is, an integer where it looks like one. NULL stays. */
  public void toOperand(Register value) {
    if (value.type() >= Register.TEXT) {
      int kind = parse(value);
      if (kind == NumberParser.NONE) {
        value.setInteger(0);
      } else {
        setNumber(value, uncut(kind));
      }
    }
  }

  // ---- CAST ----------------------------------------------------------------------------------------------------------------

  /** CAST to the affinity of a letter {@code 'A'} … {@code 'E'}. NULL stays NULL. */
  public void cast(Register value, int letter) {
    if (value.isNull()) {
      return;
    }
    switch (letter) {
      case 'A':
        if (value.type() != Register.BLOB) {
          stringify(value);
          value.retype(Register.BLOB);
        }
        break;
      case 'B':
        if (value.type() == Register.BLOB) {
          value.expandZeroTail();
          value.retype(Register.TEXT);
        } else {
          stringify(value);
        }
        break;
      case 'D':
        value.setInteger(toInteger(value));
        break;
      case 'E':
        value.setReal(toReal(value));
        break;
      default:
        castToNumeric(value);
        break;
    }
    if (letter != 'B') { // a text that is cast to text remains JSON
      value.setSubtype(0);
    }
  }

  private void castToNumeric(Register value) {
    if (value.type() < Register.TEXT) {
      return;
    }
    int kind = parse(value);
    if (kind == NumberParser.NONE) {
      value.setInteger(0);
    } else {
      setNumber(value, kind);
    }
    if (value.type() == Register.REAL && Math.abs(value.real() + 0.5) <= CAST_LIMIT) {
      toIntegerIfExact(value);
    }
  }
}
