// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.ast.Select;

/** Binds what stands between SELECT and FROM: expands stars, gives columns their labels. */
final class ResultResolver {
  private final ExpressionResolver expressions;
  private final ResolverState state;
  private final Scope scope;
  private final List<QueryBlock.Result> results = new ArrayList<>();
  private final List<Scope.Alias> aliases = new ArrayList<>();

  ResultResolver(ExpressionResolver expressions) {
    this.expressions = expressions;
    this.state = expressions.state();
    this.scope = expressions.scope();
  }

  List<QueryBlock.Result> results(List<Select.ResultItem> items) {
    for (Select.ResultItem item : items) {
      if (item instanceof Select.AllColumns all) {
        allColumns(all.position());
      } else if (item instanceof Select.TableColumns table) {
        tableColumns(table);
      } else if (item instanceof Select.ResultExpression result) {
        expression(result);
      } else {
        throw new AssertionError(item);
      }
    }
    if (results.size() > state.databases().limit(2)) {
      throw new SqlException("too many columns in result set");
    }
    return results;
  }

  /** The aliases of the results, for the clauses that may use them. */
  List<Scope.Alias> aliases() {
    return aliases;
  }

  private void expression(Select.ResultExpression item) {
    BoundExpression bound = expressions.whole(item.expression());
    String label = item.alias();
    String name = label;
    String written = label;
    if (label == null) {
      name = ownName(item.expression(), bound);
      boolean isColumn = name != null && bound instanceof BoundExpression.ColumnValue;
      label = isColumn ? label((BoundExpression.ColumnValue) bound, name, item.text()) : item.text();
      if (name == null) {
        name = item.text();
      }
      written = Syntax.unwrapCollate(item.expression()) instanceof Expression.ColumnReference reference ? reference.column() : name;
    }
    add(bound, label == null ? "column" + (results.size() + 1) : label, name, written, item.alias());
  }

  private void add(BoundExpression bound, String label, String name, String written, String alias) {
    results.add(new QueryBlock.Result(bound, label, Origins.of(bound, label, state), name, written));
    aliases.add(new Scope.Alias(alias, bound));
  }

  private void addStarred(BoundExpression bound, Scope.Entry entry, String name) {
    add(bound, starLabel(entry, name), name, name, null);
  }

  /** The name of the column that an expression is; null if it is none. */
  private String ownName(Expression expression, BoundExpression bound) {
    if (!(Syntax.unwrapCollate(expression) instanceof Expression.ColumnReference reference)) {
      return null;
    }
    if (bound.operandCount() == 1 && bound instanceof BoundExpression.Collated collated) {
      return ownName(reference, collated.operand());
    }
    if (bound instanceof BoundExpression.ColumnValue column) {
      return label(reference, column);
    }
    return reference.column();
  }

  /** As the table declares it: the name of the rowid alias for the rowid. */
  private static String label(Expression.ColumnReference reference, BoundExpression.ColumnValue column) {
    Source source = column.source();
    if (column.column() < 0 && source instanceof Source.TableSource table && table.table().rowidAlias() >= 0) {
      int alias = table.table().rowidAlias();
      boolean isAlias = !source.hasLabels() || Ascii.equal(reference.column(), source.columnName(alias));
      return source.columnLabel(isAlias ? alias : -1);
    }
    return source.columnLabel(column.column());
  }

  private String label(BoundExpression.ColumnValue column, String name, String text) {
    if (state.databases().isOn(Setting.FULL_COLUMN_NAMES)) {
      Source source = column.source();
      String table = source instanceof Source.TableSource tableSource ? tableSource.table().name() : source.name();
      return table + "." + name;
    }
    return state.databases().isOn(Setting.SHORT_COLUMN_NAMES) ? name : text;
  }

  private void allColumns(int position) {
    if (scope.entries().isEmpty()) {
      throw new SqlException("no tables specified");
    }
    for (int i = 0; i < scope.entries().size(); i++) {
      Scope.Entry entry = scope.entries().get(i);
      for (int column = 0; column < entry.table().columnCount(); column++) {
        String name = entry.table().columnName(column);
        boolean isMerged = i > 0 && entry.using().contains(Ascii.lower(name));
        if (!entry.table().isHidden(column) && !isMerged) {
          requireUnique(entry, name, position);
          boolean mergesLater = isUsedByLaterKeptJoin(name, i);
          BoundExpression value = mergesLater ? merged(name, position) : entry.table().value(column);
          addStarred(permitted(entry, column, value), entry, entry.table().columnLabel(column));
        }
      }
    }
  }

  private BoundExpression permitted(Scope.Entry entry, int column, BoundExpression value) {
    return ReadPermission.of(state.databases().authority(), entry.table(), column, scope, value);
  }

  /** UPDATE … FROM reads all columns and rowids of several tables, each by its name. */
  void requireDistinctColumns() {
    for (int i = 0; i < scope.entries().size(); i++) {
      Scope.Entry entry = scope.entries().get(i);
      for (int column = 0; column < entry.table().columnCount(); column++) {
        String name = entry.table().columnName(column);
        requireUnique(entry, name, -1);
        if (isMerged(name)) {
          merged(name, -1);
        }
      }
      if (entry.table().hasRowid()) {
        requireUniqueRowid(entry);
      }
    }
  }

  private boolean isMerged(String name) {
    String key = Ascii.lower(name);
    return scope.entries().stream().anyMatch(entry -> entry.using().contains(key));
  }

  private void requireUniqueRowid(Scope.Entry entry) {
    String table = entry.table().name();
    for (Scope.Entry other : scope.entries()) {
      if (other != entry && table != null && Ascii.equal(table, other.table().name()) && other.table().hasRowid()) {
        String schema = entry.table().schemaName();
        throw new SqlException("ambiguous column name: " + (schema == null ? "" : schema + ".") + table + "._ROWID_");
      }
    }
  }

  /** Two tables of one name cannot be told apart, not even by a star. */
  private void requireUnique(Scope.Entry entry, String name, int position) {
    String table = entry.table().name();
    String schema = entry.table().schemaName();
    if (table == null) {
      return;
    }
    for (Scope.Entry other : scope.entries()) {
      boolean isSameName =
          other != entry
              && Ascii.equal(table, other.table().name())
              && (schema == null || Ascii.equal(schema, other.table().schemaName()))
              && NameResolver.columnOf(other.table(), name) >= 0
              && !other.using().contains(Ascii.lower(name))
              && !entry.using().contains(Ascii.lower(name));
      if (isSameName) {
        throw new SqlException(
            "ambiguous column name: " + (schema == null ? "" : schema + ".") + table + "." + name, position);
      }
    }
  }

  private String starLabel(Scope.Entry entry, String name) {
    boolean isFull =
        state.databases().isOn(Setting.FULL_COLUMN_NAMES) && !state.databases().isOn(Setting.SHORT_COLUMN_NAMES);
    return isFull ? entry.table().name() + "." + name : name;
  }

  /** With a RIGHT or FULL join further right, the value that USING merges is not simply this table's. */
  private boolean isUsedByLaterKeptJoin(String name, int position) {
    boolean kept = false;
    boolean used = false;
    for (int i = position + 1; i < scope.entries().size(); i++) {
      Scope.Entry entry = scope.entries().get(i);
      kept |= entry.joinType() == JoinType.RIGHT || entry.joinType() == JoinType.FULL;
      used |= entry.using().contains(Ascii.lower(name));
    }
    return kept && used;
  }

  private BoundExpression merged(String name, int position) {
    return state.names().inTables(new Expression.ColumnReference(position, null, null, name, false), scope);
  }

  private void tableColumns(Select.TableColumns item) {
    boolean found = false;
    for (Scope.Entry entry : scope.entries()) {
      if (!Ascii.equal(item.table(), entry.table().name())) {
        continue;
      }
      found = true;
      if (state.listener() != null && entry.table().namedTable() != null) {
        state.listener().table(item.position(), null, entry.table().namedTable());
      }
      for (int column = 0; column < entry.table().columnCount(); column++) {
        if (!entry.table().isHidden(column)) {
          addStarred(permitted(entry, column, entry.table().value(column)), entry, entry.table().columnLabel(column));
        }
      }
    }
    if (!found) {
      throw new SqlException("no such table: " + item.table());
    }
  }
}
