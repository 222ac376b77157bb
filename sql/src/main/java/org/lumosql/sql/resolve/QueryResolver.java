// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer.Action;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Select.CompoundOperator;

/** Binds a whole query: common tables, arms, ORDER BY, LIMIT. */
final class QueryResolver {
  private static final int QUERY_LEVELS = 8;
  private static final int COLUMN_LIMIT = 2;

  private static final int COMPOUND_LIMIT = 4;

  private final ResolverState state;
  private final Scope outer;
  private final List<BoundQuery.Arm> arms = new ArrayList<>(1);
  private final List<Scope> scopes = new ArrayList<>(1);
  private List<BoundOrderingTerm> orderBy = List.of();

  /** Arms that came from rows of VALUES beyond the first, before the recursive ones. */
  private int extraArms;
  private int number;
  /** Whether the authorizer wants the query left out. */
  private boolean isLeftOut;

  QueryResolver(ResolverState state, Scope outer) {
    this.state = state;
    this.outer = outer;
  }

  /** The query is to give no rows. */
  void leaveOut() {
    isLeftOut = true;
  }

  /** @param recursive if the query is the body of a recursive common table, else null */
  BoundQuery query(Select select, RecursionResolver.Recursive recursive) {
    int level = state.enter(QUERY_LEVELS + select.arms().size());
    boolean isOutermost = state.enterQuery();
    try {
      return queryHere(select, recursive);
    } catch (SqlException e) {
      throw isOutermost ? TableErrors.of(state, select, e) : e;
    } finally {
      state.leaveQuery();
      state.leave(level);
    }
  }

  /** Has the listener told of the names in a common table that nothing reads. What is wrong with it does not matter. */
  private void listen(Select table) {
    try {
      query(table, null);
    } catch (SqlException e) {
      // nothing is compiled from it
    }
  }

  private BoundQuery queryHere(Select select, RecursionResolver.Recursive recursive) {
    if (select.with() != null) {
      CommonTables tables = new CommonTables(state.commonTables(), select.with());
      ResolverState inner = state.withCommonTables(tables);
      Select bare =
          new Select(select.position(), null, select.arms(), select.orderBy(), select.limit(), select.offset(), select.number());
      BoundQuery query = new QueryResolver(inner, outer).queryHere(bare, recursive);
      if (state.listener() != null) {
        tables.unused().forEach(table -> new QueryResolver(inner, outer).listen(table));
      }
      return query;
    }
    int limit = state.databases().limit(COMPOUND_LIMIT);
    if (select.arms().size() > limit) {
      throw new SqlException("too many terms in compound SELECT", select.position());
    }
    beginNumber(select);
    RecursiveReference reference = null;
    for (int i = 0; i < select.arms().size(); i++) {
      if (recursive != null && i == recursive.firstArm()) {
        reference = beginRecursion(recursive.entry());
      }
      if (reference != null) {
        reference.beginArm();
      }
      try {
        arm(select.arms().get(i), select, reference);
      } catch (SqlException e) {
        limit(select);
        checkLaterArms(select, i, recursive, reference != null || recursive == null ? reference : RecursiveReference.ofSyntax(recursive.entry()));
        throw e;
      }
    }
    requireSameWidth(0);
    return finish(select, recursive, reference);
  }

  /** SQLite goes from the last SELECT of a compound to the first: an error in a later one is told. */
  private void checkLaterArms(Select select, int failed, RecursionResolver.Recursive recursive, RecursiveReference reference) {
    arms.clear();
    for (int i = select.arms().size() - 1; i > failed; i--) {
      if (reference == null && recursive != null && i >= recursive.firstArm()) {
        return; // what it refers to is not known
      }
      if (reference != null) {
        reference.beginArm();
      }
      QueryResolver later = new QueryResolver(state, outer);
      later.arm(select.arms().get(i), select, reference);
      arms.addAll(0, later.arms);
      requireSameWidth(later.arms.size() - 1);
    }
  }

  private void requireSameWidth(int first) {
    for (int i = arms.size() - 2; i >= first; i--) {
      if (arms.get(i).block().results().size() != arms.get(i + 1).block().results().size()) {
        String operator = arms.get(i + 1).operator().text();
        throw new SqlException(
            isRow(arms.get(i + 1).block())
                ? "all VALUES must have the same number of terms"
                : "SELECTs to the left and right of " + operator + " do not have the same number of result columns");
      }
    }
  }

  /** Columns of VALUES have labels that are not their names. */
  private static boolean isRow(QueryBlock block) {
    QueryBlock.Result result = block.results().get(0);
    return block.sources().isEmpty() && result.label().equals("column1") && !"column1".equals(result.name());
  }

  /** The parser has numbered what is written in the statement; queries of views get further numbers, outer ones first. */
  private void beginNumber(Select select) {
    if (state.isInView()) {
      number = state.newNumbers(select.arms().size());
    } else {
      number = select.number();
      state.noteNumber(number);
    }
  }

  private RecursiveReference beginRecursion(CommonTables.Entry entry) {
    BoundQuery start = new BoundQuery(arms, List.of(), null, null, null, null);
    List<String> given = entry.table().columns();
    if (given != null && given.size() != start.columnCount()) {
      throw RecursionResolver.wrongCount(entry, start.columnCount());
    }
    entry.setError("multiple recursive references: ");
    return new RecursiveReference(entry.table().name(), ColumnNames.ofSubquery(start, given), start);
  }

  private BoundQuery finish(
      Select select, RecursionResolver.Recursive recursive, RecursiveReference reference) {
    int[] orderColumns = null;
    if (arms.size() > 1) {
      orderColumns = new CompoundTerms(arms, scopes, state).bind(select.orderBy());
      orderBy = CompoundTerms.termsOf(orderColumns, select.orderBy(), arms, state);
    }
    List<BoundExpression> limit = limit(select);
    BoundQuery.Recursion recursion = null;
    if (reference != null) {
      checkRecursion(recursive);
      recursion = new BoundQuery.Recursion(recursive.firstArm() + extraArms, reference.source());
    }
    if (recursion == null && SortedCompound.isSubquery(arms, select.orderBy())) {
      BoundQuery compound = numbered(new BoundQuery(arms, List.of(), null, null, null, null));
      return numbered(SortedCompound.of(compound, orderColumns, orderBy, limit, state));
    }
    BoundQuery query = new BoundQuery(arms, orderBy, orderColumns, limit.get(0), limit.get(1), recursion);
    if (reference != null) {
      reference.complete(query);
    }
    return numbered(query);
  }

  private BoundQuery numbered(BoundQuery query) {
    query.setNumber(number == 0 ? state.newNumbers(1) : number, state.lastNumber());
    for (Scope scope : scopes) {
      if (scope.isCorrelated()) {
        query.setCorrelated(true);
      }
    }
    return query;
  }

  /** LIMIT and OFFSET; null for what is not there. */
  private List<BoundExpression> limit(Select select) {
    List<BoundExpression> limit = new ArrayList<>(2);
    ExpressionResolver nameless = select.limit() == null ? null : new ExpressionResolver(state, rowsOfTrigger());
    BoundExpression rows = select.limit() == null ? null : nameless.whole(select.limit());
    limit.add(isLeftOut ? new BoundExpression.IntegerConstant(0) : rows);
    limit.add(select.offset() == null ? null : nameless.whole(select.offset()));
    return limit;
  }

  /** LIMIT and OFFSET see no tables, but OLD and NEW. */
  private Scope rowsOfTrigger() {
    Scope names = new Scope(null);
    for (Scope scope = outer; scope != null; scope = scope.outer()) {
      for (Scope.Entry entry : scope.entries()) {
        if (entry.table().needsQualifier()) {
          names.add(entry);
        }
      }
    }
    return names;
  }

  private void checkRecursion(RecursionResolver.Recursive recursive) {
    for (int i = recursive.firstArm() + extraArms; i < arms.size(); i++) {
      if (arms.get(i).block().isAggregate()) {
        throw new SqlException("recursive aggregate queries not supported");
      }
      if (!arms.get(i).block().windows().isEmpty()) {
        throw new SqlException("cannot use window functions in recursive queries");
      }
    }
  }

  private void arm(Select.Arm arm, Select select, RecursiveReference reference) {
    Authority authority = state.databases().authority();
    if (authority != null && !authority.permits(Action.SELECT, null, null, null)) {
      isLeftOut = true;
    }
    if (arm.core() instanceof Select.Values values) {
      values(arm.operator(), values);
      return;
    }
    BlockResolver resolver = new BlockResolver(state, outer, reference);
    boolean isOnly = select.arms().size() == 1;
    QueryBlock block = resolver.resolve((Select.Simple) arm.core(), isOnly ? select.orderBy() : List.of());
    if (isOnly) {
      orderBy = resolver.orderBy();
    }
    if (authority != null) {
      requireRows(authority, block);
    }
    add(arm.operator(), block, resolver.scope());
  }

  /** Tables of which a query uses no column are read too. */
  private void requireRows(Authority authority, QueryBlock block) {
    for (Source source : block.sources()) {
      if (source instanceof Source.TableSource table) {
        authority.requireRows(source, table.table(), state.isFromSchema());
      } else if (source instanceof Source.FunctionSource function) {
        authority.requireRows(source, function.table(), state.isFromSchema());
      }
    }
  }

  private void add(CompoundOperator operator, QueryBlock block, Scope scope) {
    arms.add(new BoundQuery.Arm(operator, block));
    scopes.add(scope);
  }

  /** Several rows of VALUES are computed, whether somebody reads them or not. */
  private static void requireComputable(QueryBlock row) {
    for (QueryBlock.Result result : row.results()) {
      BoundTree.walk(
          result.expression(),
          e -> {
            if (e instanceof BoundExpression.Misused misused) {
              throw new SqlException(misused.message());
            }
          });
    }
  }

  private void values(CompoundOperator operator, Select.Values values) {
    int size = values.rows().get(0).size();
    if (size > state.databases().limit(COLUMN_LIMIT)) {
      throw new SqlException("too many columns in result set");
    }
    for (List<Expression> row : values.rows()) {
      if (row.size() != size) {
        throw new SqlException("all VALUES must have the same number of terms", values.position());
      }
    }
    boolean isSeveral = values.rows().size() > 1;
    if (isSeveral && operator != null && (operator != CompoundOperator.UNION_ALL || !state.isWrittenAlone())) {
      // the rows belong together before the operator is applied; and they are a subquery, with a type for each column, where they are not computed beside the query
      Select.Arm only = new Select.Arm(null, values);
      Select rows = new Select(values.position(), null, List.of(only), List.of(), null, null);
      Select all = Syntax.selectAll(values.position(), new FromItem.Subselect(values.position(), rows, null));
      arm(new Select.Arm(operator, all.arms().get(0).core()), all, null);
      return;
    }
    int first = arms.size();
    for (int i = 0; i < values.rows().size(); i++) {
      BlockResolver resolver = new BlockResolver(state, outer, null);
      QueryBlock block;
      try {
        block = resolver.values(values.rows().get(i));
        if (isSeveral) {
          requireComputable(block);
        }
      } catch (SqlException e) {
        for (int later = values.rows().size() - 1; later > i; later--) {
          new BlockResolver(state, outer, null).values(values.rows().get(later));
        }
        throw e;
      }
      CompoundOperator own = i == 0 ? operator : CompoundOperator.UNION_ALL;
      add(own, block, resolver.scope());
    }
    if (isSeveral && !values.isList() && state.isWrittenAlone()) {
      ValuesRows.leaveUntyped(arms.subList(first, arms.size()));
    }
    extraArms += values.rows().size() - 1;
  }
}
