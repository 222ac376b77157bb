// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * Dates as SQLite's date functions write them: {@code YYYY-MM-DD}, {@code YYYY-MM-DD HH:MM[:SS[.SSS]]} (or with T), {@code HH:MM[:SS]}; in the given zone unless
 * an offset or Z follows.
 */
final class DateText {
  private static final Pattern OFFSET = Pattern.compile(".*\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:\\d\\d)");

  private DateText() {}

  static long milliseconds(String text, ZoneId zone) throws SQLException {
    try {
      return hasOffset(text)
          ? OffsetDateTime.parse(iso(text)).toInstant().toEpochMilli()
          : local(text).atZone(zone).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw new SQLException("not a date or time: '" + text + "'", "22007", e);
    }
  }

  static String iso(String text) {
    return text.strip().replace(' ', 'T');
  }

  static boolean hasOffset(String text) {
    return OFFSET.matcher(text.strip()).matches();
  }

  /** @throws DateTimeException if it is not a date */
  static LocalDateTime local(String text) {
    String iso = iso(text);
    if (iso.indexOf('T') > 0) {
      return LocalDateTime.parse(iso);
    }
    return iso.indexOf(':') > 0
        ? LocalTime.parse(iso).atDate(LocalDate.EPOCH)
        : LocalDate.parse(iso).atStartOfDay();
  }
}
