// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;

/** {@link java.sql.Wrapper#unwrap} for all classes of the driver. */
final class Wrapping {
  private Wrapping() {}

  /** The first candidate that has the type; throws if none has. */
  static <T> T unwrap(Class<T> type, Object... candidates) throws SQLException {
    for (Object candidate : candidates) {
      if (type.isInstance(candidate)) {
        return type.cast(candidate);
      }
    }
    throw new SQLException("not a wrapper for " + type.getName(), "HY000");
  }
}
