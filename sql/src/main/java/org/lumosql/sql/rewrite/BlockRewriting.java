// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.List;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;

/** Applies all rewritings to a block that is about to be compiled. */
public final class BlockRewriting {
  private static final Pass FLATTENING = new SubqueryFlattening();
  private static final List<Pass> BEFORE_FLATTENING = List.of(new JoinSimplification(), new OrderByOmission());
  private static final List<Pass> AFTER_FLATTENING =
      List.of(new ConditionPushDown(), new UnusedColumns(), new ExistsToJoin(), new HavingToWhere());

  private BlockRewriting() {}

  /**
   * A block, the ORDER BY of its query, and whether there is an OFFSET.
   *
   * @param written the block before any rewriting
   * @param isForWindow whether its rows are those of a window, which sees the order that they come in
   */
  public record Ordered(
      QueryBlock block, List<BoundOrderingTerm> orderBy, boolean hasOffset, QueryBlock written, boolean isForWindow) {
    public Ordered(QueryBlock block, List<BoundOrderingTerm> orderBy, boolean hasOffset) {
      this(block, orderBy, hasOffset, block, false);
    }

    /** The rows of a window. */
    public static Ordered ofWindow(QueryBlock block, List<BoundOrderingTerm> orderBy) {
      return new Ordered(block, orderBy, false, block, true);
    }

    Ordered with(QueryBlock newBlock, List<BoundOrderingTerm> newOrder) {
      return new Ordered(newBlock, newOrder, hasOffset, written, isForWindow);
    }

    /**
     * Whether the results, as they are written, have no functions and queries: those of the others are computed after a subquery is sorted, so that the sort need
     * not carry them and a LIMIT saves them.
     */
    boolean isSimple() {
      for (QueryBlock.Result result : written.results()) {
        if (BoundTree.any(
            result.expression(), part -> part instanceof BoundExpression.Call || BoundTree.queryOf(part) != null)) {
          return false;
        }
      }
      return true;
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
  public static Ordered apply(Ordered ordered, Databases databases) {
    Ordered rewritten = ordered;
    QueryBlock block = ordered.block();
    boolean mayApply =
        block.having() != null || hasSubquery(block) || JoinSimplification.mayApply(block) || ExistsToJoin.mayApply(block);
    if (!mayApply) {
      return rewritten;
    }
    rewritten = apply(new CountOfView(), rewritten, databases);
    rewritten = flattened(rewritten, databases);
    for (Pass pass : AFTER_FLATTENING) {
      rewritten = apply(pass, rewritten, databases);
    }
    return rewritten;
  }

  /** The block with all subqueries flattened that can be, and with what is to be done before each of them. */
  static Ordered flattened(Ordered block, Databases databases) {
    Ordered present = block;
    while (true) {
      Ordered prepared = present;
      for (Pass pass : BEFORE_FLATTENING) {
        prepared = apply(pass, prepared, databases);
      }
      present = apply(FLATTENING, prepared, databases);
      if (present == prepared) {
        return present;
      }
    }
  }

  private static Ordered apply(Pass pass, Ordered block, Databases databases) {
    return databases.isOptimisationOn(pass.optimisation()) ? pass.apply(block) : block;
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
