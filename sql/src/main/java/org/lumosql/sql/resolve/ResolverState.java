// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.HashSet;
import java.util.Set;
import org.lumosql.schema.Authority;
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
  private final Progress progress;
  private final ReferenceListener listener;

  ResolverState(Databases databases) {
    this(databases, new NameResolver(databases), null, null, false, new Progress(), null);
  }

  /** What all states of one statement share. */
  private static final class Progress {
    private int queries;
    /** How many queries behind IN are around. */
    private int copies;
    private int joins;
    /** Levels of expressions and queries that are being bound. */
    private int levels;
    private int nestedQueries;
    /** The views whose queries are being bound; null while there are none. */
    private Set<Table> views;
  }

  private ResolverState(
      Databases databases,
      NameResolver names,
      CommonTables commonTables,
      String defaultSchema,
      boolean inTrigger,
      Progress progress,
      ReferenceListener listener) {
    this.databases = databases;
    this.names = names;
    this.commonTables = commonTables;
    this.defaultSchema = defaultSchema;
    this.inTrigger = inTrigger;
    this.progress = progress;
    this.listener = listener;
  }

  ResolverState withCommonTables(CommonTables tables) {
    return new ResolverState(databases, names, tables, defaultSchema, inTrigger, progress, listener);
  }

  /** For the body of a trigger of a database: RAISE is allowed, unqualified tables are those of the database. */
  ResolverState inTrigger(String schema) {
    return new ResolverState(databases, names, commonTables, schema, true, progress, listener);
  }

  /** The same for a statement of a database whose references are to be told. */
  ResolverState listening(String schema, ReferenceListener to) {
    return new ResolverState(databases, names, commonTables, schema, inTrigger, progress, to);
  }

  /** Whether this is the text of a view or trigger that is stored in a database, which another may have written; temp is this connection's own. */
  boolean isFromSchema() {
    return defaultSchema != null && listener == null;
  }

  /** The same also where references are told of, as for ALTER TABLE: there functions may be anything, in SQLite. */
  boolean isStored() {
    return defaultSchema != null;
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
    int before = progress.levels;
    progress.levels = before + levels;
    DeepStack.require(progress.levels);
    return before;
  }

  void leave(int before) {
    progress.levels = before;
  }

  /** @return whether no other query is around it */
  boolean enterQuery() {
    if (++progress.nestedQueries > MAXIMUM_NESTED_QUERIES) {
      throw new SqlException("VIEWs and/or subqueries nested too deep");
    }
    return progress.nestedQueries == 1;
  }

  void leaveQuery() {
    progress.nestedQueries--;
  }

  /** Takes note of the number that a query was written with. */
  void noteNumber(int number) {
    progress.queries = Math.max(progress.queries, number);
  }

  /** Numbers for queries that nobody wrote, or that come from a view; the first of them. */
  int newNumbers(int count) {
    int first = progress.queries + 1;
    progress.queries += count;
    return first;
  }

  int lastNumber() {
    return progress.queries;
  }

  /** Whether rows of VALUES may be computed beside the statement: it has no WITH, and does not come from the schema. */
  boolean isWrittenAlone() {
    return commonTables() == null && !isInView() && !isFromSchema();
  }

  /** Whether a view is being bound. */
  boolean isInView() {
    return progress.views != null && !progress.views.isEmpty();
  }

  /** The query behind an IN: common tables in it count as used twice, as in SQLite, which compiles a copy of it. */
  BoundQuery copiedQuery(Select select, Scope outer) {
    progress.copies++;
    BoundQuery query = query(select, outer);
    progress.copies--;
    return query;
  }

  /** How many times a use of a common table counts here. */
  int useCount() {
    return progress.copies > 0 ? 2 : 1;
  }

  /** Numbers that name parenthesised joins. */
  int nextJoinNumber() {
    return ++progress.joins;
  }

  /** The table or view of a name; throws "no such table". */
  Table requireTable(String schema, String name, int position) {
    String searched = schema == null ? defaultSchema : schema;
    Table table = databases.findTable(searched, name);
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
    if (progress.views == null) {
      progress.views = new HashSet<>();
    }
    if (!progress.views.add(view)) {
      throw new SqlException("view " + view.name() + " is circularly defined", position);
    }
    try {
      // a view in temp may use any database, another only its own
      String schema = view.database() == 1 ? null : databases.name(view.database());
      ResolverState inner = new ResolverState(databases, names, null, schema, false, progress, null);
      Select select = view.definition().view();
      Authority authority = databases.authority();
      String responsible = authority == null ? null : authority.enter(view.name());
      try {
        return inner.query(select, null);
      } catch (SqlException e) {
        throw TableErrors.of(inner, select, e);
      } finally {
        if (authority != null) {
          authority.leave(responsible);
        }
      }
    } finally {
      progress.views.remove(view);
    }
  }
}
