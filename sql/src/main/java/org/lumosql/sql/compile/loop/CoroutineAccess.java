// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;

/**
 * Reads the row that a co-routine has left in registers.
 *
 * @param yieldRegister holds the place where the co-routine goes on
 * @param start address of its first instruction
 * @param firstRegister of the row
 */
record CoroutineAccess(int yieldRegister, int start, int firstRegister, Source source) implements SourceAccess {
  /** P5 of Copy: what leaves a subquery is no longer marked as JSON. */
  private static final int WITHOUT_SUBTYPE = 2;

  @Override
  public void column(CompileContext context, int column, int target) {
    if (column < 0) {
      context.program().emit(Opcode.Null, 0, target);
    } else {
      context.program().emit(Opcode.Copy, firstRegister + column, target, 0, null, WITHOUT_SUBTYPE);
      if (source.affinity(column) == Affinity.REAL) {
        context.program().emit(Opcode.RealAffinity, target);
      }
    }
  }

  @Override
  public boolean isSubquery() {
    return true;
  }

  @Override
  public int columnRegister(int column) {
    return column < 0 || source.affinity(column) == Affinity.REAL ? 0 : firstRegister + column;
  }
}
