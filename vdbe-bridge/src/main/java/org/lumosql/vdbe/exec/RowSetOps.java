// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.value.Register;

/** Row sets: they ride on a register. */
final class RowSetOps {
  private RowSetOps() {}

  private static RowSet set(Machine machine, Register register) {
    if (register.object() instanceof RowSet) {
      return (RowSet) register.object();
    }
    return machine.rowSets().create(register);
  }

  static void add(Machine machine, Register register, Register rowid) {
    set(machine, register).add(rowid.integer());
  }

  /** RowSetRead: the smallest rowid goes to a register; false if there is none any more. */
  static boolean read(Machine machine, Register register, Register out) {
    if (!(register.object() instanceof RowSet) || !((RowSet) register.object()).hasMore()) {
      machine.rowSets().end(register);
      return false;
    }
    out.setInteger(((RowSet) register.object()).take());
    return true;
  }

  /** RowSetTest: whether the rowid is in the set; if not it is added, unless P4 is −1: then nobody asks again. */
  static boolean test(Machine machine, Register register, Register rowid, Object batch) {
    RowSet set = set(machine, register);
    if (batch instanceof Number && ((Number) batch).intValue() < 0) {
      return set.contains(rowid.integer());
    }
    return !set.add(rowid.integer());
  }
}
