// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.List;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Source.QuerySource;

/**
 * The LIMIT of a subquery becomes that of the query around it, where that query reads nothing else and adds nothing but
 * results and perhaps an order; then the subquery can be flattened
 * (https://sqlite.org/optoverview.html#flattening, rules 8, 9, 13, 14, 15, 19 and 21).
 *
 * <p>An ORDER BY around a subquery that has a LIMIT but no order of its own then sorts before the LIMIT counts. The
 * subquery may give any rows of its table, and so those may be the first ones.
 */
public final class LimitLifting {
  private LimitLifting() {}

  /** The same query with a LIMIT lifted into it, or the same object. Requires: the query is no arm of a compound. */
  public static BoundQuery apply(BoundQuery query, Databases databases) {
    if (!databases.isOptimisationOn(Optimisation.QUERY_FLATTENER) || !mayTakeLimit(query)) {
      return query;
    }
    QuerySource source = (QuerySource) query.first().sources().get(0);
    BoundQuery inner = source.query();
    if (inner.limit() == null) {
      inner = apply(inner, databases);
    }
    if (inner.limit() == null || inner.offset() != null || inner.recursion() != null) {
      return query;
    }
    BoundQuery lifted = lifted(query, source, inner);
    return canFlatten(lifted, databases) ? lifted : query;
  }

  /** Whether each row of the one subquery gives one row. */
  private static boolean mayTakeLimit(BoundQuery query) {
    if (query.isCompound() || query.limit() != null || query.offset() != null || query.recursion() != null) {
      return false;
    }
    QueryBlock block = query.first();
    return block.sources().size() == 1
        && block.sources().get(0) instanceof QuerySource
        && block.conditions().isEmpty()
        && !block.isAggregate()
        && !block.isDistinct()
        && block.windows().isEmpty();
  }

  private static BoundQuery lifted(BoundQuery query, QuerySource source, BoundQuery inner) {
    QuerySource unlimited = source.withOwnRows(inner.withLimit(null));
    Substitution substitution = new Substitution();
    substitution.replace(source, unlimited);
    substitution.renew(source, unlimited);
    QueryBlock block = substitution.apply(query.first(), List.<Source>of(unlimited));
    return query
        .with(List.of(new BoundQuery.Arm(null, block)), substitution.terms(query.orderBy()))
        .withLimit(inner.limit());
  }

  private static boolean canFlatten(BoundQuery query, Databases databases) {
    BlockRewriting.Ordered ordered = new BlockRewriting.Ordered(query.first(), query.orderBy(), false);
    boolean isCompound = ((QuerySource) query.first().sources().get(0)).query().isCompound();
    return isCompound ? UnionAllFlattening.canSplit(ordered) : SubqueryFlattening.canFlatten(ordered, 0);
  }
}
