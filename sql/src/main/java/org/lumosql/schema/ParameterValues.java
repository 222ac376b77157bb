// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Program;

/**
 * The values that the parameters of a statement have while it is compiled, as far as they are known, and a list of those that were asked for. A statement whose
 * list is not empty is compiled again before it runs with other values, as in SQLite.
 */
public final class ParameterValues {
  private final IntFunction<Register> present;
  private List<Program.PlannedValue> asked = List.of();

  /** @param present gives the register of a parameter by its number; null if the statement is new */
  public ParameterValues(IntFunction<Register> present) {
    this.present = present;
  }

  /**
   * The value of a parameter; null if it is not known: the statement is new, or the value is in a stream.
   *
   * @param isPart whether the program will be right for this value only
   */
  public Register ask(int parameter, boolean isPart) {
    for (int i = 0; i < asked.size(); i++) {
      Program.PlannedValue before = asked.get(i);
      if (before.parameter() == parameter) {
        asked.set(i, new Program.PlannedValue(parameter, before.value(), before.isPart() || isPart));
        return before.value();
      }
    }
    Register value = null;
    if (present != null && !present.apply(parameter).isDistant()) {
      value = new Register();
      value.copyFrom(present.apply(parameter));
    }
    if (asked.isEmpty()) {
      asked = new ArrayList<>();
    }
    asked.add(new Program.PlannedValue(parameter, value, isPart));
    return value;
  }

  public List<Program.PlannedValue> asked() {
    return asked;
  }
}
