// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

/** Virtual tables that both engines can make, and what may and may not be done with them. What is in them depends on pages, so that only their names are asked. */
final class VirtualTableGrammar {
  private final Randomness random;

  VirtualTableGrammar(Grammars grammars) {
    this.random = grammars.random;
  }

  String statement() {
    String name = random.of("d1", "d2");
    return switch (random.below(12)) {
      case 0, 1, 2, 3 -> "CREATE VIRTUAL TABLE " + random.maybe(20, "IF NOT EXISTS ") + random.of("", "", "main.", "temp.") + name + " USING dbstat" + random.of("", "", "()", "(main)", "(temp)", "(nosuch)", "(main,1)");
      case 4 -> "CREATE VIRTUAL TABLE d3 USING " + random.of("json_each", "json_tree('[1]')", "pragma_table_list", "nosuch", "nosuch(a,b)", "generated");
      case 5, 6 -> "DROP TABLE " + random.maybe(50, "IF EXISTS ") + name;
      case 7 -> random.of("INSERT INTO " + name + " VALUES(1)", "INSERT INTO " + name + "(name) VALUES('a') ON CONFLICT DO NOTHING", "DELETE FROM " + name, "UPDATE " + name + " SET name=1", "DELETE FROM " + name + " WHERE name='a' RETURNING name");
      case 8 -> "ALTER TABLE " + name + random.of(" RENAME TO d3", " RENAME name TO x", " ADD COLUMN x", " DROP COLUMN name", " ALTER name SET NOT NULL");
      case 9 -> random.of("CREATE INDEX i1 ON " + name + "(name)", "CREATE TRIGGER r1 AFTER INSERT ON " + name + " BEGIN SELECT 1; END", "REINDEX " + name, "ANALYZE " + name, "CREATE VIEW v1 AS SELECT name FROM " + name);
      default -> random.of("SELECT count(*)>0 FROM " + name, "SELECT DISTINCT name FROM " + name + " WHERE name LIKE 't%'", "SELECT count(*) FROM " + name + " WHERE name='nosuch'",
          "SELECT type, wr, strict FROM pragma_table_list WHERE name='" + name + "'", "SELECT name, type, hidden FROM pragma_table_xinfo('" + name + "')");
    };
  }
}
