// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A point in time while modifiers change it (https://sqlite.org/lang_datefunc.html). It is known as milliseconds since
 * noon in Greenwich on 24 November 4714 BC (the Julian day number times 86,400,000), as year, month, day, hour, minute
 * and second, as both, or as a bare number whose meaning a modifier may still settle. Proleptic Gregorian calendar;
 * valid from year −4713 to 9999.
 */
final class DateTime {
  static final long DAY = 86_400_000L;
  /** 1970-01-01 00:00:00. */
  static final long UNIX_EPOCH = 210_866_760_000_000L;

  private static final long HALF_DAY = DAY / 2;
  private static final long LAST = 464_269_060_799_999L;
  /** 1970-01-01 as a count of days since the Julian epoch's midnight before. */
  private static final long UNIX_EPOCH_DAY = 2_440_588L;
  private static final long LOCAL_FIRST = UNIX_EPOCH;
  private static final long LOCAL_LAST = 213_014_145_600_000L;
  /** Months of 31 days, a bit each. */
  private static final int LONG_MONTHS = 0x15aa;

  long julian;
  int year;
  int month;
  int day;
  int hour;
  int minute;
  double second;
  /** Minutes east of Greenwich that are still to be taken off. */
  int zone;
  boolean hasJulian;
  boolean hasDate;
  boolean hasTime;
  /** {@link #second} is a bare number. */
  boolean isRaw;
  boolean isFailed;
  boolean showsMilliseconds;
  boolean isUtc;
  boolean isLocal;
  /** Days that the date is beyond the end of its month. */
  int excessDays;

  boolean isValid() {
    return julian >= 0 && julian <= LAST;
  }

  void setJulian(long milliseconds) {
    julian = milliseconds;
    hasJulian = true;
    forgetFields();
  }

  /** A number that is a Julian day unless a modifier says otherwise. */
  void setRaw(double number) {
    second = number;
    isRaw = true;
    if (number >= 0 && number < 5373484.5) {
      julian = (long) (number * DAY + 0.5);
      hasJulian = true;
    }
  }

  void forgetFields() {
    hasDate = false;
    hasTime = false;
    zone = 0;
  }

  private void fail() {
    boolean milliseconds = showsMilliseconds;
    julian = 0;
    hasJulian = false;
    forgetFields();
    year = 0;
    month = 0;
    day = 0;
    hour = 0;
    minute = 0;
    second = 0;
    isRaw = false;
    isUtc = false;
    isLocal = false;
    excessDays = 0;
    showsMilliseconds = milliseconds;
    isFailed = true;
  }

  /** Computes {@link #julian} from the fields. */
  void computeJulian() {
    if (hasJulian) {
      return;
    }
    int y = hasDate ? year : 2000;
    int m = hasDate ? month : 1;
    int d = hasDate ? day : 1;
    if (y < -4713 || y > 9999 || isRaw) {
      fail();
      return;
    }
    julian = (daysSinceUnixEpoch(y, m, d) + UNIX_EPOCH_DAY) * DAY - HALF_DAY;
    hasJulian = true;
    if (hasTime) {
      julian += hour * 3_600_000L + minute * 60_000L + (long) (second * 1000 + 0.5);
      boolean isEndOfDay = hour == 24;
      if (zone != 0) {
        julian -= zone * 60_000L;
        isUtc = true;
        isLocal = false;
      }
      if (zone != 0 || isEndOfDay) {
        forgetFields();
      }
    }
  }

  /**
   * Days from 1970-01-01, counting years from March so that the leap day comes last. The day may be beyond the month's
   * end.
   */
  private static long daysSinceUnixEpoch(int y, int m, int d) {
    long shifted = m <= 2 ? y - 1L : y;
    long era = Math.floorDiv(shifted, 400L);
    long yearOfEra = shifted - era * 400;
    long dayOfYear = (153L * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }

  void computeDate() {
    if (hasDate) {
      return;
    }
    if (!hasJulian) {
      year = 2000;
      month = 1;
      day = 1;
    } else if (!isValid()) {
      fail();
      return;
    } else {
      long days = (julian + HALF_DAY) / DAY - UNIX_EPOCH_DAY + 719_468;
      long era = Math.floorDiv(days, 146_097L);
      long dayOfEra = days - era * 146_097;
      long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
      long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
      long shiftedMonth = (5 * dayOfYear + 2) / 153;
      day = (int) (dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
      month = (int) (shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
      year = (int) (yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    }
    hasDate = true;
  }

  void computeTime() {
    if (hasTime) {
      return;
    }
    computeJulian();
    int ofDay = (int) ((julian + HALF_DAY) % DAY);
    second = ofDay % 60_000 / 1000.0;
    minute = ofDay / 60_000 % 60;
    hour = ofDay / 3_600_000;
    isRaw = false;
    hasTime = true;
  }

  void computeFields() {
    computeDate();
    computeTime();
  }

  /** Brings the month into the range 1 to 12, the year following. */
  void normalizeMonth() {
    int years = month > 0 ? (month - 1) / 12 : (month - 12) / 12;
    year += years;
    month -= years * 12;
  }

  void computeExcessDays() {
    if (day <= 28 || (1 << month & LONG_MONTHS) != 0) {
      excessDays = 0;
    } else if (month != 2) {
      excessDays = day == 31 ? 1 : 0;
    } else {
      boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
      excessDays = day - (leap ? 29 : 28);
    }
  }

  /** Days since the last of the given weekday's zero: 0 is Sunday. */
  int weekday() {
    return (int) ((julian + HALF_DAY + DAY) / DAY % 7);
  }

  /** Days since the first of January. */
  int dayOfYear() {
    DateTime start = copy();
    start.hasJulian = false;
    start.month = 1;
    start.day = 1;
    start.computeJulian();
    return (int) ((julian - start.julian + HALF_DAY) / DAY);
  }

  DateTime copy() {
    DateTime copy = new DateTime();
    copy.julian = julian;
    copy.year = year;
    copy.month = month;
    copy.day = day;
    copy.hour = hour;
    copy.minute = minute;
    copy.second = second;
    copy.zone = zone;
    copy.hasJulian = hasJulian;
    copy.hasDate = hasDate;
    copy.hasTime = hasTime;
    copy.isRaw = isRaw;
    copy.isFailed = isFailed;
    copy.showsMilliseconds = showsMilliseconds;
    copy.isUtc = isUtc;
    copy.isLocal = isLocal;
    copy.excessDays = excessDays;
    return copy;
  }

  /**
   * Changes universal time into the system's local time. Outside of 1970 to 2037 the rules of a year near 2000 with the
   * same leap days apply, as in the C library.
   */
  void toLocalTime() {
    computeJulian();
    DateTime near = this;
    int years = 0;
    if (julian < LOCAL_FIRST || julian > LOCAL_LAST) {
      near = copy();
      near.computeFields();
      years = 2000 + near.year % 4 - near.year;
      near.year += years;
      near.hasJulian = false;
      near.computeJulian();
    }
    ZoneOffset offset = ZoneId.systemDefault().getRules().getOffset(Instant.ofEpochMilli(near.julian - UNIX_EPOCH));
    DateTime local = new DateTime();
    local.setJulian(near.julian / 1000 * 1000 + offset.getTotalSeconds() * 1000L);
    local.computeFields();
    year = local.year - years;
    month = local.month;
    day = local.day;
    hour = local.hour;
    minute = local.minute;
    second = local.second + julian % 1000 * 0.001;
    hasDate = true;
    hasTime = true;
    hasJulian = false;
    isRaw = false;
    zone = 0;
    isFailed = false;
  }

  /** Changes local time into universal time: tries times until one has this local time. */
  void toUniversalTime() {
    computeJulian();
    long wanted = julian;
    long guess = wanted;
    long error = 0;
    int tries = 0;
    do {
      guess -= error;
      DateTime local = new DateTime();
      local.setJulian(guess);
      local.toLocalTime();
      local.computeJulian();
      error = local.julian - wanted;
    } while (error != 0 && tries++ < 3);
    setJulian(guess);
    excessDays = 0;
    isRaw = false;
    isFailed = false;
    showsMilliseconds = false;
  }
}
