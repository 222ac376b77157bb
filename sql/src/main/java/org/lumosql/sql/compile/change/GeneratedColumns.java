// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.HashSet;
import java.util.Set;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Computes the generated columns of a row in registers, each after those that it needs
 * (https://sqlite.org/gencol.html).
 */
final class GeneratedColumns {
  private final Target target;
  private final RowRegisters row;
  private final Set<Integer> done = new HashSet<>();
  private final Set<Integer> underWay = new HashSet<>();

  private GeneratedColumns(Target target, RowRegisters row) {
    this.target = target;
    this.row = row;
  }

  static boolean exist(Table table) {
    return table.hasGenerated();
  }

  /**
   * Emits the computation of all generated columns. The other columns are converted to their affinities first, as
   * they will be stored.
   */
  static void compute(Target target, RowRegisters row) {
    if (exist(target.table())) {
      ProgramBuilder program = target.environment().program();
      row.convertGiven(program);
      GeneratedColumns columns = new GeneratedColumns(target, row);
      for (int i = 0; i < target.table().columnCount(); i++) {
        columns.compute(i);
      }
    }
  }

  private void compute(int column) {
    Column definition = target.table().column(column);
    if (!definition.isGenerated() || done.contains(column)) {
      return;
    }
    if (!underWay.add(column)) {
      GeneratedLoop.require(target.table(), target.source(), expression -> target.bind(expression, Scope.Use.GENERATED));
      throw new AssertionError("generated column " + definition.name() + " is no part of a loop");
    }
    BoundExpression expression = target.bind(definition.generated(), Scope.Use.GENERATED);
    computeOperands(expression);
    target.code(expression, row, row.register(column));
    if (target.table().isStrict() && definition.isVirtual()) {
      row.checkVirtual(target.environment().program(), column);
    } else {
      CursorAccess.convert(target.environment().context(), definition, row.register(column));
    }
    done.add(column);
  }

  private void computeOperands(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue value
        && value.source() == target.source()
        && value.column() >= 0) {
      compute(value.column());
    }
    BoundTree.forEachOperand(expression, this::computeOperands);
  }

  /** Whether an expression over the target's row uses a column, directly or through generated columns. */
  static boolean uses(Target target, BoundExpression expression, boolean[] columns) {
    if (expression instanceof BoundExpression.ColumnValue value && value.source() == target.source()) {
      return value.column() < 0 ? columns[columns.length - 1] : columns[value.column()];
    }
    boolean[] found = new boolean[1];
    BoundTree.forEachOperand(expression, operand -> found[0] |= uses(target, operand, columns));
    return found[0];
  }
}
