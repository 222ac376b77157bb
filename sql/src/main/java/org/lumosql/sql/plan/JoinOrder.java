// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts access paths in the cheapest sequence: keeps the best few partial plans of one loop, makes those of two loops
 * from them, and so on (https://sqlite.org/queryplanner-ng.html).
 */
final class JoinOrder {
  private static final int MOST_OUTER_ROWS = 48;
  private static final int MANY = 12;
  private static final int MANY_FOR_STAR = 18;

  private final PlanningContext context;
  private final List<AccessPath> paths;
  private final int orderCount;
  private final int rowEstimate;
  private final boolean star;

  /**
   * Some loops in sequence.
   *
   * @param sources the set of their sources
   * @param rows estimate of rows that come out
   * @param cost with the sort that is still needed
   * @param unsorted cost without a sort
   * @param ordered terms of the order satisfied; −1 if that is not known yet
   * @param reverse loops that must run backwards
   * @param nullsApart loops that must visit NULLs apart
   */
  record Partial(
      List<AccessPath> loops,
      long sources,
      int rows,
      int cost,
      int unsorted,
      int ordered,
      long reverse,
      long nullsApart) {}

  /**
   * @param rowEstimate of the whole join, for the cost of sorting; 0 if it is not known yet, then the order is left out
   * of account
   */
  JoinOrder(PlanningContext context, List<AccessPath> paths, int rowEstimate, boolean star) {
    this.star = star;
    this.context = context;
    this.paths = paths;
    this.rowEstimate = rowEstimate;
    this.orderCount = rowEstimate == 0 ? 0 : context.request().orderBy().size();
  }

  /** The cheapest sequence of all sources, or null if there is none. */
  Partial best() {
    int count = context.sources().size();
    int outerRows = Math.min(context.request().outerRows(), MOST_OUTER_ROWS);
    int keep = count <= 1 ? 1 : count == 2 ? 5 : star ? MANY_FOR_STAR : MANY;
    int ordered = count > 0 && orderCount > 0 ? -1 : orderCount;
    List<Partial> from = List.of(new Partial(List.of(), 0, outerRows, 0, 0, ordered, 0, 0));
    for (int level = 0; level < count; level++) {
      List<Partial> next = new ArrayList<>();
      for (Partial partial : from) {
        for (AccessPath path : paths) {
          if (isPossible(partial, path)) {
            extend(partial, path, next, keep);
          }
        }
      }
      if (next.isEmpty()) {
        return null;
      }
      from = next;
    }
    Partial best = from.get(0);
    for (Partial partial : from) {
      if (partial.cost() < best.cost()) {
        best = partial;
      }
    }
    return best;
  }

  private static boolean isPossible(Partial partial, AccessPath path) {
    long self = 1L << path.source;
    return (path.prerequisites & ~partial.sources()) == 0
        && (partial.sources() & self) == 0
        // an index for a handful of searches does not pay
        && (path.kind != AccessPath.Kind.AUTOMATIC_INDEX || partial.rows() >= 3);
  }

  /** Considers a path behind some loops; a sequence is made of them only if it is worth keeping. */
  private void extend(Partial partial, AccessPath path, List<Partial> kept, int keep) {
    int unsorted = path.run + partial.rows();
    if (path.setup != 0) {
      unsorted = LogEstimate.add(path.setup, unsorted);
    }
    unsorted = LogEstimate.add(unsorted, partial.unsorted());
    int rows = partial.rows() + path.rows;
    int ordered = partial.ordered();
    long reverse = partial.reverse();
    long nullsApart = partial.nullsApart();
    if (ordered < 0) {
      OrderSatisfaction.Result result =
          new OrderSatisfaction(context, context.request().orderBy(), orderMode()).of(partial.loops(), path);
      ordered = result.count();
      reverse = result.reverse();
      nullsApart = result.nullsApart();
    }
    int cost = unsorted;
    if (ordered >= 0 && ordered < orderCount) {
      cost = LogEstimate.add(unsorted, sortCost(ordered)) + 3;
    } else {
      unsorted -= 2;
    }
    long sources = partial.sources() | 1L << path.source;
    int place = placeOf(kept, keep, sources, ordered < 0, path, rows, cost, unsorted);
    if (place < 0) {
      return;
    }
    List<AccessPath> loops = new ArrayList<>(partial.loops().size() + 1);
    loops.addAll(partial.loops());
    loops.add(path);
    Partial extended = new Partial(loops, sources, rows, cost, unsorted, ordered, reverse, nullsApart);
    if (place == kept.size()) {
      kept.add(extended);
    } else {
      kept.set(place, extended);
    }
  }

  private OrderSatisfaction.Mode orderMode() {
    switch (context.request().purpose()) {
      case GROUP_BY:
        return OrderSatisfaction.Mode.GROUP_BY;
      case DISTINCT:
        return OrderSatisfaction.Mode.DISTINCT;
      case MINIMUM:
      case MAXIMUM:
        return OrderSatisfaction.Mode.EXTREME;
      default:
        return OrderSatisfaction.Mode.ORDER_BY;
    }
  }

  /** The cost of sorting all rows, of which the first {@code ordered} terms are in order already. */
  private int sortCost(int ordered) {
    LoopRequest request = context.request();
    int rows = rowEstimate;
    int cost = rows + LogEstimate.of((request.resultCount() + 59) / 30);
    if (ordered > 0) {
      cost += LogEstimate.of((orderCount - ordered) * 100L / orderCount) - 66;
    }
    if (request.hasLimit()) {
      cost += 10;
      if (ordered != 0) {
        cost += 6;
      }
      rows = Math.min(rows, request.limit());
    } else if (!request.distinct().isEmpty() && rows > 10) {
      rows -= 10;
    }
    return cost + LogEstimate.ofSearch(rows);
  }

  // ---- keeping the best few ---------------------------------------------------------------------------------------

  /** Where a new sequence goes in the list of those that are kept: behind its end, or where a worse one is; −1 for nowhere. */
  private static int placeOf(
      List<Partial> kept, int keep, long sources, boolean open, AccessPath path, int rows, int cost, int unsorted) {
    for (int i = 0; i < kept.size(); i++) {
      Partial known = kept.get(i);
      if (known.sources() == sources && known.ordered() < 0 == open) {
        return isBetter(path, rows, cost, unsorted, known) ? i : -1;
      }
    }
    if (kept.size() < keep) {
      return kept.size();
    }
    int worst = 0;
    int worstCost = kept.get(0).cost();
    // as in SQLite, the first is measured by its rows: among equals this decides which of them stays
    int worstUnsorted = kept.get(0).rows();
    for (int i = 1; i < kept.size(); i++) {
      Partial other = kept.get(i);
      if (other.cost() > worstCost || other.cost() == worstCost && other.unsorted() > worstUnsorted) {
        worst = i;
        worstCost = other.cost();
        worstUnsorted = other.unsorted();
      }
    }
    return worstCost > cost || worstCost == cost && worstUnsorted > unsorted ? worst : -1;
  }

  private static boolean isBetter(AccessPath path, int rows, int cost, int unsorted, Partial known) {
    if (cost != known.cost()) {
      return cost < known.cost();
    }
    if (rows != known.rows()) {
      return rows < known.rows();
    }
    if (unsorted != known.unsorted()) {
      return unsorted < known.unsorted();
    }
    AccessPath other = known.loops().get(known.loops().size() - 1);
    return path.isIndexed() && other.isIndexed() && path.index.width() < other.index.width();
  }
}
