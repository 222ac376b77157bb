// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;

/** How the rows of a join are found: one loop per source, outermost first. Immutable. */
public final class JoinPlan {
  private final List<LoopPlan> loops;
  private final TermList terms;
  private final PlanningContext context;
  private final int rows;
  private final int orderedTerms;
  private final boolean innerLoopOrdered;
  private final Distinctness distinctness;

  /** How rows relate to DISTINCT. */
  public enum Distinctness {
    /** Duplicates may come anywhere. */
    UNKNOWN,
    /** There are no duplicates. */
    UNIQUE,
    /** Duplicates come one after the other. */
    ORDERED
  }

  /** @param loops not changed any more */
  JoinPlan(
      List<LoopPlan> loops,
      PlanningContext context,
      int rows,
      int orderedTerms,
      boolean innerLoopOrdered,
      Distinctness distinctness) {
    this.loops = Collections.unmodifiableList(loops);
    this.context = context;
    this.terms = context.terms();
    this.rows = rows;
    // rows without a match of a RIGHT JOIN come last, in no order
    boolean hasLateRows = context.joins().isLeftOfRight(-1);
    this.orderedTerms = hasLateRows ? 0 : orderedTerms;
    this.innerLoopOrdered = !hasLateRows && innerLoopOrdered;
    this.distinctness =
        hasLateRows && distinctness == Distinctness.ORDERED ? Distinctness.UNKNOWN : distinctness;
  }

  /** Outermost first. A source of a LEFT JOIN that changes nothing is left out. */
  public List<LoopPlan> loops() {
    return loops;
  }

  /** How many terms there are, those derived included. */
  public int termCount() {
    return terms.size();
  }

  /** A term, from 0. */
  public Term term(int number) {
    return terms.get(number);
  }

  PlanningContext context() {
    return context;
  }

  /** Rows of the sources before it are kept without a match in this one. */
  public boolean isLeftJoined(int source) {
    return context.joins().isLeft(source);
  }

  /** Rows of this source are kept without a match before it. */
  public boolean isRightJoined(int source) {
    return context.joins().isRight(source);
  }

  /** Whether a RIGHT or FULL JOIN stands to the right of a source. */
  public boolean isLeftOfRight(int source) {
    return context.joins().isLeftOfRight(source);
  }

  /** The sources that an expression reads. */
  public long sourcesOf(BoundExpression expression) {
    return context.masks().of(expression);
  }

  /** The columns of a source that are read. */
  public BitSet columnsUsed(int source) {
    return context.columnsUsed(source);
  }

  /** The terms by which an automatic index on a source leaves out rows from the start. */
  public List<Term> singleSourceTerms(int source) {
    return AutomaticIndex.singleSourceTerms(context, source);
  }

  /** The place of a source in the FROM clause, −1 if it is not of this join. */
  public int numberOf(Source source) {
    return context.masks().number(source);
  }

  /** Estimate of rows that come out, see {@link LogEstimate}. */
  public int rows() {
    return rows;
  }

  /** How many leading terms of the wanted order the loops satisfy. */
  public int orderedTerms() {
    return orderedTerms;
  }

  /** Whether the innermost loop alone is in the wanted order, so that it may stop early under a LIMIT. */
  public boolean isInnerLoopOrdered() {
    return innerLoopOrdered;
  }

  public Distinctness distinctness() {
    return distinctness;
  }
}
