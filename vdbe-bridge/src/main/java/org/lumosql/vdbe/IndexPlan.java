// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.util.ArrayList;
import java.util.List;

/**
 * The conversation between the planner and a {@link VirtualTable}: constraints and order of a query go in, the choice of the table comes out
 * (https://sqlite.org/vtab.html#xbestindex). Used by one thread.
 */
public final class IndexPlan {
  private final List<Constraint> constraints;
  private final List<Order> orders;
  private final long columnsUsed;
  private final int[] arguments;
  private final boolean[] omitted;
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
   * @param orders what ORDER BY asks for, empty if it asks for nothing that one table can give
   * @param columnsUsed bit per column, bit 63 for all from column 63 on
   */
  public IndexPlan(List<Constraint> constraints, List<Order> orders, long columnsUsed) {
    this.constraints = List.copyOf(constraints);
    this.orders = List.copyOf(orders);
    this.columnsUsed = columnsUsed;
    this.arguments = new int[constraints.size()];
    this.omitted = new boolean[constraints.size()];
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
    LIMIT,
    OFFSET
  }

  /**
   * @param column −1 for the rowid
   * @param usable whether its right-hand side is known when the scan starts, in the join order under consideration
   */
  public record Constraint(int column, Operator operator, boolean usable) {}

  /** One term of ORDER BY. */
  public record Order(int column, boolean descending) {}

  public List<Constraint> constraints() {
    return constraints;
  }

  public List<Order> orders() {
    return orders;
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
