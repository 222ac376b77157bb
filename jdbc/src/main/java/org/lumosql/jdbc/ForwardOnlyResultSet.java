// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** What a forward-only, read-only result set refuses: the optional operations of JDBC on cursors that move back or write. */
abstract class ForwardOnlyResultSet implements ResultSet {
  @Override
  public boolean isLast() throws SQLException {
    throw new SQLFeatureNotSupportedException("isLast: result sets are forward-only", "0A000");
  }

  @Override
  public void beforeFirst() throws SQLException {
    throw new SQLFeatureNotSupportedException("ResultSet is TYPE_FORWARD_ONLY", "0A000");
  }

  @Override
  public void afterLast() throws SQLException {
    throw new SQLFeatureNotSupportedException("ResultSet is TYPE_FORWARD_ONLY", "0A000");
  }

  @Override
  public boolean first() throws SQLException {
    throw new SQLFeatureNotSupportedException("ResultSet is TYPE_FORWARD_ONLY", "0A000");
  }

  @Override
  public boolean last() throws SQLException {
    throw new SQLFeatureNotSupportedException("ResultSet is TYPE_FORWARD_ONLY", "0A000");
  }

  @Override
  public boolean absolute(int argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("ResultSet is TYPE_FORWARD_ONLY", "0A000");
  }

  @Override
  public boolean relative(int argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("ResultSet is TYPE_FORWARD_ONLY", "0A000");
  }

  @Override
  public boolean previous() throws SQLException {
    throw new SQLFeatureNotSupportedException("ResultSet is TYPE_FORWARD_ONLY", "0A000");
  }

  @Override
  public boolean rowUpdated() throws SQLException {
    return false;
  }

  @Override
  public boolean rowInserted() throws SQLException {
    return false;
  }

  @Override
  public boolean rowDeleted() throws SQLException {
    return false;
  }

  @Override
  public void updateNull(int argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNull: result sets are read-only", "0A000");
  }

  @Override
  public void updateBoolean(int argument1, boolean argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBoolean: result sets are read-only", "0A000");
  }

  @Override
  public void updateByte(int argument1, byte argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateByte: result sets are read-only", "0A000");
  }

  @Override
  public void updateShort(int argument1, short argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateShort: result sets are read-only", "0A000");
  }

  @Override
  public void updateInt(int argument1, int argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateInt: result sets are read-only", "0A000");
  }

  @Override
  public void updateLong(int argument1, long argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateLong: result sets are read-only", "0A000");
  }

  @Override
  public void updateFloat(int argument1, float argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateFloat: result sets are read-only", "0A000");
  }

  @Override
  public void updateDouble(int argument1, double argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateDouble: result sets are read-only", "0A000");
  }

  @Override
  public void updateBigDecimal(int argument1, BigDecimal argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBigDecimal: result sets are read-only", "0A000");
  }

  @Override
  public void updateString(int argument1, String argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateString: result sets are read-only", "0A000");
  }

  @Override
  public void updateBytes(int argument1, byte[] argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBytes: result sets are read-only", "0A000");
  }

  @Override
  public void updateDate(int argument1, Date argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateDate: result sets are read-only", "0A000");
  }

  @Override
  public void updateTime(int argument1, Time argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateTime: result sets are read-only", "0A000");
  }

  @Override
  public void updateTimestamp(int argument1, Timestamp argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateTimestamp: result sets are read-only", "0A000");
  }

  @Override
  public void updateAsciiStream(int argument1, InputStream argument2, int argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateAsciiStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateBinaryStream(int argument1, InputStream argument2, int argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBinaryStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateCharacterStream(int argument1, Reader argument2, int argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateObject(int argument1, Object argument2, int argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateObject: result sets are read-only", "0A000");
  }

  @Override
  public void updateObject(int argument1, Object argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateObject: result sets are read-only", "0A000");
  }

  @Override
  public void updateNull(String argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNull: result sets are read-only", "0A000");
  }

  @Override
  public void updateBoolean(String argument1, boolean argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBoolean: result sets are read-only", "0A000");
  }

  @Override
  public void updateByte(String argument1, byte argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateByte: result sets are read-only", "0A000");
  }

  @Override
  public void updateShort(String argument1, short argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateShort: result sets are read-only", "0A000");
  }

  @Override
  public void updateInt(String argument1, int argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateInt: result sets are read-only", "0A000");
  }

  @Override
  public void updateLong(String argument1, long argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateLong: result sets are read-only", "0A000");
  }

  @Override
  public void updateFloat(String argument1, float argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateFloat: result sets are read-only", "0A000");
  }

  @Override
  public void updateDouble(String argument1, double argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateDouble: result sets are read-only", "0A000");
  }

  @Override
  public void updateBigDecimal(String argument1, BigDecimal argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBigDecimal: result sets are read-only", "0A000");
  }

  @Override
  public void updateString(String argument1, String argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateString: result sets are read-only", "0A000");
  }

  @Override
  public void updateBytes(String argument1, byte[] argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBytes: result sets are read-only", "0A000");
  }

  @Override
  public void updateDate(String argument1, Date argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateDate: result sets are read-only", "0A000");
  }

  @Override
  public void updateTime(String argument1, Time argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateTime: result sets are read-only", "0A000");
  }

  @Override
  public void updateTimestamp(String argument1, Timestamp argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateTimestamp: result sets are read-only", "0A000");
  }

  @Override
  public void updateAsciiStream(String argument1, InputStream argument2, int argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateAsciiStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateBinaryStream(String argument1, InputStream argument2, int argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBinaryStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateCharacterStream(String argument1, Reader argument2, int argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateObject(String argument1, Object argument2, int argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateObject: result sets are read-only", "0A000");
  }

  @Override
  public void updateObject(String argument1, Object argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateObject: result sets are read-only", "0A000");
  }

  @Override
  public void insertRow() throws SQLException {
    throw new SQLFeatureNotSupportedException("insertRow: result sets are read-only", "0A000");
  }

  @Override
  public void updateRow() throws SQLException {
    throw new SQLFeatureNotSupportedException("updateRow: result sets are read-only", "0A000");
  }

  @Override
  public void deleteRow() throws SQLException {
    throw new SQLFeatureNotSupportedException("deleteRow: result sets are read-only", "0A000");
  }

  @Override
  public void refreshRow() throws SQLException {
    throw new SQLFeatureNotSupportedException("refreshRow: result sets are read-only", "0A000");
  }

  @Override
  public void cancelRowUpdates() throws SQLException {
    throw new SQLFeatureNotSupportedException("cancelRowUpdates: result sets are read-only", "0A000");
  }

  @Override
  public void moveToInsertRow() throws SQLException {
    throw new SQLFeatureNotSupportedException("moveToInsertRow: result sets are read-only", "0A000");
  }

  @Override
  public void moveToCurrentRow() throws SQLException {
    throw new SQLFeatureNotSupportedException("moveToCurrentRow: result sets are read-only", "0A000");
  }

  @Override
  public Ref getRef(int argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("getRef: SQLite has no such thing", "0A000");
  }

  @Override
  public Array getArray(int argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("getArray: SQLite has no such thing", "0A000");
  }

  @Override
  public Ref getRef(String argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("getRef: SQLite has no such thing", "0A000");
  }

  @Override
  public Array getArray(String argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("getArray: SQLite has no such thing", "0A000");
  }

  @Override
  public void updateRef(int argument1, Ref argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateRef: result sets are read-only", "0A000");
  }

  @Override
  public void updateRef(String argument1, Ref argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateRef: result sets are read-only", "0A000");
  }

  @Override
  public void updateBlob(int argument1, Blob argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBlob: result sets are read-only", "0A000");
  }

  @Override
  public void updateBlob(String argument1, Blob argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBlob: result sets are read-only", "0A000");
  }

  @Override
  public void updateClob(int argument1, Clob argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateClob(String argument1, Clob argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateArray(int argument1, Array argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateArray: result sets are read-only", "0A000");
  }

  @Override
  public void updateArray(String argument1, Array argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateArray: result sets are read-only", "0A000");
  }

  @Override
  public RowId getRowId(int argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("getRowId: SQLite has no such thing", "0A000");
  }

  @Override
  public RowId getRowId(String argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("getRowId: SQLite has no such thing", "0A000");
  }

  @Override
  public void updateRowId(int argument1, RowId argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateRowId: result sets are read-only", "0A000");
  }

  @Override
  public void updateRowId(String argument1, RowId argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateRowId: result sets are read-only", "0A000");
  }

  @Override
  public void updateNString(int argument1, String argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNString: result sets are read-only", "0A000");
  }

  @Override
  public void updateNString(String argument1, String argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNString: result sets are read-only", "0A000");
  }

  @Override
  public void updateNClob(int argument1, NClob argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateNClob(String argument1, NClob argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNClob: result sets are read-only", "0A000");
  }

  @Override
  public SQLXML getSQLXML(int argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("getSQLXML: SQLite has no such thing", "0A000");
  }

  @Override
  public SQLXML getSQLXML(String argument) throws SQLException {
    throw new SQLFeatureNotSupportedException("getSQLXML: SQLite has no such thing", "0A000");
  }

  @Override
  public void updateSQLXML(int argument1, SQLXML argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateSQLXML: result sets are read-only", "0A000");
  }

  @Override
  public void updateSQLXML(String argument1, SQLXML argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateSQLXML: result sets are read-only", "0A000");
  }

  @Override
  public void updateNCharacterStream(int argument1, Reader argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateNCharacterStream(String argument1, Reader argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateAsciiStream(int argument1, InputStream argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateAsciiStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateBinaryStream(int argument1, InputStream argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBinaryStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateCharacterStream(int argument1, Reader argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateAsciiStream(String argument1, InputStream argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateAsciiStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateBinaryStream(String argument1, InputStream argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBinaryStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateCharacterStream(String argument1, Reader argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateBlob(int argument1, InputStream argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBlob: result sets are read-only", "0A000");
  }

  @Override
  public void updateBlob(String argument1, InputStream argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBlob: result sets are read-only", "0A000");
  }

  @Override
  public void updateClob(int argument1, Reader argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateClob(String argument1, Reader argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateNClob(int argument1, Reader argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateNClob(String argument1, Reader argument2, long argument3) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateNCharacterStream(int argument1, Reader argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateNCharacterStream(String argument1, Reader argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateAsciiStream(int argument1, InputStream argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateAsciiStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateBinaryStream(int argument1, InputStream argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBinaryStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateCharacterStream(int argument1, Reader argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateAsciiStream(String argument1, InputStream argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateAsciiStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateBinaryStream(String argument1, InputStream argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBinaryStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateCharacterStream(String argument1, Reader argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateCharacterStream: result sets are read-only", "0A000");
  }

  @Override
  public void updateBlob(int argument1, InputStream argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBlob: result sets are read-only", "0A000");
  }

  @Override
  public void updateBlob(String argument1, InputStream argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateBlob: result sets are read-only", "0A000");
  }

  @Override
  public void updateClob(int argument1, Reader argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateClob(String argument1, Reader argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateNClob(int argument1, Reader argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNClob: result sets are read-only", "0A000");
  }

  @Override
  public void updateNClob(String argument1, Reader argument2) throws SQLException {
    throw new SQLFeatureNotSupportedException("updateNClob: result sets are read-only", "0A000");
  }
}
