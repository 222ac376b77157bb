// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.Locale;
import java.util.Map;

/**
 * How {@code java.util.Date} and its kin are stored: as whole numbers since 1970, as texts or as Julian days. Properties
 * {@code date_class}, {@code date_precision} and {@code date_string_format}.
 */
final class DateSettings {
  private static final String DEFAULT_FORMAT = "yyyy-MM-dd HH:mm:ss.SSS";
  private static final double JULIAN_DAY_OF_1970 = 2440587.5;
  private static final double MILLISECONDS_PER_DAY = 86_400_000.0;

  /** Milliseconds as a whole number. */
  static final DateSettings DEFAULT = new DateSettings(StoredAs.INTEGER, false, DEFAULT_FORMAT);

  private final StoredAs storedAs;
  private final boolean inSeconds;
  private final String format;
  /** Made when it is needed: it is dear, and most connections never do. */
  private DateTimeFormatter formatter;

  private DateSettings(StoredAs storedAs, boolean inSeconds, String format) {
    this.storedAs = storedAs;
    this.inSeconds = inSeconds;
    this.format = format;
  }

  enum StoredAs {
    INTEGER,
    TEXT,
    REAL
  }

  static DateSettings of(Map<String, String> properties) throws SQLException {
    String kind = properties.get("date_class");
    String precision = properties.get("date_precision");
    String format = properties.get("date_string_format");
    if (kind == null && precision == null && format == null) {
      return DEFAULT;
    }
    try {
      DateSettings settings =
          new DateSettings(
              kind == null ? StoredAs.INTEGER : StoredAs.valueOf(kind.toUpperCase(Locale.ROOT)),
              precision != null && precision.equalsIgnoreCase("seconds"),
              format == null ? DEFAULT_FORMAT : format);
      if (format != null) {
        settings.formatter(); // a wrong pattern is an error now
      }
      return settings;
    } catch (IllegalArgumentException e) {
      throw new SQLException(
          "date_class is INTEGER, TEXT or REAL, date_string_format a pattern of java.time.format.DateTimeFormatter: " + e.getMessage(), "HY024", e);
    }
  }

  private DateTimeFormatter formatter() {
    if (formatter == null) {
      formatter = formatter(format);
    }
    return formatter;
  }

  /** Fields that the pattern does not have are those of the beginning of 1970. */
  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
        .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
        .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
        .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
        .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
        .toFormatter(Locale.ROOT);
  }

  static ZoneId zone(Calendar calendar) {
    return calendar == null ? ZoneId.systemDefault() : calendar.getTimeZone().toZoneId();
  }

  /** The value to store: Long, Double or String. */
  Object stored(long milliseconds, Calendar calendar) {
    return switch (storedAs) {
      case INTEGER -> inSeconds ? Math.floorDiv(milliseconds, 1000L) : milliseconds;
      case REAL -> milliseconds / MILLISECONDS_PER_DAY + JULIAN_DAY_OF_1970;
      case TEXT -> formatter().format(Instant.ofEpochMilli(milliseconds).atZone(zone(calendar)));
    };
  }

  long ofInteger(long value) {
    return inSeconds ? value * 1000 : value;
  }

  static long ofJulianDay(double day) {
    return Math.round((day - JULIAN_DAY_OF_1970) * MILLISECONDS_PER_DAY);
  }

  /** A text in the format of this connection, or as SQLite's date functions write it. */
  long ofText(String text, Calendar calendar) throws SQLException {
    if (!format.equals(DEFAULT_FORMAT)) {
      try {
        return formatter().parse(text.strip(), DateSettings::local).atZone(zone(calendar)).toInstant().toEpochMilli();
      } catch (DateTimeException otherFormat) {
        return DateText.milliseconds(text, zone(calendar));
      }
    }
    return DateText.milliseconds(text, zone(calendar));
  }

  private static LocalDateTime local(java.time.temporal.TemporalAccessor parsed) {
    return parsed.isSupported(ChronoField.YEAR) ? LocalDateTime.from(parsed) : java.time.LocalTime.from(parsed).atDate(LocalDate.EPOCH);
  }
}
