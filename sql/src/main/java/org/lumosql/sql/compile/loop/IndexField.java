// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.compile.CompileContext;
import org.lumosql.vdbe.Opcode;

/** An indexed expression is not computed but read from the index. */
record IndexField(int cursor, int field) implements CompileContext.Replacement {
  @Override
  public void code(CompileContext context, int target) {
    context.program().emit(Opcode.Column, cursor, field, target);
  }

  @Override
  public boolean isStored() {
    return true;
  }
}
