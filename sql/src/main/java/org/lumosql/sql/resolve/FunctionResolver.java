// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Window;

/**
 * Binds calls: scalar functions, aggregates, which belong to the innermost block whose columns they use, and window
 * functions.
 */
final class FunctionResolver {
  private static final String LIKELIHOOD = "second argument to ";

  private final ExpressionResolver expressions;
  private final Scope scope;

  FunctionResolver(ExpressionResolver expressions) {
    this.expressions = expressions;
    this.scope = expressions.scope();
  }

  /** A call of a scalar function by the compiler's own choice: LIKE, {@code ->}, CURRENT_TIME. */
  BoundExpression named(String name, List<BoundExpression> arguments, int position) {
    FunctionDefinition function = find(name, arguments.size(), position);
    if (!isPermitted(function, name)) {
      return new BoundExpression.Null();
    }
    checkUse(function, name, position);
    FunctionDefinition body =
        arguments.size() < 2 ? function : overloaded(function, name, arguments, arguments.get(1));
    return new BoundExpression.Call(body, List.copyOf(arguments));
  }

  /** A virtual table may have its own function for calls with one of its columns. */
  private FunctionDefinition overloaded(
      FunctionDefinition function, String name, List<BoundExpression> arguments, BoundExpression decisive) {
    if (decisive instanceof BoundExpression.ColumnValue column
        && column.source() instanceof Source.FunctionSource source
        && source.table().isVirtual()) {
      FunctionDefinition own =
          expressions.state().databases().virtualTable(source.table())
              .function(Ascii.lower(name), arguments.size());
      return own == null ? function : own;
    }
    return function;
  }

  private FunctionDefinition find(String name, int count, int position) {
    var functions = expressions.state().databases().functions();
    FunctionDefinition function = functions.find(name, count);
    if (scope.use() == Scope.Use.DEFAULT && (function == null || function.kind() != FunctionDefinition.Kind.SCALAR)) {
      throw new SqlException("unknown function: " + name + "()");
    }
    if (function == null) {
      throw new SqlException(
          functions.hasName(name)
              ? "wrong number of arguments to function " + name + "()"
              : "no such function: " + name,
          position);
    }
    return function;
  }

  private boolean isPermitted(FunctionDefinition function, String name) {
    Authority authority = expressions.state().databases().authority();
    boolean isOwn = scope.use() == Scope.Use.QUERY || scope.use() == Scope.Use.RETURNING;
    return authority == null || !isOwn || authority.calls(function.name(), name);
  }

  private void checkUse(FunctionDefinition function, String name, int position) {
    String place = scope.use().text();
    Databases databases = expressions.state().databases();
    boolean isTrusted = function.has(FunctionDefinition.INNOCUOUS) || databases.isOn(Setting.TRUSTED_SCHEMA);
    boolean isFromSchema = place != null || expressions.state().isFromSchema();
    if (isFromSchema && (!isTrusted || function.has(FunctionDefinition.DIRECT_ONLY))) {
      throw new SqlException("unsafe use of " + name + "()", position);
    }
    if (place == null) {
      return;
    }
    boolean isConstant = function.has(FunctionDefinition.DETERMINISTIC);
    if (!isConstant && scope.use() != Scope.Use.CHECK && function.kind() == FunctionDefinition.Kind.SCALAR) {
      throw new SqlException("non-deterministic functions prohibited in " + place, position);
    }
  }

  BoundExpression call(Expression.FunctionCall call) {
    try {
      return checkedCall(call);
    } catch (SqlException e) {
      if (e.offset() == call.position()) {
        // what is wrong with an argument is told rather than what is wrong with the call
        expressions.scalars(call.arguments());
        if (expressions.state().listener() != null && !e.getMessage().startsWith(LIKELIHOOD)) {
          return onlyNames(call);
        }
      }
      throw e;
    }
  }

  /** A call that is not possible, say of a function that this connection does not have: where only the names in it are asked for that does not matter. */
  private BoundExpression onlyNames(Expression.FunctionCall call) {
    terms(call.orderBy());
    if (call.filter() != null) {
      expressions.scalar(call.filter());
    }
    Window over = call.over();
    if (over != null && over.reference() == null) {
      new WindowResolver(expressions).window(new Window(over.position(), null, null, over.partitionBy(), over.orderBy(), over.frame()));
    }
    return new BoundExpression.Null();
  }

  /** Checks a call itself, not its arguments, and sets the rules for what may be in them. */
  void enter(Expression.FunctionCall call) {
    boolean isInFront = call.withinGroup();
    FunctionDefinition function = find(call.name(), call.arguments().size() + (isInFront ? 1 : 0), call.position());
    if (function.kind() != FunctionDefinition.Kind.SCALAR && call.over() == null) {
      checkAggregateRule(call);
      scope.setAggregateRule(Scope.Calls.NESTED);
      scope.setWindowRule(Scope.Calls.NESTED);
    }
  }

  /** Whether the function is there, and an aggregate or window function. */
  boolean isAggregate(Expression.FunctionCall call) {
    try {
      return find(call.name(), call.arguments().size() + (call.withinGroup() ? 1 : 0), call.position()).kind() != FunctionDefinition.Kind.SCALAR;
    } catch (SqlException e) {
      return false;
    }
  }

  private BoundExpression checkedCall(Expression.FunctionCall call) {
    FunctionDefinition function = find(call.name(), call.arguments().size(), call.position());
    if (!isPermitted(function, call.name())) {
      return new BoundExpression.Null();
    }
    checkUse(function, call.name(), call.position());
    if (function.kind() == FunctionDefinition.Kind.SCALAR) {
      return scalar(call, function);
    }
    if (call.over() != null) {
      return window(call, function);
    }
    if (function.kind() == FunctionDefinition.Kind.WINDOW) {
      throw new SqlException("misuse of window function " + call.name() + "()", call.position());
    }
    return aggregate(call, function);
  }

  private BoundExpression scalar(Expression.FunctionCall call, FunctionDefinition function) {
    String name = call.name();
    if (call.over() != null) {
      throw new SqlException(name + "() may not be used as a window function", call.position());
    }
    if (call.filter() != null) {
      throw new SqlException("FILTER may not be used with non-aggregate " + name + "()", call.position());
    }
    if (!call.orderBy().isEmpty()) {
      throw new SqlException("ORDER BY may not be used with non-aggregate " + name + "()", call.position());
    }
    List<BoundExpression> arguments = expressions.scalars(call.arguments());
    if (function.name().equals("likelihood") && scope.use() != Scope.Use.DEFAULT) {
      checkLikelihood(name, arguments.get(1), call.position());
    }
    FunctionDefinition body =
        arguments.isEmpty() ? function : overloaded(function, name, arguments, arguments.get(0));
    return new BoundExpression.Call(body, List.copyOf(arguments));
  }

  private static void checkLikelihood(String name, BoundExpression probability, int position) {
    if (!(probability instanceof BoundExpression.RealConstant constant)
        || constant.value() < 0
        || constant.value() > 1) {
      throw new SqlException(LIKELIHOOD + name + "() must be a constant between 0.0 and 1.0", position);
    }
  }

  private void checkAggregateRule(Expression.FunctionCall call) {
    switch (scope.aggregateRule()) {
      case MISUSED:
      case NESTED:
        throw new SqlException("misuse of aggregate function " + call.name() + "()", call.position());
      case MISPLACED:
        throw new SqlException("misuse of aggregate: " + call.name() + "()", call.position());
      case GROUPING:
        throw new SqlException("aggregate functions are not allowed in the GROUP BY clause", call.position());
      default:
        break;
    }
  }

  private BoundExpression aggregate(Expression.FunctionCall call, FunctionDefinition function) {
    checkAggregateRule(call);
    if (call.distinct() && call.arguments().size() != 1) {
      throw new SqlException("DISTINCT aggregates must have exactly one argument");
    }
    Scope.Calls aggregates = scope.setAggregateRule(Scope.Calls.NESTED);
    Scope.Calls windows = scope.setWindowRule(Scope.Calls.NESTED);
    try {
      List<BoundExpression> arguments = new ArrayList<>(expressions.scalars(call.arguments()));
      List<BoundOrderingTerm> orderBy = terms(call.orderBy());
      BoundExpression filter = call.filter() == null ? null : expressions.scalar(call.filter());
      if (call.withinGroup()) {
        // the ordered-set form: what is ordered by is the first argument
        arguments.add(0, orderBy.get(0).expression());
        function = find(call.name(), arguments.size(), call.position());
        orderBy = List.of();
      }
      AggregateCall bound = new AggregateCall(function, arguments, call.distinct(), filter, orderBy);
      Scope owner = owner(bound);
      boolean isPossible = owner == scope || owner.aggregateRule() == Scope.Calls.ALLOWED;
      if (function.has(FunctionDefinition.MIN_MAX)) {
        bound = bound.unordered();
      }
      // if it is not, the value is an error as soon as code wants it, which EXISTS does not
      return new BoundExpression.AggregateValue(isPossible ? owner.intern(bound) : bound);
    } finally {
      scope.setAggregateRule(aggregates);
      scope.setWindowRule(windows);
    }
  }

  /** The innermost scope with a column that the call uses; this one if it uses none, or those of the row that RETURNING is about only, as of the row of a trigger. */
  private Scope owner(AggregateCall call) {
    List<Source> sources = new ArrayList<>(2);
    BoundTree.walkCall(
        call,
        e -> {
          if (e instanceof BoundExpression.ColumnValue column && !sources.contains(column.source())) {
            sources.add(column.source());
          }
        });
    if (sources.isEmpty()) {
      return scope;
    }
    for (Scope candidate = scope; candidate != null && candidate.use() != Scope.Use.RETURNING; candidate = candidate.outer()) {
      for (Scope.Entry entry : candidate.entries()) {
        Source source = entry.table().source();
        if (source != null && sources.contains(source)) {
          return candidate;
        }
      }
    }
    return scope;
  }

  private List<BoundOrderingTerm> terms(List<OrderingTerm> terms) {
    List<BoundOrderingTerm> bound = new ArrayList<>(terms.size());
    for (OrderingTerm term : terms) {
      bound.add(term(expressions.scalar(term.expression()), term));
    }
    return bound;
  }

  static BoundOrderingTerm term(BoundExpression expression, OrderingTerm term) {
    boolean nullsLast =
        term.nulls() == OrderingTerm.Nulls.DEFAULT ? term.descending() : term.nulls() == OrderingTerm.Nulls.LAST;
    return new BoundOrderingTerm(expression, term.descending(), nullsLast);
  }

  private BoundExpression window(Expression.FunctionCall call, FunctionDefinition function) {
    if (function.kind() == FunctionDefinition.Kind.AGGREGATE) {
      throw new SqlException(call.name() + "() may not be used as a window function", call.position());
    }
    if (call.distinct()) {
      throw new SqlException("DISTINCT is not supported for window functions", call.position());
    }
    if (scope.windowRule() != Scope.Calls.ALLOWED) {
      throw new SqlException("misuse of window function " + call.name() + "()", call.position());
    }
    if (call.filter() != null && function.kind() == FunctionDefinition.Kind.WINDOW) {
      throw new SqlException("FILTER clause may only be used with aggregate window functions");
    }
    Scope.Calls windows = scope.setWindowRule(Scope.Calls.NESTED);
    try {
      List<BoundExpression> arguments = expressions.scalars(call.arguments());
      BoundExpression filter = call.filter() == null ? null : expressions.scalar(call.filter());
      WindowCall.BoundWindow over = new WindowResolver(expressions).window(call.over());
      WindowCall bound = new WindowCall(function, arguments, filter, over);
      scope.windows().add(bound);
      return new BoundExpression.WindowValue(bound);
    } finally {
      scope.setWindowRule(windows);
    }
  }
}
