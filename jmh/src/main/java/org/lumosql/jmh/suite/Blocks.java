// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;

/** Amounts in blocks of 100 rows, as one client reads and moves them. The sum of a block never changes. */
public final class Blocks implements AutoCloseable {
  private static final int BLOCK = 100;
  private static final int AMOUNT = 1_000;
  /** Of {@link SQLException#getSQLState}: another transaction was in the way. */
  private static final String CONFLICT = "40001";

  private final Connection connection;
  private final int blocks;
  private final PreparedStatement sum;
  private final PreparedStatement move;
  private final SplittableRandom random = new SplittableRandom(Thread.currentThread().getId());
  private long retries;

  /** @param connection which is closed with this */
  public Blocks(Connection connection, int blocks) throws SQLException {
    this.connection = connection;
    this.blocks = blocks;
    this.sum = connection.prepareStatement("SELECT sum(v), count(*) FROM amount WHERE id BETWEEN ? AND ?");
    this.move = connection.prepareStatement("UPDATE amount SET v = CASE WHEN id = ? THEN v - 1 ELSE v + 1 END WHERE id = ? OR id = ?");
  }

  public static void fill(Connection connection, int blocks) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE amount(id INTEGER PRIMARY KEY, v INTEGER, note VARCHAR(100))");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO amount VALUES(?, ?, 'a note that every row has, so that a page has few')")) {
      for (int row = 0; row < blocks * BLOCK; row++) {
        insert.setInt(1, row);
        insert.setInt(2, AMOUNT);
        insert.executeUpdate();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Adds up a block chosen at random. @throws IllegalStateException if the sum is not that of one moment */
  public long read() throws SQLException {
    while (true) {
      try {
        return read(random.nextInt(blocks));
      } catch (SQLException failure) {
        retry(failure);
      }
    }
  }

  private long read(int block) throws SQLException {
    sum.setInt(1, block * BLOCK);
    sum.setInt(2, block * BLOCK + BLOCK - 1);
    try (ResultSet row = sum.executeQuery()) {
      row.next();
      if (row.getLong(1) != (long) AMOUNT * BLOCK || row.getInt(2) != BLOCK) {
        throw new IllegalStateException("block " + block + " has " + row.getInt(2) + " rows of " + row.getLong(1));
      }
      return row.getLong(1);
    }
  }

  /** Moves one from a row to another one of its block. */
  public int write() throws SQLException {
    int block = random.nextInt(blocks);
    int from = block * BLOCK + random.nextInt(BLOCK);
    int to = block * BLOCK + (from + 1 + random.nextInt(BLOCK - 1)) % BLOCK;
    while (true) {
      try {
        move.setInt(1, from);
        move.setInt(2, from);
        move.setInt(3, to);
        int moved = move.executeUpdate();
        if (moved != 2) {
          throw new IllegalStateException(moved + " rows were changed");
        }
        return moved;
      } catch (SQLException failure) {
        retry(failure);
      }
    }
  }

  private void retry(SQLException failure) throws SQLException {
    if (!CONFLICT.equals(failure.getSQLState())) {
      throw failure;
    }
    retries++;
  }

  /** How often another transaction was in the way. */
  public long retries() {
    return retries;
  }

  /** @throws IllegalStateException if a block has another sum than in the beginning */
  public void requireAll() throws SQLException {
    for (int block = 0; block < blocks; block++) {
      read(block);
    }
  }

  @Override
  public void close() throws SQLException {
    sum.close();
    move.close();
    connection.close();
  }
}
