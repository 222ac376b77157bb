// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.List;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.compile.ExplainPlan;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** WHERE rowid = value: at most one row, found by one seek and changed at once. */
final class SingleRow {
  private final Target target;
  private final BoundExpression rowid;
  private final List<QueryBlock.JoinCondition> conditions;
  private final QueryBlock.JoinCondition used;

  private SingleRow(
      Target target, BoundExpression rowid, List<QueryBlock.JoinCondition> conditions, QueryBlock.JoinCondition used) {
    this.target = target;
    this.rowid = rowid;
    this.conditions = conditions;
    this.used = used;
  }

  /** Null if the conditions do not say which row is meant. */
  static SingleRow of(Target target, List<QueryBlock.JoinCondition> conditions) {
    if (!target.table().hasRowid() || target.source().indexedBy() != null) {
      return null;
    }
    for (QueryBlock.JoinCondition condition : conditions) {
      if (condition.expression() instanceof BoundExpression.Comparison comparison
          && comparison.operator() == BinaryOperator.EQUAL) {
        BoundExpression value = null;
        if (isRowid(target, comparison.left())) {
          value = comparison.right();
        } else if (isRowid(target, comparison.right())) {
          value = comparison.left();
        }
        if (value != null && isConstant(value)) {
          return new SingleRow(target, value, conditions, condition);
        }
      }
    }
    return null;
  }

  private static boolean isRowid(Target target, BoundExpression expression) {
    return expression instanceof BoundExpression.ColumnValue value
        && value.source() == target.source()
        && (value.column() < 0 || value.column() == target.table().rowidAlias());
  }

  /** Whether a value can be had before the row is there, and without reading tables. */
  private static boolean isConstant(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue
        || expression instanceof BoundExpression.ScalarQuery
        || expression instanceof BoundExpression.Exists
        || expression instanceof BoundExpression.InQuery
        || expression instanceof BoundExpression.RowValue) {
      return false;
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (!isConstant(expression.operand(i))) {
        return false;
      }
    }
    return true;
  }

  /** Emits code that goes to the row, or to a label if there is none. @param key register of its rowid */
  void seek(int key, int none) {
    ProgramBuilder program = target.environment().program();
    ExplainPlan plan = target.environment().context().explainPlan();
    if (plan.isOn()) {
      plan.line("SEARCH " + target.source().shownName() + " USING INTEGER PRIMARY KEY (rowid=?)");
    }
    int wanted = program.newRegister();
    target.environment().context().expressions().codeTo(rowid, wanted);
    program.emit(Opcode.SeekRowid, target.dataCursor(), none, wanted);
    for (QueryBlock.JoinCondition condition : conditions) {
      if (condition != used) {
        target.jumpIfNot(condition.expression(), target.cursorAccess(), none);
      }
    }
    program.emit(Opcode.Rowid, target.dataCursor(), key);
  }
}
