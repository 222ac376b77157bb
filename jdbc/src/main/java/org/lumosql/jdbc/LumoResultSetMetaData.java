// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Program;

/** About result columns: types by declaration, or by the present row's value where a column is an expression. */
final class LumoResultSetMetaData implements ResultSetMetaData {
  private final Statement statement;

  LumoResultSetMetaData(Statement statement) {
    this.statement = statement;
  }

  private Program.ResultColumn column(int column) throws SQLException {
    try {
      return statement.resultColumn(column - 1);
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
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
    return getTableName(column);
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
      int parenthesis = declared.indexOf('(');
      return (parenthesis < 0 ? declared : declared.substring(0, parenthesis)).strip().toUpperCase(Locale.ROOT);
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
    return switch (getColumnType(column)) {
      case Types.INTEGER, Types.SMALLINT, Types.TINYINT, Types.BOOLEAN -> Integer.class.getName();
      case Types.BIGINT -> Long.class.getName();
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> Double.class.getName();
      case Types.BLOB, Types.BINARY -> byte[].class.getName();
      default -> String.class.getName();
    };
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return declaredNumber(column, 0);
  }

  @Override
  public int getScale(int column) throws SQLException {
    return declaredNumber(column, 1);
  }

  /** A number between the parentheses of the declared type; 0 if there is none. */
  private int declaredNumber(int column, int index) throws SQLException {
    String declared = column(column).declaredType();
    int open = declared == null ? -1 : declared.indexOf('(');
    int close = declared == null ? -1 : declared.indexOf(')', open + 1);
    if (open < 0 || close < 0) {
      return 0;
    }
    String[] numbers = declared.substring(open + 1, close).split(",");
    try {
      return index < numbers.length ? Integer.parseInt(numbers[index].strip()) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public int getColumnDisplaySize(int column) {
    return Integer.MAX_VALUE;
  }

  @Override
  public int isNullable(int column) {
    return columnNullableUnknown;
  }

  @Override
  public boolean isAutoIncrement(int column) {
    return false;
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
    return false;
  }

  @Override
  public boolean isReadOnly(int column) {
    return true;
  }

  @Override
  public boolean isSearchable(int column) {
    return true;
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    int type = getColumnType(column);
    return type != Types.VARCHAR && type != Types.BLOB;
  }

  @Override
  public boolean isWritable(int column) {
    return false;
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
