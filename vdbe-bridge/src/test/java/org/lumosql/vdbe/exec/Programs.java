// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import java.util.List;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/** Helpers for programs that are written by hand. */
final class Programs {
  private Programs() {}

  static Program build(ProgramBuilder builder, int flags, String... parameters) {
    builder.newRegisters(30);
    for (int i = 0; i < 8; i++) {
      builder.newCursor();
    }
    return builder.build(Arrays.asList(parameters), List.of(), 1, 1, flags, "test");
  }

  static Program build(ProgramBuilder builder) {
    return build(builder, Program.READ_ONLY);
  }

  /** Runs to the end; rows as {@code 1|text|NULL} separated by spaces, an error as its message. */
  static String run(Machine machine) {
    StringBuilder rows = new StringBuilder();
    try {
      while (machine.step()) {
        rows.append(rows.length() == 0 ? "" : " ");
        for (int i = 0; i < machine.columnCount(); i++) {
          rows.append(i == 0 ? "" : "|").append(show(machine, machine.column(i)));
        }
      }
    } catch (StoreException failure) {
      rows.append(rows.length() == 0 ? "" : " ").append("error ").append(failure.code()).append(' ').append(failure.userMessage());
    }
    return rows.toString();
  }

  static String run(Program program, TestHost host) {
    try (Machine machine = new Machine(program, host)) {
      return run(machine);
    }
  }

  private static String show(Machine machine, Register value) {
    switch (value.type()) {
      case Register.NULL:
        return "NULL";
      case Register.INTEGER:
        return Long.toString(value.integer());
      case Register.REAL:
        return Double.toString(value.real());
      default:
        return value.string(machine.encoding);
    }
  }
}
