// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.lumosql.engine.EngineException;

/** A prepared statement. Parameters are bound when set; a batch keeps its own copies. */
final class LumoPreparedStatement extends LumoStatement implements PreparedStatement {
  private final org.lumosql.engine.Statement statement;
  private final List<Object[]> batch = new ArrayList<>();
  private final Object[] values;

  LumoPreparedStatement(LumoConnection connection, String sql) throws SQLException {
    super(connection);
    try {
      statement = connection.engine().prepare(sql);
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
    values = new Object[statement.parameterCount()];
  }

  // ---- running ---------------------------------------------------------------------------------------------------------------------

  @Override
  public boolean execute() throws SQLException {
    requireOpen();
    closeResults();
    startExecution();
    return run(statement, false);
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    if (!execute()) {
      throw new SQLException("query does not return ResultSet", "02000");
    }
    return getResultSet();
  }

  @Override
  public int executeUpdate() throws SQLException {
    return (int) executeLargeUpdate();
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    if (execute()) {
      drainResults();
    }
    return Math.max(getLargeUpdateCount(), 0);
  }

  @Override
  public void addBatch() throws SQLException {
    requireOpen();
    batch.add(values.clone());
  }

  @Override
  public void clearBatch() throws SQLException {
    requireOpen();
    batch.clear();
  }

  @Override
  public int[] executeBatch() throws SQLException {
    requireOpen();
    int[] counts = new int[batch.size()];
    startBatch();
    try {
      for (int i = 0; i < counts.length; i++) {
        try {
          Object[] row = batch.get(i);
          for (int j = 0; j < row.length; j++) {
            bind(j + 1, row[j]);
          }
          counts[i] = executeUpdate();
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

  @Override
  public void addBatch(String sql) throws SQLException {
    throw new SQLException("a prepared statement takes no SQL", "HY010");
  }

  // ---- parameters ------------------------------------------------------------------------------------------------------------------

  /** @param value null, Long, Double, String or byte[] */
  private void bind(int index, Object value) throws SQLException {
    requireOpen();
    closeResults();
    try {
      if (value instanceof Long number) {
        statement.bindLong(index, number);
      } else if (value instanceof Double number) {
        statement.bindDouble(index, number);
      } else if (value instanceof String text) {
        statement.bindText(index, text);
      } else if (value instanceof byte[] bytes) {
        statement.bindBlob(index, bytes);
      } else {
        statement.bindNull(index);
      }
      values[index - 1] = value;
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
  }

  @Override
  public void clearParameters() throws SQLException {
    for (int i = 1; i <= values.length; i++) {
      bind(i, null);
    }
  }

  @Override
  public void setNull(int index, int type) throws SQLException {
    bind(index, null);
  }

  @Override
  public void setNull(int index, int type, String typeName) throws SQLException {
    bind(index, null);
  }

  @Override
  public void setBoolean(int index, boolean value) throws SQLException {
    bind(index, value ? 1L : 0L);
  }

  @Override
  public void setByte(int index, byte value) throws SQLException {
    bind(index, (long) value);
  }

  @Override
  public void setShort(int index, short value) throws SQLException {
    bind(index, (long) value);
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    bind(index, (long) value);
  }

  @Override
  public void setLong(int index, long value) throws SQLException {
    bind(index, value);
  }

  @Override
  public void setFloat(int index, float value) throws SQLException {
    bind(index, (double) value);
  }

  @Override
  public void setDouble(int index, double value) throws SQLException {
    bind(index, value);
  }

  @Override
  public void setBigDecimal(int index, BigDecimal value) throws SQLException {
    bind(index, value == null ? null : value.toString());
  }

  @Override
  public void setString(int index, String value) throws SQLException {
    bind(index, value);
  }

  @Override
  public void setNString(int index, String value) throws SQLException {
    bind(index, value);
  }

  @Override
  public void setBytes(int index, byte[] value) throws SQLException {
    bind(index, value == null ? null : value.clone());
  }

  @Override
  public void setDate(int index, Date value) throws SQLException {
    bind(index, value == null ? null : (Object) value.getTime());
  }

  @Override
  public void setDate(int index, Date value, Calendar calendar) throws SQLException {
    setDate(index, value);
  }

  @Override
  public void setTime(int index, Time value) throws SQLException {
    bind(index, value == null ? null : (Object) value.getTime());
  }

  @Override
  public void setTime(int index, Time value, Calendar calendar) throws SQLException {
    setTime(index, value);
  }

  @Override
  public void setTimestamp(int index, Timestamp value) throws SQLException {
    bind(index, value == null ? null : (Object) value.getTime());
  }

  @Override
  public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
    setTimestamp(index, value);
  }

  @Override
  public void setObject(int index, Object value) throws SQLException {
    if (value instanceof Blob blob) {
      setBlob(index, blob);
    } else if (value instanceof Clob clob) {
      setClob(index, clob);
    } else if (value instanceof InputStream stream) {
      setBinaryStream(index, stream);
    } else if (value instanceof Reader reader) {
      setCharacterStream(index, reader);
    } else {
      bind(index, Conversions.stored(value));
    }
  }

  @Override
  public void setObject(int index, Object value, int type) throws SQLException {
    setObject(index, value);
  }

  @Override
  public void setObject(int index, Object value, int type, int scale) throws SQLException {
    setObject(index, value);
  }

  @Override
  public void setURL(int index, URL value) throws SQLException {
    bind(index, value == null ? null : value.toString());
  }

  // ---- streams -----------------------------------------------------------------------------------------------------------------------

  private void bindStream(int index, InputStream stream, long length) throws SQLException {
    try {
      bind(index, stream == null ? null : length < 0 ? stream.readAllBytes() : stream.readNBytes((int) length));
    } catch (IOException e) {
      throw new SQLException("cannot read the stream of parameter " + index, "HY000", e);
    }
  }

  private void bindReader(int index, Reader reader, long length) throws SQLException {
    if (reader == null) {
      bind(index, null);
      return;
    }
    try {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      String all = text.toString();
      bind(index, length >= 0 && length < all.length() ? all.substring(0, (int) length) : all);
    } catch (IOException e) {
      throw new SQLException("cannot read the stream of parameter " + index, "HY000", e);
    }
  }

  @Override
  public void setBinaryStream(int index, InputStream stream) throws SQLException {
    bindStream(index, stream, -1);
  }

  @Override
  public void setBinaryStream(int index, InputStream stream, int length) throws SQLException {
    bindStream(index, stream, length);
  }

  @Override
  public void setBinaryStream(int index, InputStream stream, long length) throws SQLException {
    bindStream(index, stream, length);
  }

  @Override
  public void setBlob(int index, InputStream stream) throws SQLException {
    bindStream(index, stream, -1);
  }

  @Override
  public void setBlob(int index, InputStream stream, long length) throws SQLException {
    bindStream(index, stream, length);
  }

  @Override
  public void setBlob(int index, Blob value) throws SQLException {
    bind(index, value == null ? null : value.getBytes(1, (int) value.length()));
  }

  @Override
  public void setAsciiStream(int index, InputStream stream) throws SQLException {
    bindReader(index, stream == null ? null : new java.io.InputStreamReader(stream, StandardCharsets.US_ASCII), -1);
  }

  @Override
  public void setAsciiStream(int index, InputStream stream, int length) throws SQLException {
    setAsciiStream(index, stream, (long) length);
  }

  @Override
  public void setAsciiStream(int index, InputStream stream, long length) throws SQLException {
    bindReader(
        index, stream == null ? null : new java.io.InputStreamReader(stream, StandardCharsets.US_ASCII), length);
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int index, InputStream stream, int length) throws SQLException {
    bindReader(index, stream == null ? null : new java.io.InputStreamReader(stream, StandardCharsets.UTF_8), -1);
  }

  @Override
  public void setCharacterStream(int index, Reader reader) throws SQLException {
    bindReader(index, reader, -1);
  }

  @Override
  public void setCharacterStream(int index, Reader reader, int length) throws SQLException {
    bindReader(index, reader, length);
  }

  @Override
  public void setCharacterStream(int index, Reader reader, long length) throws SQLException {
    bindReader(index, reader, length);
  }

  @Override
  public void setNCharacterStream(int index, Reader reader) throws SQLException {
    bindReader(index, reader, -1);
  }

  @Override
  public void setNCharacterStream(int index, Reader reader, long length) throws SQLException {
    bindReader(index, reader, length);
  }

  @Override
  public void setClob(int index, Reader reader) throws SQLException {
    bindReader(index, reader, -1);
  }

  @Override
  public void setClob(int index, Reader reader, long length) throws SQLException {
    bindReader(index, reader, length);
  }

  @Override
  public void setClob(int index, Clob value) throws SQLException {
    bind(index, value == null ? null : value.getSubString(1, (int) value.length()));
  }

  @Override
  public void setNClob(int index, Reader reader) throws SQLException {
    bindReader(index, reader, -1);
  }

  @Override
  public void setNClob(int index, Reader reader, long length) throws SQLException {
    bindReader(index, reader, length);
  }

  @Override
  public void setNClob(int index, NClob value) throws SQLException {
    setClob(index, value);
  }

  // ---- types that SQLite has not -------------------------------------------------------------------------------------------------------

  @Override
  public void setArray(int index, Array value) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no arrays");
  }

  @Override
  public void setRef(int index, Ref value) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no references");
  }

  @Override
  public void setRowId(int index, RowId value) throws SQLException {
    throw new SQLFeatureNotSupportedException("use setLong for a rowid");
  }

  @Override
  public void setSQLXML(int index, SQLXML value) throws SQLException {
    throw new SQLFeatureNotSupportedException("SQLite has no XML type");
  }

  // ---- metadata --------------------------------------------------------------------------------------------------------------------------

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    requireOpen();
    return statement.columnCount() == 0 ? null : new LumoResultSetMetaData(statement);
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    requireOpen();
    return new LumoParameterMetaData(values.length);
  }

  @Override
  public void close() throws SQLException {
    if (!isClosed()) {
      super.close();
      try {
        statement.close();
      } catch (EngineException e) {
        throw JdbcErrors.of(e);
      }
    }
  }
}
