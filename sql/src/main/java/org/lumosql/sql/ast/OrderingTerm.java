// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

/** One term of ORDER BY. A collation is a {@link Expression.Collate} within the expression. */
public record OrderingTerm(Expression expression, boolean descending, Nulls nulls) {
  /** Where NULLs go. */
  public enum Nulls {
    /** First when ascending, last when descending. */
    DEFAULT,
    FIRST,
    LAST
  }
}
