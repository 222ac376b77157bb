// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer.Action;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Assignment;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;

/** The SET clause, bound: a value per assigned column; of a column that is assigned twice the last one counts. */
final class Assignments {
  private static final int ROWID = -1;

  private final Environment environment;
  private final int columnCount;
  private final BoundExpression[] values;
  private final List<String> names = new ArrayList<>();
  private final List<BoundExpression> listed = new ArrayList<>();
  private BoundExpression rowid;
  /** The first value that has another number of columns than are assigned; null if there is none. */
  private SqlException mistake;

  private Assignments(Environment environment, int columnCount) {
    this.environment = environment;
    this.columnCount = columnCount;
    this.values = new BoundExpression[columnCount];
  }

  /** How columns of the target are found. */
  interface Columns {
    int count();

    int number(String name);

    boolean hasRowid();

    boolean isGenerated(int column);

    Table table();

    String name(int column);
  }

  static Columns of(Table table) {
    return new Columns() {
      @Override
      public int count() {
        return table.columnCount();
      }

      @Override
      public int number(String name) {
        return table.columnNumber(name);
      }

      @Override
      public boolean hasRowid() {
        return table.hasRowid();
      }

      @Override
      public boolean isGenerated(int column) {
        return table.column(column).isGenerated();
      }

      @Override
      public Table table() {
        return table;
      }

      @Override
      public String name(int column) {
        return table.columnName(column);
      }
    };
  }

  static Columns of(Table table, ViewShape view) {
    return new Columns() {
      @Override
      public int count() {
        return view.columnCount();
      }

      @Override
      public int number(String name) {
        return view.columnNumber(name);
      }

      @Override
      public boolean hasRowid() {
        return true; // it may be assigned, as in SQLite, though nothing comes of it
      }

      @Override
      public boolean isGenerated(int column) {
        return false;
      }

      @Override
      public Table table() {
        return table;
      }

      @Override
      public String name(int column) {
        return view.columnName(column);
      }
    };
  }

  static Assignments bind(Environment environment, List<Assignment> list, Columns columns, int alias, Scope scope) {
    Assignments result = new Assignments(environment, columns.count());
    for (Assignment assignment : list) {
      result.bind(assignment, columns, alias, scope);
    }
    return result;
  }

  /** To be called when all names have been looked at. @throws SqlException if a value has another number of columns than are assigned */
  void requireSizes() {
    if (mistake != null) {
      throw mistake;
    }
  }

  private void bind(Assignment assignment, Columns columns, int alias, Scope scope) {
    List<String> targets = assignment.columns();
    Expression value = assignment.value().unwrapped();
    if (assignment.isRow() && value instanceof Expression.RowValue row) {
      for (int i = 0; i < targets.size(); i++) {
        assign(targets.get(i), environment.resolver().bindExpression(row.values().get(i), scope), columns, alias);
      }
    } else if (assignment.isRow() && value instanceof Expression.Subquery) {
      List<BoundExpression> parts = query(value, targets.size(), scope);
      for (int i = 0; i < targets.size(); i++) {
        assign(targets.get(i), parts.get(i), columns, alias);
      }
    } else if (value instanceof Expression.RowValue) { // a mistake, but names in it come first
      environment.resolver().bindRow(value, scope);
      mistake = mistake == null ? new SqlException("row value misused") : mistake;
      assign(targets.get(0), new BoundExpression.Null(), columns, alias);
    } else {
      assign(targets.get(0), environment.resolver().bindExpression(assignment.value(), scope), columns, alias);
    }
  }

  private void assign(String name, BoundExpression value, Columns columns, int alias) {
    int column = number(name, columns);
    if (column == ROWID || column == alias) {
      rowid = value;
    }
    Authority authority = environment.databases().authority();
    boolean isPermitted =
        authority == null
            || authority.permits(Action.UPDATE, columns.table(), column < 0 ? "ROWID" : columns.name(column));
    if (column >= 0 && column != alias && isPermitted) {
      values[column] = value;
    }
    names.add(name);
    listed.add(value);
  }

  /** The columns of a SET clause exist and may be assigned, whatever their values are. */
  static void requireColumns(List<Assignment> list, Columns columns) {
    for (Assignment assignment : list) {
      assignment.columns().forEach(name -> number(name, columns));
    }
  }

  /** The column that a name assigns to, or {@link #ROWID}. */
  private static int number(String name, Columns columns) {
    int column = columns.number(name);
    if (column < 0 && columns.hasRowid() && ConstraintChecks.isRowidName(name)) {
      return ROWID;
    }
    if (column < 0) {
      throw new SqlException("no such column: " + name);
    }
    if (columns.isGenerated(column)) {
      throw new SqlException("cannot UPDATE generated column \"" + name + "\"");
    }
    return column;
  }

  static List<String> names(List<Assignment> list) {
    return list.stream().flatMap(assignment -> assignment.columns().stream()).toList();
  }

  /** What a SET clause changes, by its names alone: the values need not be such as can be bound. */
  static Changed named(List<Assignment> list, Target target) {
    Columns columns = of(target.table());
    requireColumns(list, columns);
    int alias = target.table().hasRowid() ? target.table().rowidAlias() : ROWID;
    boolean[] assigned = new boolean[columns.count()];
    boolean rowid = false;
    for (Assignment assignment : list) {
      for (String name : assignment.columns()) {
        int column = number(name, columns);
        rowid |= column == ROWID || column == alias;
        if (column != ROWID) {
          assigned[column] = true;
        } else if (alias != ROWID) {
          assigned[alias] = true;
        }
      }
    }
    return Changed.of(target, assigned, rowid);
  }

  /** The values of (a, b) = (SELECT …). */
  private List<BoundExpression> query(Expression subquery, int size, Scope scope) {
    BoundExpression bound = environment.resolver().bindRow(subquery, scope);
    int found = bound instanceof BoundExpression.ScalarQuery query ? query.query().columnCount() : 1;
    if (found != size && mistake == null) {
      mistake = new SqlException(size + " columns assigned " + found + " values");
    }
    List<BoundExpression> parts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      parts.add(size == 1 ? bound : new BoundExpression.RowField(bound, Math.min(i, found - 1)));
    }
    return parts;
  }

  int columnCount() {
    return columnCount;
  }

  /** The value of a column, null if it is not assigned. */
  BoundExpression value(int column) {
    return values[column];
  }

  /** The value of the rowid, null if it is not assigned. */
  BoundExpression rowid() {
    return rowid;
  }

  /** The values as they are written. */
  List<BoundExpression> listed() {
    return listed;
  }

  /** Names of assigned columns, as triggers compare them with UPDATE OF. */
  List<String> names() {
    return names;
  }

  boolean[] assigned() {
    boolean[] assigned = new boolean[columnCount];
    for (int i = 0; i < columnCount; i++) {
      assigned[i] = values[i] != null;
    }
    return assigned;
  }

  Changed changed(Target target) {
    boolean[] assigned = assigned();
    int alias = target.table().rowidAlias();
    if (rowid != null && alias >= 0 && target.table().hasRowid()) {
      assigned[alias] = true;
    }
    return Changed.of(target, assigned, rowid != null);
  }
}
