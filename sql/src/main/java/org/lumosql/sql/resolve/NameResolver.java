// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Databases;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem.JoinType;

/**
 * Finds what a column name means: a column of a table of the innermost scope that has one, else an alias of that
 * scope's result columns,
 * else the scope around it.
 */
final class NameResolver {
  private final Databases databases;

  NameResolver(Databases databases) {
    this.databases = databases;
  }

  BoundExpression resolve(Expression.ColumnReference written, Scope innermost) {
    Expression.ColumnReference name = written;
    if (name.schema() != null && (innermost.use() == Scope.Use.CHECK || innermost.use() == Scope.Use.PARTIAL_INDEX)) {
      name = new Expression.ColumnReference(name.position(), null, name.table(), name.column()); // the file may be attached under any name
    }
    for (Scope scope = innermost; scope != null; scope = scope.outer()) {
      BoundExpression found = inTables(name, scope);
      if (found != null && databases.authority() != null) {
        found = ReadPermission.of(databases.authority(), name, scope, found);
      }
      if (found == null && name.table() == null) {
        found = inAliases(name, scope);
      }
      if (found != null && name.table() != null && knowsNoRowid(innermost)) {
        throw new SqlException("the \".\" operator prohibited in " + innermost.use().text(), name.position());
      }
      if (found != null) {
        for (Scope passed = innermost; passed != scope; passed = passed.outer()) {
          passed.markCorrelated();
        }
        return found;
      }
    }
    return withoutColumn(name, innermost);
  }

  /** Where names are columns of the one table, and nothing but columns. */
  private static boolean knowsNoRowid(Scope innermost) {
    return innermost.use() == Scope.Use.INDEX || innermost.use() == Scope.Use.GENERATED;
  }

  /** The value of a column in one scope's tables; null if none has it. */
  BoundExpression inTables(Expression.ColumnReference name, Scope scope) {
    List<BoundExpression> merged = null;
    BoundExpression match = null;
    int count = 0;
    Scope.Visible rowidOf = null;
    int rowidTables = 0;
    List<Scope.Entry> entries = scope.entries();
    for (int i = 0; i < entries.size(); i++) {
      Scope.Entry entry = entries.get(i);
      Scope.Visible table = entry.table();
      if (!qualifies(name, table)) {
        continue;
      }
      if (table.hasRowid()) {
        rowidTables++;
        rowidOf = table;
      }
      int column = columnOf(table, name.column());
      if (column < 0) {
        continue;
      }
      if (count > 0) {
        if (!entry.using().contains(Ascii.lower(name.column()))) {
          merged = null;
        } else if (entry.joinType() == JoinType.RIGHT) {
          count = 0;
          merged = null;
        } else if (entry.joinType() == JoinType.FULL) {
          merged = merged == null ? new ArrayList<>() : merged;
          merged.add(match);
        } else {
          continue;
        }
      }
      count++;
      match = table.value(column);
    }
    if (count == 0) {
      if (rowidTables == 0 || !isRowidName(name) || knowsNoRowid(scope)) {
        return null;
      }
      count = rowidTables;
      match = rowidOf.value(-1);
    }
    if (count > 1 && merged != null && merged.size() == count - 1) {
      merged.add(match);
      return new BoundExpression.MergedColumn(merged);
    }
    if (count > 1) {
      throw new SqlException("ambiguous column name: " + text(name), name.position());
    }
    return match;
  }

  static boolean isRowidName(Expression.ColumnReference name) {
    String column = name.column();
    return Ascii.equal(column, "rowid") || Ascii.equal(column, "oid") || Ascii.equal(column, "_rowid_");
  }

  static boolean qualifies(Expression.ColumnReference name, Scope.Visible table) {
    if (name.table() == null ? table.needsQualifier() : !Ascii.equal(name.table(), table.name())) {
      return false;
    }
    return name.schema() == null
        || (table.schemaName() != null && Ascii.equal(name.schema(), table.schemaName()));
  }

  /** The number of a column by name; −1 if there is none. */
  static int columnOf(Scope.Visible table, String name) {
    return table.columnNumber(name);
  }

  private static BoundExpression inAliases(Expression.ColumnReference name, Scope scope) {
    for (Scope.Alias alias : scope.visibleAliases()) {
      if (alias.name() != null && Ascii.equal(alias.name(), name.column())) {
        if (BoundTree.sizeOf(alias.expression()) != 1) {
          throw new SqlException("row value misused", name.position());
        }
        if (scope.aggregateRule() == Scope.Calls.NESTED && BoundTree.hasAggregate(alias.expression())) {
          throw new SqlException("misuse of aliased aggregate " + alias.name(), name.position());
        }
        if (scope.windowRule() != Scope.Calls.ALLOWED && BoundTree.hasWindow(alias.expression())) {
          throw new SqlException("misuse of aliased window function " + alias.name(), name.position());
        }
        return alias.expression();
      }
    }
    return null;
  }

  private BoundExpression withoutColumn(Expression.ColumnReference name, Scope innermost) {
    if (name.isDoubleQuoted() && name.table() == null && acceptsQuotedStrings(innermost)) {
      return new BoundExpression.TextConstant(name.column());
    }
    if (Syntax.isTruthName(name)) {
      return new BoundExpression.IntegerConstant(Ascii.equal(name.column(), "true") ? 1 : 0);
    }
    String message = "no such column: " + text(name);
    if (name.isDoubleQuoted() && name.table() == null) {
      message = "no such column: \"" + name.column() + "\" - should this be a string literal in single-quotes?";
    }
    throw new SqlException(message, name.position());
  }

  private boolean acceptsQuotedStrings(Scope scope) {
    boolean isDefinition = scope != null && scope.use() != Scope.Use.QUERY && scope.use() != Scope.Use.RETURNING;
    return databases.isOn(
        isDefinition
            ? Databases.Setting.DOUBLE_QUOTED_STRINGS_DDL
            : Databases.Setting.DOUBLE_QUOTED_STRINGS_DML);
  }

  private static String text(Expression.ColumnReference name) {
    StringBuilder text = new StringBuilder();
    if (name.schema() != null) {
      text.append(name.schema()).append('.');
    }
    if (name.table() != null) {
      text.append(name.table()).append('.');
    }
    return text.append(name.column()).toString();
  }
}
