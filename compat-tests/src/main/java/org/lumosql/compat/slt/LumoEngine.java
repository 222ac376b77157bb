// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/** Our own engine through its Java API. */
public final class LumoEngine implements SltEngine {
  private final Connection connection;

  public LumoEngine(String database) {
    connection = Connection.open(database);
  }

  public Connection connection() {
    return connection;
  }

  @Override
  public void execute(String sql) {
    try {
      connection.execute(sql);
    } catch (EngineException e) {
      throw new SltFailure(e.getMessage(), e);
    }
  }

  @Override
  public List<String> query(String sql, String types) {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      if (statement.columnCount() != types.length()) {
        throw new SltFailure("expected " + types.length() + " columns, got " + statement.columnCount(), null);
      }
      while (statement.step()) {
        for (int i = 0; i < types.length(); i++) {
          values.add(render(statement, i, types.charAt(i)));
        }
      }
    } catch (EngineException e) {
      throw new SltFailure(e.getMessage(), e);
    }
    return values;
  }

  private static String render(Statement statement, int column, char type) {
    if (statement.isNull(column)) {
      return Rendering.NULL;
    }
    return switch (type) {
      case 'I' -> Rendering.integer(statement.columnLong(column));
      case 'R' -> Rendering.real(statement.columnDouble(column));
      default -> Rendering.text(statement.columnText(column));
    };
  }

  @Override
  public String version() {
    return "LumoSQL for the JVM, SQLite " + query("SELECT sqlite_version()", "T").get(0);
  }

  @Override
  public void close() {
    connection.close();
  }
}
