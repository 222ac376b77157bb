// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;

/** Code that fails if a row of a table does not meet a constraint that the table is to get. */
final class RowChecks {
  private final Environment environment;
  private final Table table;

  RowChecks(Environment environment, Table table) {
    this.environment = environment;
    this.table = table;
  }

  static Expression negated(Expression expression) {
    return new Expression.Unary(-1, Expression.UnaryOperator.NOT, expression);
  }

  static Expression isNull(String column) {
    Expression name = new Expression.ColumnReference(-1, null, null, column);
    return new Expression.Unary(-1, Expression.UnaryOperator.IS_NULL, name);
  }

  /** Emits a failure if there is a row for which a condition holds. */
  void failIf(Expression condition, ResultCode code, String message) {
    Source.TableSource source = environment.resolver().tableSource(table, null);
    Scope scope = new Scope(null, Scope.Use.CHECK);
    scope.add(source);
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    conditions.add(new QueryBlock.JoinCondition(environment.resolver().bindExpression(condition, scope), null));
    QueryBlock.Result one = new QueryBlock.Result(new BoundExpression.IntegerConstant(1), "1", null);
    QueryBlock block =
        new QueryBlock(false, List.of(one), List.of(source), conditions, List.of(), null, List.of(), List.of());
    BoundQuery query =
        new BoundQuery(List.of(new BoundQuery.Arm(null, block)), List.of(), null, null, null, null);
    Destination fail =
        (CompileContext context, int first, int count, int breakLabel) ->
            context.program().emit(Opcode.Halt, code.code(), ConflictAction.ABORT.ordinal(), 0, message);
    environment.context().compile(query, fail);
  }
}
