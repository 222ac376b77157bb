// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Dates as SQLite's date functions write them: {@code YYYY-MM-DD}, {@code YYYY-MM-DD HH:MM:SS[.SSS]} (or with T), {@code HH:MM:SS}; in local time. */
final class DateText {
  private DateText() {}

  static long milliseconds(String text) throws SQLException {
    String iso = text.strip().replace(' ', 'T');
    try {
      LocalDateTime time;
      if (iso.indexOf('T') > 0) {
        time = LocalDateTime.parse(iso);
      } else if (iso.indexOf(':') > 0) {
        time = LocalTime.parse(iso).atDate(LocalDate.EPOCH);
      } else {
        time = LocalDate.parse(iso).atStartOfDay();
      }
      return time.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw new SQLException("not a date: " + text, "22007", e);
    }
  }
}
