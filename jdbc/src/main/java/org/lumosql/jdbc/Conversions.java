// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.math.BigInteger;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;

/**
 * Java types that SQLite has not, as one of its own: {@code java.time} types are their ISO text, other types their text.
 */
final class Conversions {
  private Conversions() {}

  /** The value as null, Long, Double, String or byte[]. */
  static Object stored(Object value) {
    if (value == null || value instanceof String || value instanceof Long || value instanceof Double) {
      return value;
    } else if (value instanceof byte[] bytes) {
      return bytes.clone();
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Float number) {
      return number.doubleValue();
    } else if (value instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    return value.toString();
  }

  /** A text as a UUID or BigInteger. */
  static Object parse(String text, Class<?> type) throws SQLException {
    try {
      return type == UUID.class ? UUID.fromString(text) : new BigInteger(text);
    } catch (IllegalArgumentException e) {
      throw new SQLException("cannot convert to " + type.getName() + ": " + text, "22018", e);
    }
  }

  static java.util.Date date(long milliseconds, Class<?> type) {
    if (type == Date.class) {
      return new Date(milliseconds);
    } else if (type == Time.class) {
      return new Time(milliseconds);
    }
    return type == Timestamp.class ? new Timestamp(milliseconds) : new java.util.Date(milliseconds);
  }

  /**
   * A value as one of the types of {@code java.time}.
   *
   * @param text null if the value is a number: it is an instant then, seen in local time
   */
  static TemporalAccessor time(String text, long milliseconds, Class<?> type) throws SQLException {
    try {
      if (text != null && type == OffsetDateTime.class && DateText.hasOffset(text)) {
        return OffsetDateTime.parse(DateText.iso(text));
      }
      ZonedDateTime local =
          text == null || DateText.hasOffset(text)
              ? Instant.ofEpochMilli(milliseconds).atZone(ZoneId.systemDefault())
              : DateText.local(text).atZone(ZoneId.systemDefault());
      if (type == LocalDate.class) {
        return local.toLocalDate();
      } else if (type == LocalTime.class) {
        return local.toLocalTime();
      } else if (type == LocalDateTime.class) {
        return local.toLocalDateTime();
      } else if (type == Instant.class) {
        return local.toInstant();
      } else if (type == OffsetDateTime.class) {
        return local.toOffsetDateTime();
      } else if (type == ZonedDateTime.class) {
        return local;
      }
    } catch (DateTimeException e) {
      throw new SQLException("not a date or time: '" + text + "'", "22007", e);
    }
    throw new SQLException("cannot convert to " + type.getName(), "22018");
  }
}
