// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.sql.ast.Expression;

/** What counts as constant by its look, before names mean anything: defaults of columns and offsets of window frames must. */
public final class ConstantSyntax {
  private ConstantSyntax() {}

  /** Whether it consists of literals, parameters and operators that are no functions. */
  public static boolean isConstant(Expression expression) {
    return isConstant(expression, false);
  }

  /** Whether it consists of literals, operators and calls of any functions, known or not. */
  public static boolean isConstantOrCall(Expression expression) {
    return isConstant(expression, true);
  }

  private static boolean isConstant(Expression expression, boolean mayCall) {
    if (expression instanceof Expression.Raise || SyntaxTree.query(expression) != null) {
      return false;
    }
    if (expression instanceof Expression.ColumnReference name) {
      return Syntax.isTruthName(name);
    }
    if (expression instanceof Expression.Parameter) {
      return !mayCall;
    }
    if (Syntax.isCall(expression) && (!mayCall || isOfWindow(expression))) {
      return false;
    }
    for (Expression child : SyntaxTree.children(expression)) {
      if (!isConstant(child, mayCall)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfWindow(Expression expression) {
    return expression instanceof Expression.FunctionCall call && (call.over() != null || call.filter() != null);
  }
}
