// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.lumosql.value.Register;

/** The table that holds values of parameters ({@code .parameter}); those that it does not have are NULL. */
public final class Parameters {
  private static final String TABLE = "sqlite_parameters";

  private Parameters() {}

  /** Makes the table if it is not there. */
  public static void create(Connection connection) {
    if (!exist(connection)) {
      // the name is one of those that only a writable schema takes
      connection.execute(
          "PRAGMA writable_schema=ON; CREATE TABLE temp." + TABLE + "(key TEXT PRIMARY KEY, value) WITHOUT ROWID; PRAGMA writable_schema=OFF");
    }
  }

  public static boolean exist(Connection connection) {
    try (Statement found = connection.prepare("SELECT 1 FROM sqlite_temp_schema WHERE name='" + TABLE + "'")) {
      return found.step();
    }
  }

  /** Gives a statement's parameters the values of their names. */
  static void bind(Connection connection, Statement statement) {
    int count = statement.parameterCount();
    if (count == 0 || !exist(connection)) {
      return;
    }
    try (Statement value = connection.prepare("SELECT value FROM temp." + TABLE + " WHERE key=?1")) {
      for (int i = 1; i <= count; i++) {
        String name = statement.parameterName(i);
        value.bindText(1, name == null ? "?" + i : name);
        if (value.step()) {
          bind(statement, i, value);
        } else {
          statement.bindNull(i);
        }
        value.reset();
      }
    }
  }

  private static void bind(Statement statement, int number, Statement value) {
    switch (value.columnType(0)) {
      case Register.NULL -> statement.bindNull(number);
      case Register.INTEGER -> statement.bindLong(number, value.columnLong(0));
      case Register.REAL -> statement.bindDouble(number, value.columnDouble(0));
      case Register.TEXT -> statement.bindText(number, value.columnText(0));
      default -> statement.bindBlob(number, value.columnBlob(0));
    }
  }
}
