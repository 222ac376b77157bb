// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.value.Register;

/** Row sets: they ride on a register. */
final class RowSetOps {
  private RowSetOps() {}

  private static RowSet set(Register register) {
    if (register.object() instanceof RowSet) {
      return (RowSet) register.object();
    }
    RowSet set = new RowSet();
    register.setObject(set);
    return set;
  }

  static void add(Register register, Register rowid) {
    set(register).add(rowid.integer());
  }

  /** RowSetRead: the smallest rowid goes to a register; false if there is none any more. */
  static boolean read(Register register, Register out) {
    if (!(register.object() instanceof RowSet) || !((RowSet) register.object()).hasMore()) {
      register.setNull();
      return false;
    }
    out.setInteger(((RowSet) register.object()).take());
    return true;
  }

  /** RowSetTest: whether the rowid is in the set; if not it is added, unless P4 is −1: then nobody asks again. */
  static boolean test(Register register, Register rowid, Object batch) {
    RowSet set = set(register);
    if (batch instanceof Number && ((Number) batch).intValue() < 0) {
      return set.contains(rowid.integer());
    }
    return !set.add(rowid.integer());
  }
}
