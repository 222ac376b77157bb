// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import org.lumosql.compat.differential.generate.SchemaModel.Table;

/** What ANALYZE leaves, changes of it, and what decides how much is looked at. */
final class StatisticsGrammar {
  /** SQLite counts too much in a table without a rowid that has several indexes. */
  private static final String WITH_ROWID = " WHERE tbl NOT IN (SELECT name FROM pragma_table_list WHERE wr)";

  private final Randomness random;

  StatisticsGrammar(Randomness random) {
    this.random = random;
  }

  Generated statement(Table table) {
    String schema = random.maybe(40, table.schema() + ".");
    return switch (random.below(10)) {
      case 0, 1, 2 -> Generated.query("SELECT tbl, idx, stat FROM " + schema + "sqlite_stat1" + WITH_ROWID);
      case 3, 4 -> Generated.query("SELECT tbl, idx, neq, nlt, ndlt, quote(sample) FROM " + schema + "sqlite_stat4" + WITH_ROWID);
      case 5 -> Generated.change("PRAGMA " + schema + "optimize" + random.of("", "(2)", "(0x10002)", "(-1)", "(0xfffe)"));
      case 6 -> Generated.definition("ANALYZE " + random.of("sqlite_schema", "main", table.schema(), table.text()));
      case 7 -> Generated.change(random.of("DELETE FROM " + schema + "sqlite_stat1", "DELETE FROM " + schema + "sqlite_stat4", "UPDATE " + schema + "sqlite_stat1 SET stat=" + statistic(),
          "UPDATE " + schema + "sqlite_stat1 SET idx=NULL", "INSERT OR REPLACE INTO " + schema + "sqlite_stat1(rowid,tbl,idx,stat) VALUES(" + random.between(1000, 1009) + ",'" + table.name() + "',NULL," + statistic() + ")" /* the other rows come in the order of a hash table */));
      case 8 -> Generated.definition("DROP TABLE " + random.maybe(50, "IF EXISTS ") + schema + random.of("sqlite_stat1", "sqlite_stat4"));
      default -> Generated.definition(random.of("ANALYZE", "ANALYZE " + table.text()));
    };
  }

  private String statistic() {
    return random.of("'100 1'", "'1000000 10 1'", "'5'", "'5 5 5 sz=9'", "'30 unordered'", "'30 noskipscan'", "''", "NULL", "'x'", "x'31'");
  }
}
