// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.sql.Savepoint;

/** @param number 0 if the user gave the name */
record LumoSavepoint(String name, int number) implements Savepoint {
  @Override
  public int getSavepointId() throws SQLException {
    if (number == 0) {
      throw new SQLException("the savepoint has a name and no number: " + name, "HY010");
    }
    return number;
  }

  @Override
  public String getSavepointName() {
    return name;
  }

  static String nameOf(Savepoint savepoint) throws SQLException {
    if (savepoint instanceof LumoSavepoint own) {
      return own.name;
    }
    throw new SQLException("not a savepoint of this driver: " + savepoint, "3B001");
  }
}
