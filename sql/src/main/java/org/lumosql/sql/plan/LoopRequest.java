// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;

/** What the code around the loops wants of them. Immutable; the {@code with…} methods make changed copies. */
public final class LoopRequest {
  private final ColumnUsage usage;
  private final List<BoundOrderingTerm> orderBy;
  private final Purpose purpose;
  private final List<BoundExpression> distinct;
  private final int resultCount;
  private final boolean simple;
  private final int limit;
  private final boolean duplicatesAllowed;
  private final int outerRows;
  private final Hints hints;

  /** Why rows are wanted in an order. */
  public enum Purpose {
    /** No order is wanted. */
    NONE,
    /** Each term counts with its direction. */
    ORDER_BY,
    /** Equal rows must come together: order and direction of the terms do not matter. */
    GROUP_BY,
    /** As GROUP BY, for DISTINCT. */
    DISTINCT,
    /** Only the first row with a value that is not NULL is wanted: the term is the argument of min(). */
    MINIMUM,
    /** The same for max(). */
    MAXIMUM
  }

  /** The lists are not changed any more. */
  private LoopRequest(
      ColumnUsage usage,
      List<BoundOrderingTerm> orderBy,
      Purpose purpose,
      List<BoundExpression> distinct,
      int resultCount,
      boolean simple,
      int limit,
      boolean duplicatesAllowed,
      int outerRows,
      Hints hints) {
    this.usage = usage;
    this.orderBy = orderBy;
    this.purpose = purpose;
    this.distinct = distinct;
    this.resultCount = resultCount;
    this.simple = simple;
    this.limit = limit;
    this.duplicatesAllowed = duplicatesAllowed;
    this.outerRows = outerRows;
    this.hints = hints;
  }

  /** @param usage the columns that the body and everything else in the block reads, conditions included */
  public static LoopRequest of(ColumnUsage usage) {
    return new LoopRequest(usage, List.of(), Purpose.NONE, List.of(), 1, false, -1, false, 0, Hints.NONE);
  }

  public LoopRequest withOrder(List<BoundOrderingTerm> terms, Purpose why) {
    return new LoopRequest(usage, terms, why, distinct, resultCount, simple, limit, duplicatesAllowed, outerRows, hints);
  }

  /**
   * The results of SELECT DISTINCT: {@code NestedLoops.distinctness()} then says whether the loops make them distinct.
   * Without ORDER BY the planner looks for loops that bring equal rows together; ask for no order then.
   */
  public LoopRequest withDistinct(List<BoundExpression> results) {
    return new LoopRequest(usage, orderBy, purpose, results, resultCount, simple, limit, duplicatesAllowed, outerRows, hints);
  }

  /**
   * The loops' rows are the result: nothing is grouped or aggregated. Joins that change no result may be left out then.
   * The number of columns counts because wide rows cost more to sort.
   */
  public LoopRequest withResultCount(int count) {
    return new LoopRequest(usage, orderBy, purpose, distinct, count, true, limit, duplicatesAllowed, outerRows, hints);
  }

  /** No more rows than this will be asked for: a LIMIT that is known. */
  public LoopRequest withLimit(long rows) {
    return new LoopRequest(
        usage, orderBy, purpose, distinct, resultCount, simple, LogEstimate.of(rows), duplicatesAllowed, outerRows, hints);
  }

  /**
   * What a virtual table may be told beside terms and order.
   *
   * @param limit the value of LIMIT when the loops begin if it counts their rows, else null
   * @param offset the same for OFFSET
   * @param offsetRegister where the rows to be passed over are counted, 0 if there is no offset
   * @param equalRowsOnce rows that are equal in all terms of the order may come once
   */
  public record Hints(BoundExpression limit, BoundExpression offset, int offsetRegister, boolean equalRowsOnce) {
    static final Hints NONE = new Hints(null, null, 0, false);
  }

  public LoopRequest withHints(Hints forVirtualTables) {
    return new LoopRequest(
        usage, orderBy, purpose, distinct, resultCount, simple, limit, duplicatesAllowed, outerRows, forVirtualTables);
  }

  /** The loops run as often as loops around them have rows: an estimate. */
  public LoopRequest withOuterRows(int rows) {
    return new LoopRequest(
        usage, orderBy, purpose, distinct, resultCount, simple, limit, duplicatesAllowed, rows, hints);
  }

  /** A row may come more than once: the body does the same again without harm. */
  public LoopRequest allowingDuplicates() {
    return new LoopRequest(usage, orderBy, purpose, distinct, resultCount, simple, limit, true, outerRows, hints);
  }

  /** The same columns without any wish, for one source of the join. */
  public LoopRequest forPart() {
    return of(usage).withOuterRows(outerRows);
  }

  public ColumnUsage usage() {
    return usage;
  }

  public List<BoundOrderingTerm> orderBy() {
    return orderBy;
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Whether the terms may be satisfied in any sequence and direction. */
  boolean isGrouping() {
    return purpose == Purpose.GROUP_BY || purpose == Purpose.DISTINCT;
  }

  boolean isExtreme() {
    return purpose == Purpose.MINIMUM || purpose == Purpose.MAXIMUM;
  }

  public List<BoundExpression> distinct() {
    return distinct;
  }

  /** Whether rows go to the result one by one. */
  boolean isSimple() {
    return simple;
  }

  int resultCount() {
    return resultCount;
  }

  boolean hasLimit() {
    return limit >= 0;
  }

  public Hints hints() {
    return hints;
  }

  int outerRows() {
    return outerRows;
  }

  /** Estimate of the limit. */
  int limit() {
    return limit;
  }

  public boolean areDuplicatesAllowed() {
    return duplicatesAllowed;
  }
}
