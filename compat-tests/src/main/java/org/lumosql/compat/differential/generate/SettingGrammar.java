// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Table;

/** Pragmas that change what statements do, those that tell about the schema, and maintenance. */
final class SettingGrammar {
  private final Grammars grammars;
  private final Randomness random;
  private final StatisticsGrammar statistics;
  private final DescriptionGrammar descriptions;

  SettingGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
    statistics = new StatisticsGrammar(random);
    descriptions = new DescriptionGrammar(random);
  }

  /** What a trial begins with. */
  Generated first() {
    return Generated.change("PRAGMA foreign_keys=" + (grammars.has(Feature.FOREIGN_KEYS) ? random.of("1", "1", "0") : "0"));
  }

  Generated statement() {
    List<Table> tables = grammars.schema().baseTables();
    if (tables.isEmpty()) {
      return first();
    }
    Table table = random.of(tables);
    if (grammars.has(Feature.MAINTENANCE) && (!grammars.has(Feature.PRAGMAS) || random.chance(40))) {
      String vacuum = grammars.has(Feature.VACUUM) && tables.stream().allMatch(SettingGrammar::keepsRowids) && !isAnyHidden(tables) ? "VACUUM" : "REINDEX";
      return Generated.definition(random.of("ANALYZE", "ANALYZE " + table.text(), "REINDEX", "REINDEX " + table.text(), vacuum, "REINDEX nocase",
          target("ANALYZE ", table), target("REINDEX ", table), grammars.has(Feature.VACUUM) && !isAnyHidden(tables) ? "VACUUM INTO ':memory:'" : "ANALYZE main"));
    }
    if (grammars.has(Feature.MAINTENANCE) && random.chance(12)) {
      return statistics.statement(table);
    }
    if (random.chance(20)) {
      return descriptions.statement(table);
    }
    if (grammars.has(Feature.AUTOINCREMENT) && random.chance(4)) {
      return Generated.change(random.of("UPDATE sqlite_sequence SET seq=" + random.between(-5, 500), "DELETE FROM sqlite_sequence", "UPDATE sqlite_sequence SET seq='x' WHERE name='" + table.name() + "'",
          "INSERT INTO sqlite_sequence VALUES('" + table.name() + "'," + random.between(1, 99) + ")"));
    }
    String switched = "=" + random.of("0", "1", "on", "off");
    return switch (random.below(19)) {
      case 0 -> Generated.change("PRAGMA foreign_keys" + switched);
      case 1 -> Generated.change("PRAGMA recursive_triggers" + switched);
      case 2 -> Generated.change("PRAGMA reverse_unordered_selects" + switched);
      case 3 -> Generated.change("PRAGMA defer_foreign_keys" + switched);
      case 4 -> Generated.change("PRAGMA ignore_check_constraints" + switched);
      case 5 -> Generated.change("PRAGMA automatic_index" + switched);
      case 6 -> Generated.query("PRAGMA table_xinfo(" + table.name() + ")");
      case 7 -> Generated.query("PRAGMA index_list(" + table.name() + ")");
      case 8 -> Generated.query("PRAGMA foreign_key_list(" + table.name() + ")");
      case 9 -> Generated.query("PRAGMA foreign_key_check");
      case 10 -> Generated.query("PRAGMA table_info(" + table.name() + ")");
      case 11 -> Generated.change("PRAGMA legacy_alter_table" + switched);
      case 12 -> Generated.change("PRAGMA count_changes" + random.of("=0", "=1", "=0", "=off"));
      case 13 -> Generated.query("PRAGMA " + random.maybe(30, table.schema() + ".") + random.of("integrity_check", "quick_check", "integrity_check(3)") + random.maybe(20, "(" + table.name() + ")"));
      case 14 -> Generated.query("PRAGMA " + random.maybe(30, table.schema() + ".") + "foreign_key_check(" + table.name() + ")");
      case 15 -> Generated.query("PRAGMA " + random.of("index_info", "index_xinfo") + "(" + (table.indexes().isEmpty() ? "nosuch" : random.of(table.indexes()).name()) + ")");
      case 16 -> Generated.change("PRAGMA " + random.of("user_version", "application_id") + random.of("", "=7", "=-1", "='x'", "=3000000000"));
      case 17 -> Generated.query("PRAGMA " + random.of("foreign_keys", "recursive_triggers", "defer_foreign_keys", "ignore_check_constraints", "legacy_alter_table", "count_changes", "reverse_unordered_selects", "automatic_index", "encoding"));
      default -> Generated.query("SELECT name, type, iif(type='table', ncol, 0), wr, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite%'" /* SQLite knows the columns of some views and virtual tables only */);
    };
  }

  private String target(String verb, Table table) {
    return verb + (table.indexes().isEmpty() || random.chance(30) ? random.of("main", "temp", table.schema()) : table.schema() + "." + random.of(table.indexes()).name());
  }

  /** Whether a temporary table or view has the name of a table: SQLite takes that for the table when it makes the indexes anew. */
  private boolean isAnyHidden(List<Table> tables) {
    return tables.stream().anyMatch(table -> table.schema().equals("main") && grammars.schema().temporaryNames().contains(table.name()));
  }

  /** Whether VACUUM does not number the rows anew in SQLite: ours never does. */
  private static boolean keepsRowids(Table table) {
    boolean isNamed = table.columns().stream().anyMatch(column -> column.primaryKeyPosition() == 1 && column.declaredType().equalsIgnoreCase("INTEGER"));
    return !table.schema().equals("main") || !table.hasRowid() || isNamed || !table.indexes().isEmpty();
  }
}
