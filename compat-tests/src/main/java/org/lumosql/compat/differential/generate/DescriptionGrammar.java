// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import org.lumosql.compat.differential.generate.SchemaModel.Table;

/** Pragmas that describe the schema, as functions in FROM and with the name of a database. */
final class DescriptionGrammar {
  private static final String TABLES = " FROM sqlite_schema AS m JOIN ";

  private final Randomness random;

  DescriptionGrammar(Randomness random) {
    this.random = random;
  }

  Generated statement(Table table) {
    String schema = random.of("main", "temp", table.schema(), table.schema(), "nosuch");
    String pragma = random.of("table_info", "table_xinfo", "index_list", "foreign_key_list", "foreign_key_check");
    String name = random.of("'" + table.name().replace("\"", "") + "'", "NULL", "'sqlite_schema'", "1", "(SELECT name FROM sqlite_schema)");
    String index = table.indexes().isEmpty() ? "'nosuch'" : "'" + random.of(table.indexes()).name().replace("\"", "") + "'";
    return Generated.query(
        switch (random.below(11)) {
          case 0, 1 -> "SELECT * FROM pragma_" + pragma + "(" + name + ")";
          case 2 -> "SELECT * FROM pragma_" + pragma + "(" + name + ",'" + schema + "')";
          case 3 -> "SELECT * FROM pragma_" + random.of("index_info", "index_xinfo") + "(" + index + random.maybe(50, ",'" + schema + "'") + ")";
          case 4 -> "SELECT m.name, p.name, p.type, p.\"notnull\", p.dflt_value, p.pk, p.hidden" + TABLES + "pragma_table_xinfo(m.name) AS p WHERE m.type='table'";
          case 5 -> "SELECT m.name, i.*" + TABLES + "pragma_index_list(m.name) AS i WHERE m.type='table'";
          case 6 -> "SELECT m.name, x.*" + TABLES + "pragma_index_xinfo(m.name) AS x WHERE m.type='index'";
          case 7 -> "SELECT m.name, k.*" + TABLES + "pragma_foreign_key_list(m.name) AS k";
          case 8 -> "SELECT * FROM " + random.of("pragma_database_list", "pragma_collation_list", "pragma_user_version", "pragma_foreign_keys", "main.pragma_application_id",
              "pragma_foreign_key_check ORDER BY 1,2,3,4", "pragma_encoding");
          case 9 -> "SELECT schema, name, type, wr, strict FROM pragma_table_list(" + name + ")";
          default -> "PRAGMA " + schema + "." + pragma + "(" + table.name() + ")";
        });
  }
}
