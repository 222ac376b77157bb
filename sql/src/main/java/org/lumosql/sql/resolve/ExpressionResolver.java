// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.LiteralSlot;
import org.lumosql.sql.ast.Select;
import org.lumosql.value.Affinity;

/** Binds expressions in one scope. */
final class ExpressionResolver {
  private final ResolverState state;
  private final Scope scope;

  ExpressionResolver(ResolverState state, Scope scope) {
    this.state = state;
    this.scope = scope;
  }

  ResolverState state() {
    return state;
  }

  Scope scope() {
    return scope;
  }

  /** Binds an expression that must be one value. A row is a mistake when code wants the value: mistakes in names come first, and what is not computed is none. */
  BoundExpression scalar(Expression expression) {
    BoundExpression bound = bind(expression);
    SqlException mistake = misuse(bound);
    return mistake == null ? bound : new BoundExpression.Misused(mistake.getMessage());
  }

  /** As {@link #scalar}, for an expression that is no part of another: of several errors in it the one is told that SQLite tells. */
  BoundExpression whole(Expression expression) {
    try {
      return scalar(expression);
    } catch (SqlException e) {
      throw ErrorOrder.of(this, expression, e);
    }
  }

  /** A row where one value is wanted is a mistake, but none of the names in it, which may be all that is asked for. Null if the expression is one value. */
  private SqlException misuse(BoundExpression bound) {
    int size = BoundTree.sizeOf(bound);
    if (size == 1 || state.listener() != null) {
      return null;
    }
    return bound instanceof BoundExpression.ScalarQuery ? wrongColumnCount(size, 1) : new SqlException("row value misused");
  }

  static SqlException wrongColumnCount(int actual, int expected) {
    return new SqlException("sub-select returns " + actual + " columns - expected " + expected);
  }

  List<BoundExpression> scalars(List<Expression> expressions) {
    List<BoundExpression> bound = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      bound.add(scalar(expression));
    }
    return bound;
  }

  /** Binds an expression that may be a row value. */
  BoundExpression bind(Expression expression) {
    int level = state.enter(1);
    try {
      return bindHere(expression);
    } finally {
      state.leave(level);
    }
  }

  private BoundExpression bindHere(Expression expression) {
    if (expression instanceof Expression.ColumnReference column) {
      return named(column);
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Expression.FunctionCall call) {
      return new FunctionResolver(this).call(call);
    }
    if (expression instanceof Expression.Parenthesised parenthesised) {
      return bind(parenthesised.inner());
    }
    BoundExpression constant = constant(expression);
    return constant != null ? constant : operator(expression);
  }

  private BoundExpression constant(Expression expression) {
    if (expression instanceof Expression.NullLiteral) {
      return new BoundExpression.Null();
    }
    if (expression instanceof Expression.IntegerLiteral literal) {
      return new BoundExpression.IntegerConstant(literal.unpinned(), literal.slot());
    }
    if (expression instanceof Expression.RealLiteral literal) {
      return new BoundExpression.RealConstant(literal.unpinned(), literal.slot());
    }
    if (expression instanceof Expression.StringLiteral literal) {
      return new BoundExpression.TextConstant(literal.unpinned(), literal.slot());
    }
    if (expression instanceof Expression.BlobLiteral literal) {
      return new BoundExpression.BlobConstant(HexFormat.of().withUpperCase().formatHex(literal.value()));
    }
    if (expression instanceof Expression.CurrentTime time) {
      return new FunctionResolver(this).named(time.name(), List.of(), time.position());
    }
    if (expression instanceof Expression.Parameter parameter) {
      if (scope.use().text() != null) {
        throw new SqlException("parameters prohibited in " + scope.use().text(), parameter.position());
      }
      return new BoundExpression.ParameterValue(parameter.number());
    }
    return null;
  }

  private BoundExpression operator(Expression expression) {
    if (expression instanceof Expression.Unary unary) {
      return unary(unary);
    }
    if (expression instanceof Expression.Collate collate) {
      return new BoundExpression.Collated(
          scalar(collate.operand()), state.databases().collationOrMissing(collate.collation()));
    }
    if (expression instanceof Expression.Cast cast) {
      return new BoundExpression.Cast(scalar(cast.operand()), Affinity.ofDeclaredType(cast.type()));
    }
    if (expression instanceof Expression.Like like) {
      return like(like);
    }
    if (expression instanceof Expression.Between between) {
      return between(between);
    }
    if (expression instanceof Expression.Case caseExpression) {
      return caseOf(caseExpression);
    }
    if (expression instanceof Expression.RowValue row) {
      return new BoundExpression.RowValue(scalars(row.values()));
    }
    if (expression instanceof Expression.Raise raise) {
      if (!state.isInTrigger() && state.listener() == null) {
        throw new SqlException("RAISE() may only be used within a trigger-program");
      }
      return new BoundExpression.Raise(raise.action(), raise.message() == null ? null : scalar(raise.message()));
    }
    return withQuery(expression);
  }

  void requireQueriesAllowed() {
    if (scope.use().text() != null) {
      throw new SqlException("subqueries prohibited in " + scope.use().text());
    }
  }

  private BoundExpression withQuery(Expression expression) {
    if (expression instanceof Expression.InList in) {
      return inList(in);
    }
    requireQueriesAllowed();
    if (expression instanceof Expression.Subquery subquery) {
      return new BoundExpression.ScalarQuery(state.query(subquery.select(), scope));
    }
    if (expression instanceof Expression.Exists exists) {
      return new BoundExpression.Exists(state.query(exists.select(), scope));
    }
    if (expression instanceof Expression.InSelect in) {
      return in(bind(in.operand()), in.select(), in.negated());
    }
    if (expression instanceof Expression.InTable in) {
      return in(bind(in.operand()), Syntax.selectAll(in), in.negated());
    }
    throw new AssertionError(expression);
  }

  private BoundExpression in(BoundExpression operand, Select select, boolean negated) {
    return new BoundExpression.InQuery(operand, state.copiedQuery(select, scope), negated);
  }

  private BoundExpression inList(Expression.InList in) {
    if (in.list().isEmpty()) {
      if (!ConstantFolding.isTruth(in)) {
        bind(in.operand()); // nobody wants the value, but names must be there
      }
      return new BoundExpression.IntegerConstant(in.negated() ? 1 : 0);
    }
    BoundExpression operand = bind(in.operand());
    int size = BoundTree.sizeOf(operand);
    if (size > 1) {
      return in(operand, Syntax.rowsOf(in, size), in.negated());
    }
    List<BoundExpression> list = scalars(in.list());
    if (list.size() == 1 && Constants.isConstant(list.get(0))) {
      // a COLLATE in the list says nothing about how to compare
      boolean isCollated = Typing.hasExplicitCollation(list.get(0)) && !Typing.hasExplicitCollation(operand);
      BoundExpression left = isCollated ? new BoundExpression.Collated(operand, Typing.collationOrBinary(operand)) : operand;
      BoundExpression equal =
          new BoundExpression.Comparison(
              BinaryOperator.EQUAL, left, new BoundExpression.Opaque(list.get(0)));
      return in.negated() ? new BoundExpression.Not(equal) : equal;
    }
    return new BoundExpression.InList(operand, list, in.negated());
  }

  /** As a column's default, -0x8000000000000000 can be declared, but not computed. The parser has folded the decimal number. */
  private static void requireDecimalMinimum(Expression.Unary unary, BoundExpression operand) {
    if (unary.operator() == Expression.UnaryOperator.MINUS
        && operand instanceof BoundExpression.IntegerConstant constant
        && constant.value() == Long.MIN_VALUE) {
      throw new SqlException("hex literal too big: -0x8000000000000000");
    }
  }

  private BoundExpression unary(Expression.Unary unary) {
    BoundExpression operand = scalar(unary.operand());
    if (scope.use() == Scope.Use.DEFAULT) {
      requireDecimalMinimum(unary, operand);
    }
    switch (unary.operator()) {
      case PLUS:
        return new BoundExpression.Opaque(operand);
      case MINUS:
        if (operand.slot() != null && !(operand instanceof BoundExpression.TextConstant)) {
          return negated(operand);
        }
        if (operand instanceof BoundExpression.IntegerConstant constant && constant.value() != Long.MIN_VALUE) {
          return new BoundExpression.IntegerConstant(-constant.value());
        }
        if (operand instanceof BoundExpression.RealConstant constant) {
          return new BoundExpression.RealConstant(-constant.value());
        }
        return new BoundExpression.Negate(operand);
      case NOT:
        return new BoundExpression.Not(operand);
      case BIT_NOT:
        return new BoundExpression.BitNot(operand);
      case IS_NULL:
        return nullTest(unary, operand, false);
      case NOT_NULL:
        return nullTest(unary, operand, true);
    }
    throw new AssertionError(unary);
  }

  private static BoundExpression nullTest(Expression written, BoundExpression operand, boolean negated) {
    Integer known = ConstantFolding.nullTestOf(written);
    return known == null ? new BoundExpression.NullTest(operand, negated) : new BoundExpression.IntegerConstant(known);
  }

  private static BoundExpression negated(BoundExpression number) {
    LiteralSlot slot = number.slot().negated();
    return number instanceof BoundExpression.IntegerConstant integer
        ? new BoundExpression.IntegerConstant(-integer.unpinned(), slot)
        : new BoundExpression.RealConstant(-((BoundExpression.RealConstant) number).unpinned(), slot);
  }

  private BoundExpression binary(Expression.Binary binary) {
    BinaryOperator operator = binary.operator();
    switch (operator) {
      case AND:
        return and(binary);
      case OR:
        return new BoundExpression.Or(scalar(binary.left()), scalar(binary.right()));
      case IS:
      case IS_NOT:
        BoundExpression test = isTest(binary);
        return test != null ? test : comparison(binary);
      case EQUAL:
      case NOT_EQUAL:
      case LESS:
      case LESS_EQUAL:
      case GREATER:
      case GREATER_EQUAL:
        return comparison(binary);
      case JSON:
      case JSON_TEXT:
        return new FunctionResolver(this)
            .named(operator.symbol(), List.of(scalar(binary.left()), scalar(binary.right())), binary.position());
      default:
        return new BoundExpression.Arithmetic(operator, scalar(binary.left()), scalar(binary.right()));
    }
  }

  private BoundExpression and(Expression.Binary binary) {
    try {
      return new BoundExpression.And(scalar(binary.left()), scalar(binary.right()));
    } catch (SqlException e) {
      if (state.listener() == null && ConstantFolding.isFalse(binary)) {
        return new BoundExpression.IntegerConstant(0);
      }
      throw e;
    }
  }

  /** Whether IS or IS NOT has a name without a table on its right side. */
  static boolean isBareName(Expression.Binary binary) {
    return (binary.operator() == BinaryOperator.IS || binary.operator() == BinaryOperator.IS_NOT)
        && Syntax.unwrapCollate(binary.right()) instanceof Expression.ColumnReference name
        && name.table() == null;
  }

  /** IS NULL, IS TRUE and IS FALSE, negated or not; null if it is none of these. */
  private BoundExpression isTest(Expression.Binary binary) {
    boolean negated = binary.operator() == BinaryOperator.IS_NOT;
    Expression right = binary.right().unwrapped();
    if (right instanceof Expression.NullLiteral) {
      return nullTest(binary, scalar(binary.left()), negated);
    }
    if (isBareName(binary)) {
      bind(Syntax.unwrapCollate(right)); // it might be TRUE: SQLite looks it up first
    }
    if (Syntax.unwrapCollate(right) instanceof Expression.InList in && ConstantFolding.isTruth(in)) {
      return new BoundExpression.TruthTest(scalar(binary.left()), in.negated(), negated);
    }
    if (Syntax.unwrapCollate(right) instanceof Expression.ColumnReference name && Syntax.isTruthName(name)) {
      BoundExpression bound = bind(name);
      if (bound instanceof BoundExpression.IntegerConstant truth) {
        return new BoundExpression.TruthTest(scalar(binary.left()), truth.value() != 0, negated);
      }
    }
    return null;
  }

  private BoundExpression comparison(Expression.Binary binary) {
    requireSameSize(binary.left(), binary.right());
    BoundExpression left = bind(binary.left());
    BoundExpression right = bind(binary.right());
    if (BoundTree.sizeOf(left) != BoundTree.sizeOf(right)) {
      throw new SqlException("row value misused", BoundTree.sizeOf(left) == 1 ? binary.left().position() : -1);
    }
    return new BoundExpression.Comparison(binary.operator(), left, right);
  }

  private void requireSameSize(Expression left, Expression right) {
    SqlException mistake = sizeMistake(left, right);
    if (mistake != null && state.listener() == null) {
      throw mistake;
    }
  }

  /** What is wrong with a comparison, as far as its text tells the sizes: that is looked at before the names in it. Null if it may be right. */
  static SqlException sizeMistake(Expression left, Expression right) {
    int leftSize = Syntax.sizeOf(left);
    int rightSize = Syntax.sizeOf(right);
    return leftSize != rightSize && leftSize > 0 && rightSize > 0 ? new SqlException("row value misused", leftSize == 1 ? left.position() : -1) : null;
  }

  private BoundExpression like(Expression.Like like) {
    List<BoundExpression> arguments = new ArrayList<>(3);
    // the function's first argument is the pattern
    arguments.add(scalar(like.pattern()));
    arguments.add(scalar(like.operand()));
    if (like.escape() != null) {
      arguments.add(scalar(like.escape()));
    }
    BoundExpression call = new FunctionResolver(this).named(like.written(), arguments, like.operatorPosition());
    if (call instanceof BoundExpression.Call known) {
      call = new BoundExpression.Call(known.function(), known.arguments(), true);
    }
    return like.negated() ? new BoundExpression.Not(call) : call;
  }

  private BoundExpression between(Expression.Between between) {
    requireSameSize(between.operand(), between.low());
    requireSameSize(between.operand(), between.high());
    BoundExpression operand = bind(between.operand());
    BoundExpression low = bind(between.low());
    BoundExpression high = bind(between.high());
    int size = BoundTree.sizeOf(operand);
    if (BoundTree.sizeOf(low) != size || BoundTree.sizeOf(high) != size) {
      throw new SqlException("row value misused");
    }
    return new BoundExpression.Between(operand, low, high, between.negated());
  }

  private BoundExpression caseOf(Expression.Case expression) {
    BoundExpression base = expression.base() == null ? null : scalar(expression.base());
    List<BoundExpression> conditions = new ArrayList<>();
    List<BoundExpression> results = new ArrayList<>();
    for (Expression.When when : expression.whens()) {
      conditions.add(scalar(when.condition()));
      results.add(scalar(when.result()));
    }
    BoundExpression otherwise = expression.otherwise() == null ? null : scalar(expression.otherwise());
    return new BoundExpression.Case(base, List.copyOf(conditions), List.copyOf(results), otherwise);
  }

  private BoundExpression named(Expression.ColumnReference name) {
    BoundExpression value = state.names().resolve(name, scope);
    if (state.listener() != null) {
      state.listener().column(name, value);
    }
    return value;
  }
}
