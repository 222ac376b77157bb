// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
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

  QueryResolver(ResolverState state, Scope outer) {
    this.state = state;
    this.outer = outer;
  }

  /** @param recursive if the query is the body of a recursive common table, else null */
  BoundQuery query(Select select, RecursionResolver.Recursive recursive) {
    int level = state.enter(QUERY_LEVELS + select.arms().size());
    state.enterQuery();
    try {
      return queryHere(select, recursive);
    } finally {
      state.leaveQuery();
      state.leave(level);
    }
  }

  private BoundQuery queryHere(Select select, RecursionResolver.Recursive recursive) {
    if (select.with() != null) {
      ResolverState inner = state.withCommonTables(new CommonTables(state.commonTables(), select.with()));
      Select bare =
          new Select(select.position(), null, select.arms(), select.orderBy(), select.limit(), select.offset(), select.number());
      return new QueryResolver(inner, outer).queryHere(bare, recursive);
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
      arm(select.arms().get(i), select, reference);
    }
    return finish(select, recursive, reference);
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
    QueryBlock initial = arms.get(0).block();
    List<String> given = entry.table().columns();
    if (given != null && given.size() != initial.results().size()) {
      throw RecursionResolver.wrongCount(entry, initial.results().size());
    }
    BoundQuery start = new BoundQuery(arms, List.of(), null, null, null, null);
    entry.setError("multiple recursive references: ");
    return new RecursiveReference(entry.table().name(), ColumnNames.of(start, given), initial);
  }

  private BoundQuery finish(
      Select select, RecursionResolver.Recursive recursive, RecursiveReference reference) {
    int[] orderColumns = null;
    if (arms.size() > 1) {
      orderColumns = new CompoundTerms(arms, scopes, state).bind(select.orderBy());
      orderBy = CompoundTerms.termsOf(orderColumns, select.orderBy(), arms, state);
    }
    BoundExpression limit = null;
    BoundExpression offset = null;
    if (select.limit() != null) {
      ExpressionResolver nameless = new ExpressionResolver(state, rowsOfTrigger());
      limit = nameless.scalar(select.limit());
      offset = select.offset() == null ? null : nameless.scalar(select.offset());
    }
    BoundQuery.Recursion recursion = null;
    if (reference != null) {
      checkRecursion(recursive);
      recursion = new BoundQuery.Recursion(recursive.firstArm() + extraArms, reference.source());
    }
    BoundQuery query = new BoundQuery(arms, orderBy, orderColumns, limit, offset, recursion);
    query.setNumber(number == 0 ? state.newNumbers(1) : number, state.lastNumber());
    for (Scope scope : scopes) {
      if (scope.isCorrelated()) {
        query.setCorrelated(true);
      }
    }
    return query;
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
    add(arm.operator(), block, resolver.scope(), arm.operator());
  }

  private void add(CompoundOperator operator, QueryBlock block, Scope scope, CompoundOperator named) {
    if (!arms.isEmpty() && arms.get(0).block().results().size() != block.results().size()) {
      throw new SqlException(
          "SELECTs to the left and right of "
              + named.text()
              + " do not have the same number of result columns");
    }
    arms.add(new BoundQuery.Arm(operator, block));
    scopes.add(scope);
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
    if (!arms.isEmpty() && arms.get(0).block().results().size() != size) {
      throw new SqlException("all VALUES must have the same number of terms");
    }
    boolean isSeveral = values.rows().size() > 1;
    if (isSeveral && operator != null && operator != CompoundOperator.UNION_ALL) {
      // the rows belong together before the operator is applied
      Select.Arm only = new Select.Arm(null, values);
      Select rows = new Select(values.position(), null, List.of(only), List.of(), null, null);
      Select all = Syntax.selectAll(values.position(), new FromItem.Subselect(values.position(), rows, null));
      arm(new Select.Arm(operator, all.arms().get(0).core()), all, null);
      return;
    }
    int first = arms.size();
    for (int i = 0; i < values.rows().size(); i++) {
      BlockResolver resolver = new BlockResolver(state, outer, null);
      QueryBlock block = resolver.values(values.rows().get(i));
      CompoundOperator own = i == 0 ? operator : CompoundOperator.UNION_ALL;
      add(own, block, resolver.scope(), own);
    }
    boolean isWrittenAlone = state.commonTables() == null && !state.isInView() && !state.isFromSchema();
    if (isSeveral && isWrittenAlone) {
      ValuesRows.leaveUntyped(arms.subList(first, arms.size()));
    }
    extraArms += values.rows().size() - 1;
  }
}
