// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Inserts one row a transaction. */
final class SmallTransactions extends Workload {
  private static final int TRANSACTIONS = 200;

  private final String journalMode;
  private final String synchronous;
  private PreparedStatement insert;

  SmallTransactions(Connection connection, String journalMode, String synchronous) {
    super(connection);
    this.journalMode = journalMode;
    this.synchronous = synchronous;
  }

  @Override
  void reset() throws SQLException {
    if (insert == null) {
      execute("PRAGMA journal_mode=" + journalMode, "PRAGMA synchronous=" + synchronous, "CREATE TABLE one(k INTEGER PRIMARY KEY, v TEXT)");
      insert = connection.prepareStatement("INSERT INTO one VALUES(?, 'a value')");
    }
    execute("DELETE FROM one");
  }

  @Override
  long run() throws SQLException {
    long count = 0;
    for (int i = 0; i < TRANSACTIONS; i++) {
      insert.setLong(1, i);
      count += insert.executeUpdate();
    }
    return count;
  }

  @Override
  long operations() {
    return TRANSACTIONS;
  }

  @Override
  long expected() {
    return TRANSACTIONS;
  }
}
