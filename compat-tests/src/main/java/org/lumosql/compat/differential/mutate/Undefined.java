// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements whose answers are not compared: they depend on the time, on chance, on the engine's own numbers, or reach out of the
 * database. Nor are settings that change the names of the columns that are compared.
 */
final class Undefined {
  private static final List<Pattern> WORDS =
      List.of(
          Pattern.compile("(?i)random|current_(date|time)|'(now|subsec(ond)?|localtime|utc)'|load_extension|sqlite_(version|source|compile|offset|log)|lumo_|attach|vacuum|dbstat|zeroblob|generate_series|function_list|module_list"),
          Pattern.compile("(?i)\\b(date|time|datetime|julianday|unixepoch)\\s*\\(\\s*\\)|\\bstrftime\\s*\\(\\s*'[^']*'\\s*\\)"),
          Pattern.compile("(?i)\\bEXPLAIN\\b|sqlite_stat|sqlite_sequence\\b.*\\bsqlite_sequence|\\brecursive\\b(?!.*limit)|rootpage|writable_schema"));
  private static final Pattern PRAGMA = Pattern.compile("(?i)\\bpragma(?:\\s+(?:\\w+\\s*\\.\\s*)?|_)(\\w+)");
  private static final Set<String> PRAGMAS =
      Set.of(
          "table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list", "foreign_key_check", "foreign_keys", "recursive_triggers", "integrity_check", "quick_check", "table_list",
          "case_sensitive_like", "defer_foreign_keys", "ignore_check_constraints", "user_version", "application_id", "legacy_alter_table",
          "encoding", "automatic_index", "query_only");

  private Undefined() {}

  static boolean is(String sql) {
    if (WORDS.stream().anyMatch(words -> words.matcher(sql).find())) {
      return true;
    }
    Matcher pragma = PRAGMA.matcher(sql);
    while (pragma.find()) {
      if (!PRAGMAS.contains(pragma.group(1).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
