// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.function.FunctionDefinition;

/** Which expressions have the same value for the whole run of a statement. */
public final class Constants {
  private Constants() {}

  /**
   * No columns, no queries, and only functions that give the same result for the same arguments; parameters count
   * as constant.
   */
  public static boolean isConstant(BoundExpression expression) {
    if (!mayBeConstant(expression)) {
      return false;
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (!isConstant(expression.operand(i))) {
        return false;
      }
    }
    return true;
  }

  /** The same for what an expression does with its operands, whatever those are. */
  public static boolean mayBeConstant(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue
        || expression instanceof BoundExpression.RegisterValue
        || expression instanceof BoundExpression.TriggerValue
        || expression instanceof BoundExpression.AggregateValue
        || expression instanceof BoundExpression.WindowValue
        || expression instanceof BoundExpression.Raise
        || BoundTree.queryOf(expression) != null) {
      return false;
    }
    return !(expression instanceof BoundExpression.Call call)
        || call.function().has(FunctionDefinition.DETERMINISTIC)
        || call.function().has(FunctionDefinition.SLOW_CHANGE);
  }

  /** A literal or a parameter. */
  public static boolean isLiteralOrParameter(BoundExpression expression) {
    return expression instanceof BoundExpression.ParameterValue || isLiteral(expression);
  }

  /** A literal, perhaps with a COLLATE or plus around it. */
  public static boolean isLiteral(BoundExpression expression) {
    return expression instanceof BoundExpression.Null
        || expression instanceof BoundExpression.IntegerConstant
        || expression instanceof BoundExpression.RealConstant
        || expression instanceof BoundExpression.TextConstant
        || expression instanceof BoundExpression.BlobConstant;
  }
}
