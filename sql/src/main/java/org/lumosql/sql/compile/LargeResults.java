// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Columns of a result that nothing reads but the statement's user: large values of them may stay in the tree until they are read, and need not be in memory as a whole.
 */
final class LargeResults {
  /** P5 of Column. */
  private static final int MAY_STAY = 0x100;

  private LargeResults() {}

  /**
   * Marks them.
   *
   * @param begin where the code begins that computes the row and ends now
   * @param first first register of the row, which was made for it
   */
  static void mark(ProgramBuilder program, int begin, int first, int count) {
    for (int address = begin; address < program.address(); address++) {
      int register = program.p3(address);
      boolean isResult = register >= first && register < first + count;
      if (program.opcode(address) == Opcode.Column && isResult && !isUsed(program, begin, address, register)) {
        program.setP5(address, program.p5(address) | MAY_STAY);
      }
    }
  }

  /** Whether another instruction has the register as an operand, as far as numbers tell: what merely looks so does no harm. */
  private static boolean isUsed(ProgramBuilder program, int begin, int column, int register) {
    for (int address = begin; address < program.address(); address++) {
      boolean isNamed = program.p1(address) == register || program.p2(address) == register || program.p3(address) == register;
      boolean isOther = address != column && program.opcode(address) != Opcode.RealAffinity;
      if (isNamed && isOther && !(program.opcode(address) == Opcode.Column && program.p3(address) != register)) {
        return true;
      }
    }
    return false;
  }
}
