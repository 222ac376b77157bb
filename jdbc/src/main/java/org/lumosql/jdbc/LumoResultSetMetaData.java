// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import org.lumosql.engine.ColumnInfo;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Program;

/** About result columns: types by declaration, or by the present row's value where a column is an expression. */
final class LumoResultSetMetaData implements ResultSetMetaData {
  private final LumoConnection connection;
  private final Statement statement;

  LumoResultSetMetaData(LumoConnection connection, Statement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  private Program.ResultColumn column(int column) throws SQLException {
    if (column < 1 || column > statement.columnCount()) {
      throw new SQLException("column " + column + " out of bounds [1," + statement.columnCount() + "]", "07009");
    }
    try {
      return statement.resultColumn(column - 1);
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
  }

  /** What is declared about the table column that a result column is; null if it is none. */
  private ColumnInfo declaration(int column) throws SQLException {
    Program.ResultColumn origin = column(column);
    if (origin.table() == null || origin.column() == null) {
      return null;
    }
    connection.enter();
    try {
      return connection.engine().columnInfo(origin.database(), origin.table(), origin.column());
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      connection.leave();
    }
  }

  @Override
  public int getColumnCount() {
    return statement.columnCount();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return column(column).name();
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return column(column).name();
  }

  @Override
  public String getTableName(int column) throws SQLException {
    String table = column(column).table();
    return table == null ? "" : table;
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    column(column);
    return "";
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    column(column);
    return "";
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    String declared = column(column).declaredType();
    if (declared != null) {
      return SqlTypes.name(declared).toUpperCase(Locale.ROOT);
    }
    return switch (presentType(column)) {
      case Register.INTEGER -> "INTEGER";
      case Register.REAL -> "FLOAT";
      case Register.TEXT -> "TEXT";
      case Register.BLOB -> "BLOB";
      default -> "NUMERIC";
    };
  }

  private int presentType(int column) {
    return statement.isRunning() ? statement.columnType(column - 1) : Register.NULL;
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return SqlTypes.of(getColumnTypeName(column));
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    column(column);
    switch (presentType(column)) {
      case Register.INTEGER:
        long number = statement.columnLong(column - 1);
        return (number == (int) number ? Integer.class : Long.class).getName();
      case Register.REAL:
        return Double.class.getName();
      case Register.TEXT:
        return String.class.getName();
      default:
        return Object.class.getName();
    }
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return declaredNumber(column, 0);
  }

  @Override
  public int getScale(int column) throws SQLException {
    return declaredNumber(column, 1);
  }

  private int declaredNumber(int column, int index) throws SQLException {
    return Math.max(0, SqlTypes.number(column(column).declaredType(), index));
  }

  @Override
  public int getColumnDisplaySize(int column) {
    return Integer.MAX_VALUE;
  }

  @Override
  public int isNullable(int column) throws SQLException {
    ColumnInfo declared = declaration(column);
    return declared != null && declared.isNotNull() ? columnNoNulls : columnNullable;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    ColumnInfo declared = declaration(column);
    return declared != null && declared.isAutoincrement();
  }

  @Override
  public boolean isCaseSensitive(int column) {
    return true;
  }

  @Override
  public boolean isCurrency(int column) {
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int column) {
    return true;
  }

  @Override
  public boolean isReadOnly(int column) {
    return false;
  }

  @Override
  public boolean isSearchable(int column) {
    return true;
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    int type = getColumnType(column);
    return type == Types.NUMERIC || type == Types.INTEGER || type == Types.DECIMAL || type == Types.SMALLINT || type == Types.BIGINT
        || type == Types.FLOAT || type == Types.REAL || type == Types.DOUBLE || type == Types.TINYINT;
  }

  @Override
  public boolean isWritable(int column) {
    return true;
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
