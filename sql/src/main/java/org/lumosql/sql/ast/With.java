// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/** WITH [RECURSIVE] …. */
public record With(boolean recursive, List<CommonTable> tables) {
  /** @param columns names in parentheses, or null */
  public record CommonTable(int position, String name, List<String> columns, Materialized materialized, Select select) {}

  /** Hints. */
  public enum Materialized {
    ANY,
    MATERIALIZED,
    NOT_MATERIALIZED
  }
}
