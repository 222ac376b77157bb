// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Column;
import org.lumosql.sql.compile.DefaultConstant;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;
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
    return DefaultConstant.of(column, environment.databases().encoding());
  }
}
