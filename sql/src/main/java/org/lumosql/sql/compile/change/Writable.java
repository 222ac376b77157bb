// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement.TriggerTime;

/** Which tables a statement may change. */
final class Writable {
  private Writable() {}

  /** @throws SqlException if the table is not to be changed by users */
  static void require(Environment environment, Table table) {
    String name = Ascii.lower(table.name());
    if (environment.isInternal()) {
      return;
    }
    boolean isSchemaTable = table.definition().sql() == null && name.startsWith("sqlite_");
    if (isSchemaTable && !environment.isOn(Setting.WRITABLE_SCHEMA)) {
      throw new SqlException("table " + table.name() + " may not be modified");
    }
  }

  /**
   * With RETURNING a trigger of any event will do, as in SQLite: the statement then returns rows and changes none.
   *
   * @throws SqlException if a view has no INSTEAD OF trigger for the event
   */
  static void requireTrigger(Environment environment, Table view, RowTriggers triggers, boolean isReturning) {
    if (!triggers.has(TriggerTime.INSTEAD_OF) && !(isReturning && RowTriggers.exist(environment, view))) {
      throw new SqlException("cannot modify " + view.name() + " because it is a view");
    }
  }
}
