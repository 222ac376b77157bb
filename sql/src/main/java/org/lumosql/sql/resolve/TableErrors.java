// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Window;

/**
 * Errors about the tables of a query, which are told before all others: SQLite looks up the tables of all FROM clauses, of subqueries too, before it looks up
 * a column. Of a compound it begins with the last SELECT. Only an ambiguous column of USING does not stop it there: if the tables of the SELECT that it comes to next
 * are not there, that is told.
 *
 * <p>Walks along a query that could not be bound; so it costs nothing where all is well.
 */
final class TableErrors {
  private static final String AMBIGUOUS = "ambiguous reference to ";

  private final Set<CommonTables.Entry> open = new HashSet<>();
  private final ResolverState state;
  /** What is told unless the next SELECT has an error of its own; null if there is nothing. */
  private SqlException ambiguity;

  private TableErrors(ResolverState state) {
    this.state = state;
  }

  /** @param found what binding the query failed with */
  static SqlException of(ResolverState state, Select select, SqlException found) {
    if (state.listener() != null) {
      return found; // the references of the query have been told already
    }
    try {
      TableErrors errors = new TableErrors(state);
      errors.query(select);
      return errors.ambiguity == null ? found : errors.ambiguity;
    } catch (SqlException e) {
      return e;
    }
  }

  /** Windows that are not used need not be bound, but their queries' tables must be there. */
  static void check(ResolverState state, Window window) {
    TableErrors errors = new TableErrors(state);
    window.partitionBy().forEach(errors::expression);
    window.orderBy().forEach(term -> errors.expression(term.expression()));
  }

  private void query(Select select) {
    if (select.with() != null) {
      TableErrors inner = new TableErrors(state.withCommonTables(new CommonTables(state.commonTables(), select.with())), this);
      inner.arms(select);
      ambiguity = inner.ambiguity;
    } else {
      arms(select);
    }
  }

  private TableErrors(ResolverState state, TableErrors around) {
    this(state);
    this.open.addAll(around.open);
    this.ambiguity = around.ambiguity;
  }

  private void arms(Select select) {
    List<Select.Arm> arms = select.arms();
    for (int i = arms.size() - 1; i >= 0; i--) {
      if (arms.get(i).core() instanceof Select.Simple simple) {
        simple(simple);
      } else if (arms.get(i).core() instanceof Select.Values values) {
        for (int row = values.rows().size() - 1; row >= 0; row--) {
          values.rows().get(row).forEach(this::expression);
        }
      }
      if (i == arms.size() - 1) {
        for (OrderingTerm term : select.orderBy()) {
          expression(term.expression());
        }
      }
    }
  }

  private void simple(Select.Simple select) {
    for (FromItem source : SyntaxTree.sources(select.from())) {
      source(source);
    }
    if (ambiguity != null) {
      throw ambiguity;
    }
    joins(select);
    SyntaxTree.expressions(select).forEach(this::expression);
  }

  private void source(FromItem source) {
    if (source instanceof FromItem.Subselect subselect) {
      query(subselect.select());
    } else if (source instanceof FromItem.Table table) {
      // behind an error SQLite does not look for common tables any more
      CommonTables.Entry common = table.schema() == null && ambiguity == null ? CommonTables.find(state.commonTables(), table.name()) : null;
      if (common == null) {
        requireTable(table);
      } else {
        commonTable(common);
      }
    } else if (source instanceof FromItem.Function function
        && (function.schema() != null || CommonTables.find(state.commonTables(), function.name()) == null)) {
      FromResolver.requireFunction(state, function);
    }
  }

  /** Names, index and, of a view, its query with everything in it. */
  private void requireTable(FromItem.Table table) {
    ResolverState names = ambiguity == null ? state : state.withCommonTables(null);
    new FromResolver(names, new Scope(null), null).resolveSources(table);
  }

  private void commonTable(CommonTables.Entry entry) {
    if (entry.error() != null) {
      throw new SqlException(entry.error() + entry.table().name());
    }
    if (open.add(entry)) {
      TableErrors inner = new TableErrors(state.withCommonTables(entry.environment()), this);
      inner.query(entry.table().select());
      ambiguity = inner.ambiguity;
      open.remove(entry);
    }
  }

  /** NATURAL, USING and stars. */
  private void joins(Select.Simple select) {
    boolean isBare = select.from() == null;
    for (Select.ResultItem item : select.results()) {
      if (isBare && item instanceof Select.AllColumns) {
        throw new SqlException("no tables specified");
      }
      if (isBare && item instanceof Select.TableColumns columns) {
        throw new SqlException("no such table: " + columns.table());
      }
    }
    if (!(select.from() instanceof FromItem.Join)) {
      return;
    }
    if (!joined(select.from())) {
      joined(new FromShape(state.commonTables()).of(select.from()));
    }
  }

  /** False if something else is wrong in the FROM clause, so that it is not known whether its joins are right. */
  private boolean joined(FromItem from) {
    FromResolver resolver = new FromResolver(state, new Scope(null), null);
    try {
      resolver.resolveSources(from);
    } catch (SqlException e) {
      if (!resolver.isJoining()) {
        return false;
      }
      ambiguity = e.getMessage().startsWith(AMBIGUOUS) ? e : null;
      if (ambiguity == null) {
        throw e;
      }
    }
    return true;
  }

  private void expression(Expression expression) {
    if (ConstantFolding.isFalse(expression)) {
      return;
    }
    Select query = SyntaxTree.query(expression);
    if (query != null) {
      query(query);
    }
    SyntaxTree.children(expression).forEach(this::expression);
  }
}
