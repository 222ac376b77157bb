// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.tpch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lumosql.bench.suite.Dialect;

/** The texts of the queries, which are resources beside this class. */
public final class TpchQuery {
  public static final int COUNT = 22;

  private static final int WITH_COMMON_TABLE = 15;
  private static final Pattern DATE = Pattern.compile("date\\('([-0-9]+)', '([-+]\\d+) (day|month|year)s?'\\)");

  private TpchQuery() {}

  /** Query {@code number}, from 1. */
  public static String text(int number) throws IOException {
    return resource(String.format(Locale.ROOT, "q%02d.sql", number));
  }

  /** The same query in the SQL of a database: dates computed, years as parts of texts, no common tables, which Derby does not know. */
  public static String text(int number, Dialect dialect) throws IOException {
    if (dialect == Dialect.SQLITE) {
      return text(number);
    }
    String text = number == WITH_COMMON_TABLE ? resource("q15-standard.sql") : text(number);
    return DATE
        .matcher(text)
        .replaceAll(match -> "'" + shifted(match.group(1), Integer.parseInt(match.group(2)), match.group(3)) + "'")
        .replaceAll("strftime\\('%Y', (\\w+)\\)", "substr($1, 1, 4)")
        .replaceAll("LIMIT (\\d+)", "FETCH FIRST $1 ROWS ONLY")
        .replaceAll("(?m)^--.*\\R", "");
  }

  private static LocalDate shifted(String date, int count, String unit) {
    LocalDate from = LocalDate.parse(date);
    return switch (unit) {
      case "day" -> from.plusDays(count);
      case "month" -> from.plusMonths(count);
      default -> from.plusYears(count);
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream resource = TpchQuery.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IOException("no resource " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a query is about: its first line. */
  public static String title(int number) throws IOException {
    return text(number).lines().findFirst().orElse("").replaceFirst("-- *", "");
  }
}
