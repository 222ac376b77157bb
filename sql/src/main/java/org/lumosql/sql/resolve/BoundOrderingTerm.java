// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

/** A term of ORDER BY. {@code nullsLast} is what holds after the default rule: NULLs are smaller than everything. */
public record BoundOrderingTerm(BoundExpression expression, boolean descending, boolean nullsLast) {
  /** Whether NULLs go to the end where they would not go by themselves. */
  public boolean hasBigNulls() {
    return nullsLast != descending;
  }
}
