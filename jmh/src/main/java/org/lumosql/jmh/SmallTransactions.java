// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Inserts one row a transaction. */
public final class SmallTransactions extends Workload {
  private static final int TRANSACTIONS = 200;

  private final int transactions;
  private final String journalMode;
  private final String synchronous;
  private final String sync;
  private PreparedStatement insert;

  /** Null if commits need nothing. */
  private PreparedStatement afterCommit;


  /** With the settings that the connection has. @param sync a statement after each commit; empty if there is none */
  public SmallTransactions(Connection connection, int transactions, String sync) {
    this(connection, "", "", transactions, sync);
  }

  SmallTransactions(Connection connection, String journalMode, String synchronous) {
    this(connection, journalMode, synchronous, TRANSACTIONS, "");
  }

  private SmallTransactions(Connection connection, String journalMode, String synchronous, int transactions, String sync) {
    super(connection);
    this.transactions = transactions;
    this.journalMode = journalMode;
    this.synchronous = synchronous;
    this.sync = sync;
  }

  @Override
  public void reset() throws SQLException {
    if (insert == null) {
      if (!journalMode.isEmpty()) {
        execute("PRAGMA journal_mode=" + journalMode, "PRAGMA synchronous=" + synchronous);
      }
      execute("CREATE TABLE one(k INTEGER PRIMARY KEY, v VARCHAR(20))");
      insert = connection.prepareStatement("INSERT INTO one VALUES(?, 'a value')");
      afterCommit = sync.isEmpty() ? null : connection.prepareStatement(sync);
    }
    execute("DELETE FROM one");
  }

  @Override
  public long run() throws SQLException {
    long count = 0;
    for (int i = 0; i < transactions; i++) {
      insert.setLong(1, i);
      count += insert.executeUpdate();
      if (afterCommit != null) {
        afterCommit.execute();
      }
    }
    return count;
  }

  @Override
  public long operations() {
    return transactions;
  }

  @Override
  public long expected() {
    return transactions;
  }
}
