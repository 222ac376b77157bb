// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** Parameters of SQLite take values of any type: what is told is the type of the value that is set. */
record LumoParameterMetaData(Object[] values) implements ParameterMetaData {
  private Object value(int parameter) throws SQLException {
    if (parameter < 1 || parameter > values.length) {
      throw new SQLException("parameter " + parameter + " of a statement with " + values.length + " parameters, which count from 1", "07009");
    }
    return values[parameter - 1];
  }

  @Override
  public int getParameterCount() {
    return values.length;
  }

  @Override
  public int isNullable(int parameter) {
    return parameterNullable;
  }

  @Override
  public boolean isSigned(int parameter) {
    return true;
  }

  @Override
  public int getPrecision(int parameter) {
    return 0;
  }

  @Override
  public int getScale(int parameter) {
    return 0;
  }

  @Override
  public int getParameterType(int parameter) throws SQLException {
    Object value = value(parameter);
    if (value instanceof Long number) {
      return number == number.intValue() ? Types.INTEGER : Types.BIGINT;
    } else if (value instanceof Double) {
      return Types.REAL;
    }
    boolean isBlob = value instanceof byte[] || value instanceof LargeParameter large && !large.isText();
    return isBlob ? Types.BLOB : Types.VARCHAR;
  }

  @Override
  public String getParameterTypeName(int parameter) throws SQLException {
    return java.sql.JDBCType.valueOf(getParameterType(parameter)).getName();
  }

  @Override
  public String getParameterClassName(int parameter) throws SQLException {
    Object value = value(parameter);
    return value == null ? String.class.getName() : value.getClass().getName();
  }

  @Override
  public int getParameterMode(int parameter) {
    return parameterModeIn;
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
