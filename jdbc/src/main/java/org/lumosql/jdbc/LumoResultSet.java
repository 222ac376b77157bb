// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.LargeValue;
import org.lumosql.value.Register;

/** The rows of a statement, stepped as they are asked for. The first row was stepped to when the statement was executed. */
final class LumoResultSet extends LabelledResultSet {
  private final LumoStatement owner;
  private final org.lumosql.engine.Statement rows;
  private final boolean ownsRows;
  private final long maxRows;

  /** Rows are generated keys: whatever the key's column is called, it is the only one. */
  private boolean isKeys;

  private boolean nextIsReady;
  private boolean atEnd;
  private int row;
  private boolean wasNull;
  private int fetchSize;
  private boolean closed;
  private final DateSettings dates;
  /** Blobs and clobs of the present row that are read from the database; null if there are none. */
  private List<RowLob> lobs;

  /**
   * @param ownsRows close the statement with this, rather than reset it
   * @param hasRow whether the statement stands on its first row
   * @param maxRows 0 for all
   */
  LumoResultSet(
      LumoStatement owner, org.lumosql.engine.Statement rows, boolean ownsRows, boolean hasRow, long maxRows) {
    this.owner = owner;
    this.rows = rows;
    this.ownsRows = ownsRows;
    this.nextIsReady = hasRow;
    this.atEnd = !hasRow;
    this.maxRows = maxRows;
    this.dates = owner.connection.settings().dates();
  }

  private void requireOpen() throws SQLException {
    if (closed || owner.isStale()) {
      throw JdbcErrors.closed("result set");
    }
  }

  // ---- moving ----------------------------------------------------------------------------------------------------------------------

  @Override
  public boolean next() throws SQLException {
    requireOpen();
    if (atEnd || maxRows > 0 && row >= maxRows) {
      atEnd = true;
      return false;
    }
    if (nextIsReady) {
      nextIsReady = false;
    } else {
      step();
    }
    if (!atEnd) {
      row++;
    }
    return !atEnd;
  }

  private void step() throws SQLException {
    owner.connection.enter();
    try {
      leaveRow();
      owner.beforeStep();
      atEnd = !rows.step();
    } catch (EngineException e) {
      atEnd = true;
      throw owner.failure(e);
    } finally {
      owner.connection.leave();
    }
  }

  /** Whether the statement changes nothing. */
  boolean isReadOnly() {
    return rows.isReadOnly();
  }

  void acceptAnyName() {
    isKeys = true;
  }

  /** Runs the statement to its end. */
  void drain() throws SQLException {
    while (next()) {
      continue; // only the effects of the statement are wanted
    }
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    requireOpen();
    return row == 0 && !atEnd;
  }

  @Override
  public boolean isFirst() throws SQLException {
    requireOpen();
    return row == 1 && !atEnd;
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    requireOpen();
    return atEnd && row > 0;
  }

  @Override
  public int getRow() throws SQLException {
    requireOpen();
    return atEnd ? 0 : row;
  }

  // ---- columns ---------------------------------------------------------------------------------------------------------------------

  /** The value of a column in the present row: a view, to be looked at while other threads are kept out if there are any. */
  private Register value(int column) throws SQLException {
    requireRow(column);
    try {
      Register value = rows.columnValue(column - 1);
      wasNull = value.isNull();
      return value;
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
  }

  private void requireRow(int column) throws SQLException {
    requireOpen();
    if (row == 0 || atEnd) {
      throw new SQLException(
          row == 0 ? "the result set stands before its first row: call next() first" : "the result set has no more rows", "24000");
    }
    if (column < 1 || column > rows.columnCount()) {
      throw outOfBounds(column);
    }
  }

  private SQLException outOfBounds(int column) {
    return new SQLException("column " + column + " out of bounds [1," + rows.columnCount() + "]", "07009");
  }

  /** Keeps other threads out while a value is read, once there are any. Returns what {@link #endRead} is to be given. */
  private boolean beginRead() {
    boolean locked = owner.connection.isShared();
    if (locked) {
      owner.connection.enter();
    }
    return locked;
  }

  private void endRead(boolean locked) {
    if (locked) {
      owner.connection.leave();
    }
  }

  @Override
  public int findColumn(String label) throws SQLException {
    requireOpen();
    for (int i = 0; i < rows.columnCount(); i++) {
      if (rows.columnName(i).equalsIgnoreCase(label)) {
        return i + 1;
      }
    }
    if (isKeys) {
      return 1;
    }
    throw new SQLException("no such column: '" + label + "'", "42703");
  }

  @Override
  public boolean wasNull() throws SQLException {
    requireOpen();
    return wasNull;
  }

  @Override
  public String getString(int column) throws SQLException {
    boolean locked = beginRead();
    try {
      return value(column).isNull() ? null : rows.columnText(column - 1);
    } finally {
      endRead(locked);
    }
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    return getInt(column) != 0;
  }

  @Override
  public byte getByte(int column) throws SQLException {
    return (byte) getLong(column);
  }

  @Override
  public short getShort(int column) throws SQLException {
    return (short) getLong(column);
  }

  @Override
  public int getInt(int column) throws SQLException {
    return (int) getLong(column);
  }

  @Override
  public long getLong(int column) throws SQLException {
    boolean locked = beginRead();
    try {
      Register value = value(column);
      return value.type() == Register.INTEGER ? value.integer() : rows.columnLong(column - 1);
    } finally {
      endRead(locked);
    }
  }

  @Override
  public float getFloat(int column) throws SQLException {
    return (float) getDouble(column);
  }

  @Override
  public double getDouble(int column) throws SQLException {
    boolean locked = beginRead();
    try {
      Register value = value(column);
      return value.type() == Register.REAL ? value.real() : rows.columnDouble(column - 1);
    } finally {
      endRead(locked);
    }
  }

  @Override
  public BigDecimal getBigDecimal(int column) throws SQLException {
    Object value = getObject(column);
    if (value == null) {
      return null;
    } else if (value instanceof Long || value instanceof Integer) {
      return BigDecimal.valueOf(((Number) value).longValue());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      return BigDecimal.valueOf(number);
    }
    String text = getString(column);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new SQLException("Bad value for type BigDecimal : " + text, "22018", e);
    }
  }

  @Override
  @Deprecated
  public BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    BigDecimal number = getBigDecimal(column);
    return number == null ? null : number.setScale(scale, java.math.RoundingMode.HALF_UP);
  }

  @Override
  public byte[] getBytes(int column) throws SQLException {
    boolean locked = beginRead();
    try {
      return value(column).isNull() ? null : rows.columnBlob(column - 1);
    } finally {
      endRead(locked);
    }
  }

  @Override
  public Object getObject(int column) throws SQLException {
    boolean locked = beginRead();
    try {
      Register value = value(column);
      switch (value.type()) {
        case Register.NULL:
          return null;
        case Register.INTEGER:
          long number = value.integer();
          if (number == (int) number) {
            return (int) number;
          }
          return number;
        case Register.REAL:
          return value.real();
        case Register.TEXT:
          return rows.columnText(column - 1);
        default:
          return rows.columnBlob(column - 1);
      }
    } finally {
      endRead(locked);
    }
  }

  @Override
  public Object getObject(int column, Map<String, Class<?>> map) throws SQLException {
    return getObject(column);
  }

  @Override
  public <T> T getObject(int column, Class<T> type) throws SQLException {
    if (type == null) {
      throw new SQLException("getObject needs a class", "HY024");
    }
    boolean isNull = getObject(column) == null;
    @SuppressWarnings("unchecked")
    T converted = (T) (isNull ? null : convert(column, boxed(type)));
    return converted;
  }

  private static Class<?> boxed(Class<?> type) {
    return type.isPrimitive() ? java.lang.invoke.MethodType.methodType(type).wrap().returnType() : type;
  }

  private Object convert(int column, Class<?> type) throws SQLException {
    if (type == Integer.class) {
      return getInt(column);
    } else if (type == Long.class) {
      return getLong(column);
    } else if (type == Short.class) {
      return getShort(column);
    } else if (type == Byte.class) {
      return getByte(column);
    } else if (type == Boolean.class) {
      return getBoolean(column);
    } else if (type == Double.class) {
      return getDouble(column);
    } else if (type == Float.class) {
      return getFloat(column);
    } else if (type == BigDecimal.class) {
      return getBigDecimal(column);
    } else if (type == byte[].class) {
      return getBytes(column);
    } else if (type == Blob.class) {
      return getBlob(column);
    } else if (type == Clob.class) {
      return getClob(column);
    } else if (type == Object.class) {
      return getObject(column);
    }
    return convertText(column, type);
  }

  private Object convertText(int column, Class<?> type) throws SQLException {
    if (type == String.class) {
      return getString(column);
    } else if (type == java.util.UUID.class || type == java.math.BigInteger.class) {
      return Conversions.parse(getString(column), type);
    } else if (type == Date.class || type == Time.class || type == Timestamp.class || type == java.util.Date.class) {
      Long time = milliseconds(column, null);
      return time == null ? null : Conversions.date(time, type);
    } else if (type.getName().startsWith("java.time.")) {
      Object value = getObject(column);
      Long time = milliseconds(column, null);
      return time == null ? null : Conversions.time(value instanceof String text ? text : null, time, type);
    } else if (type == Calendar.class) {
      Calendar calendar = Calendar.getInstance();
      calendar.setTimeInMillis(milliseconds(column, null));
      return calendar;
    }
    throw new SQLException("cannot convert the value of column " + column + " to " + type.getName(), "22018");
  }

  // ---- dates: numbers are milliseconds since 1970, texts are ISO -------------------------------------------------------------------

  private Long milliseconds(int column, Calendar calendar) throws SQLException {
    Object value = getObject(column);
    if (value == null || value instanceof String text && text.isEmpty()) {
      return null;
    } else if (value instanceof Integer || value instanceof Long) {
      return dates.ofInteger(((Number) value).longValue());
    } else if (value instanceof Double day) {
      return DateSettings.ofJulianDay(day);
    }
    return dates.ofText(getString(column), calendar);
  }

  @Override
  public Date getDate(int column) throws SQLException {
    return getDate(column, null);
  }

  @Override
  public Date getDate(int column, Calendar calendar) throws SQLException {
    Long time = milliseconds(column, calendar);
    return time == null ? null : new Date(time);
  }

  @Override
  public Time getTime(int column) throws SQLException {
    return getTime(column, null);
  }

  @Override
  public Time getTime(int column, Calendar calendar) throws SQLException {
    Long time = milliseconds(column, calendar);
    return time == null ? null : new Time(time);
  }

  @Override
  public Timestamp getTimestamp(int column) throws SQLException {
    return getTimestamp(column, null);
  }

  @Override
  public Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
    Long time = milliseconds(column, calendar);
    return time == null ? null : new Timestamp(time);
  }

  // ---- streams and large values ----------------------------------------------------------------------------------------------------

  /** The value if it is large and was not read yet; else null. */
  private LargeValue large(int column) throws SQLException {
    boolean locked = beginRead();
    try {
      requireRow(column);
      LargeValue large = rows.columnLarge(column - 1);
      wasNull = rows.isNull(column - 1);
      return large;
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      endRead(locked);
    }
  }

  private RowLob lob(LargeValue large) {
    RowLob lob = new RowLob(owner.connection, large);
    lobs = lobs == null ? new ArrayList<>(2) : lobs;
    lobs.add(lob);
    return lob;
  }

  /** The row will be gone: what of it somebody still holds is copied. */
  private void leaveRow() throws SQLException {
    if (lobs != null) {
      List<RowLob> held = lobs;
      lobs = null;
      for (RowLob lob : held) {
        lob.keep();
      }
    }
  }

  @Override
  public InputStream getBinaryStream(int column) throws SQLException {
    LargeValue large = large(column);
    if (large != null) {
      return new RowLob(owner.connection, large).bytes();
    }
    byte[] bytes = getBytes(column);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  @Override
  public InputStream getAsciiStream(int column) throws SQLException {
    LargeValue large = large(column);
    if (large != null) {
      return new EncodedStream(new RowLob(owner.connection, large).text(), StandardCharsets.US_ASCII);
    }
    String text = getString(column);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Reader getCharacterStream(int column) throws SQLException {
    LargeValue large = large(column);
    if (large != null) {
      return new RowLob(owner.connection, large).text();
    }
    String text = getString(column);
    return text == null ? null : new StringReader(text);
  }

  @Override
  public Reader getNCharacterStream(int column) throws SQLException {
    return getCharacterStream(column);
  }

  @Override
  public String getNString(int column) throws SQLException {
    return getString(column);
  }

  @Override
  public URL getURL(int column) throws SQLException {
    String text = getString(column);
    try {
      return text == null ? null : URI.create(text).toURL();
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw new SQLException("not a URL: " + text, "22018", e);
    }
  }

  @Override
  @Deprecated
  public InputStream getUnicodeStream(int column) throws SQLException {
    LargeValue large = large(column);
    if (large != null) {
      return new EncodedStream(new RowLob(owner.connection, large).text(), StandardCharsets.UTF_8);
    }
    String text = getString(column);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public NClob getNClob(int column) throws SQLException {
    LargeValue large = large(column);
    if (large != null) {
      return new RowClob(lob(large));
    }
    String text = getString(column);
    return text == null ? null : new LumoClob(text);
  }

  @Override
  public Clob getClob(int column) throws SQLException {
    return getNClob(column);
  }

  @Override
  public Blob getBlob(int column) throws SQLException {
    LargeValue large = large(column);
    if (large != null) {
      return new RowBlob(lob(large));
    }
    byte[] bytes = getBytes(column);
    return bytes == null ? null : new LumoBlob(bytes);
  }

  // ---- about the result set --------------------------------------------------------------------------------------------------------

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    requireOpen();
    return new LumoResultSetMetaData(owner.connection, rows);
  }

  @Override
  public Statement getStatement() throws SQLException {
    requireOpen();
    return owner;
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
  public String getCursorName() throws SQLException {
    requireOpen();
    return null;
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    if (direction != ResultSet.FETCH_FORWARD) {
      throw new SQLFeatureNotSupportedException("only FETCH_FORWARD direction supported", "0A000");
    }
  }

  @Override
  public int getFetchDirection() throws SQLException {
    requireOpen();
    return ResultSet.FETCH_FORWARD;
  }

  @Override
  public void setFetchSize(int size) throws SQLException {
    requireOpen();
    fetchSize = size;
  }

  @Override
  public int getFetchSize() throws SQLException {
    requireOpen();
    return fetchSize;
  }

  @Override
  public int getType() throws SQLException {
    requireOpen();
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public int getConcurrency() throws SQLException {
    requireOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public int getHoldability() throws SQLException {
    requireOpen();
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    owner.connection.enter();
    try {
      if (!owner.isClosed() && !owner.connection.isClosed()) {
        leaveRow();
      }
      if (ownsRows) {
        rows.close();
      } else if (!owner.isClosed() && !owner.connection.isClosed()) {
        rows.reset();
      }
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      owner.connection.leave();
    }
    owner.resultsClosed(this);
  }

  @Override
  public boolean isClosed() {
    return closed || owner.isStale();
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
