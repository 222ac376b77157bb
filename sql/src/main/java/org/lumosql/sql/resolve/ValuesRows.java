// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import java.util.ListIterator;
import org.lumosql.value.Affinity;

/**
 * Types of the columns of VALUES with several rows. In SQLite constant rows that follow each other are computed beside the query, which then sees columns without
 * affinity, even if a later row has one by a CAST. It begins with a row that has none itself, and not where the statement has a WITH or comes from the schema.
 */
final class ValuesRows {
  private ValuesRows() {}

  /** @param rows replaced where they are untyped */
  static void leaveUntyped(List<BoundQuery.Arm> rows) {
    boolean isUntyped = false;
    for (ListIterator<BoundQuery.Arm> next = rows.listIterator(1); next.hasNext(); ) {
      int index = next.nextIndex();
      isUntyped = isConstant(next.next()) && (isUntyped || isConstant(rows.get(index - 1)) && !hasAffinity(rows.get(index - 1)));
      if (isUntyped) {
        rows.set(index - 1, untyped(rows.get(index - 1)));
        rows.set(index, untyped(rows.get(index)));
      }
    }
  }

  /** Whether all rows are computed beside the query. */
  static boolean areBeside(List<List<BoundExpression>> rows) {
    return rows.stream().allMatch(row -> row.stream().allMatch(Constants::isConstant))
        && rows.get(0).stream().allMatch(value -> Typing.affinity(value) == Affinity.NONE);
  }

  private static BoundQuery.Arm untyped(BoundQuery.Arm row) {
    return new BoundQuery.Arm(row.operator(), row.block(), true);
  }

  private static boolean isConstant(BoundQuery.Arm row) {
    return row.block().results().stream().allMatch(result -> Constants.isConstant(result.expression()));
  }

  private static boolean hasAffinity(BoundQuery.Arm row) {
    return row.block().results().stream().anyMatch(result -> Typing.affinity(result.expression()) != Affinity.NONE);
  }
}
