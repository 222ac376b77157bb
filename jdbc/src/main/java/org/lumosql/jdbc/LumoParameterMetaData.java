// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** Parameters of SQLite take values of any type. */
record LumoParameterMetaData(int count) implements ParameterMetaData {
  @Override
  public int getParameterCount() {
    return count;
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
  public int getParameterType(int parameter) {
    return Types.VARCHAR;
  }

  @Override
  public String getParameterTypeName(int parameter) {
    return "VARCHAR";
  }

  @Override
  public String getParameterClassName(int parameter) {
    return Object.class.getName();
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
