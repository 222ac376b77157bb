// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Column;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.value.Affinity;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;

/** Default values of columns (https://sqlite.org/lang_createtable.html#the_default_clause). */
public final class Defaults {
  private Defaults() {}

  /** Emits code that puts a column's default into a register. */
  static void code(Environment environment, Column column, int register) {
    if (column.defaultValue() == null) {
      environment.program().emit(Opcode.Null, 0, register);
      return;
    }
    environment.context().expressions().codeTo(bind(environment, column), register);
  }

  static BoundExpression bind(Environment environment, Column column) {
    return environment.resolver().bindExpression(column.defaultValue(), new Scope(null, Scope.Use.DEFAULT));
  }

  /** The value of a column in records that were written before ALTER TABLE added it; null if that is NULL. */
  public static P4.DefaultValue missingValue(Environment environment, Column column) {
    if (column.defaultValue() == null) {
      return null;
    }
    Register value = constant(environment, column.defaultValue());
    if (value == null || value.isNull()) {
      return null;
    }
    if (column.affinity() != Affinity.BLOB) {
      new Conversion(environment.databases().encoding()).applyAffinity(value, column.affinity().letter());
    }
    return new P4.DefaultValue(value);
  }

  /** The value of a literal, perhaps with a sign or in parentheses; null if it is anything else. */
  public static Register constant(Environment environment, Expression expression) {
    Register value = new Register();
    if (expression instanceof Expression.IntegerLiteral literal) {
      value.setInteger(literal.value());
    } else if (expression instanceof Expression.RealLiteral literal) {
      value.setReal(literal.value());
    } else if (expression instanceof Expression.StringLiteral literal) {
      value.setText(literal.value(), environment.databases().encoding());
    } else if (expression instanceof Expression.BlobLiteral literal) {
      value.setBlob(literal.value(), 0, literal.value().length);
    } else if (expression instanceof Expression.NullLiteral) {
      value.setNull();
    } else if (expression instanceof Expression.ColumnReference name) {
      return truth(name, value);
    } else if (expression instanceof Expression.Parenthesised parenthesised) {
      return constant(environment, parenthesised.inner());
    } else if (expression instanceof Expression.Unary unary) {
      return signed(environment, unary);
    } else {
      return null;
    }
    return value;
  }

  private static Register truth(Expression.ColumnReference name, Register value) {
    if (Ascii.equal(name.column(), "true")) {
      value.setInteger(1);
    } else if (Ascii.equal(name.column(), "false")) {
      value.setInteger(0);
    } else {
      return null;
    }
    return value;
  }

  private static Register signed(Environment environment, Expression.Unary unary) {
    Register value = constant(environment, unary.operand());
    if (value == null || unary.operator() == Expression.UnaryOperator.PLUS) {
      return value;
    }
    if (unary.operator() != Expression.UnaryOperator.MINUS) {
      return null;
    }
    if (value.type() == Register.INTEGER && value.integer() != Long.MIN_VALUE) {
      value.setInteger(-value.integer());
    } else if (value.type() == Register.INTEGER) {
      value.setReal(0x1p63);
    } else if (value.type() == Register.REAL) {
      value.setReal(-value.real());
    } else {
      return null;
    }
    return value;
  }
}
