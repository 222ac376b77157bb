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
  private static final int INSTRUCTIONS_PER_CHECK = 1_000;

  private final org.lumosql.engine.Connection engine;
  private final String url;
  private boolean autoCommit = true;
  private boolean readOnly;
  private int savepointNumber;
  private boolean timerIsSet;
  private long deadline;

  LumoConnection(org.lumosql.engine.Connection engine, String url) {
    this.engine = engine;
    this.url = url;
  }

  org.lumosql.engine.Connection engine() {
    return engine;
  }

  String url() {
    return url;
  }

  void requireOpen() throws SQLException {
    if (engine.isClosed()) {
      throw JdbcErrors.closed("connection");
    }
  }

  /** Begins a transaction before a statement runs, if auto-commit is off and none is open. */
  void beforeStatement() throws SQLException {
    if (!autoCommit && engine.isAutocommit()) {
      run("BEGIN");
    }
  }

  /** Lets statements run so many seconds from now, 0 for any time. */
  void startTimer(int seconds) {
    if (seconds > 0) {
      deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      timerIsSet = true;
      engine.setProgressHandler(INSTRUCTIONS_PER_CHECK, this::isTimeUp);
    } else if (timerIsSet) {
      timerIsSet = false;
      engine.setProgressHandler(0, null);
    }
  }

  boolean isTimeUp() {
    return timerIsSet && System.nanoTime() - deadline >= 0;
  }

  private void run(String sql) throws SQLException {
    requireOpen();
    try {
      engine.execute(sql);
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
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
    return setSavepoint("jdbc_" + ++savepointNumber);
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    if (autoCommit) {
      throw new SQLException("savepoints need auto-commit off", "25000");
    }
    beforeStatement();
    run("SAVEPOINT \"" + name.replace("\"", "\"\"") + '"');
    return new NamedSavepoint(name, savepointNumber);
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    run("ROLLBACK TO \"" + savepoint.getSavepointName().replace("\"", "\"\"") + '"');
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    run("RELEASE \"" + savepoint.getSavepointName().replace("\"", "\"\"") + '"');
  }

  private record NamedSavepoint(String name, int number) implements Savepoint {
    @Override
    public int getSavepointId() {
      return number;
    }

    @Override
    public String getSavepointName() {
      return name;
    }
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    requireOpen();
    switch (level) {
      case TRANSACTION_SERIALIZABLE, TRANSACTION_REPEATABLE_READ, TRANSACTION_READ_COMMITTED, TRANSACTION_READ_UNCOMMITTED -> {
        // every transaction is serializable, which is at least what was asked for
      }
      default -> throw new SQLException("unsupported isolation level: " + level, "HY024");
    }
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    requireOpen();
    return TRANSACTION_SERIALIZABLE;
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
    if (type != ResultSet.TYPE_FORWARD_ONLY || concurrency != ResultSet.CONCUR_READ_ONLY) {
      throw new SQLFeatureNotSupportedException("result sets are forward-only and read-only");
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
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columnIndexes) throws SQLException {
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columnNames) throws SQLException {
    requireOpen();
    LumoPreparedStatement statement = new LumoPreparedStatement(this, sql);
    statement.wantKeys(columnNames);
    return statement;
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no stored procedures");
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
    try {
      return readOnly || Boolean.TRUE.equals(engine.isReadOnly("main"));
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
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
    return Map.of();
  }

  @Override
  public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no user-defined types");
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    if (holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw new SQLFeatureNotSupportedException("result sets close at commit");
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

  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
    requireOpen();
    engine.setBusyTimeout(milliseconds);
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    requireOpen();
    return 0;
  }

  // ---- values ----------------------------------------------------------------------------------------------------------------------

  @Override
  public Clob createClob() throws SQLException {
    throw new SQLFeatureNotSupportedException("use setString or setCharacterStream");
  }

  @Override
  public Blob createBlob() throws SQLException {
    throw new SQLFeatureNotSupportedException("use setBytes or setBinaryStream");
  }

  @Override
  public NClob createNClob() throws SQLException {
    throw new SQLFeatureNotSupportedException("use setString or setCharacterStream");
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no XML type");
  }

  @Override
  public Array createArrayOf(String type, Object[] elements) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no arrays");
  }

  @Override
  public Struct createStruct(String type, Object[] attributes) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no structured types");
  }

  // ---- the end ---------------------------------------------------------------------------------------------------------------------

  @Override
  public void abort(Executor executor) throws SQLException {
    engine.interrupt();
    executor.execute(engine::close);
  }

  @Override
  public void close() throws SQLException {
    try {
      engine.close();
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
  }

  @Override
  public boolean isClosed() {
    return engine.isClosed();
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
