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
import org.lumosql.bench.suite.Step;

/**
 * Runs the statements of a test on a connection, as texts or prepared, in one or more parts; those that were prepared are kept until it is closed.
 *
 * <p>Where the engine needs a statement to bring a commit to the disk, it follows each commit.
 */
public final class StepRunner implements AutoCloseable {
  private final Connection connection;
  private final Statement texts;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** Null if commits need nothing. */
  private final PreparedStatement sync;

  private boolean isInTransaction;

  /** @param sync what follows each commit; empty if nothing does */
  public StepRunner(Connection connection, String sync) throws SQLException {
    this.connection = connection;
    this.texts = connection.createStatement();
    this.sync = sync.isEmpty() ? null : connection.prepareStatement(sync);
  }

  /** @param texts those of the steps, made beforehand */
  public void texts(List<Step> steps, List<String> texts, Output output) throws SQLException {
    for (int i = 0; i < texts.size(); i++) {
      if (!isTransaction(steps.get(i))) {
        take(this.texts, this.texts.execute(texts.get(i)), output);
      }
    }
  }

  /** Statements with parameters, each prepared once. */
  public void prepared(List<Step> steps, Output output) throws SQLException {
    for (Step step : steps) {
      if (isTransaction(step)) {
        continue;
      }
      PreparedStatement statement = prepared.get(step.sql());
      if (statement == null) {
        statement = connection.prepareStatement(step.sql());
        prepared.put(step.sql(), statement);
      }
      for (int i = 0; i < step.parameters().size(); i++) {
        Object value = step.parameters().get(i);
        if (value instanceof Integer number) {
          statement.setInt(i + 1, number);
        } else {
          statement.setString(i + 1, (String) value);
        }
      }
      take(statement, statement.execute(), output);
    }
  }

  private void take(Statement statement, boolean hasRows, Output output) throws SQLException {
    if (hasRows) {
      try (ResultSet rows = statement.getResultSet()) {
        output.add(rows);
      }
    } else if (!isInTransaction) {
      sync();
    }
  }

  private void sync() throws SQLException {
    if (sync != null) {
      sync.execute();
    }
  }

  /** Transactions by JDBC: not every engine has statements for them. */
  private boolean isTransaction(Step step) throws SQLException {
    if (step.isBegin()) {
      connection.setAutoCommit(false);
      isInTransaction = true;
      return true;
    }
    if (step.isCommit()) {
      connection.commit();
      isInTransaction = false;
      sync();
      connection.setAutoCommit(true);
      return true;
    }
    return false;
  }

  /** Ends the statements, not the connection. */
  @Override
  public void close() throws SQLException {
    texts.close();
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    if (sync != null) {
      sync.close();
    }
  }
}
