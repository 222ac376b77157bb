// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.List;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;

/** Applies all rewritings to a block that is about to be compiled. */
public final class BlockRewriting {
  private static final List<Pass> PASSES =
      List.of(
          new CountOfView(),
          new JoinSimplification(),
          new OrderByOmission(),
          new SubqueryFlattening(),
          new ConditionPushDown(),
          new UnusedColumns(),
          new ExistsToJoin(),
          new HavingToWhere());

  private BlockRewriting() {}

  /** A block, the ORDER BY of its query, and whether there is an OFFSET. */
  public record Ordered(QueryBlock block, List<BoundOrderingTerm> orderBy, boolean hasOffset) {
    Ordered with(QueryBlock newBlock, List<BoundOrderingTerm> newOrder) {
      return new Ordered(newBlock, newOrder, hasOffset);
    }
  }

  /** One rewriting. */
  interface Pass {
    /** What it is switched off by. */
    Optimisation optimisation();

    /** The rewritten block, or the same object if there was nothing to do. */
    Ordered apply(Ordered block);
  }

  /** The block with all rewritings that are switched on. */
  public static Ordered apply(
      QueryBlock block, List<BoundOrderingTerm> orderBy, boolean hasOffset, Databases databases) {
    Ordered rewritten = new Ordered(block, orderBy, hasOffset);
    boolean mayApply =
        block.having() != null || hasSubquery(block) || JoinSimplification.mayApply(block) || ExistsToJoin.mayApply(block);
    if (!mayApply) {
      return rewritten;
    }
    int next = 0;
    while (next < PASSES.size()) {
      Pass pass = PASSES.get(next);
      next++;
      if (databases.isOptimisationOn(pass.optimisation())) {
        Ordered before = rewritten;
        rewritten = pass.apply(before);
        if (rewritten != before && pass instanceof SubqueryFlattening) {
          next = 0; // the joins and subqueries of what was flattened have a WHERE around them now
        }
      }
    }
    return rewritten;
  }

  private static boolean hasSubquery(QueryBlock block) {
    for (int i = 0; i < block.sources().size(); i++) {
      if (block.sources().get(i) instanceof Source.QuerySource) {
        return true;
      }
    }
    return false;
  }
}
