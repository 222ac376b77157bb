// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.With;

/** The entry to name resolution: from syntax trees to bound trees. One per statement, or per trigger body. */
public final class Resolver {
  private ResolverState state;

  public Resolver(Databases databases) {
    this.state = new ResolverState(databases);
  }

  private Resolver(ResolverState state) {
    this.state = state;
  }

  /**
   * A resolver for the body of a trigger: RAISE is allowed.
   *
   * @param schema where unqualified tables are looked up, null for everywhere
   */
  public Resolver forTrigger(String schema) {
    return new Resolver(state.inTrigger(schema));
  }

  /**
   * A resolver that tells what names mean.
   *
   * @param schema where unqualified tables are looked up, null for everywhere
   */
  public Resolver listening(String schema, ReferenceListener listener) {
    return new Resolver(state.listening(schema, listener));
  }

  /**
   * Common tables of a WITH clause in front of INSERT, UPDATE or DELETE: visible in all queries that are bound
   * afterwards.
   */
  public void addCommonTables(With with) {
    if (with != null) {
      state = state.withCommonTables(new CommonTables(state.commonTables(), with));
    }
  }

  /** Binds an expression that must be one value. Aggregates are errors here. */
  public BoundExpression bindExpression(Expression expression, Scope scope) {
    return new ExpressionResolver(state, scope).whole(expression);
  }

  /** As {@link #bindExpression}, but a row value or a query with several columns is allowed. */
  public BoundExpression bindRow(Expression expression, Scope scope) {
    return new ExpressionResolver(state, scope).bind(expression);
  }

  /** Binds a condition and splits it at its ANDs. @param condition or null */
  public List<QueryBlock.JoinCondition> bindConditions(Expression condition, Scope scope) {
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    if (condition != null) {
      Conjunctions.split(bindExpression(condition, scope), null, false, conditions);
    }
    return conditions;
  }

  /** Begins the query that finds the rows of a change, over the tables of a scope. @param isGrouped whether each row of the target counts once */
  public ChangedRows changedRows(Scope scope, boolean isGrouped) {
    return new ChangedRows(state, scope, isGrouped);
  }

  /** Binds a query. @param outer scope around it, or null */
  public BoundQuery bindQuery(Select select, Scope outer) {
    return state.query(select, outer);
  }

  /** Whether SQLite computes rows of VALUES beside the statement. */
  public boolean computesBeside(List<List<BoundExpression>> rows) {
    return state.isWrittenAlone() && ValuesRows.areBeside(rows);
  }

  /** Binds result columns such as those of RETURNING; {@code *} stands for the scope's tables. */
  public List<QueryBlock.Result> bindResults(List<Select.ResultItem> items, Scope scope) {
    return new ResultResolver(new ExpressionResolver(state, scope)).results(items);
  }

  /**
   * Binds a FROM clause (of UPDATE … FROM) into a scope that may have tables already.
   *
   * @param conditions conditions of joins are added here
   */
  public List<Source> bindFrom(FromItem from, Scope scope, List<QueryBlock.JoinCondition> conditions) {
    // its ON clauses do not see the tables that the scope had before
    Scope own = new Scope(scope.outer());
    FromResolver resolver = new FromResolver(state, own, null);
    resolver.resolve(from);
    if (resolver.sources().size() > 1) {
      new ResultResolver(new ExpressionResolver(state, own)).requireDistinctColumns();
    }
    own.entries().forEach(scope::add);
    conditions.addAll(resolver.conditions());
    return resolver.sources();
  }

  /**
   * As {@link #bindFrom}, beside the table that is changed: a table-valued function that stands alone may have arguments of it. In a join SQLite takes the whole FROM clause
   * for a subquery, which knows nothing of the table.
   */
  public List<Source> bindFromBeside(Source target, FromItem from, Scope scope, List<QueryBlock.JoinCondition> conditions) {
    if (!(from instanceof FromItem.Function)) {
      return bindFrom(from, scope, conditions);
    }
    FromResolver resolver = new FromResolver(state, new Scope(scope.outer()), null);
    resolver.resolveSources(from);
    Scope names = new Scope(scope.outer());
    names.add(target);
    for (Source source : resolver.sources()) {
      names.add(source);
      scope.add(source);
    }
    resolver.bindCalls(names);
    return resolver.sources();
  }

  /**
   * A source for a table that a statement changes or an index is over.
   *
   * @param name alias, or null for the table's name
   */
  public Source.TableSource tableSource(Table table, String name) {
    return tableSource(state.databases(), table, name, null, false);
  }

  /**
   * A source for a view that a statement changes by INSTEAD OF triggers.
   *
   * @param name alias, or null for the view's name
   */
  public Source.QuerySource viewSource(Table view, String name) {
    return new FromResolver(state, new Scope(null), null).viewSource(view, name, 0);
  }

  static Source.TableSource tableSource(
      Databases databases, Table table, String name, org.lumosql.schema.Index indexedBy, boolean notIndexed) {
    return new Source.TableSource(
        name == null ? table.name() : name, table, indexedBy, notIndexed, collations(databases, table));
  }

  /** A source for a virtual table without arguments. @param name alias, or null for the table's name */
  public static Source.FunctionSource virtualSource(Databases databases, Table table, String name) {
    return new Source.FunctionSource(
        name == null ? table.name() : name, table, List.of(), collations(databases, table));
  }

  private static Collation[] collations(Databases databases, Table table) {
    Collation[] collations = table.isBinary() ? null : new Collation[table.columnCount()];
    for (int i = 0; collations != null && i < collations.length; i++) {
      String collation = table.column(i).collation();
      collations[i] =
          collation == null || Ascii.equal(collation, "BINARY")
              ? Collations.binary()
              : databases.collationOrMissing(collation);
    }
    return collations;
  }
}
