// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.value.NumberParser;
import org.lumosql.value.Register;

/**
 * Reads time values and modifiers (https://sqlite.org/lang_datefunc.html#time_values). Texts are read up to their first
 * NUL, which is always there.
 */
final class DateTimeReader {
  private static final String[] UNITS = {"second", "minute", "hour", "day", "month", "year"};
  private static final double[] UNIT_LIMITS = {4.6427e+14, 7.7379e+12, 1.2897e+11, 5373485.0, 176546.0, 14713.0};
  private static final double[] UNIT_SECONDS = {1, 60, 3600, 86400, 2592000, 31536000};
  private static final int MONTH = 4;
  private static final int YEAR = 5;

  private final FunctionContext context;
  private final NumberParser number = new NumberParser();
  private DateTime value;
  private byte[] text;
  /** Where reading of the last fixed number of digits ended. */
  private int at;

  DateTimeReader(FunctionContext context) {
    this.context = context;
  }

  /**
   * The time of the arguments: a time value and modifiers, the present if there are none; null if they make no sense.
   */
  DateTime read(Register[] r, int first, int count) {
    value = new DateTime();
    if (count == 0) {
      setNow();
    } else if (Arguments.isNumber(r[first])) {
      value.setRaw(Arguments.real(r[first]));
    } else if (r[first].isNull() || !readTimeValue(terminated(r[first]))) {
      return null;
    }
    for (int i = 1; i < count; i++) {
      if (r[first + i].isNull() || !modify(terminated(r[first + i]), i)) {
        return null;
      }
    }
    value.computeJulian();
    if (value.isFailed || !value.isValid()) {
      return null;
    }
    if (count == 1 && value.hasDate && value.day > 28) {
      value.hasDate = false;
    }
    return value;
  }

  /** The text with a zero behind it; what is behind it in the register's array is another value. */
  private static byte[] terminated(Register argument) {
    Register full = Arguments.text(argument);
    byte[] copy = new byte[full.length() + 1];
    System.arraycopy(full.bytes(), full.offset(), copy, 0, full.length());
    return copy;
  }

  private void setNow() {
    context.notPure();
    value.setJulian(context.statementTime());
    value.isUtc = true;
    value.isLocal = false;
  }

  // ---- time values ------------------------------------------------------------------------------------------------

  private boolean readTimeValue(byte[] newText) {
    text = newText;
    if (readDate()) {
      return true;
    }
    if (readTime(value, 0)) {
      return true;
    }
    if (is("now")) {
      setNow();
      return true;
    }
    if (isNumber(0, end(0))) {
      value.setRaw(number.real());
      return true;
    }
    if (is("subsec") || is("subsecond")) {
      value.showsMilliseconds = true;
      setNow();
      return true;
    }
    return false;
  }

  /** {@code YYYY-MM-DD}, with an optional time behind. */
  private boolean readDate() {
    int start = text[0] == '-' ? 1 : 0;
    int year = digits(start, 4, 0, 9999);
    int month = year >= 0 && text[at] == '-' ? digits(at + 1, 2, 1, 12) : -1;
    int day = month >= 0 && text[at] == '-' ? digits(at + 1, 2, 1, 31) : -1;
    if (day < 0) {
      return false;
    }
    int index = at;
    while (NumberParser.isSpace(text[index]) || text[index] == 'T') {
      index++;
    }
    if (!readTime(value, index)) {
      if (text[index] != 0) {
        return false;
      }
      value.hasTime = false;
    }
    value.hasJulian = false;
    value.hasDate = true;
    value.year = start == 1 ? -year : year;
    value.month = month;
    value.day = day;
    value.computeExcessDays();
    if (value.zone != 0 || value.hasTime && value.hour == 24) {
      value.computeJulian();
    }
    return true;
  }

  /** {@code HH:MM}, {@code HH:MM:SS} or {@code HH:MM:SS.FFF}, with an optional time zone behind. */
  private boolean readTime(DateTime target, int start) {
    int hour = digits(start, 2, 0, 24);
    int minute = hour >= 0 && text[at] == ':' ? digits(at + 1, 2, 0, 59) : -1;
    if (minute < 0) {
      return false;
    }
    int second = 0;
    double fraction = 0;
    if (text[at] == ':') {
      second = digits(at + 1, 2, 0, 59);
      if (second < 0) {
        return false;
      }
      if (text[at] == '.' && isDigit(text[at + 1])) {
        fraction = readFraction();
      }
    }
    if (hour == 24 && (minute != 0 || second + fraction != 0)) {
      return false;
    }
    target.hasJulian = false;
    target.isRaw = false;
    target.hasTime = true;
    target.hour = hour;
    target.minute = minute;
    target.second = second + fraction;
    return readZone(target, at);
  }

  private double readFraction() {
    double scale = 1;
    double fraction = 0;
    for (at++; isDigit(text[at]); at++) {
      fraction = fraction * 10 + text[at] - '0';
      scale *= 10;
    }
    return Math.min(fraction / scale, 0.999);
  }

  private boolean readZone(DateTime target, int start) {
    int index = skipSpaces(start);
    target.zone = 0;
    int sign = text[index];
    if (sign == 'Z' || sign == 'z') {
      index++;
      target.isLocal = false;
      target.isUtc = true;
    } else if (sign == '+' || sign == '-') {
      int hours = digits(index + 1, 2, 0, 14);
      int minutes = hours >= 0 && text[at] == ':' ? digits(at + 1, 2, 0, 59) : -1;
      if (minutes < 0) {
        return false;
      }
      index = at;
      target.zone = (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
      if (target.zone == 0) {
        target.isLocal = false;
        target.isUtc = true;
      }
    } else {
      return sign == 0;
    }
    return text[skipSpaces(index)] == 0;
  }

  /** Reads exactly so many digits; −1 if they are not there or out of range. Leaves {@link #at} behind them. */
  private int digits(int start, int count, int minimum, int maximum) {
    int result = 0;
    for (int i = start; i < start + count; i++) {
      if (i >= text.length || !isDigit(text[i])) {
        return -1;
      }
      result = result * 10 + text[i] - '0';
    }
    at = start + count;
    return result < minimum || result > maximum ? -1 : result;
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private int skipSpaces(int start) {
    int index = start;
    while (NumberParser.isSpace(text[index])) {
      index++;
    }
    return index;
  }

  private int end(int start) {
    return Utf8.end(text, start, text.length);
  }

  /** Whether the text is a word, in any case. */
  private boolean is(String word) {
    return end(0) == word.length() && startsWith(0, word);
  }

  private boolean startsWith(int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      int letter = start + i < text.length ? text[start + i] : 0;
      if (letter != word.charAt(i) && (letter < 'A' || letter > 'Z' || (letter | 0x20) != word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isNumber(int start, int end) {
    return number.parse(text, start, end - start) != NumberParser.NONE && number.isWhole();
  }

  // ---- modifiers --------------------------------------------------------------------------------------------------

  /** Applies the modifier that is the {@code position}-th argument; false if it is none or cannot be applied. */
  private boolean modify(byte[] newText, int position) {
    text = newText;
    switch (text[0]) {
      case 'a', 'A':
        return is("auto") && position == 1 && settleByMagnitude();
      case 'c', 'C':
        return is("ceiling") && ceiling();
      case 'f', 'F':
        return is("floor") && floor();
      case 'j', 'J':
        return is("julianday") && position == 1 && settleAsJulianDay();
      case 'l', 'L':
        return is("localtime") && toLocalTime();
      case 'u', 'U':
        if (is("unixepoch")) {
          return value.isRaw && position == 1 && settleAsUnixTime();
        }
        return is("utc") && toUniversalTime();
      case 'w', 'W':
        return startsWith(0, "weekday ") && isNumber(8, end(8)) && toWeekday(number.real());
      case 's', 'S':
        if (startsWith(0, "start of ")) {
          return toStart();
        }
        value.showsMilliseconds |= is("subsec") || is("subsecond");
        return is("subsec") || is("subsecond");
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
        return shift();
      default:
        return false;
    }
  }

  private boolean settleByMagnitude() {
    if (!value.isRaw || value.hasJulian) {
      value.isRaw = false;
    } else if (value.second >= -210866760000.0 && value.second <= 253402300799.0) {
      setUnixTime(value.second * 1000.0 + DateTime.UNIX_EPOCH);
    }
    return true;
  }

  private boolean settleAsUnixTime() {
    double milliseconds = value.second * 1000.0 + DateTime.UNIX_EPOCH;
    if (!(milliseconds >= 0) || !(milliseconds < 464269060800000.0)) {
      return false;
    }
    setUnixTime(milliseconds);
    return true;
  }

  private void setUnixTime(double milliseconds) {
    value.setJulian((long) (milliseconds + 0.5));
    value.isRaw = false;
  }

  private boolean settleAsJulianDay() {
    boolean possible = value.hasJulian && value.isRaw;
    value.isRaw = value.isRaw && !possible;
    return possible;
  }

  private boolean ceiling() {
    value.computeJulian();
    value.forgetFields();
    value.excessDays = 0;
    return true;
  }

  private boolean floor() {
    value.computeJulian();
    value.julian -= value.excessDays * DateTime.DAY;
    value.forgetFields();
    return true;
  }

  private boolean toLocalTime() {
    context.notPure();
    if (!value.isLocal) {
      value.toLocalTime();
    }
    value.isUtc = false;
    value.isLocal = true;
    return true;
  }

  private boolean toUniversalTime() {
    context.notPure();
    if (!value.isUtc) {
      value.toUniversalTime();
      value.isUtc = true;
      value.isLocal = false;
    }
    return true;
  }

  /** To the next such day, or with a minus sign to the last one; today if it is one. */
  private boolean toWeekday(double wanted) {
    int weekday = (int) Math.abs(wanted);
    if (weekday >= 7 || weekday != Math.abs(wanted)) {
      return false;
    }
    boolean isBackwards = text[skipSpaces(8)] == '-';
    value.computeFields();
    value.zone = 0;
    value.hasJulian = false;
    value.computeJulian();
    int present = value.weekday();
    int days = Math.floorMod(weekday - present, 7);
    value.julian += (isBackwards && days > 0 ? days - 7 : days) * DateTime.DAY;
    value.forgetFields();
    return true;
  }

  private boolean toStart() {
    if (!value.hasJulian && !value.hasDate && !value.hasTime) {
      return false;
    }
    boolean ofMonth = end(0) == 14 && startsWith(9, "month");
    boolean ofYear = end(0) == 13 && startsWith(9, "year");
    boolean ofDay = end(0) == 12 && startsWith(9, "day");
    if (!ofMonth && !ofYear && !ofDay) {
      return false;
    }
    value.computeDate();
    value.hasTime = true;
    value.hour = 0;
    value.minute = 0;
    value.second = 0;
    value.isRaw = false;
    value.zone = 0;
    value.hasJulian = false;
    value.day = ofDay ? value.day : 1;
    value.month = ofYear ? 1 : value.month;
    return true;
  }

  /** {@code ±NNN units}, {@code ±HH:MM:SS.FFF}, {@code ±YYYY-MM-DD} or {@code ±YYYY-MM-DD HH:MM:SS.FFF}. */
  private boolean shift() {
    int numberEnd = 1;
    while (text[numberEnd] != 0 && text[numberEnd] != ':' && !NumberParser.isSpace(text[numberEnd])
        && !isYearEnd(numberEnd)) {
      numberEnd++;
    }
    if (!isNumber(0, numberEnd)) {
      return false;
    }
    double amount = number.real();
    if (text[numberEnd] == '-') {
      return shiftByDate(numberEnd);
    }
    if (text[numberEnd] == ':') {
      return shiftByTime(isDigit(text[0]) ? 0 : 1);
    }
    return shiftByUnits(amount, skipSpaces(numberEnd));
  }

  private boolean isYearEnd(int index) {
    return text[index] == '-' && (index == 5 || index == 6) && digits(1, index - 1, 0, 14712) >= 0;
  }

  private boolean shiftByDate(int yearEnd) {
    if (text[0] != '+' && text[0] != '-') {
      return false;
    }
    int years = digits(1, yearEnd - 1, 0, 14712);
    int months = years >= 0 && text[at] == '-' ? digits(at + 1, 2, 0, 11) : -1;
    int days = months >= 0 && text[at] == '-' ? digits(at + 1, 2, 0, 30) : -1;
    if (days < 0) {
      return false;
    }
    int dateEnd = at;
    boolean down = text[0] == '-';
    value.computeFields();
    value.hasJulian = false;
    value.year += down ? -years : years;
    value.month += down ? -months : months;
    value.normalizeMonth();
    value.computeExcessDays();
    value.computeJulian();
    value.hasTime = false;
    value.hasDate = false;
    value.julian += (down ? -days : days) * DateTime.DAY;
    if (text[dateEnd] == 0) {
      return true;
    }
    return NumberParser.isSpace(text[dateEnd]) && digits(dateEnd + 1, 2, 0, 24) >= 0 && text[at] == ':'
        && shiftByTime(dateEnd + 1);
  }

  private boolean shiftByTime(int start) {
    DateTime time = new DateTime();
    if (!readTime(time, start)) {
      return false;
    }
    time.computeJulian();
    long milliseconds = time.julian - DateTime.DAY / 2;
    milliseconds -= milliseconds / DateTime.DAY * DateTime.DAY;
    value.computeJulian();
    value.forgetFields();
    value.julian += text[0] == '-' ? -milliseconds : milliseconds;
    return true;
  }

  private boolean shiftByUnits(double amount, int start) {
    int length = end(start) - start;
    if (length < 3 || length > 10) {
      return false;
    }
    if ((text[start + length - 1] | 0x20) == 's') {
      length--;
    }
    value.computeJulian();
    value.excessDays = 0;
    for (int unit = 0; unit < UNITS.length; unit++) {
      if (UNITS[unit].length() == length && startsWith(start, UNITS[unit])) {
        if (!(amount > -UNIT_LIMITS[unit] && amount < UNIT_LIMITS[unit])) {
          return false;
        }
        shiftBy(amount, unit);
        return true;
      }
    }
    return false;
  }

  private void shiftBy(double amount, int unit) {
    double rest = amount;
    if (unit == MONTH || unit == YEAR) {
      value.computeFields();
      if (unit == MONTH) {
        value.month += (int) amount;
        value.normalizeMonth();
      } else {
        value.year += (int) amount;
      }
      value.computeExcessDays();
      value.hasJulian = false;
      rest -= (int) amount;
    }
    value.computeJulian();
    value.julian += (long) (rest * 1000.0 * UNIT_SECONDS[unit] + (amount < 0 ? -0.5 : 0.5));
    value.forgetFields();
  }
}
