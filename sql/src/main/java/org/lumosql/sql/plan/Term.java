// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.record.Collation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.IndexPlan;

/**
 * One condition of a conjunction: a conjunct of WHERE or ON, or one that follows from those. Derived terms are never
 * tested by themselves: they only let an index do the work of the term they come from, their {@link #parent()}.
 *
 * <p>If the condition compares a column (or an indexed expression) of one source with something else, the left side
 * names it.
 */
public final class Term {
  /** {@code column} of a left side that is an expression some index has. */
  static final int EXPRESSION = -2;

  private final int number;
  private final BoundExpression expression;
  private final BoundExpression written;
  private final int joinedSource;
  private final boolean outerJoin;

  // what the analysis finds out; fixed once it has ended
  int source = -1;
  int column;
  BoundExpression left;
  BoundExpression right;
  int operators;
  long needed;
  long neededRight;
  int truth = Likelihood.UNKNOWN;
  Affinity affinity = Affinity.NONE;
  Collation collation;
  int field = -1;
  Term parent;
  int childCount;
  boolean derived;
  boolean copied;
  boolean dropped;
  boolean likeBound;
  boolean likeFolded;
  boolean notNullBound;
  boolean commuted;
  boolean frequent;
  boolean assumedRare;
  /** Of a term for virtual tables alone: how it compares. */
  IndexPlan.Operator virtual;
  /** Of a function of a virtual table's own: the number that the table knows it by. */
  int virtualFunction;
  OrTerms alternatives;
  TermList conjunction;

  /**
   * @param joinedSource number of the source whose ON clause it is from, or −1; @param outerJoin whether that is an
   * outer join
   */
  Term(int number, BoundExpression expression, BoundExpression written, int joinedSource, boolean outerJoin) {
    this.number = number;
    this.expression = expression;
    this.written = written;
    this.joinedSource = joinedSource;
    this.outerJoin = outerJoin;
  }

  /** Of a term for virtual tables alone: how it compares; else null. */
  public IndexPlan.Operator virtual() {
    return virtual;
  }

  /** Its place among the terms of the plan. */
  public int number() {
    return number;
  }

  /** The condition as it is tested. */
  public BoundExpression expression() {
    return expression;
  }

  /** The condition before constants took the place of columns in it. */
  BoundExpression written() {
    return written;
  }

  /** The number of the source whose ON clause it is from, −1 for WHERE. */
  public int joinedSource() {
    return joinedSource;
  }

  /** Whether it is from the ON clause of an outer join. */
  public boolean isOfOuterJoin() {
    return outerJoin;
  }

  /** The sources that its test needs. */
  public long needed() {
    return needed;
  }

  /** The sources that the right side needs. */
  public long neededRight() {
    return neededRight;
  }

  /** The number of the source that the left side is of, −1 if no index can serve this term. */
  public int source() {
    return source;
  }

  /** The left side's column; −1 for the rowid. */
  public int column() {
    return column;
  }

  /**
   * What the index's field is compared with; null for IS NULL. Of a term on a row value's first field, the whole row
   * value.
   */
  public BoundExpression right() {
    return right;
  }

  /** The left side, a row value if a row value is compared. */
  public BoundExpression left() {
    return left;
  }

  /**
   * Which field of a row value is compared: {@code (a,b) IN (SELECT …)} gives a term for a and one for b; −1 for
   * others.
   */
  public int field() {
    return field;
  }

  public Term parent() {
    return parent;
  }

  /** Terms derived from this that must all be served before this needs no test. */
  public int childCount() {
    return childCount;
  }

  /** Whether it is never tested by itself. */
  public boolean isDerived() {
    return derived;
  }

  /** Replaced by other terms. */
  public boolean isDropped() {
    return dropped;
  }

  /** A bound of the range that a LIKE was turned into. */
  public boolean isLikeBound() {
    return likeBound;
  }

  /** Such a bound for a LIKE that ignores case: blobs need a second look. */
  public boolean isLikeFolded() {
    return likeFolded;
  }

  /** {@code x > NULL}, from {@code x NOT NULL}: NULLs alone are left out. */
  public boolean isNotNullBound() {
    return notNullBound;
  }

  public boolean isEqual() {
    return (operators & Operators.EQUAL) != 0;
  }

  public boolean isIs() {
    return (operators & Operators.IS) != 0;
  }

  public boolean isIn() {
    return (operators & Operators.IN) != 0;
  }

  public boolean isNullTest() {
    return (operators & Operators.IS_NULL) != 0;
  }

  /** Whether the bound itself does not belong to the range. */
  public boolean isStrictBound() {
    return (operators & (Operators.LESS | Operators.GREATER)) != 0;
  }

  public boolean isLowerBound() {
    return (operators & Operators.LOWER) != 0;
  }

  /** The affinity of the comparison. */
  public Affinity affinity() {
    return affinity;
  }

  /** Whether it equates two columns so that each can stand for the other. */
  public boolean isEquivalence() {
    return has(Operators.EQUIVALENCE);
  }

  /** Whether it has a form that an index could serve. */
  public boolean isIndexable() {
    return operators != 0;
  }

  /** The collation of the comparison. */
  public Collation collation() {
    return collation;
  }

  /** Whether it depends on the source and can be served by an index of it. */
  boolean has(int operator) {
    return (operators & operator) != 0;
  }

  /** The disjuncts, if this is an OR that indexes may serve; else null. */
  public OrTerms alternatives() {
    return alternatives;
  }

  @Override
  public String toString() {
    return number + ": " + expression;
  }
}
