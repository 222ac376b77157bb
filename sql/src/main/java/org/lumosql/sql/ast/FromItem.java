// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/** What stands in a FROM clause; null where there is none. */
public sealed interface FromItem {
  /**
   * A table or view.
   *
   * @param schema or null
   * @param alias or null
   * @param indexedBy name of the index, or null
   * @param notIndexed NOT INDEXED was said
   */
  record Table(int position, String schema, String name, String alias, String indexedBy, boolean notIndexed)
      implements FromItem {}

  /** A table-valued function. */
  record Function(int position, String schema, String name, List<Expression> arguments, String alias)
      implements FromItem {}

  record Subselect(int position, Select select, String alias) implements FromItem {}

  /** A join in parentheses, which may have an alias in SQLite. */
  record Parenthesised(int position, FromItem inner, String alias) implements FromItem {}

  /**
   * Two items joined; left-deep as the grammar says.
   *
   * @param comma joined by a comma rather than a word
   * @param on or null
   * @param using column names, or null
   */
  record Join(
      int position, FromItem left, FromItem right, JoinType type, boolean natural, boolean comma, Expression on, List<String> using)
      implements FromItem {}

  /** Kinds of join. */
  enum JoinType {
    INNER,
    /** As INNER, but the order of the two tables is kept. */
    CROSS,
    LEFT,
    RIGHT,
    FULL
  }
}
