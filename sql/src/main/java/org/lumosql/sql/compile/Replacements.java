// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.vdbe.Opcode;

/** Usual places where the value of an expression is had instead of computing it. */
final class Replacements {
  private Replacements() {}

  /** The value is in a register. */
  static CompileContext.Replacement register(int register) {
    return new CompileContext.Replacement() {
      @Override
      public void code(CompileContext context, int target) {
        if (register != target) {
          context.program().emit(Opcode.Copy, register, target, 0);
        }
      }

      @Override
      public int register() {
        return register;
      }
    };
  }

  /** The value is a field of the record under a cursor. */
  static CompileContext.Replacement field(int cursor, int field) {
    return (context, target) -> context.program().emit(Opcode.Column, cursor, field, target);
  }
}
