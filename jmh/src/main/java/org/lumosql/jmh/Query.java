// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One statement and a digest of all that it gives: every value of every row, in order, or the number of rows it changed. Statements before and after it
 * are not timed.
 */
final class Query extends Workload {
  private final Statement statement;
  private final AnalyticStatement text;
  private final long expected;
  private boolean entered;

  /** @param expected the digest that C SQLite's answer has */
  Query(Connection connection, AnalyticStatement text, long expected) throws SQLException {
    super(connection);
    this.text = text;
    this.expected = expected;
    this.statement = connection.createStatement();
  }

  /** Opens a query whose answer must be the one that C SQLite gives on a file of its own, and makes sure that it is. */
  static Query answeringAsSqlite(AnalyticStatement text, Engine engine, Path file, Path reference) throws SQLException {
    long answer;
    try (Query sqlite = new Query(Engine.SQLITE.open(reference), text, 0)) {
      sqlite.reset();
      answer = sqlite.run();
    }
    Query query = new Query(engine.open(file), text, answer);
    query.verify();
    return query;
  }

  @Override
  public void reset() throws SQLException {
    if (entered) {
      execute(text.after());
    }
    entered = true;
    execute(text.before());
  }

  @Override
  public long run() throws SQLException {
    if (!statement.execute(text.sql())) {
      return statement.getUpdateCount();
    }
    try (ResultSet rows = statement.getResultSet()) {
      return digest(rows);
    }
  }

  private static long digest(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    long digest = 0;
    while (rows.next()) {
      for (int i = 1; i <= columns; i++) {
        Object value = rows.getObject(i);
        // 7 and 7L are the same answer: drivers choose the class by the size
        int hash = value instanceof Integer ? Long.hashCode((Integer) value) : value == null ? 0 : value.hashCode();
        digest = digest * 31 + hash;
      }
    }
    return digest;
  }

  @Override
  public long operations() {
    return 1;
  }

  @Override
  public long expected() {
    return expected;
  }

  @Override
  public void close() throws SQLException {
    if (entered) {
      execute(text.after());
    }
    statement.close();
    super.close();
  }
}
