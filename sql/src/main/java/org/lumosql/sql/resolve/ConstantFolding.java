// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.Expression.UnaryOperator;

/**
 * What SQLite's parser replaces by false before any name is looked up, so that names in it need not exist: an AND with a side that is false, where no function is
 * called; {@code IS NULL} of a literal.
 */
public final class ConstantFolding {
  private ConstantFolding() {}

  /** Whether the expression is false as soon as it is parsed. */
  public static boolean isFalse(Expression written) {
    Expression expression = written.unwrapped();
    if (expression instanceof Expression.IntegerLiteral literal) {
      return literal.slot() == null && literal.value() == 0; // 0 never has a slot
    }
    if (expression instanceof Expression.InList in) {
      return !in.negated() && isTruth(in);
    }
    return testsLiteral(expression, UnaryOperator.IS_NULL, BinaryOperator.IS) || isFalseAnd(expression);
  }

  /** The 0 or 1 that an operator is replaced by; null if it stays what it is. */
  static Integer integerOf(Expression expression) {
    Integer test = nullTestOf(expression);
    return test == null && isFalseAnd(expression) ? Integer.valueOf(0) : test;
  }

  /** The 0 or 1 that the test of a literal for NULL is replaced by; null for anything else. */
  static Integer nullTestOf(Expression expression) {
    if (testsLiteral(expression, UnaryOperator.NOT_NULL, BinaryOperator.IS_NOT)) {
      return 1;
    }
    return testsLiteral(expression, UnaryOperator.IS_NULL, BinaryOperator.IS) ? Integer.valueOf(0) : null;
  }

  /** Whether a literal is compared with NULL by one of the operators. */
  private static boolean testsLiteral(Expression expression, UnaryOperator test, BinaryOperator comparison) {
    if (expression instanceof Expression.Unary unary) {
      return unary.operator() == test && isNeverNull(unary.operand());
    }
    return expression instanceof Expression.Binary binary
        && binary.operator() == comparison
        && binary.right().unwrapped() instanceof Expression.NullLiteral
        && isNeverNull(binary.left());
  }

  private static boolean isFalseAnd(Expression expression) {
    return expression instanceof Expression.Binary binary
        && binary.operator() == BinaryOperator.AND
        && (isFalse(binary.left()) || isFalse(binary.right()))
        && !callsFunction(binary);
  }

  /** Whether it is parsed as TRUE or FALSE: a search in nothing, that calls no function. */
  public static boolean isTruth(Expression.InList in) {
    return in.list().isEmpty() && !callsFunction(in.operand());
  }

  private static boolean isNeverNull(Expression written) {
    Expression expression = written.unwrapped();
    while (expression instanceof Expression.Unary unary && (unary.operator() == UnaryOperator.PLUS || unary.operator() == UnaryOperator.MINUS)) {
      expression = unary.operand().unwrapped();
    }
    return expression instanceof Expression.IntegerLiteral
        || expression instanceof Expression.RealLiteral
        || expression instanceof Expression.StringLiteral
        || expression instanceof Expression.BlobLiteral
        || integerOf(expression) != null;
  }

  /** Whether a function is called outside of queries; operators that are functions count. */
  static boolean callsFunction(Expression expression) {
    if (Syntax.isCall(expression)) {
      return true;
    }
    for (Expression child : SyntaxTree.children(expression)) {
      if (callsFunction(child)) {
        return true;
      }
    }
    return false;
  }
}
