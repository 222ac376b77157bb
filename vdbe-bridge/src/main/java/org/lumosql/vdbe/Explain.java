// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.util.ArrayList;
import java.util.List;

/** The rows of EXPLAIN and EXPLAIN QUERY PLAN (https://sqlite.org/lang_explain.html). */
public final class Explain {
  private Explain() {}

  /** Rows of integers, strings and nulls, as the program's flags ask for. */
  public static List<Object[]> rows(Program program) {
    List<Object[]> rows = new ArrayList<>();
    boolean plan = program.has(Program.EXPLAIN_QUERY_PLAN);
    for (int address = 0; address < program.size(); address++) {
      if (!plan) {
        rows.add(instruction(program, address));
      } else if (program.opcodes()[address] == Opcode.Explain) {
        rows.add(new Object[] {program.p1()[address], program.p2()[address], program.p3()[address], operand(program, address)});
      }
    }
    return rows;
  }

  private static Object[] instruction(Program program, int address) {
    return new Object[] {
      address,
      OpcodeTable.name(program.opcodes()[address]),
      program.p1()[address],
      program.p2()[address],
      program.p3()[address],
      operand(program, address),
      program.p5()[address],
      program.comments() == null ? null : program.comments()[address]
    };
  }

  /** P4 as SQLite prints it; null if there is none. */
  static String operand(Program program, int address) {
    Object operand = program.p4()[address];
    if (operand instanceof byte[]) {
      return new String((byte[]) operand, java.nio.charset.StandardCharsets.UTF_8);
    }
    if (operand instanceof int[]) {
      return java.util.Arrays.toString((int[]) operand).replace(" ", "");
    }
    if (operand instanceof P4.TableInfo) {
      return ((P4.TableInfo) operand).tableName();
    }
    if (operand instanceof Program || operand instanceof P4.SubProgram) {
      return "program";
    }
    if (operand instanceof org.lumosql.record.Collation) {
      return ((org.lumosql.record.Collation) operand).name() + "-8";
    }
    return operand == null ? null : operand.toString();
  }
}
