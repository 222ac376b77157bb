// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.error.LongWork;
import org.lumosql.value.DecimalDigits;
import org.lumosql.value.Register;

/**
 * {@code format()}: replaces the conversions of a format text by arguments (https://sqlite.org/printf.html). Missing
 * arguments count as NULL. One object per call.
 */
final class PrintfFormatter {
  private static final int DEFAULT_PRECISION = 6;
  private static final int MAXIMUM_FLOAT_PRECISION = 100_000_000;

  private final FunctionContext context;
  private final Register[] arguments;
  private final int end;
  private final ByteBuilder out;
  private int next;

  private byte[] format;
  private int at;
  private int formatEnd;

  private boolean leftJustified;
  private boolean alternate;
  private boolean alternate2;
  private boolean zeroPadded;
  private boolean commas;
  private int sign;
  private int width;
  private int precision;

  PrintfFormatter(FunctionContext context, Register[] arguments, int first, int end) {
    this.context = context;
    this.arguments = arguments;
    this.next = first;
    this.end = end;
    this.out = new ByteBuilder(context, 64);
  }

  /** Formats and sets the context's result. */
  void format(Register formatText) {
    format = formatText.bytes();
    at = formatText.offset();
    formatEnd = Utf8.end(format, at, at + formatText.length());
    boolean more = true;
    while (more && at < formatEnd) {
      int start = at;
      skipToPercent();
      out.append(format, start, at - start);
      if (at < formatEnd) {
        at++;
        more = convert();
      }
    }
    out.toText();
  }

  private void skipToPercent() {
    while (at < formatEnd) {
      int stop = LongWork.stretch(at, formatEnd);
      while (at < stop && format[at] != '%') {
        at++;
      }
      if (at < stop) {
        return;
      }
    }
  }

  private Register argument() {
    return next < end ? arguments[next++] : null;
  }

  private long integerArgument() {
    Register value = argument();
    return value == null ? 0 : Arguments.integer(value);
  }

  /** One conversion; false if the rest of the format is to be ignored. */
  private boolean convert() {
    if (at >= formatEnd) {
      out.append('%');
      return false;
    }
    readFlags();
    readWidth();
    readPrecision();
    while (at < formatEnd && format[at] == 'l') {
      at++;
    }
    int conversion = at < formatEnd ? format[at++] : 0;
    switch (conversion) {
      case 'd', 'i' -> signed(integerArgument(), false);
      case 'r' -> signed(integerArgument(), true);
      case 'u' -> unsigned(integerArgument(), 10, false, "");
      case 'x' -> unsigned(integerArgument(), 16, false, "0x");
      case 'X' -> unsigned(integerArgument(), 16, true, "0X");
      case 'p' -> unsigned(integerArgument(), 16, true, "0x");
      case 'o' -> unsigned(integerArgument(), 8, false, "0");
      case 'f', 'e', 'E', 'g', 'G' -> real(conversion);
      case 's', 'z' -> string(argument());
      case 'c' -> character(argument());
      case 'q', 'Q', 'w' -> quoted(argument(), conversion);
      case 'j', 'J' -> json(argument(), conversion == 'J');
      case '%' -> percent();
      case 'n' -> { }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void readFlags() {
    leftJustified = false;
    alternate = false;
    alternate2 = false;
    zeroPadded = false;
    commas = false;
    sign = 0;
    for (; at < formatEnd; at++) {
      switch (format[at]) {
        case '-' -> leftJustified = true;
        case '+' -> sign = '+';
        case ' ' -> sign = ' ';
        case '#' -> alternate = true;
        case '!' -> alternate2 = true;
        case '0' -> zeroPadded = true;
        case ',' -> commas = true;
        default -> {
          return;
        }
      }
    }
  }

  private void readWidth() {
    width = 0;
    if (at < formatEnd && format[at] == '*') {
      at++;
      width = (int) integerArgument();
      if (width < 0) {
        leftJustified = true;
        width = width == Integer.MIN_VALUE ? 0 : -width;
      }
    } else {
      width = readNumber();
    }
  }

  private void readPrecision() {
    precision = -1;
    if (at < formatEnd && format[at] == '.') {
      at++;
      if (at < formatEnd && format[at] == '*') {
        at++;
        precision = (int) integerArgument();
        if (precision < 0) {
          precision = precision == Integer.MIN_VALUE ? -1 : -precision;
        }
      } else {
        precision = readNumber();
      }
    }
  }

  private int readNumber() {
    int number = 0;
    while (at < formatEnd && format[at] >= '0' && format[at] <= '9') {
      number = number * 10 + format[at++] - '0';
    }
    return number & 0x7fffffff;
  }

  // ---- integers ---------------------------------------------------------------------------------------------------

  private void signed(long value, boolean ordinal) {
    int prefix = value < 0 ? '-' : sign;
    String digits = Long.toUnsignedString(value < 0 ? -value : value);
    String suffix = ordinal ? ordinalSuffix(digits) : "";
    int zeros = zerosBefore(digits, suffix.length(), prefix != 0);
    padIntegerDigits(zeros, digits, commas && !ordinal, suffix, prefix, "");
  }

  private void unsigned(long value, int radix, boolean upper, String alternatePrefix) {
    String digits = Long.toUnsignedString(value, radix);
    String prefix = alternate && value != 0 ? alternatePrefix : "";
    String letters = upper ? digits.toUpperCase(java.util.Locale.ROOT) : digits;
    padIntegerDigits(zerosBefore(letters, 0, false), letters, commas && radix == 10, "", 0, prefix);
  }

  /** How many zeros come before the digits: up to the precision, or with the flag up to the width. */
  private int zerosBefore(String digits, int suffixLength, boolean hasSign) {
    int minimum = precision;
    if (zeroPadded && minimum < width - (hasSign ? 1 : 0)) {
      minimum = width - (hasSign ? 1 : 0);
    }
    return Math.max(0, minimum - digits.length() - suffixLength);
  }

  private static String ordinalSuffix(String digits) {
    int length = digits.length();
    boolean teen = length >= 2 && digits.charAt(length - 2) == '1';
    return switch (teen ? '0' : digits.charAt(length - 1)) {
      case '1' -> "st";
      case '2' -> "nd";
      case '3' -> "rd";
      default -> "th";
    };
  }

  private void padIntegerDigits(int zeros, String digits, boolean grouped, String suffix, int signLetter, String prefix) {
    long count = (long) zeros + digits.length();
    long separators = grouped ? (count - 1) / 3 : 0;
    long length = count + separators + suffix.length() + prefix.length() + (signLetter == 0 ? 0 : 1);
    padLeft(length);
    if (signLetter != 0) {
      out.append(signLetter);
    }
    out.append(prefix);
    if (separators == 0) {
      out.fill('0', zeros).append(digits);
    } else {
      appendGrouped(zeros, digits);
    }
    out.append(suffix);
    padRight(length);
  }

  /** Zeros and digits with a comma before each three but the first. */
  private void appendGrouped(int zeros, String digits) {
    for (int left = zeros + digits.length(), i = -zeros; left > 0; left--, i++) {
      out.append(i < 0 ? '0' : digits.charAt(i));
      if (left > 1 && left % 3 == 1) {
        out.append(',');
      }
    }
  }

  private void padLeft(long length) {
    if (!leftJustified) {
      out.fill(' ', width - length);
    }
  }

  private void padRight(long length) {
    if (leftJustified) {
      out.fill(' ', width - length);
    }
  }

  // ---- reals ------------------------------------------------------------------------------------------------------

  private void real(int conversion) {
    Register argument = argument();
    double value = argument == null ? 0 : Arguments.real(argument);
    int places = precision < 0 ? DEFAULT_PRECISION : Math.min(precision, MAXIMUM_FLOAT_PRECISION);
    if (Double.isInfinite(value) && !zeroPadded) {
      String text = value < 0 ? "-Inf" : sign == '+' ? "+Inf" : sign == ' ' ? " Inf" : "Inf";
      padIntegerDigits(0, text, false, "", 0, "");
      return;
    }
    int start = out.length();
    boolean exponential = conversion == 'e' || conversion == 'E';
    boolean general = conversion == 'g' || conversion == 'G';
    DecimalDigits digits = Double.isInfinite(value) ? null
        : decimalDigits(value, general ? Math.max(places, 1) : places, exponential, general);
    int point = digits == null ? 1000 : digits.point();
    boolean negative = value < 0;
    if (negative && alternate && sign == 0 && !exponential && !general && digits != null && digits.isZero()) {
      negative = false;
    }
    int prefix = negative ? '-' : sign;
    boolean trimZeros = alternate2;
    if (general) {
      places = Math.max(places, 1) - 1;
      trimZeros = !alternate;
      exponential = point - 1 < -4 || point - 1 > places;
      places = exponential ? places : places - (point - 1);
    }
    if (prefix != 0) {
      out.append(prefix);
    }
    writeReal(digits, exponential ? 1 : point, places, trimZeros);
    if (exponential) {
      writeExponent(point - 1, conversion == 'E' || conversion == 'G');
    }
    justify(start, prefix != 0 ? 1 : 0);
  }

  private DecimalDigits decimalDigits(double value, int places, boolean exponential, boolean general) {
    int maximum = alternate2 ? DecimalDigits.ALL_DIGITS : DecimalDigits.USUAL_DIGITS;
    if (general) {
      return DecimalDigits.significant(value, places, maximum);
    }
    return exponential ? DecimalDigits.significant(value, places + 1, maximum)
        : DecimalDigits.fractional(value, places, maximum);
  }

  /**
   * Writes the digits with the point after the first {@code point} of them; null digits stand for 9 and zeros (infinity
   * with the flag 0).
   */
  private void writeReal(DecimalDigits digits, int point, int places, boolean trimZeros) {
    boolean hasPoint = places > 0 || alternate || alternate2;
    int index = 0;
    if (point <= 0) {
      out.append('0');
    } else {
      for (; index < point; index++) {
        if (commas && index > 0 && (point - index) % 3 == 0) {
          out.append(',');
        }
        out.append(digitAt(digits, index));
      }
    }
    if (!hasPoint) {
      return;
    }
    out.append('.');
    int zeros = Math.min(Math.max(-point, 0), places);
    out.fill('0', zeros);
    int left = places - zeros;
    int known = digits == null ? 0 : Math.min(left, Math.max(0, digits.count() - index));
    for (int i = 0; i < known; i++) {
      out.append(digits.digit(index + i));
    }
    out.fill('0', (long) left - known);
    if (trimZeros) {
      trimTrailingZeros();
    }
  }

  private static int digitAt(DecimalDigits digits, int index) {
    return digits == null ? index == 0 ? '9' : '0' : digits.digit(index);
  }

  private void trimTrailingZeros() {
    byte[] bytes = out.array();
    int length = out.length();
    while (bytes[length - 1] == '0') {
      length--;
    }
    out.truncate(length);
    if (bytes[length - 1] == '.') {
      if (alternate2) {
        out.append('0');
      } else {
        out.truncate(length - 1);
      }
    }
  }

  private void writeExponent(int exponent, boolean upper) {
    out.append(upper ? 'E' : 'e').append(exponent < 0 ? '-' : '+');
    int magnitude = Math.abs(exponent);
    if (magnitude < 10) {
      out.append('0');
    }
    out.appendInteger(magnitude);
  }

  /** Pads what was written since {@code start} to the width: with zeros after the sign, or with spaces. */
  private void justify(int start, int signLength) {
    int length = out.length() - start;
    int missing = width - length;
    if (missing <= 0) {
      return;
    }
    if (leftJustified) {
      out.fill(' ', missing);
      return;
    }
    out.fill(' ', missing);
    byte[] bytes = out.array();
    int from = zeroPadded ? start + signLength : start;
    LongWork.copy(bytes, from, bytes, from + missing, start + length - from);
    LongWork.fill(bytes, from, from + missing, zeroPadded ? (byte) '0' : (byte) ' ');
  }

  // ---- texts ------------------------------------------------------------------------------------------------------

  private void string(Register argument) {
    if (argument == null || argument.isNull()) {
      padText(new byte[0], 0, 0);
      return;
    }
    Register text = Arguments.text(argument);
    int start = text.offset();
    int stop = Utf8.end(text.bytes(), start, start + text.length());
    padText(text.bytes(), start, precisionEnd(text.bytes(), start, stop, false));
  }

  /** Where the text ends if it may have {@code precision} bytes, or characters with the flag {@code !}. */
  private int precisionEnd(byte[] bytes, int start, int stop, boolean strict) {
    if (precision < 0) {
      return stop;
    }
    if (!alternate2) {
      return (int) Math.min(stop, (long) start + precision);
    }
    return strict ? Utf8.skipStrict(bytes, start, stop, precision) : Utf8.skip(bytes, start, stop, precision);
  }

  private void padText(byte[] bytes, int start, int stop) {
    int length = alternate2 ? Utf8.countLeads(bytes, start, stop) : stop - start;
    padLeft(length);
    out.append(bytes, start, stop - start);
    padRight(length);
  }

  /** The first character of the argument, as many times as the precision says. */
  private void character(Register argument) {
    byte[] letter = {0};
    int start = 0;
    int size = 1;
    Register text = argument == null || argument.isNull() ? null : Arguments.text(argument);
    if (text != null && text.length() > 0) {
      letter = text.bytes();
      start = text.offset();
      size = Math.min(4, Utf8.nextStrict(letter, start, start + text.length()) - start);
    }
    if (precision > 1) {
      width -= precision - 1;
      if (width > 1 && !leftJustified) {
        out.fill(' ', width - 1);
        width = 0;
      }
      for (int i = 1; i < precision; i++) {
        out.append(letter, start, size);
      }
    }
    alternate2 = true;
    padText(letter, start, start + size);
  }

  private void quoted(Register argument, int conversion) {
    ByteBuilder text = new ByteBuilder(context, 32);
    if (argument == null || argument.isNull()) {
      text.append(conversion == 'Q' ? "NULL" : "(NULL)");
      padText(text.array(), 0, precisionEnd(text.array(), 0, text.length(), true));
      return;
    }
    Register value = Arguments.text(argument);
    int start = value.offset();
    int stop = precisionEnd(value.bytes(), start, Utf8.end(value.bytes(), start, start + value.length()), true);
    int quote = conversion == 'w' ? '"' : '\'';
    boolean escapes = alternate && conversion != 'w' && (conversion == 'q'
        || NotationFunctions.hasControl(value.bytes(), start, stop));
    if (conversion == 'Q') {
      text.append(escapes ? "unistr('" : "'");
    }
    NotationFunctions.appendQuoted(text, value.bytes(), start, stop, quote, escapes);
    if (conversion == 'Q') {
      text.append(escapes ? "')" : "'");
    }
    padText(text.array(), 0, text.length());
  }

  private void json(Register argument, boolean enclosed) {
    ByteBuilder text = new ByteBuilder(context, 32);
    if (argument == null || argument.isNull()) {
      text.append(enclosed ? "null" : "");
    } else {
      Register value = Arguments.text(argument);
      int start = value.offset();
      int stop = precisionEnd(value.bytes(), start, Utf8.end(value.bytes(), start, start + value.length()), false);
      if (enclosed) {
        text.append('"');
      }
      for (int i = start; i < stop; i++) {
        appendJsonByte(text, value.bytes()[i]);
      }
      if (enclosed) {
        text.append('"');
      }
    }
    padText(text.array(), 0, text.length());
  }

  private static void appendJsonByte(ByteBuilder text, int letter) {
    switch (letter) {
      case '"', '\\' -> text.append('\\').append(letter);
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (letter >= 0 && letter < 0x20) {
          text.append("\\u00").append(letter < 16 ? '0' : '1').append(Character.forDigit(letter & 15, 16));
        } else {
          text.append(letter);
        }
      }
    }
  }

  private void percent() {
    padLeft(1);
    out.append('%');
    padRight(1);
  }
}
