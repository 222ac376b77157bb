// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.List;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;

/** The row with the number of changes that {@code PRAGMA count_changes} asks for. */
final class ChangeCount {
  private final Environment environment;
  private final int register;

  private ChangeCount(Environment environment, String label) {
    this.environment = environment;
    this.register = environment.program().newRegister();
    environment.context().setColumns(List.of(new Program.ResultColumn(label, null, null, null, null)));
    environment.program().emit(Opcode.Integer, 0, register);
  }

  /** Null unless it is asked for. @param label "rows inserted" and the like */
  static ChangeCount of(Environment environment, boolean hasReturning, String label) {
    boolean isHidden = environment.isInternal() && !environment.isCounting();
    boolean wanted = environment.isOn(Setting.COUNT_CHANGES) && !environment.isInTrigger() && !isHidden && !hasReturning;
    return wanted ? new ChangeCount(environment, label) : null;
  }

  void add() {
    environment.program().emit(Opcode.AddImm, register, 1);
  }

  void emit() {
    environment.checkForeignKeys();
    environment.program().emit(Opcode.ResultRow, register, 1);
  }
}
