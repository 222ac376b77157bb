// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.sql.resolve.BoundExpression;

/** From bound expressions to code. One per {@link CompileContext}. */
public final class ExpressionCompiler {
  private final CompileContext context;

  ExpressionCompiler(CompileContext context) {
    this.context = context;
  }

  /** Emits code for a value; returns the register that holds it, which may be shared: nobody may write to it. */
  public int code(BoundExpression expression) {
    throw new UnsupportedOperationException(context + " " + expression);
  }

  /** Emits code that puts a value into a register. */
  public void codeTo(BoundExpression expression, int target) {
    throw new UnsupportedOperationException(context + " " + expression + target);
  }

  /** Emits code that puts values into consecutive registers. */
  public void codeList(List<BoundExpression> list, int firstTarget) {
    for (int i = 0; i < list.size(); i++) {
      codeTo(list.get(i), firstTarget + i);
    }
  }

  /** Emits code that jumps if a condition is true, or is NULL and {@code jumpIfNull}. */
  public void jumpIfTrue(BoundExpression condition, int label, boolean jumpIfNull) {
    throw new UnsupportedOperationException(context + " " + condition + label + jumpIfNull);
  }

  /** Emits code that jumps if a condition is false, or is NULL and {@code jumpIfNull}. */
  public void jumpIfFalse(BoundExpression condition, int label, boolean jumpIfNull) {
    throw new UnsupportedOperationException(context + " " + condition + label + jumpIfNull);
  }
}
