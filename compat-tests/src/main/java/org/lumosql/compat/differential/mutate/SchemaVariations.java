// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.compat.differential.generate.Randomness;

/** Changes what the statements of a script work on: types, collations and constraints of columns, kinds of tables, indexes, statistics, views in place of tables. */
final class SchemaVariations {
  private static final Set<String> TYPES = Set.of("INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY", "NUMERIC", "VARCHAR", "DATE", "DOUBLE");
  private static final List<String> OTHER_TYPES = List.of("INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY", "NUMERIC", "");
  private static final List<String> COLUMN_CONSTRAINTS =
      List.of(" COLLATE NOCASE", " COLLATE RTRIM", " UNIQUE", " NOT NULL DEFAULT 3", " NOT NULL ON CONFLICT IGNORE", " NOT NULL ON CONFLICT REPLACE DEFAULT 7", " DEFAULT 'd'", " DEFAULT (1+1)", " CHECK(1)",
          " TEXT", " INTEGER", " REAL", " PRIMARY KEY", " PRIMARY KEY DESC", " UNIQUE ON CONFLICT REPLACE", " AS (5)");
  private static final List<String> OPTIONS = List.of(" STRICT", " WITHOUT ROWID", " WITHOUT ROWID, STRICT");
  private static final Set<String> TABLE_CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
  private static final List<String> INDEX_ORDERS = List.of("", " DESC", " COLLATE NOCASE", " COLLATE RTRIM DESC");

  private final Randomness random;
  private final List<String> tables = new ArrayList<>();
  private final List<List<String>> columns = new ArrayList<>();
  private int names;

  SchemaVariations(Randomness random) {
    this.random = random;
  }

  /** What to run before the script. */
  List<String> first() {
    List<String> settings = new ArrayList<>();
    if (random.chance(8)) {
      settings.add(random.chance(50) ? "PRAGMA encoding='UTF-16le'" : "PRAGMA encoding='UTF-16be'");
    }
    if (random.chance(15)) {
      settings.add("PRAGMA foreign_keys=1");
    }
    if (random.chance(10)) {
      settings.add("PRAGMA recursive_triggers=1");
    }
    return settings;
  }

  /** A variant of the statement; the statement itself if it makes no table, or is to stay. The tables are noted. */
  String varied(String sql) {
    List<String> tokens = TextTokens.split(sql);
    int open = columnsOf(tokens);
    if (open < 0) {
      return sql;
    }
    int close = TextTokens.closing(tokens, open);
    if (close < 0) {
      return sql;
    }
    note(tokens, open, close);
    if (!random.chance(40)) {
      return sql;
    }
    switch (random.below(4)) {
      case 0 -> tokens.add(random.of(OPTIONS));
      case 1 -> changeTypes(tokens, open, close);
      case 2 -> {
        List<Integer> ends = ends(tokens, open, close);
        tokens.add(random.of(ends), random.of(COLUMN_CONSTRAINTS));
      }
      default -> {
        String column = columns.get(columns.size() - 1).isEmpty() ? "1" : random.of(columns.get(columns.size() - 1));
        tokens.add(close, ", mutant AS (" + column + random.of("", " || 'x'", " + 1") + ")" + random.of("", " STORED"));
      }
    }
    return TextTokens.join(tokens);
  }

  private void changeTypes(List<String> tokens, int open, int close) {
    for (int i = open; i < close; i++) {
      if (TYPES.contains(TextTokens.upper(tokens.get(i))) && random.chance(50)) {
        tokens.set(i, random.of(OTHER_TYPES));
      }
    }
  }

  /** Where the list of columns opens, if this makes a table of such a list; −1 otherwise. */
  private static int columnsOf(List<String> tokens) {
    int at = TextTokens.skipSpace(tokens, 0);
    if (at >= tokens.size() || !TextTokens.is(tokens.get(at), "CREATE")) {
      return -1;
    }
    boolean isTable = false;
    for (int i = at; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.equals("(")) {
        return isTable ? i : -1;
      }
      isTable |= TextTokens.is(token, "TABLE");
      if (TextTokens.is(token, "VIRTUAL") || TextTokens.is(token, "AS") || !isTable && Set.of("VIEW", "INDEX", "TRIGGER").contains(TextTokens.upper(token))) {
        return -1;
      }
    }
    return -1;
  }

  /** Where each column or constraint ends. */
  private static List<Integer> ends(List<String> tokens, int open, int close) {
    List<Integer> ends = new ArrayList<>();
    int depth = 0;
    for (int i = open; i <= close; i++) {
      depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
      if (i == close || depth == 1 && tokens.get(i).equals(",")) {
        ends.add(i);
      }
    }
    return ends;
  }

  private void note(List<String> tokens, int open, int close) {
    int name = open - 1;
    while (TextTokens.isSpace(tokens.get(name))) {
      name--;
    }
    List<String> names = new ArrayList<>();
    int start = open + 1;
    for (int end : ends(tokens, open, close)) {
      int at = TextTokens.skipSpace(tokens, start);
      if (at < end && !TABLE_CONSTRAINTS.contains(TextTokens.upper(tokens.get(at)))) {
        names.add(tokens.get(at));
      }
      start = end + 1;
    }
    tables.add(tokens.get(name));
    columns.add(names);
  }

  /** What to run between two statements of the script. */
  List<String> between() {
    if (tables.isEmpty() || !random.chance(12)) {
      return List.of();
    }
    int at = random.below(tables.size());
    String table = tables.get(at);
    String column = columns.get(at).isEmpty() ? "rowid" : random.of(columns.get(at));
    String name = "mutant_" + ++names;
    return switch (random.below(9)) {
      case 0, 1, 2 -> List.of("CREATE INDEX " + name + " ON " + table + "(" + column + random.of(INDEX_ORDERS) + ")");
      case 3 -> List.of("CREATE INDEX " + name + " ON " + table + "(" + column + ") WHERE " + column + " IS NOT NULL");
      case 4 -> List.of("CREATE INDEX " + name + " ON " + table + "(" + column + " + 1, " + random.of(columns.get(at).isEmpty() ? List.of(column) : columns.get(at)) + ")");
      case 5 -> List.of("ANALYZE");
      case 6 -> List.of("ALTER TABLE " + table + " RENAME TO " + name, "CREATE VIEW " + table + " AS SELECT * FROM " + name);
      case 7 -> List.of("ALTER TABLE " + table + " ADD COLUMN " + name + " DEFAULT " + random.of("5", "'d'", "NULL"));
      default -> List.of("CREATE TRIGGER " + name + " AFTER UPDATE ON " + table + " BEGIN DELETE FROM " + table + " WHERE " + column + " IS NULL; END");
    };
  }
}
