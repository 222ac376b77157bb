// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.HashSet;
import java.util.Set;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Table;
import org.lumosql.error.DeepStack;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Select;

/**
 * What the resolving of one statement carries along: common tables in force, views being expanded, whether it is a
 * trigger's.
 */
final class ResolverState {
  private static final int MAXIMUM_NESTED_QUERIES = 1000;

  private final Databases databases;
  private final NameResolver names;
  private final CommonTables commonTables;
  private final String defaultSchema;
  private final boolean inTrigger;
  private final Set<Table> views;
  private final int[] counters;
  private final ReferenceListener listener;

  ResolverState(Databases databases) {
    this(databases, null, null, false, new HashSet<>(), new int[4], null);
  }

  private ResolverState(
      Databases databases,
      CommonTables commonTables,
      String defaultSchema,
      boolean inTrigger,
      Set<Table> views,
      int[] counters,
      ReferenceListener listener) {
    this.databases = databases;
    this.names = new NameResolver(databases);
    this.commonTables = commonTables;
    this.defaultSchema = defaultSchema;
    this.inTrigger = inTrigger;
    this.views = views;
    this.counters = counters;
    this.listener = listener;
  }

  ResolverState withCommonTables(CommonTables tables) {
    return new ResolverState(databases, tables, defaultSchema, inTrigger, views, counters, listener);
  }

  /** For the body of a trigger of a database: RAISE is allowed, unqualified tables are those of the database. */
  ResolverState inTrigger(String schema) {
    return new ResolverState(databases, commonTables, schema, true, views, counters, listener);
  }

  /** The same for a statement of a database whose references are to be told. */
  ResolverState listening(String schema, ReferenceListener to) {
    return new ResolverState(databases, commonTables, schema, inTrigger, views, counters, to);
  }

  /** Who wants to know of references, or null. */
  ReferenceListener listener() {
    return listener;
  }

  Databases databases() {
    return databases;
  }

  NameResolver names() {
    return names;
  }

  CommonTables commonTables() {
    return commonTables;
  }

  boolean isInTrigger() {
    return inTrigger;
  }

  /**
   * Goes some levels deeper in expressions and queries, of views too. What a level is worth is what it takes of the
   * stack, in expressions.
   *
   * @return to be given to {@link #leave}
   */
  int enter(int levels) {
    int before = counters[2];
    counters[2] = before + levels;
    DeepStack.require(counters[2]);
    return before;
  }

  void leave(int before) {
    counters[2] = before;
  }

  void enterQuery() {
    if (++counters[3] > MAXIMUM_NESTED_QUERIES) {
      throw new SqlException("VIEWs and/or subqueries nested too deep");
    }
  }

  void leaveQuery() {
    counters[3]--;
  }

  /** Numbers that EXPLAIN QUERY PLAN calls queries by, inner ones first. */
  void numberBlock() {
    counters[0]++;
  }

  int lastBlockNumber() {
    return counters[0];
  }

  /** Numbers that name parenthesised joins. */
  int nextJoinNumber() {
    return ++counters[1];
  }

  /** The table or view of a name; throws "no such table". */
  Table requireTable(String schema, String name, int position) {
    String searched = schema == null ? defaultSchema : schema;
    Table table = databases.findTable(searched, name);
    if (table == null && schema == null && searched != null) {
      // table-valued functions belong to no database
      Table anywhere = databases.findTable(null, name);
      table = anywhere != null && anywhere.isVirtual() ? anywhere : null;
    }
    if (table == null) {
      throw new SqlException("no such table: " + (searched == null ? "" : searched + ".") + name);
    }
    if (listener != null) {
      listener.table(position, schema, table);
    }
    return table;
  }

  /** Binds a query. @param outer the scope around it, or null */
  BoundQuery query(Select select, Scope outer) {
    return new QueryResolver(this, outer).query(select, null);
  }

  /** Binds a view's query, which sees nothing of what is around it. */
  BoundQuery view(Table view, int position) {
    if (!views.add(view)) {
      throw new SqlException("view " + view.name() + " is circularly defined", position);
    }
    try {
      // a view in temp may use any database, another only its own
      String schema = view.database() == 1 ? null : databases.name(view.database());
      return new ResolverState(databases, null, schema, false, views, counters, null).query(view.definition().view(), null);
    } finally {
      views.remove(view);
    }
  }
}
