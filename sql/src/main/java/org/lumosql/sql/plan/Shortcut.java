// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.sql.resolve.Source;

/**
 * The plan for one table that is asked for one row by rowid or by all of a unique key: nothing can be better, so
 * nothing else is looked at.
 */
final class Shortcut {
  private static final int ROWID_COST = 33;
  private static final int UNIQUE_COST = 39;

  private final PlanningContext context;

  Shortcut(PlanningContext context) {
    this.context = context;
  }

  /** The path, or null if there is none of this kind. */
  AccessPath find() {
    if (context.sources().size() != 1
        || context.isPart()
        || !(context.source(0) instanceof Source.TableSource source)
        || source.indexedBy() != null
        || context.joins().isOuter(0)) {
      return null;
    }
    if (source.table().hasRowid()) {
      AccessPath path = byKey(BoundIndex.rowid(source, 0));
      if (path != null) {
        path.run = ROWID_COST;
        return path;
      }
    }
    if (source.isNotIndexed()) {
      return null;
    }
    for (BoundIndex index : context.indexes().indexes(source)) {
      if (index.isUnique() && index.where() == null && !index.hasExpression()) {
        AccessPath path = byKey(index);
        if (path != null) {
          path.kind = AccessPath.Kind.INDEX;
          path.index = index;
          path.covering = new IndexCoverage(context, 0, index).hasAllColumns();
          path.run = UNIQUE_COST;
          return path;
        }
      }
    }
    return null;
  }

  private AccessPath byKey(BoundIndex index) {
    AccessPath path = null;
    for (int field = 0; field < index.keyCount(); field++) {
      Term equality = equality(index, field);
      if (equality == null) {
        return null;
      }
      path = path == null ? new AccessPath(0) : path;
      path.terms.add(equality);
    }
    path.equalCount = path.terms.size();
    path.constrained = true;
    path.equal = true;
    path.oneRow = true;
    path.rows = 1;
    return path;
  }

  private Term equality(BoundIndex index, int field) {
    int column = index.column(field);
    boolean notNull = column >= -1 && TermAnalyzer.isNotNull(context.source(0), column);
    int operators = notNull || index.isRowid() ? Operators.EQUAL | Operators.IS : Operators.EQUAL;
    List<Term> found = TermScan.ofField(context.terms(), context.masks(), 0, index, field, operators);
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).neededRight == 0) {
        return found.get(i);
      }
    }
    return null;
  }
}
