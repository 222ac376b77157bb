// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.vdbe.IndexPlan;

/** How table-valued functions plan: hidden columns compared for equality are arguments; bit {@code i} of the index number says that argument {@code i} is given. */
final class ArgumentPlan {
  private ArgumentPlan() {}

  /**
   * Takes the arguments that can be had.
   *
   * @param firstHidden number of the first hidden column
   * @param count number of hidden columns
   * @param required how many of them must be given, so that the others count
   * @return false if an argument is there but not known yet in this join order
   */
  static boolean take(IndexPlan plan, int firstHidden, int count, int required) {
    if (required > 0 && !isGiven(plan, firstHidden)) {
      plan.setIndex(0, null);
      plan.setEstimate(1e9, 1_000_000);
      return true;
    }
    int index = 0;
    for (int argument = 0; argument < count; argument++) {
      int column = firstHidden + argument;
      boolean wanted = false;
      boolean usable = false;
      for (int i = 0; i < plan.constraints().size() && !usable; i++) {
        IndexPlan.Constraint constraint = plan.constraints().get(i);
        if (constraint.column() == column && constraint.operator() == IndexPlan.Operator.EQ) {
          wanted = true;
          if (constraint.usable()) {
            usable = true;
            plan.use(i, true);
            index |= 1 << argument;
          }
        }
      }
      if (wanted && !usable) {
        return false;
      }
    }
    plan.setIndex(index, null);
    boolean complete = Integer.numberOfTrailingZeros(~index) >= required;
    plan.setEstimate(complete ? 20 : 1e9, complete ? 20 : 1_000_000);
    return true;
  }

  /** Whether a hidden column is compared for equality. */
  static boolean isGiven(IndexPlan plan, int column) {
    for (IndexPlan.Constraint constraint : plan.constraints()) {
      if (constraint.column() == column && constraint.operator() == IndexPlan.Operator.EQ) {
        return true;
      }
    }
    return false;
  }
}
