// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.Types;

/** JDBC's type numbers for declared types. */
final class SqlTypes {
  private SqlTypes() {}

  /** @param name upper case, without parentheses */
  static int of(String name) {
    return switch (name) {
      case "BOOLEAN" -> Types.BOOLEAN;
      case "TINYINT" -> Types.TINYINT;
      case "SMALLINT", "INT2" -> Types.SMALLINT;
      case "BIGINT", "INT8", "UNSIGNED BIG INT" -> Types.BIGINT;
      case "DATE" -> Types.DATE;
      case "DATETIME", "TIMESTAMP" -> Types.TIMESTAMP;
      case "INT", "INTEGER", "MEDIUMINT" -> Types.INTEGER;
      case "DECIMAL" -> Types.DECIMAL;
      case "DOUBLE", "DOUBLE PRECISION" -> Types.DOUBLE;
      case "NUMERIC" -> Types.NUMERIC;
      case "REAL" -> Types.REAL;
      case "FLOAT" -> Types.FLOAT;
      case "CHAR", "CHARACTER", "NCHAR", "NATIVE CHARACTER" -> Types.CHAR;
      case "CLOB" -> Types.CLOB;
      case "BLOB" -> Types.BLOB;
      case "BINARY" -> Types.BINARY;
      default -> Types.VARCHAR;
    };
  }
}
