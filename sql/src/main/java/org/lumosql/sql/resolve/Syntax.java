// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Select;

/** Helpers over the syntax tree. */
public final class Syntax {
  private Syntax() {}

  /** Without parentheses and COLLATE around it. */
  static Expression unwrapCollate(Expression expression) {
    Expression inner = expression.unwrapped();
    while (inner instanceof Expression.Collate collate) {
      inner = collate.operand().unwrapped();
    }
    return inner;
  }

  /** How many values an expression has, as far as its text tells; 0 if it is a subquery with a star. */
  static int sizeOf(Expression expression) {
    Expression inner = unwrapCollate(expression);
    if (inner instanceof Expression.RowValue row) {
      return row.values().size();
    }
    if (!(inner instanceof Expression.Subquery subquery)) {
      return 1;
    }
    if (!(subquery.select().arms().get(0).core() instanceof Select.Simple simple)) {
      return 0;
    }
    return simple.results().stream().allMatch(Select.ResultExpression.class::isInstance) ? simple.results().size() : 0;
  }

  /** Whether an expression is an integer of 32 bits without a sign, or what the parser replaces by one. */
  public static boolean isUnsigned(Expression expression) {
    Expression inner = unwrapCollate(expression);
    return inner instanceof Expression.IntegerLiteral literal && literal.value() == (int) literal.value() || ConstantFolding.integerOf(inner) != null;
  }

  /**
   * The number that a term of ORDER BY or GROUP BY is, with its sign; null if it is none. Larger than 32 bits it
   * counts as a constant. What the parser replaces by a number is one.
   */
  static Integer integerOf(Expression term) {
    Expression inner = unwrapCollate(term);
    if (inner instanceof Expression.IntegerLiteral literal && literal.value() == (int) literal.value()) {
      return (int) literal.value();
    }
    if (inner instanceof Expression.Unary unary) {
      Integer operand =
          unary.operator() == Expression.UnaryOperator.PLUS || unary.operator() == Expression.UnaryOperator.MINUS
              ? integerOf(unary.operand())
              : null;
      if (operand != null) {
        return unary.operator() == Expression.UnaryOperator.PLUS ? operand : Integer.valueOf(-operand);
      }
    }
    return ConstantFolding.integerOf(inner);
  }

  /** Whether it is the call of a function; operators that are functions count. */
  static boolean isCall(Expression expression) {
    return expression instanceof Expression.FunctionCall
        || expression instanceof Expression.CurrentTime
        || expression instanceof Expression.Like
        || expression instanceof Expression.Binary binary
            && (binary.operator() == BinaryOperator.JSON || binary.operator() == BinaryOperator.JSON_TEXT);
  }

  static boolean isTruthName(Expression.ColumnReference name) {
    return name.table() == null
        && !name.doubleQuoted()
        && (Ascii.equal(name.column(), "true") || Ascii.equal(name.column(), "false"));
  }

  /** SELECT * FROM what stands behind IN. */
  static Select selectAll(Expression.InTable in) {
    FromItem from =
        in.arguments() == null
            ? new FromItem.Table(in.tablePosition(), in.schema(), in.table(), null, null, false)
            : new FromItem.Function(in.position(), in.schema(), in.table(), in.arguments(), null);
    return selectAll(in.position(), from);
  }

  static Select selectAll(int position, FromItem from) {
    Select.Simple core =
        new Select.Simple(
            position, false, List.of(new Select.AllColumns(position)), from, null, List.of(), null, List.of());
    return new Select(position, null, List.of(new Select.Arm(null, core)), List.of(), null, null);
  }

  /** The list of row values behind IN as VALUES; a query in parentheses that is all of the list stands for its rows. */
  static Select rowsOf(Expression.InList in, int size) {
    if (in.list().size() == 1 && in.list().get(0).unwrapped() instanceof Expression.Subquery only) {
      return only.select();
    }
    List<List<Expression>> rows = new ArrayList<>();
    for (Expression element : in.list()) {
      Expression inner = element.unwrapped();
      int actual = inner instanceof Expression.RowValue row ? row.values().size() : 1;
      if (actual != size) {
        throw new SqlException(
            "IN(...) element has " + actual + " term" + (actual == 1 ? "" : "s") + " - expected " + size);
      }
      rows.add(((Expression.RowValue) inner).values());
    }
    Select.Arm arm = new Select.Arm(null, new Select.Values(in.position(), rows, true));
    return new Select(in.position(), null, List.of(arm), List.of(), null, null);
  }

  /** "1st", "2nd", …. */
  public static String ordinal(int number) {
    int tens = number % 100;
    if (tens >= 11 && tens <= 13) {
      return number + "th";
    }
    switch (number % 10) {
      case 1:
        return number + "st";
      case 2:
        return number + "nd";
      case 3:
        return number + "rd";
      default:
        return number + "th";
    }
  }
}
