// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.Step;

/** Runs the statements of tests on a connection, as texts or prepared. */
public final class StepRunner {
  private final Connection connection;

  public StepRunner(Connection connection) {
    this.connection = connection;
  }

  /** @param texts those of the test, made beforehand */
  public void texts(LumoTest test, List<String> texts, Output output) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < texts.size(); i++) {
        if (isTransaction(test.steps().get(i))) {
          continue;
        }
        if (statement.execute(texts.get(i))) {
          try (ResultSet rows = statement.getResultSet()) {
            output.add(rows);
          }
        }
      }
    }
  }

  /** Statements with parameters, each prepared once. */
  public void prepared(LumoTest test, Output output) throws SQLException {
    Map<String, PreparedStatement> statements = new HashMap<>();
    try {
      for (Step step : test.steps()) {
        if (isTransaction(step)) {
          continue;
        }
        PreparedStatement statement = statements.get(step.sql());
        if (statement == null) {
          statement = connection.prepareStatement(step.sql());
          statements.put(step.sql(), statement);
        }
        for (int i = 0; i < step.parameters().size(); i++) {
          Object value = step.parameters().get(i);
          if (value instanceof Integer number) {
            statement.setInt(i + 1, number);
          } else {
            statement.setString(i + 1, (String) value);
          }
        }
        if (statement.execute()) {
          try (ResultSet rows = statement.getResultSet()) {
            output.add(rows);
          }
        }
      }
    } finally {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
    }
  }

  /** Transactions by JDBC: not every engine has statements for them. */
  private boolean isTransaction(Step step) throws SQLException {
    if (step.isBegin()) {
      connection.setAutoCommit(false);
      return true;
    }
    if (step.isCommit()) {
      connection.commit();
      connection.setAutoCommit(true);
      return true;
    }
    return false;
  }
}
