// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.Locale;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement.TriggerTime;

/** Which tables a statement may change. */
final class Writable {
  private Writable() {}

  /** @throws SqlException if the table is not to be changed by users */
  static void require(Environment environment, Table table) {
    String name = table.name().toLowerCase(Locale.ROOT);
    if (environment.isInternal()) {
      return;
    }
    boolean isSchemaTable = table.definition().sql() == null && name.startsWith("sqlite_");
    if (isSchemaTable && !environment.isOn(Setting.WRITABLE_SCHEMA)) {
      throw new SqlException("table " + table.name() + " may not be modified");
    }
  }

  /** @throws SqlException if a view has no INSTEAD OF trigger for the event */
  static void requireTrigger(Table view, RowTriggers triggers) {
    if (!triggers.has(TriggerTime.INSTEAD_OF)) {
      throw new SqlException("cannot modify " + view.name() + " because it is a view");
    }
  }
}
