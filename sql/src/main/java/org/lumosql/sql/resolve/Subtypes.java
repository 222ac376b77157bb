// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.function.FunctionDefinition;

/** Which expressions may give their values a subtype, by which JSON functions know JSON from text. Records do not keep subtypes. */
public final class Subtypes {
  private Subtypes() {}

  /** Whether there is a function inside that gives its values subtypes; columns, whose values may come with one, do not count. */
  public static boolean mayBeGiven(BoundExpression expression) {
    return BoundTree.any(
        expression,
        e -> {
          if (e instanceof BoundExpression.AggregateValue value) {
            return mayBeGiven(value.call().function(), value.call().arguments());
          }
          if (e instanceof BoundExpression.WindowValue value) {
            return mayBeGiven(value.call().function(), value.call().arguments());
          }
          return e instanceof BoundExpression.Call call && mayBeGiven(call.function());
        });
  }

  /** Whether an expression is a call of a function that asks for the subtypes of its arguments. */
  public static boolean areWanted(BoundExpression expression) {
    FunctionDefinition function = null;
    if (expression instanceof BoundExpression.Call call) {
      function = call.function();
    } else if (expression instanceof BoundExpression.AggregateValue value) {
      function = value.call().function();
    } else if (expression instanceof BoundExpression.WindowValue value) {
      function = value.call().function();
    }
    return function != null && function.has(FunctionDefinition.SUBTYPE);
  }

  /** Functions such as min() hand on an argument with its subtype. */
  private static boolean mayBeGiven(FunctionDefinition function, List<BoundExpression> arguments) {
    return mayBeGiven(function) || arguments.stream().anyMatch(Subtypes::mayBeGiven);
  }

  private static boolean mayBeGiven(FunctionDefinition function) {
    return function.has(FunctionDefinition.SUBTYPE) || function.has(FunctionDefinition.RESULT_SUBTYPE);
  }
}
