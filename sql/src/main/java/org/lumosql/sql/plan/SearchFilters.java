// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.schema.Table;

/**
 * Decides which searches get a Bloom filter before them: those that are made more often than their table has rows,
 * where other conditions on the table leave out some of its rows, so that many searches find nothing. Only where
 * statistics tell how many rows there are.
 */
final class SearchFilters {
  private SearchFilters() {}

  static void choose(PlanningContext context, List<LoopPlan> loops) {
    int searches = 0;
    for (int i = 0; i < loops.size(); i++) {
      LoopPlan loop = loops.get(i);
      AccessPath path = loop.path();
      Table table = context.table(loop.number());
      if (table == null || !table.isAnalyzed()) {
        return;
      }
      table.noteStatisticsUsed();
      boolean isSearch = path.kind == AccessPath.Kind.TABLE || path.kind == AccessPath.Kind.INDEX;
      if (i > 0
          && isSearch
          && path.selfCulling
          && path.equal
          && searches > context.rows(loop.number())) {
        AccessPath filtered = new AccessPath(path);
        filtered.filtered = true;
        filtered.covering = false;
        loops.set(i, new LoopPlan(loop.number(), loop.source(), filtered, loop.reverse(), loop.nullsApart()));
      }
      searches += path.rows;
    }
  }
}
