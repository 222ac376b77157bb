// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Parts of the language that a run may leave out. */
public enum Feature {
  /** Statements that ask and change nothing; without them a run meets more changes. */
  QUERIES,
  /** Statements that change rows; without them a run meets more definitions. */
  CHANGES,
  JOINS,
  OUTER_JOINS,
  SUBQUERIES,
  COMMON_TABLES,
  COMPOUND,
  WINDOWS,
  ROW_VALUES,
  COLLATIONS,
  TABLE_FUNCTIONS,
  /** Not in every build of SQLite: off unless asked for. */
  SERIES,
  JSON,
  DATES,
  MATH,
  FORMATS,
  PERCENTILES,
  UPSERT,
  RETURNING,
  UPDATE_FROM,
  LIMITED_CHANGES,
  TRIGGERS,
  FOREIGN_KEYS,
  GENERATED_COLUMNS,
  STRICT,
  WITHOUT_ROWID,
  AUTOINCREMENT,
  INDEXES,
  VIEWS,
  ALTER,
  TRANSACTIONS,
  TEMPORARY,
  ATTACH,
  MAINTENANCE,
  /**
   * With {@link #MAINTENANCE}. It has no effect where a store keeps no pages, and so not SQLite's on the counters; nor are there the virtual tables that
   * describe pages, which go with it.
   */
  VACUUM,
  PRAGMAS;

  /** What a run covers unless it is told otherwise. */
  public static Set<Feature> usual() {
    return EnumSet.complementOf(EnumSet.of(SERIES));
  }

  /**
   * Reads a list such as {@code joins,windows} (these alone) or {@code -json,-dates} (all but these).
   *
   * @throws IllegalArgumentException for a name that is none
   */
  public static Set<Feature> parse(String list) {
    boolean without = list.startsWith("-");
    Set<Feature> features = without ? usual() : EnumSet.noneOf(Feature.class);
    for (String word : list.split(",")) {
      String name = word.startsWith("-") ? word.substring(1) : word;
      Feature feature = valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
      if (without) {
        features.remove(feature);
      } else {
        features.add(feature);
      }
    }
    return features;
  }
}
