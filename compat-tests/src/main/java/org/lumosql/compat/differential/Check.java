// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.Generated;

/** Compares the state of two engines: counters, texts of the schema, contents, integrity. */
final class Check {
  private static final String COUNTERS = "SELECT changes(), total_changes(), last_insert_rowid()";
  private static final String SCHEMAS = "SELECT name FROM pragma_database_list WHERE name<>'temp' UNION ALL SELECT 'temp'";
  private static final String TABLES = "SELECT schema, name, wr FROM pragma_table_list WHERE type='table' AND (name NOT LIKE 'sqlite_%' OR name='sqlite_sequence')";
  private static final String INTEGRITY = "PRAGMA integrity_check";
  private static final int CROWDED = 60;

  /** What a check found. @param query the question whose answers differ */
  record Finding(Comparison.Kind kind, String query, Outcome left, Outcome right) {}

  private final Engine left;
  private final Engine right;
  private List<String> crowded = List.of();

  Check(Engine left, Engine right) {
    this.left = left;
    this.right = right;
  }

  /** Tables that were found to have many rows, by the last comparison of contents. */
  List<String> crowded() {
    return crowded;
  }

  /** Null if nothing differs. */
  Finding counters() {
    return ask(Comparison.Kind.COUNTERS, COUNTERS);
  }

  /** Null if nothing differs. */
  Finding integrity() {
    return ask(Comparison.Kind.INTEGRITY, INTEGRITY);
  }

  /** Texts of the schema and all rows of all tables. Null if nothing differs. */
  Finding contents() {
    Finding finding = ask(Comparison.Kind.SCHEMA, SCHEMAS);
    for (String[] schema : right.ask(SCHEMAS).rows()) {
      if (finding == null) {
        finding = ask(Comparison.Kind.SCHEMA, "SELECT type, name, tbl_name, sql FROM " + quoted(schema[0]) + ".sqlite_schema WHERE tbl_name<>'sqlite_stat4' ORDER BY rowid");
      }
    }
    List<String> large = new ArrayList<>();
    for (String[] table : right.ask(TABLES).rows()) {
      if (finding == null) {
        String name = quoted(table[0]) + "." + quoted(table[1]);
        boolean isNumbered = table[2].equals("i0") && !table[1].equals("tsqlite_sequence"); // VACUUM numbers the rows of such tables anew in SQLite
        String query = "SELECT " + (isNumbered ? "rowid, " : "") + "* FROM " + name;
        Outcome one = left.run(query);
        Outcome other = right.run(query);
        finding = finding(Comparison.Kind.CONTENT, query, one, other);
        if (other.rows().size() > CROWDED) {
          large.add(name);
        }
      }
    }
    crowded = large;
    return finding;
  }

  private static String quoted(String value) {
    return '"' + value.substring(1).replace("\"", "\"\"") + '"';
  }

  private Finding ask(Comparison.Kind kind, String query) {
    return finding(kind, query, left.ask(query), right.ask(query));
  }

  private static Finding finding(Comparison.Kind kind, String query, Outcome one, Outcome other) {
    Comparison.Kind compared = Comparison.compare(Generated.query(query), one, other);
    return compared == null || compared == Comparison.Kind.MESSAGE ? null : new Finding(kind, query, one, other);
  }
}
