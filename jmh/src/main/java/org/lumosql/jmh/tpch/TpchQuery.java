// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.tpch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The texts of the queries, which are resources beside this class. */
public final class TpchQuery {
  public static final int COUNT = 22;

  private TpchQuery() {}

  /** Query {@code number}, from 1. */
  public static String text(int number) throws IOException {
    String name = String.format(Locale.ROOT, "q%02d.sql", number);
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
