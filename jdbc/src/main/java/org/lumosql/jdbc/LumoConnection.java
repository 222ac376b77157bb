// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.lumosql.engine.EngineException;

/** A JDBC connection over one of the engine. With auto-commit off, the first statement of a transaction begins it. */
final class LumoConnection implements Connection {
  private final org.lumosql.engine.Connection engine;
  private final String url;
  private final ConnectionSettings settings;
  private final ConnectionLock lock = new ConnectionLock();
  private boolean autoCommit = true;
  private boolean readOnly;
  private int isolation = TRANSACTION_SERIALIZABLE;
  private int savepointNumber;
  private int networkTimeout;
  private boolean hasDeadline;
  private int generation;

  LumoConnection(org.lumosql.engine.Connection engine, String url, ConnectionSettings settings) {
    this.engine = engine;
    this.url = url;
    this.settings = settings;
  }

  org.lumosql.engine.Connection engine() {
    return engine;
  }

  String url() {
    return url;
  }

  /** Grows when the connection is lent anew: statements of earlier times are closed. */
  int generation() {
    return generation;
  }

  ConnectionSettings settings() {
    return settings;
  }

  void requireOpen() throws SQLException {
    if (engine.isClosed()) {
      throw JdbcErrors.closed("connection");
    }
  }

  // ---- one thread at a time --------------------------------------------------------------------------------------------------------

  /** Keeps other threads out until {@link #leave}. */
  void enter() {
    lock.acquire(engine);
  }

  void leave() {
    lock.release();
  }

  /** Whether reading a row must keep other threads out too. */
  boolean isShared() {
    return lock.isShared();
  }

  // ---- for statements --------------------------------------------------------------------------------------------------------------

  /** Begins a transaction before a statement runs, if auto-commit is off and none is open. */
  void beforeStatement() throws SQLException {
    if (!autoCommit && engine.isAutocommit()) {
      run(settings.transactionMode().sql());
    }
  }

  /** Lets the next step run so many seconds, 0 for any time; never longer than the network timeout. Returns the moment when its time is up, 0 if never. */
  long startTimer(int seconds) {
    if (seconds == 0 && networkTimeout == 0) {
      if (hasDeadline) {
        hasDeadline = false;
        engine.clearDeadline();
      }
      return 0;
    }
    long nanoseconds =
        Math.min(
            seconds == 0 ? Long.MAX_VALUE : TimeUnit.SECONDS.toNanos(seconds),
            networkTimeout == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(networkTimeout));
    hasDeadline = true;
    long deadline = System.nanoTime() + nanoseconds;
    engine.setDeadline(deadline);
    return deadline == 0 ? 1 : deadline;
  }

  private void run(String sql) throws SQLException {
    requireOpen();
    enter();
    try {
      engine.execute(sql);
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      leave();
    }
  }

  // ---- transactions --------------------------------------------------------------------------------------------------------------

  @Override
  public void setAutoCommit(boolean on) throws SQLException {
    requireOpen();
    if (on && !autoCommit && !engine.isAutocommit()) {
      run("COMMIT");
    }
    autoCommit = on;
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    requireOpen();
    return autoCommit;
  }

  @Override
  public void commit() throws SQLException {
    requireManualCommit();
    if (!engine.isAutocommit()) {
      run("COMMIT");
    }
  }

  @Override
  public void rollback() throws SQLException {
    requireManualCommit();
    if (!engine.isAutocommit()) {
      run("ROLLBACK");
    }
  }

  private void requireManualCommit() throws SQLException {
    requireOpen();
    if (autoCommit) {
      throw new SQLException("database in auto-commit mode", "25000");
    }
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    return savepoint("jdbc_" + ++savepointNumber, savepointNumber);
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    return savepoint(name, 0);
  }

  private Savepoint savepoint(String name, int number) throws SQLException {
    requireOpen();
    if (autoCommit) {
      throw new SQLException("savepoints need auto-commit off: call setAutoCommit(false) first", "25000");
    }
    beforeStatement();
    run("SAVEPOINT " + quoted(name));
    return new LumoSavepoint(name, number);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    run("ROLLBACK TO " + quoted(LumoSavepoint.nameOf(savepoint)));
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    run("RELEASE " + quoted(LumoSavepoint.nameOf(savepoint)));
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    requireOpen();
    switch (level) {
      case TRANSACTION_SERIALIZABLE, TRANSACTION_REPEATABLE_READ, TRANSACTION_READ_COMMITTED, TRANSACTION_READ_UNCOMMITTED ->
          isolation = level; // every transaction is serializable, which is at least what was asked for
      default ->
          throw new SQLException(
              "Unsupported transaction isolation level: " + level
                  + ". Must be one of TRANSACTION_READ_UNCOMMITTED, TRANSACTION_READ_COMMITTED, TRANSACTION_REPEATABLE_READ, or"
                  + " TRANSACTION_SERIALIZABLE in java.sql.Connection",
              "HY024");
    }
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    requireOpen();
    return isolation;
  }

  // ---- statements ----------------------------------------------------------------------------------------------------------------

  @Override
  public Statement createStatement() throws SQLException {
    requireOpen();
    return new LumoStatement(this);
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    requireForwardOnly(type, concurrency);
    return createStatement();
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    return createStatement(type, concurrency);
  }

  private static void requireForwardOnly(int type, int concurrency) throws SQLException {
    if (type != ResultSet.TYPE_FORWARD_ONLY) {
      throw new SQLFeatureNotSupportedException("SQLite only supports TYPE_FORWARD_ONLY cursors", "0A000");
    }
    if (concurrency != ResultSet.CONCUR_READ_ONLY) {
      throw new SQLFeatureNotSupportedException("SQLite only supports CONCUR_READ_ONLY cursors", "0A000");
    }
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    requireOpen();
    return new LumoPreparedStatement(this, sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
    requireForwardOnly(type, concurrency);
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability) throws SQLException {
    return prepareStatement(sql, type, concurrency);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int autoGeneratedKeys) throws SQLException {
    requireOpen();
    return autoGeneratedKeys == Statement.RETURN_GENERATED_KEYS
        ? new LumoPreparedStatement(this, sql, KeyRequest.ALL)
        : new LumoPreparedStatement(this, sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columnIndexes) throws SQLException {
    return prepareStatement(
        sql, columnIndexes == null || columnIndexes.length == 0 ? Statement.NO_GENERATED_KEYS : Statement.RETURN_GENERATED_KEYS);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columnNames) throws SQLException {
    requireOpen();
    return new LumoPreparedStatement(this, sql, KeyRequest.of(columnNames));
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite does not support Stored Procedures", "0A000");
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    return prepareCall(sql);
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
    return prepareCall(sql);
  }

  @Override
  public String nativeSQL(String sql) {
    return sql;
  }

  // ---- about the connection --------------------------------------------------------------------------------------------------------

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    requireOpen();
    return new LumoDatabaseMetaData(this);
  }

  @Override
  public void setReadOnly(boolean readOnly) throws SQLException {
    run("PRAGMA query_only=" + (readOnly ? 1 : 0));
    this.readOnly = readOnly;
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    requireOpen();
    enter();
    try {
      return readOnly || Boolean.TRUE.equals(engine.isReadOnly("main"));
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      leave();
    }
  }

  @Override
  public void setCatalog(String catalog) throws SQLException {
    requireOpen();
  }

  @Override
  public String getCatalog() throws SQLException {
    requireOpen();
    return null;
  }

  @Override
  public void setSchema(String schema) throws SQLException {
    requireOpen();
  }

  @Override
  public String getSchema() throws SQLException {
    requireOpen();
    return null;
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    requireOpen();
    return null;
  }

  @Override
  public void clearWarnings() throws SQLException {
    requireOpen();
  }

  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    requireOpen();
    return new java.util.HashMap<>();
  }

  @Override
  public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no user-defined types", "0A000");
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    requireOpen();
    if (holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw new SQLFeatureNotSupportedException("SQLite only supports CLOSE_CURSORS_AT_COMMIT", "0A000");
    }
  }

  @Override
  public int getHoldability() throws SQLException {
    requireOpen();
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public boolean isValid(int timeout) throws SQLException {
    if (timeout < 0) {
      throw new SQLException("negative timeout: " + timeout, "HY024");
    }
    return !engine.isClosed();
  }

  @Override
  public void setClientInfo(String name, String value) throws SQLClientInfoException {
    // nothing is known, nothing is kept
  }

  @Override
  public void setClientInfo(Properties properties) throws SQLClientInfoException {
    // nothing is known, nothing is kept
  }

  @Override
  public String getClientInfo(String name) throws SQLException {
    requireOpen();
    return null;
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    requireOpen();
    return new Properties();
  }

  /** Statements that take longer fail, waiting for locks included; 0 for any time. */
  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
    requireOpen();
    if (milliseconds < 0) {
      throw new SQLException("negative timeout: " + milliseconds, "HY024");
    }
    networkTimeout = milliseconds;
    engine.setBusyTimeout(milliseconds == 0 ? settings.busyTimeout() : Math.min(milliseconds, settings.busyTimeout()));
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    requireOpen();
    return networkTimeout;
  }

  // ---- values ----------------------------------------------------------------------------------------------------------------------

  @Override
  public Clob createClob() throws SQLException {
    requireOpen();
    return new LumoClob("");
  }

  @Override
  public Blob createBlob() throws SQLException {
    requireOpen();
    return new LumoBlob(new byte[0]);
  }

  @Override
  public NClob createNClob() throws SQLException {
    requireOpen();
    return new LumoClob("");
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no XML type", "0A000");
  }

  @Override
  public Array createArrayOf(String type, Object[] elements) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no arrays", "0A000");
  }

  @Override
  public Struct createStruct(String type, Object[] attributes) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no structured types", "0A000");
  }

  // ---- the end ---------------------------------------------------------------------------------------------------------------------

  /** What a pool does before it lends the connection again: everything is as it was when it was opened. */
  void renew() throws SQLException {
    enter();
    try {
      generation++;
      engine.resetStatements();
      if (!engine.isAutocommit()) {
        engine.execute("ROLLBACK");
      }
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      leave();
    }
    autoCommit = true;
    isolation = TRANSACTION_SERIALIZABLE;
    setNetworkTimeout(null, 0);
    if (readOnly) {
      setReadOnly(false);
    }
  }

  @Override
  public void abort(Executor executor) throws SQLException {
    if (executor == null) {
      throw new SQLException("abort needs an executor", "HY024");
    }
    if (!engine.isClosed()) {
      engine.interrupt();
      executor.execute(this::closeEngine);
    }
  }

  private void closeEngine() {
    enter();
    try {
      engine.close();
    } finally {
      leave();
    }
  }

  /** Waits for a statement that another thread runs. */
  @Override
  public void close() throws SQLException {
    try {
      closeEngine();
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
  }

  @Override
  public boolean isClosed() {
    return engine.isClosed();
  }

  @Override
  public String toString() {
    return "LumoConnection " + url;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapping.unwrap(type, this, engine);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this) || type.isInstance(engine);
  }
}
