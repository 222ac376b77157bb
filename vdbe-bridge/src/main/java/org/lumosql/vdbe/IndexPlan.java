// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.util.List;
import java.util.function.Supplier;
import org.lumosql.value.Register;

/**
 * The conversation between the planner and a {@link VirtualTable}: constraints and order of a query go in, the choice of the table comes out
 * (https://sqlite.org/vtab.html#xbestindex). Used by one thread.
 */
public final class IndexPlan {
  private final List<Constraint> constraints;
  private final List<Order> orders;
  private final Wanted wanted;
  private final long columnsUsed;
  private final int[] arguments;
  private final boolean[] omitted;
  private final boolean[] whole;
  private int argumentCount;
  private int indexNumber;
  private String indexText;
  private boolean orderConsumed;
  private boolean unique;
  private boolean shownHexadecimal;
  private double estimatedCost = 1e6;
  private long estimatedRows = 25;

  /**
   * @param constraints of the WHERE clause that compare one of the table's columns
   * @param orders what ORDER BY, GROUP BY or DISTINCT asks for, empty if it asks for nothing that one table can give
   * @param wanted why
   * @param columnsUsed bit per column, bit 63 for all from column 63 on
   */
  public IndexPlan(List<Constraint> constraints, List<Order> orders, Wanted wanted, long columnsUsed) {
    this.constraints = List.copyOf(constraints);
    this.orders = List.copyOf(orders);
    this.wanted = wanted;
    this.columnsUsed = columnsUsed;
    this.arguments = new int[constraints.size()];
    this.omitted = new boolean[constraints.size()];
    this.whole = new boolean[constraints.size()];
  }

  /** How a constraint compares. */
  public enum Operator {
    EQ,
    GT,
    LE,
    LT,
    GE,
    MATCH,
    LIKE,
    GLOB,
    REGEXP,
    NE,
    IS_NOT,
    IS_NOT_NULL,
    IS_NULL,
    IS,
    /**
     * No more rows are wanted than this (https://sqlite.org/vtab.html#limit_and_offset). Told only if the table stands alone and nothing but it decides which rows there
     * are; a plan that uses it and leaves another constraint unused is not taken. A table that uses it, or OFFSET, must consume the order if there is one.
     */
    LIMIT,
    /** So many rows are passed over. A table that passes over them itself uses this with {@code omit}. */
    OFFSET,
    /** A function of the table's own, see {@link VirtualTable#functionConstraint}. */
    FUNCTION
  }

  /** What a table must do if it takes the order upon itself (https://sqlite.org/c3ref/vtab_distinct.html). */
  public enum Wanted {
    /** All rows in the order of all terms. */
    ORDERED,
    /** Rows that are equal in all terms together; sequence and direction of the terms do not matter. */
    GROUPED,
    /** As {@link #GROUPED}, and of equal rows all but one may be left out. */
    DISTINCT,
    /** As {@link #ORDERED}, and of equal rows all but one may be left out. */
    DISTINCT_ORDERED
  }

  /**
   * One condition of the WHERE clause.
   *
   * @param column −1 for the rowid; without meaning for LIMIT and OFFSET
   * @param usable whether its right-hand side is known when the scan starts, in the join order under consideration
   * @param isIn {@code column IN (…)}: an EQ whose scan runs once for each value, unless {@link #useWhole}
   * @param function for {@link Operator#FUNCTION}: the number that {@link VirtualTable#functionConstraint} gave
   * @param collation name of the collation that it compares texts by
   * @param value gives the right-hand side if it is a literal, else null; texts are UTF-8
   */
  public record Constraint(
      int column, Operator operator, boolean usable, boolean isIn, int function, String collation, Supplier<Register> value) {
    /** A comparison with something that is not known yet. */
    public Constraint(int column, Operator operator, boolean usable) {
      this(column, operator, usable, false, 0, "BINARY", () -> null);
    }

    /** The right-hand side if it is a literal, else null. A plan that asks for it serves this literal alone. */
    public Register literal() {
      return value.get();
    }
  }

  /** One term of ORDER BY. */
  public record Order(int column, boolean descending) {}

  public List<Constraint> constraints() {
    return constraints;
  }

  public List<Order> orders() {
    return orders;
  }

  /** What is to be done by a table that consumes the order. */
  public Wanted wanted() {
    return wanted;
  }

  public long columnsUsed() {
    return columnsUsed;
  }

  /**
   * The table wants the right-hand side of a constraint as its next argument of {@link VirtualCursor#filter}.
   *
   * @param omit whether the machine need not check the constraint again
   */
  public void use(int constraint, boolean omit) {
    if (arguments[constraint] == 0) {
      arguments[constraint] = ++argumentCount;
    }
    omitted[constraint] = omit;
  }

  /**
   * As {@link #use}, for an IN: its values come all at once, as a {@link VirtualValues} (https://sqlite.org/c3ref/vtab_in.html), and the table looks for each of them.
   * Requires: {@link Constraint#isIn()}.
   */
  public void useWhole(int constraint, boolean omit) {
    if (!constraints.get(constraint).isIn()) {
      throw new IllegalArgumentException("constraint " + constraint + " is no IN");
    }
    use(constraint, omit);
    whole[constraint] = true;
  }

  public boolean isWhole(int constraint) {
    return whole[constraint];
  }

  /** Position of a constraint among the arguments, from 1; 0 if not used. */
  public int argument(int constraint) {
    return arguments[constraint];
  }

  public boolean isOmitted(int constraint) {
    return omitted[constraint];
  }

  public int argumentCount() {
    return argumentCount;
  }

  /** What {@link VirtualCursor#filter} will be told. */
  public void setIndex(int number, String text) {
    indexNumber = number;
    indexText = text;
  }

  /** EXPLAIN QUERY PLAN is to show the index number as a set of bits. */
  public void showHexadecimal() {
    shownHexadecimal = true;
  }

  public boolean isShownHexadecimal() {
    return shownHexadecimal;
  }

  public int indexNumber() {
    return indexNumber;
  }

  public String indexText() {
    return indexText;
  }

  /** Rows come in the order asked for. */
  public void consumeOrder() {
    orderConsumed = true;
  }

  public boolean isOrderConsumed() {
    return orderConsumed;
  }

  /** At most one row comes. */
  public void setUnique() {
    unique = true;
  }

  public boolean isUnique() {
    return unique;
  }

  public void setEstimate(double cost, long rows) {
    estimatedCost = cost;
    estimatedRows = rows;
  }

  public double estimatedCost() {
    return estimatedCost;
  }

  public long estimatedRows() {
    return estimatedRows;
  }
}
