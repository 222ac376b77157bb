// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer.Action;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Select.CompoundOperator;

/**
 * Binds the body of a common table; finds out whether it is recursive: whether its last arms name it in their FROM
 * clauses.
 */
final class RecursionResolver {
  private final ResolverState state;
  private final Scope outer;

  RecursionResolver(ResolverState state, Scope outer) {
    this.state = state;
    this.outer = outer;
  }

  BoundQuery commonTable(CommonTables.Entry entry) {
    Select select = entry.table().select();
    int first = firstRecursiveArm(select, entry.table().name());
    boolean isRecursive = first < select.arms().size();
    if (isRecursive && first == 0) {
      throw new SqlException("circular reference: " + entry.table().name());
    }
    entry.setError("circular reference: ");
    try {
      ResolverState inner = state.withCommonTables(entry.environment());
      QueryResolver resolver = new QueryResolver(inner, outer);
      Authority authority = state.databases().authority();
      if (isRecursive && authority != null && !authority.permits(Action.RECURSIVE, null, null, null)) {
        resolver.leaveOut();
      }
      BoundQuery query = resolver.query(select, isRecursive ? new Recursive(entry, first) : null);
      if (entry.table().columns() != null && entry.table().columns().size() != query.columnCount()) {
        throw wrongCount(entry, query.columnCount());
      }
      return query;
    } finally {
      entry.setError(null);
    }
  }

  static SqlException wrongCount(CommonTables.Entry entry, int actual) {
    return new SqlException(
        "table "
            + entry.table().name()
            + " has "
            + actual
            + " values for "
            + entry.table().columns().size()
            + " columns");
  }

  /** A recursive common table being bound. */
  record Recursive(CommonTables.Entry entry, int firstArm) {}

  /** The number of arms if none is recursive. */
  private static int firstRecursiveArm(Select select, String name) {
    int first = select.arms().size();
    CompoundOperator operator = first > 1 ? select.arms().get(first - 1).operator() : null;
    if (operator != CompoundOperator.UNION && operator != CompoundOperator.UNION_ALL) {
      return first;
    }
    while (first > 0) {
      Select.Arm arm = select.arms().get(first - 1);
      boolean continues = first == select.arms().size() || arm.operator() == operator;
      if (!continues || !(arm.core() instanceof Select.Simple core) || !names(core.from(), name)) {
        break;
      }
      first--;
    }
    return first;
  }

  private static boolean names(FromItem item, String name) {
    if (item instanceof FromItem.Join join) {
      return names(join.left(), name) || names(join.right(), name);
    }
    if (item instanceof FromItem.Parenthesised inner) {
      return names(inner.inner(), name);
    }
    return item instanceof FromItem.Table table && table.schema() == null && Ascii.equal(table.name(), name);
  }
}
