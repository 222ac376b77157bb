// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.value.Register;

/** Our engine. */
final class EngineSession implements GoldenSession {
  private final Connection connection;

  EngineSession(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<String> run(String sql, List<Object> bindings, boolean labels) {
    List<String> answer = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      for (int i = 0; i < bindings.size(); i++) {
        bind(statement, i + 1, bindings.get(i));
      }
      boolean more = statement.step();
      if (labels && statement.columnCount() > 0) {
        answer.add(labels(statement));
      }
      for (; more; more = statement.step()) {
        answer.add(row(statement));
      }
    } catch (EngineException e) {
      answer.add(GoldenValue.error(e.code().name(), e.getMessage()));
    }
    return answer;
  }

  private static void bind(Statement statement, int number, Object value) {
    if (value instanceof Long integer) {
      statement.bindLong(number, integer);
    } else if (value instanceof Double real) {
      statement.bindDouble(number, real);
    } else if (value instanceof String text) {
      statement.bindText(number, text);
    } else if (value instanceof byte[] blob) {
      statement.bindBlob(number, blob);
    } else {
      statement.bindNull(number);
    }
  }

  private static String labels(Statement statement) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < statement.columnCount(); i++) {
      labels.add(statement.columnName(i));
    }
    return "# " + String.join("|", labels);
  }

  private static String row(Statement statement) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < statement.columnCount(); i++) {
      row.append(i == 0 ? "" : "|").append(value(statement, i));
    }
    return row.toString();
  }

  private static String value(Statement statement, int column) {
    return switch (statement.columnType(column)) {
      case Register.NULL -> GoldenValue.NULL;
      case Register.TEXT -> GoldenValue.text(statement.columnText(column));
      case Register.BLOB -> GoldenValue.blob(statement.columnBlob(column));
      default -> statement.columnText(column);
    };
  }

  @Override
  public void close() {
    connection.close();
  }
}
