// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select.CompoundOperator;

/**
 * A compound that finds equal rows and is sorted by a COLLATE: one merge cannot do both, because rows are equal by their columns' own collations. So the
 * compound becomes a subquery, and the rows of that are sorted.
 */
final class SortedCompound {
  private SortedCompound() {}

  static boolean isSubquery(List<BoundQuery.Arm> arms, List<OrderingTerm> orderBy) {
    boolean findsEqualRows = false;
    for (BoundQuery.Arm arm : arms) {
      findsEqualRows |= arm.operator() != null && arm.operator() != CompoundOperator.UNION_ALL;
    }
    return findsEqualRows && orderBy.stream().anyMatch(SortedCompound::isCollated);
  }

  private static boolean isCollated(OrderingTerm term) {
    return term.expression().unwrapped() instanceof Expression.Collate;
  }

  /**
   * SELECT * FROM the compound, with its ORDER BY and LIMIT.
   *
   * @param compound without ORDER BY and LIMIT
   * @param orderColumns the result column of each term
   */
  static BoundQuery of(
      BoundQuery compound, int[] orderColumns, List<BoundOrderingTerm> orderBy, List<BoundExpression> limit, ResolverState state) {
    List<String> names = ColumnNames.of(compound, null);
    Source.QuerySource source =
        new Source.QuerySource("(subquery-" + compound.number() + ")", compound, names, Source.QuerySource.Origin.SUBQUERY, null);
    List<QueryBlock.Result> results = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      BoundExpression value = new BoundExpression.ColumnValue(source, i);
      String written = compound.first().results().get(i).written();
      results.add(new QueryBlock.Result(value, names.get(i), Origins.of(value, names.get(i), state), names.get(i), written));
    }
    List<BoundOrderingTerm> terms = new ArrayList<>();
    for (int i = 0; i < orderColumns.length; i++) {
      BoundOrderingTerm term = orderBy.get(i);
      BoundExpression column = new BoundExpression.ColumnValue(source, orderColumns[i]);
      BoundExpression value = new BoundExpression.Collated(column, Typing.collationOrBinary(term.expression()));
      terms.add(new BoundOrderingTerm(value, term.descending(), term.nullsLast()));
    }
    QueryBlock block = new QueryBlock(false, results, List.of(source), List.of(), List.of(), null, List.of(), List.of());
    return new BoundQuery(List.of(new BoundQuery.Arm(null, block)), terms, null, limit.get(0), limit.get(1), null);
  }
}
