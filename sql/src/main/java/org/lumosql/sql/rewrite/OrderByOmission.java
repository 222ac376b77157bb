// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;

/**
 * ORDER BY of a subquery in FROM is dropped where its order cannot show: the query around it joins, or has an order
 * of its own.
 */
final class OrderByOmission implements BlockRewriting.Pass {
  private static final Set<String> ORDERLESS = Set.of("min", "max", "count");

  @Override
  public Optimisation optimisation() {
    return Optimisation.OMIT_ORDER_BY;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    QueryBlock block = ordered.block();
    if (ordered.orderBy().isEmpty() && block.sources().size() < 2 || ordered.isForWindow() || isOrderSeen(block)) {
      return ordered;
    }
    Substitution substitution = new Substitution();
    List<Source> sources = new ArrayList<>();
    boolean changed = false;
    for (Source source : block.sources()) {
      Source kept = source;
      if (source instanceof Source.QuerySource query && isDroppable(query)) {
        kept = query.with(query.query().withoutOrder());
        substitution.replace(source, kept);
        substitution.renew(source, kept);
        changed = true;
      }
      sources.add(kept);
    }
    if (!changed) {
      return ordered;
    }
    return ordered.with(
        substitution.apply(block, sources), substitution.terms(ordered.orderBy()));
  }

  /** Aggregates such as group_concat() see the order; min, max and count do not. Windows do, whatever they compute. */
  private static boolean isOrderSeen(QueryBlock block) {
    return !block.windows().isEmpty() || block.aggregates().stream().anyMatch(call -> !ORDERLESS.contains(call.function().name()));
  }

  private static boolean isDroppable(Source.QuerySource source) {
    BoundQuery query = source.query();
    return !query.orderBy().isEmpty()
        && !query.first().isAggregate()
        && query.limit() == null
        && query.recursion() == null
        && source.origin() != Source.QuerySource.Origin.COMMON_TABLE_MATERIALIZED;
  }
}
