// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.regex.Pattern;
import org.lumosql.compat.differential.generate.Generated;

/** What a statement is, as far as its first words tell. */
enum StatementKind {
  QUERY,
  CHANGE,
  DEFINITION,
  OTHER;

  private static final String SPACE = "(?is)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*";
  private static final Pattern SELECTS = Pattern.compile(SPACE + "(?:SELECT|VALUES|EXPLAIN)\\b.*");
  private static final Pattern COMMON_TABLES = Pattern.compile(SPACE + "WITH\\b.*");
  private static final Pattern CHANGES = Pattern.compile(SPACE + "(?:INSERT|REPLACE|UPDATE|DELETE)\\b.*");
  private static final Pattern CHANGES_INSIDE = Pattern.compile("(?is).*\\b(?:INSERT|REPLACE|UPDATE|DELETE)\\s.*");
  private static final Pattern DEFINITIONS = Pattern.compile(SPACE + "(?:CREATE|ALTER|DROP)\\b.*");

  static StatementKind of(String sql) {
    if (SELECTS.matcher(sql).matches()) {
      return QUERY;
    }
    if (COMMON_TABLES.matcher(sql).matches()) {
      return CHANGES_INSIDE.matcher(sql).matches() ? CHANGE : QUERY;
    }
    if (CHANGES.matcher(sql).matches()) {
      return CHANGE;
    }
    return DEFINITIONS.matcher(sql).matches() ? DEFINITION : OTHER;
  }

  static Generated generated(String sql) {
    return switch (of(sql)) {
      case QUERY -> Generated.query(sql);
      case DEFINITION -> Generated.definition(sql);
      default -> Generated.change(sql);
    };
  }
}
