// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lumosql.engine.EngineException;
import org.lumosql.error.ResultCode;

/** A JDBC statement. A text may hold several statements: all but the last with rows run to their end. */
class LumoStatement implements Statement {
  final LumoConnection connection;
  private final List<String> batch = new ArrayList<>(0);
  private LumoResultSet results;
  private long updateCount = -1;
  /** Made when there are any: most statements have none. */
  private GeneratedKeys keys;
  /** Text of the last statement that changed something, and the rowid that it may have generated. */
  private String changedBy;
  private long lastRowid;
  private long maxRows;
  private int fetchSize;
  private int queryTimeout;
  private long deadline;
  private long totalBefore;
  private int maxFieldSize;
  private boolean inBatch;
  private boolean batchHasKeys;
  private boolean watching;
  private boolean closed;
  private boolean closeOnCompletion;

  private final int generation;

  LumoStatement(LumoConnection connection) {
    this.connection = connection;
    this.generation = connection.generation();
  }

  /** Whether the connection has been given to somebody else since. */
  final boolean isStale() {
    return generation != connection.generation();
  }

  final void requireOpen() throws SQLException {
    if (closed || isStale()) {
      throw JdbcErrors.closed("statement");
    }
    connection.requireOpen();
  }

  // ---- running ---------------------------------------------------------------------------------------------------------------------

  @Override
  public boolean execute(String sql) throws SQLException {
    return execute(sql, (KeyRequest) null, false);
  }

  /** @param sum whether the update count is that of all statements of the text rather than that of the last one */
  private boolean execute(String sql, KeyRequest request, boolean sum) throws SQLException {
    requireOpen();
    JdbcErrors.given(sql);
    closeResults();
    startExecution();
    connection.enter();
    try {
      if (BackupCommand.run(connection, sql)) {
        updateCount = 0;
        return false;
      }
      return executeAll(sql, request, sum);
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      connection.leave();
    }
  }

  private boolean executeAll(String sql, KeyRequest request, boolean sum) throws SQLException {
    long total = 0;
    int from = 0;
    boolean rows = false;
    while (from < sql.length() && !rows) {
      org.lumosql.engine.Statement statement =
          from == 0 ? connection.engine().prepare(sql) : connection.engine().prepare(sql, from);
      from = statement.end();
      if (statement.isEmpty()) {
        statement.close();
      } else if (request != null) {
        rows = runForKeys(statement, request);
      } else {
        rows = run(statement, true);
      }
      total += Math.max(0, updateCount);
    }
    if (sum && !rows && updateCount >= 0) {
      updateCount = total;
    }
    return rows;
  }

  private boolean runForKeys(org.lumosql.engine.Statement statement, KeyRequest request) throws SQLException {
    KeyPlan plan = KeyPlan.of(connection.engine(), statement, request);
    if (plan.statement() != statement) {
      statement.close();
    }
    return plan.run(this, true);
  }

  /**
   * Runs a statement to its first row or its end.
   *
   * @param own whether the statement is closed with its result set
   * @return whether it gives rows
   */
  final boolean run(org.lumosql.engine.Statement statement, boolean own) throws SQLException {
    connection.enter();
    try {
      connection.beforeStatement();
      deadline = connection.startTimer(queryTimeout);
      totalBefore = connection.engine().totalChanges();
      if (statement.columnCount() > 0) {
        boolean hasRow = statement.step();
        results = new LumoResultSet(this, statement, own, hasRow, maxRows);
        updateCount = -1;
        return true;
      }
      statement.step();
      changed(statement);
      finish(statement, own);
      return false;
    } catch (EngineException e) {
      finishQuietly(statement, own);
      throw failure(e);
    } finally {
      connection.leave();
    }
  }

  /** Runs a statement whose keys are listened for. */
  final void runWatched(org.lumosql.engine.Statement statement, boolean own, KeyPlan plan) throws SQLException {
    GeneratedKeys listener = keys();
    listener.watch(plan.target(), plan.request());
    connection.engine().addUpdateListener(listener);
    watching = true;
    try {
      run(statement, own);
      changedBy = null; // the keys are all there
    } finally {
      watching = false;
      connection.engine().removeUpdateListener(listener);
    }
  }

  /** Runs a statement that got a RETURNING clause, and keeps its rows as keys. */
  final void runReturning(org.lumosql.engine.Statement statement, boolean own) throws SQLException {
    connection.enter();
    try {
      connection.beforeStatement();
      deadline = connection.startTimer(queryTimeout);
      totalBefore = connection.engine().totalChanges();
      GeneratedKeys returned = keys();
      watching = true;
      while (statement.step()) {
        returned.add(statement);
      }
      changed(statement);
      changedBy = null;
      finish(statement, own);
    } catch (EngineException e) {
      finishQuietly(statement, own);
      throw failure(e);
    } finally {
      watching = false;
      connection.leave();
    }
  }

  private long changes() {
    org.lumosql.engine.Connection engine = connection.engine();
    return engine.totalChanges() == totalBefore ? 0 : engine.changes();
  }

  private void changed(org.lumosql.engine.Statement statement) {
    org.lumosql.engine.Connection engine = connection.engine();
    updateCount = statement.isReadOnly() ? 0 : changes();
    if (updateCount > 0) {
      changedBy = statement.sql();
      lastRowid = engine.lastInsertRowid();
      if (inBatch && !watching && isInsert(changedBy)) {
        keys().add(lastRowid);
      }
    }
  }

  private static void finish(org.lumosql.engine.Statement statement, boolean own) {
    if (own) {
      statement.close();
    } else {
      statement.reset();
    }
  }

  private static void finishQuietly(org.lumosql.engine.Statement statement, boolean own) {
    try {
      finish(statement, own);
    } catch (EngineException alreadyReported) {
      // the error of the step is the one that counts
      assert alreadyReported != null;
    }
  }

  /** To be called before each step after the first. */
  final void beforeStep() {
    deadline = connection.startTimer(queryTimeout);
  }

  /** The exception for an error of the engine; a timeout if the time was up. */
  final SQLException failure(EngineException error) {
    if (error.code() == ResultCode.INTERRUPT && deadline != 0 && System.nanoTime() - deadline >= 0) {
      String limit = queryTimeout > 0 ? "query timeout of " + queryTimeout + " s" : "network timeout";
      return new SQLTimeoutException("[SQLITE_INTERRUPT] stopped after the " + limit, "HYT00", error.code().code(), error);
    }
    return JdbcErrors.of(error);
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    if (!execute(sql)) {
      throw new SQLException("query does not return ResultSet", "02000");
    }
    return results;
  }

  @Override
  public int executeUpdate(String sql) throws SQLException {
    return (int) executeLargeUpdate(sql);
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    return update(sql, null);
  }

  private long update(String sql, KeyRequest request) throws SQLException {
    if (execute(sql, request, true)) {
      drainResults();
    }
    return Math.max(updateCount, 0);
  }

  /** Runs a statement with rows, such as one with RETURNING, to its end for the sake of its changes. */
  final void drainResults() throws SQLException {
    boolean reads = results.isReadOnly();
    results.drain();
    closeResults();
    updateCount = reads ? 0 : changes();
  }

  private static KeyRequest request(int autoGeneratedKeys) {
    return autoGeneratedKeys == RETURN_GENERATED_KEYS ? KeyRequest.ALL : null;
  }

  private static KeyRequest request(int[] columnIndexes) {
    return columnIndexes == null || columnIndexes.length == 0 ? null : KeyRequest.ALL;
  }

  @Override
  public int executeUpdate(String sql, int autoGeneratedKeys) throws SQLException {
    return (int) update(sql, request(autoGeneratedKeys));
  }

  @Override
  public int executeUpdate(String sql, int[] columnIndexes) throws SQLException {
    return (int) update(sql, request(columnIndexes));
  }

  @Override
  public int executeUpdate(String sql, String[] columnNames) throws SQLException {
    return (int) update(sql, KeyRequest.of(columnNames));
  }

  @Override
  public long executeLargeUpdate(String sql, int autoGeneratedKeys) throws SQLException {
    return update(sql, request(autoGeneratedKeys));
  }

  @Override
  public long executeLargeUpdate(String sql, int[] columnIndexes) throws SQLException {
    return update(sql, request(columnIndexes));
  }

  @Override
  public long executeLargeUpdate(String sql, String[] columnNames) throws SQLException {
    return update(sql, KeyRequest.of(columnNames));
  }

  @Override
  public boolean execute(String sql, int autoGeneratedKeys) throws SQLException {
    return execute(sql, request(autoGeneratedKeys), false);
  }

  @Override
  public boolean execute(String sql, int[] columnIndexes) throws SQLException {
    return execute(sql, request(columnIndexes), false);
  }

  @Override
  public boolean execute(String sql, String[] columnNames) throws SQLException {
    return execute(sql, KeyRequest.of(columnNames), false);
  }

  // ---- batches ---------------------------------------------------------------------------------------------------------------------

  @Override
  public void addBatch(String sql) throws SQLException {
    requireOpen();
    batch.add(sql);
  }

  @Override
  public void clearBatch() throws SQLException {
    requireOpen();
    batch.clear();
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return ints(executeLargeBatch());
  }

  static int[] ints(long[] counts) {
    return Arrays.stream(counts).mapToInt(count -> (int) count).toArray();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    requireOpen();
    long[] counts = new long[batch.size()];
    startBatch();
    try {
      for (int i = 0; i < counts.length; i++) {
        try {
          if (execute(batch.get(i), (KeyRequest) null, true) && results.isReadOnly()) {
            closeResults();
            throw new SQLException("query returns results", "HY000");
          } else if (results != null) {
            drainResults();
          }
          counts[i] = Math.max(updateCount, 0);
        } catch (SQLException e) {
          throw batchFailure(e, counts, i);
        }
      }
    } finally {
      batch.clear();
      endBatch();
    }
    return counts;
  }

  /** Until {@link #endBatch()} generated keys add up. */
  final void startBatch() {
    clearKeys();
    inBatch = true;
    batchHasKeys = true;
  }

  final void endBatch() {
    inBatch = false;
  }

  final void startExecution() {
    updateCount = -1;
    changedBy = null;
    if (!inBatch) {
      clearKeys();
    }
  }

  static BatchUpdateException batchFailure(SQLException cause, long[] counts, int done) {
    String message = "batch entry " + done + ": " + cause.getMessage();
    return new BatchUpdateException(message, cause.getSQLState(), cause.getErrorCode(), Arrays.copyOf(counts, done), cause);
  }

  // ---- results ---------------------------------------------------------------------------------------------------------------------

  @Override
  public ResultSet getResultSet() throws SQLException {
    requireOpen();
    return results;
  }

  @Override
  public int getUpdateCount() throws SQLException {
    return (int) getLargeUpdateCount();
  }

  @Override
  public long getLargeUpdateCount() throws SQLException {
    requireOpen();
    return updateCount;
  }

  final void setUpdateCount(long count) {
    updateCount = count;
  }

  @Override
  public boolean getMoreResults() throws SQLException {
    requireOpen();
    closeResults();
    updateCount = -1;
    return false;
  }

  @Override
  public boolean getMoreResults(int current) throws SQLException {
    return getMoreResults();
  }

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    requireOpen();
    if (!connection.settings().generatedKeys()) {
      return new GeneratedKeys().results(connection);
    }
    if (changedBy != null && !batchHasKeys && isInsert(changedBy)) {
      keys().clear();
      keys().add(lastRowid);
    }
    return keys().results(connection);
  }

  /** Whether a text that changed rows is an INSERT: one of the other kinds says so at once. */
  static boolean isInsert(String sql) {
    int start = 0;
    while (start < sql.length() && Character.isWhitespace(sql.charAt(start))) {
      start++;
    }
    return !sql.regionMatches(true, start, "UPDATE", 0, 6) && !sql.regionMatches(true, start, "DELETE", 0, 6);
  }

  private GeneratedKeys keys() {
    if (keys == null) {
      keys = new GeneratedKeys();
    }
    return keys;
  }

  private void clearKeys() {
    if (keys != null) {
      keys.clear();
    }
    batchHasKeys = false;
  }

  final void closeResults() throws SQLException {
    if (results != null) {
      LumoResultSet open = results;
      results = null;
      open.close();
    }
  }

  /** Called by a result set that was closed. */
  final void resultsClosed(LumoResultSet closedResults) throws SQLException {
    if (results == closedResults) {
      results = null;
      if (closeOnCompletion) {
        close();
      }
    }
  }

  // ---- settings --------------------------------------------------------------------------------------------------------------------

  @Override
  public void setMaxRows(int rows) throws SQLException {
    setLargeMaxRows(rows);
  }

  @Override
  public void setLargeMaxRows(long rows) throws SQLException {
    requireOpen();
    if (rows < 0) {
      throw new SQLException("max row count must be >= 0", "HY024");
    }
    maxRows = rows;
  }

  @Override
  public int getMaxRows() throws SQLException {
    requireOpen();
    return (int) maxRows;
  }

  @Override
  public long getLargeMaxRows() throws SQLException {
    requireOpen();
    return maxRows;
  }

  @Override
  public void setFetchSize(int rows) throws SQLException {
    requireOpen();
    fetchSize = rows;
  }

  @Override
  public int getFetchSize() throws SQLException {
    requireOpen();
    return fetchSize;
  }

  /** A hint, which is not taken. */
  @Override
  public void setFetchDirection(int direction) throws SQLException {
    requireOpen();
    if (direction != ResultSet.FETCH_FORWARD && direction != ResultSet.FETCH_REVERSE && direction != ResultSet.FETCH_UNKNOWN) {
      throw new SQLException("Unknown fetch direction " + direction + ". Must be one of FETCH_FORWARD, FETCH_REVERSE, or FETCH_UNKNOWN in java.sql.ResultSet", "HY024");
    }
  }

  @Override
  public int getFetchDirection() throws SQLException {
    requireOpen();
    return ResultSet.FETCH_FORWARD;
  }

  @Override
  public void setQueryTimeout(int seconds) throws SQLException {
    requireOpen();
    if (seconds < 0) {
      throw new SQLException("query timeout must be >= 0", "HY024");
    }
    queryTimeout = seconds;
  }

  @Override
  public int getQueryTimeout() throws SQLException {
    requireOpen();
    return queryTimeout;
  }

  @Override
  public void cancel() throws SQLException {
    requireOpen();
    connection.engine().interrupt();
  }

  /** Kept, without effect. */
  @Override
  public void setMaxFieldSize(int bytes) throws SQLException {
    requireOpen();
    if (bytes < 0) {
      throw new SQLException("max field size " + bytes + " cannot be negative", "HY024");
    }
    maxFieldSize = bytes;
  }

  @Override
  public int getMaxFieldSize() throws SQLException {
    requireOpen();
    return maxFieldSize;
  }

  @Override
  public void setEscapeProcessing(boolean enable) throws SQLException {
    requireOpen();
  }

  @Override
  public void setCursorName(String name) throws SQLException {
    requireOpen();
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
  public int getResultSetConcurrency() throws SQLException {
    requireOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public int getResultSetType() throws SQLException {
    requireOpen();
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public int getResultSetHoldability() throws SQLException {
    requireOpen();
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public Connection getConnection() throws SQLException {
    requireOpen();
    return connection;
  }

  @Override
  public void setPoolable(boolean poolable) throws SQLException {
    requireOpen();
  }

  @Override
  public boolean isPoolable() throws SQLException {
    requireOpen();
    return false;
  }

  @Override
  public void closeOnCompletion() throws SQLException {
    requireOpen();
    closeOnCompletion = true;
  }

  @Override
  public boolean isCloseOnCompletion() throws SQLException {
    requireOpen();
    return closeOnCompletion;
  }

  @Override
  public void close() throws SQLException {
    if (!closed) {
      closeResults();
      closed = true;
    }
  }

  @Override
  public boolean isClosed() {
    return closed || isStale();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapping.unwrap(type, this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
