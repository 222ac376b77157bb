// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.Map;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.SqlText;

/** Writes changed definitions to the schema tables and has the catalogue read again. */
final class SchemaRewriter {
  private SchemaRewriter() {}

  static void write(Environment environment, Definitions definitions) {
    for (Map.Entry<Definitions.Key, SqlText> entry : definitions.texts().entrySet()) {
      if (entry.getValue().isChanged()) {
        update(environment, entry.getKey(), entry.getValue().result());
      }
    }
    reload(environment, definitions.database());
  }

  /** Emits giving a row of the schema table another text. */
  static void update(Environment environment, Definitions.Key key, String sql) {
    SchemaWriter schema = new SchemaWriter(environment, key.database());
    schema.run(
        "UPDATE " + schema.qualifiedSchemaTable() + " SET sql=" + SchemaWriter.quote(sql) + " WHERE type='" + key.type()
            + "' AND name=" + SchemaWriter.quote(key.name()));
  }

  /** Emits reading the schema of a database anew, and that of temp, whose triggers and views may use it. */
  static void reload(Environment environment, int database) {
    SchemaWriter schema = new SchemaWriter(environment, database);
    schema.changeCookie();
    schema.parse(null);
    if (database != SchemaWriter.TEMP) {
      new SchemaWriter(environment, SchemaWriter.TEMP).parse(null);
    }
  }
}
