// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.util.List;
import java.util.Locale;

/** Writes a script as text that {@link SltParser} reads. */
public final class SltWriter {
  private SltWriter() {}

  public static String text(List<SltRecord> records) {
    StringBuilder text = new StringBuilder();
    for (SltRecord record : records) {
      if (record instanceof SltRecord.HashThreshold threshold) {
        text.append("hash-threshold ").append(threshold.values()).append('\n');
      } else if (record instanceof SltRecord.Statement statement) {
        text.append("statement ").append(statement.fails() ? "error" : "ok").append('\n').append(statement.sql()).append('\n');
      } else if (record instanceof SltRecord.Query query) {
        append(text, query);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, SltRecord.Query query) {
    text.append("query ").append(query.types()).append(' ').append(query.sort().name().toLowerCase(Locale.ROOT));
    if (query.label() != null) {
      text.append(' ').append(query.label());
    }
    text.append('\n').append(query.sql()).append("\n----\n");
    query.expected().forEach(value -> text.append(value).append('\n'));
  }
}
