// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.vdbe.IndexPlan;

/**
 * How {@code generate_series} plans: START, STOP and STEP, bounds of the value, LIMIT and OFFSET narrow the series before it begins, and it runs in either order. The index
 * number is a set of bits, those that EXPLAIN QUERY PLAN shows in SQLite; arguments come in the order of the bits' constants here.
 */
final class SeriesPlan {
  static final int START = 0x1;
  static final int STOP = 0x2;
  static final int STEP = 0x4;
  static final int DESCENDING = 0x8;
  static final int ASCENDING = 0x10;
  static final int LIMIT = 0x20;
  static final int OFFSET = 0x40;
  static final int EQUAL = 0x80;
  static final int AT_LEAST = 0x100;
  static final int MORE = 0x200;
  static final int AT_MOST = 0x1000;
  static final int LESS = 0x2000;
  static final int LOWER = EQUAL | AT_LEAST | MORE;
  static final int UPPER = AT_MOST | LESS;

  private static final int ARGUMENTS = 3;
  private static final int ROWS = 1000;
  private static final int ROWS_FROM_START = 2500;
  private static final int NONE = -1;

  private final IndexPlan plan;
  private final int[] given = {NONE, NONE, NONE};
  private int limit = NONE;
  private int offset = NONE;
  private int lower = NONE;
  private int upper = NONE;
  private int bits;
  private int missing;
  private boolean hasStart;

  private SeriesPlan(IndexPlan plan) {
    this.plan = plan;
  }

  /** @return false if an argument is not known yet in this join order */
  static boolean choose(IndexPlan plan) {
    return new SeriesPlan(plan).choose();
  }

  private boolean choose() {
    for (int i = 0; i < plan.constraints().size(); i++) {
      look(i, plan.constraints().get(i));
    }
    if (!hasStart) {
      throw StoreException.withMessage(ResultCode.ERROR, "first argument to \"generate_series()\" missing or unusable");
    }
    if ((missing & ~bits) != 0) {
      return false;
    }
    if (limit == NONE) {
      offset = NONE;
      bits &= ~OFFSET;
    }
    for (int constraint : new int[] {given[0], given[1], given[2], limit, offset, lower, upper}) {
      if (constraint != NONE) {
        plan.use(constraint, true);
      }
    }
    estimate();
    plan.setIndex(bits, null);
    return true;
  }

  private void look(int number, IndexPlan.Constraint constraint) {
    IndexPlan.Operator operator = constraint.operator();
    if (operator == IndexPlan.Operator.LIMIT) {
      limit = number;
      bits |= LIMIT;
    } else if (operator == IndexPlan.Operator.OFFSET) {
      offset = number;
      bits |= OFFSET;
    } else if (constraint.column() <= 0) {
      if (constraint.usable()) {
        bound(number, operator);
      }
    } else {
      argument(number, constraint);
    }
  }

  private void argument(int number, IndexPlan.Constraint constraint) {
    int place = constraint.column() - 1;
    hasStart |= place == 0;
    if (!constraint.usable()) {
      missing |= 1 << place;
    } else if (constraint.operator() == IndexPlan.Operator.EQ) {
      bits |= 1 << place;
      given[place] = number;
    }
  }

  /** Of several bounds on one side the last one is used; the others are tested row by row. */
  private void bound(int number, IndexPlan.Operator operator) {
    switch (operator) {
      case EQ:
      case IS:
        bits = bits & ~(LOWER | UPPER) | EQUAL;
        lower = number;
        upper = NONE;
        hasStart = true;
        break;
      case GE:
        lower(number, AT_LEAST);
        break;
      case GT:
        lower(number, MORE);
        break;
      case LE:
        upper(number, AT_MOST);
        break;
      case LT:
        upper(number, LESS);
        break;
      default:
        break; // tested row by row
    }
  }

  private void lower(int number, int bit) {
    if ((bits & EQUAL) == 0) {
      bits = bits & ~LOWER | bit;
      lower = number;
      hasStart = true;
    }
  }

  private void upper(int number, int bit) {
    if ((bits & EQUAL) == 0) {
      bits = bits & ~UPPER | bit;
      upper = number;
    }
  }

  private void estimate() {
    List<IndexPlan.Order> orders = plan.orders();
    if ((bits & (START | STOP)) == (START | STOP)) {
      plan.setEstimate((bits & STEP) == 0 ? 2 : 1, ROWS);
      if (!orders.isEmpty() && orders.get(0).column() == 0) {
        bits |= orders.get(0).descending() ? DESCENDING : ASCENDING;
        plan.consumeOrder();
      }
    } else if ((bits & (START | LIMIT)) == (START | LIMIT)) {
      plan.setEstimate(plan.estimatedCost(), ROWS_FROM_START);
    } else {
      plan.setEstimate(plan.estimatedCost(), Integer.MAX_VALUE);
    }
  }
}
