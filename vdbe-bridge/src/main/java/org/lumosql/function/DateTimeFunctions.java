// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;
import static org.lumosql.function.Definitions.variadic;
import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.SLOW_CHANGE;

import org.lumosql.value.DecimalDigits;
import org.lumosql.value.Register;

/** Date and time functions (https://sqlite.org/lang_datefunc.html). */
final class DateTimeFunctions implements ScalarFunction {
  private static final int FLAGS = DETERMINISTIC | SLOW_CHANGE | INNOCUOUS;
  /**
   * A date from which differences are counted, so that they can be written as a date: 0000-01-01 in a year that repeats
   * leap days.
   */
  private static final long DIFFERENCE_BASE = 148_699_540_800_000L;

  /** Which function. */
  private enum Body {
    DATE,
    DATE_TIME,
    DIFFERENCE,
    FORMAT,
    JULIAN_DAY,
    TIME,
    UNIX_EPOCH
  }

  private final Body body;

  private DateTimeFunctions(Body body) {
    this.body = body;
  }

  static void register(FunctionRegistry registry) {
    registry.add(scalar("current_date", 0, INNOCUOUS | SLOW_CHANGE, new DateTimeFunctions(Body.DATE)));
    registry.add(scalar("current_time", 0, INNOCUOUS | SLOW_CHANGE, new DateTimeFunctions(Body.TIME)));
    registry.add(scalar("current_timestamp", 0, INNOCUOUS | SLOW_CHANGE, new DateTimeFunctions(Body.DATE_TIME)));
    registry.add(variadic("date", 0, FLAGS, new DateTimeFunctions(Body.DATE)));
    registry.add(variadic("datetime", 0, FLAGS, new DateTimeFunctions(Body.DATE_TIME)));
    registry.add(variadic("julianday", 0, FLAGS, new DateTimeFunctions(Body.JULIAN_DAY)));
    registry.add(variadic("strftime", 0, FLAGS, new DateTimeFunctions(Body.FORMAT)));
    registry.add(variadic("time", 0, FLAGS, new DateTimeFunctions(Body.TIME)));
    registry.add(scalar("timediff", 2, FLAGS, new DateTimeFunctions(Body.DIFFERENCE)));
    registry.add(variadic("unixepoch", 0, FLAGS, new DateTimeFunctions(Body.UNIX_EPOCH)));
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case DATE -> date(context, r, first, count);
      case DATE_TIME -> dateTime(context, r, first, count);
      case DIFFERENCE -> difference(context, r, first, count);
      case FORMAT -> format(context, r, first, count);
      case JULIAN_DAY -> julianDay(context, r, first, count);
      case TIME -> time(context, r, first, count);
      case UNIX_EPOCH -> unixEpoch(context, r, first, count);
      default -> throw new AssertionError(body);
    }
  }

  private static DateTime read(FunctionContext context, Register[] r, int first, int count) {
    return new DateTimeReader(context).read(r, first, count);
  }

  private static void julianDay(FunctionContext context, Register[] r, int first, int count) {
    DateTime value = read(context, r, first, count);
    if (value != null) {
      context.result().setReal(value.julian / (double) DateTime.DAY);
    }
  }

  private static void unixEpoch(FunctionContext context, Register[] r, int first, int count) {
    DateTime value = read(context, r, first, count);
    if (value == null) {
      return;
    }
    if (value.showsMilliseconds) {
      context.result().setReal((value.julian - DateTime.UNIX_EPOCH) / 1000.0);
    } else {
      context.result().setInteger(unixSeconds(value));
    }
  }

  private static long unixSeconds(DateTime value) {
    return value.julian / 1000 - DateTime.UNIX_EPOCH / 1000;
  }

  private static void date(FunctionContext context, Register[] r, int first, int count) {
    write(context, read(context, r, first, count), true, false);
  }

  private static void time(FunctionContext context, Register[] r, int first, int count) {
    write(context, read(context, r, first, count), false, true);
  }

  private static void dateTime(FunctionContext context, Register[] r, int first, int count) {
    write(context, read(context, r, first, count), true, true);
  }

  private static void write(FunctionContext context, DateTime value, boolean withDate, boolean withTime) {
    if (value == null) {
      return;
    }
    value.computeFields();
    ByteBuilder out = new ByteBuilder(context, 24);
    if (withDate) {
      if (value.year < 0) {
        out.append('-');
      }
      appendPadded(out, Math.abs(value.year), 4);
      appendPadded(out.append('-'), value.month, 2);
      appendPadded(out.append('-'), value.day, 2);
    }
    if (withDate && withTime) {
      out.append(' ');
    }
    if (withTime) {
      appendPadded(out, value.hour, 2);
      appendPadded(out.append(':'), value.minute, 2);
      out.append(':');
      if (value.showsMilliseconds) {
        int milliseconds = (int) (1000.0 * value.second + 0.5);
        appendPadded(out, milliseconds / 1000, 2);
        appendPadded(out.append('.'), milliseconds % 1000, 3);
      } else {
        appendPadded(out, (int) value.second, 2);
      }
    }
    out.toText();
  }

  /** A number with zeros in front up to a width that counts the sign. */
  private static void appendPadded(ByteBuilder out, int number, int width) {
    appendPadded(out, number, width, '0');
  }

  private static void appendPadded(ByteBuilder out, int number, int width, char padding) {
    if (number < 0) {
      out.append('-');
    }
    int magnitude = Math.abs(number);
    int digits = magnitude < 10 ? 1 : magnitude < 100 ? 2 : magnitude < 1000 ? 3 : magnitude < 10_000 ? 4 : 5;
    out.fill(padding, width - digits - (number < 0 ? 1 : 0));
    out.appendInteger(magnitude);
  }

  /** Seconds with three digits after the point, at least six letters. */
  private static void appendSeconds(ByteBuilder out, double seconds) {
    DecimalDigits digits = DecimalDigits.fractional(seconds, 3, DecimalDigits.USUAL_DIGITS);
    int point = digits.point();
    for (int place = 2; place > -3; place--) {
      if (place == 0) {
        out.append('.');
      }
      int index = point - place;
      out.append(index < 0 ? '0' : digits.digit(index));
    }
  }

  private static void difference(FunctionContext context, Register[] r, int first, int count) {
    DateTime to = read(context, r, first, 1);
    DateTime from = to == null ? null : read(context, r, first + 1, 1);
    if (from == null) {
      return;
    }
    to.computeFields();
    from.computeFields();
    int sign = to.julian >= from.julian ? 1 : -1;
    int years = (to.year - from.year) * sign;
    if (years != 0) {
      from.year = to.year;
      recompute(from);
    }
    int months = (to.month - from.month) * sign;
    if (months < 0) {
      years--;
      months += 12;
    }
    if (months != 0) {
      from.month = to.month;
      recompute(from);
    }
    while (sign > 0 ? to.julian < from.julian : to.julian > from.julian) {
      months--;
      if (months < 0) {
        months = 11;
        years--;
      }
      from.month -= sign;
      from.normalizeMonth();
      recompute(from);
    }
    DateTime rest = new DateTime();
    rest.setJulian((to.julian - from.julian) * sign + DIFFERENCE_BASE);
    rest.computeFields();
    ByteBuilder out = new ByteBuilder(context, 24);
    appendPadded(out.append(sign > 0 ? '+' : '-'), years, 4);
    appendPadded(out.append('-'), months, 2);
    appendPadded(out.append('-'), rest.day - 1, 2);
    appendPadded(out.append(' '), rest.hour, 2);
    appendPadded(out.append(':'), rest.minute, 2);
    appendSeconds(out.append(':'), rest.second);
    out.toText();
  }

  private static void recompute(DateTime value) {
    value.hasJulian = false;
    value.computeJulian();
  }

  private static void format(FunctionContext context, Register[] r, int first, int count) {
    if (count == 0 || r[first].isNull()) {
      return;
    }
    DateTime value = read(context, r, first + 1, count - 1);
    if (value == null) {
      return;
    }
    value.computeJulian();
    value.computeFields();
    Register format = Arguments.text(r[first]);
    byte[] bytes = format.bytes();
    int end = Utf8.end(bytes, format.offset(), format.offset() + format.length());
    ByteBuilder out = new ByteBuilder(context, 32);
    for (int i = format.offset(); i < end; i++) {
      if (bytes[i] != '%') {
        out.append(bytes[i]);
      } else if (++i >= end || !append(out, value, bytes[i])) {
        return;
      }
    }
    out.toText();
  }

  /** Appends what a conversion letter stands for; false if it stands for nothing. */
  private static boolean append(ByteBuilder out, DateTime value, int conversion) {
    switch (conversion) {
      case 'd' -> appendPadded(out, value.day, 2);
      case 'e' -> appendPadded(out, value.day, 2, ' ');
      case 'F' -> {
        append(out, value, 'Y');
        appendPadded(out.append('-'), value.month, 2);
        appendPadded(out.append('-'), value.day, 2);
      }
      case 'f' -> appendSeconds(out, Math.min(value.second, 59.999));
      case 'g', 'G' -> appendPadded(out, isoThursday(value).year % (conversion == 'g' ? 100 : 100_000),
          conversion == 'g' ? 2 : 4);
      case 'H' -> appendPadded(out, value.hour, 2);
      case 'I' -> appendPadded(out, (value.hour + 11) % 12 + 1, 2);
      case 'j' -> appendPadded(out, value.dayOfYear() + 1, 3);
      case 'J' -> appendJulianDay(out, value);
      case 'k' -> appendPadded(out, value.hour, 2, ' ');
      case 'l' -> appendPadded(out, (value.hour + 11) % 12 + 1, 2, ' ');
      case 'm' -> appendPadded(out, value.month, 2);
      case 'M' -> appendPadded(out, value.minute, 2);
      case 'p' -> out.append(value.hour >= 12 ? "PM" : "AM");
      case 'P' -> out.append(value.hour >= 12 ? "pm" : "am");
      case 'R', 'T' -> {
        appendPadded(out, value.hour, 2);
        appendPadded(out.append(':'), value.minute, 2);
        if (conversion == 'T') {
          appendPadded(out.append(':'), (int) value.second, 2);
        }
      }
      case 's' -> appendUnixTime(out, value);
      case 'S' -> appendPadded(out, (int) value.second, 2);
      case 'u' -> out.append('0' + (value.weekday() + 6) % 7 + 1);
      case 'U' -> appendPadded(out, (value.dayOfYear() - value.weekday() + 7) / 7, 2);
      case 'V' -> appendPadded(out, isoThursday(value).dayOfYear() / 7 + 1, 2);
      case 'w' -> out.append('0' + value.weekday());
      case 'W' -> appendPadded(out, (value.dayOfYear() - (value.weekday() + 6) % 7 + 7) / 7, 2);
      case 'Y' -> appendPadded(out, value.year, 4);
      case '%' -> out.append('%');
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The Thursday of the same ISO week: its year is the week's. */
  private static DateTime isoThursday(DateTime value) {
    DateTime thursday = value.copy();
    thursday.julian += (3 - (value.weekday() + 6) % 7) * DateTime.DAY;
    thursday.hasDate = false;
    thursday.computeDate();
    return thursday;
  }

  private static void appendUnixTime(ByteBuilder out, DateTime value) {
    if (!value.showsMilliseconds) {
      out.appendInteger(unixSeconds(value));
      return;
    }
    long milliseconds = value.julian - DateTime.UNIX_EPOCH;
    if (milliseconds < 0) {
      out.append('-');
    }
    out.appendInteger(Math.abs(milliseconds) / 1000);
    appendPadded(out.append('.'), (int) (Math.abs(milliseconds) % 1000), 3);
  }

  /** The Julian day with up to sixteen significant digits, as {@code %.16g} writes it. */
  private static void appendJulianDay(ByteBuilder out, DateTime value) {
    DecimalDigits digits = DecimalDigits.significant(value.julian / (double) DateTime.DAY, 16,
        DecimalDigits.USUAL_DIGITS);
    int exponent = digits.point() - 1;
    int point = exponent < -4 ? 1 : digits.point();
    out.append(point <= 0 ? "0." : "");
    out.fill('0', -point);
    for (int i = 0; i < Math.max(digits.count(), point); i++) {
      if (i == point && i > 0) {
        out.append('.');
      }
      out.append(digits.digit(i));
    }
    if (exponent < -4) {
      appendPadded(out.append("e-"), -exponent, 2);
    }
  }
}
