// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.plan.AccessPath;
import org.lumosql.sql.plan.BoundIndex;
import org.lumosql.sql.plan.LoopPlan;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.Source;

/** The line that EXPLAIN QUERY PLAN has for a loop (https://sqlite.org/eqp.html). */
final class PlanLine {
  private PlanLine() {}

  /**
   * @param extreme the loop only looks for the first or last row of an index
   * @param leftJoin marks it
   * @param rightJoin rows must be known by their rowids, too
   * @param isPart it is for one disjunct
   */
  static String of(LoopPlan loop, boolean extreme, boolean leftJoin, boolean rightJoin, boolean isPart) {
    AccessPath path = loop.path();
    boolean search =
        path.isConstrained() && (path.equalCount() > 0 || path.hasRange() || path.kind() == AccessPath.Kind.OR)
            || extreme
            || path.isVirtual() && path.virtualChoice().isSearch();
    StringBuilder line = new StringBuilder(search ? "SEARCH " : "SCAN ").append(nameOf(loop.source()));
    if (loop.source().isExists() && !isPart) {
      line.append(" EXISTS");
    }
    switch (path.kind()) {
      case INDEX:
        addIndex(line, path, search, path.isCovering() && !rightJoin);
        break;
      case AUTOMATIC_INDEX:
        line.append(" USING AUTOMATIC ").append(path.isPartialAutomatic() ? "PARTIAL " : "").append("COVERING INDEX");
        addTerms(line, path, loop.source());
        break;
      case TABLE:
        if (path.isConstrained()) {
          addRowid(line, path);
        }
        break;
      case VIRTUAL:
        line.append(" VIRTUAL TABLE INDEX ").append(path.virtualChoice().shownIndex());
        break;
      default:
        break;
    }
    if (leftJoin) {
      line.append(" LEFT-JOIN");
    }
    return line.toString();
  }

  /** How messages name a source: rows of VALUES by their number, others by their alias if they have one. */
  static String nameOf(Source source) {
    if (isRows(source)) {
      return ((Source.QuerySource) source).query().arms().size() + "-ROW VALUES CLAUSE";
    }
    return source.name() == null ? "(subquery)" : source.shownName();
  }

  /** Whether a source is rows of VALUES that SQLite computes beside the query: the plan has no line for what makes them. */
  static boolean isRows(Source source) {
    return source instanceof Source.QuerySource rows
        && rows.query().isCompound()
        && rows.query().arms().stream().allMatch(BoundQuery.Arm::isUntyped);
  }

  /** The name behind an alias, as the statement has it. */
  static String statedNameOf(Source.QuerySource source) {
    return source.statedName() == null ? nameOf(source) : source.statedName();
  }

  /** The name behind an alias, as it was defined. */
  static String definedNameOf(Source source) {
    if (source instanceof Source.TableSource table) {
      return table.table().name();
    }
    return source instanceof Source.QuerySource query && query.definedName() != null
        ? query.definedName()
        : nameOf(source);
  }

  private static void addIndex(StringBuilder line, AccessPath path, boolean search, boolean covering) {
    BoundIndex index = path.index();
    if (index.index().isTable()) {
      if (search) {
        line.append(" USING PRIMARY KEY");
      }
    } else {
      line.append(covering ? " USING COVERING INDEX " : " USING INDEX ").append(index.index().name());
    }
    addTerms(line, path, null);
  }

  private static void addTerms(StringBuilder line, AccessPath path, Source source) {
    if (path.equalCount() == 0 && !path.hasRange()) {
      return;
    }
    line.append(" (");
    for (int i = 0; i < path.equalCount(); i++) {
      if (i > 0) {
        line.append(" AND ");
      }
      String name = fieldName(path, i, source);
      line.append(i < path.skipCount() ? "ANY(" + name + ")" : name + "=?");
    }
    boolean more = path.equalCount() > 0;
    if (path.bottomTerm() != null) {
      addBound(line, path, path.bottomCount(), more, ">");
      more = true;
    }
    if (path.topTerm() != null) {
      addBound(line, path, path.topCount(), more, "<");
    }
    line.append(')');
  }

  private static void addBound(StringBuilder line, AccessPath path, int count, boolean more, String operator) {
    if (more) {
      line.append(" AND ");
    }
    if (count > 1) {
      line.append('(');
    }
    for (int i = 0; i < count; i++) {
      line.append(i > 0 ? "," : "").append(fieldName(path, path.equalCount() + i, null));
    }
    line.append(count > 1 ? ")" : "").append(operator);
    line.append(count > 1 ? "(" : "");
    for (int i = 0; i < count; i++) {
      line.append(i > 0 ? ",?" : "?");
    }
    line.append(count > 1 ? ")" : "");
  }

  static String fieldName(AccessPath path, int field, Source source) {
    if (path.index() == null) {
      return source.columnName(path.terms().get(field).column());
    }
    BoundExpression part = path.index().part(field);
    return part instanceof BoundExpression.ColumnValue column ? column.source().columnName(column.column()) : "<expr>";
  }

  private static void addRowid(StringBuilder line, AccessPath path) {
    line.append(" USING INTEGER PRIMARY KEY (");
    Term lower = path.bottomTerm();
    Term upper = path.topTerm();
    if (path.equalCount() > 0) {
      line.append("rowid=?");
    } else if (lower != null && upper != null) {
      line.append("rowid>? AND rowid<?");
    } else {
      line.append(lower != null ? "rowid>?" : "rowid<?");
    }
    line.append(')');
  }
}
