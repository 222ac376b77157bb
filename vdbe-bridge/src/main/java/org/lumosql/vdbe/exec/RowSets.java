// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.IdentityHashMap;
import java.util.Map;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Host;

/** The row sets of a statement: each rides on a register, which may forget it at any time. */
final class RowSets {
  private final Host host;
  private final TemporaryMemory memory;
  private final Map<Register, RowSet> open = new IdentityHashMap<>();

  RowSets(Host host, TemporaryMemory memory) {
    this.host = host;
    this.memory = memory;
  }

  /** A new set on a register. */
  RowSet create(Register register) {
    RowSet set = new RowSet(host, memory);
    RowSet forgotten = open.put(register, set);
    if (forgotten != null) {
      forgotten.close();
    }
    register.setObject(set);
    return set;
  }

  /** Ends with the set on a register. */
  void end(Register register) {
    RowSet set = open.remove(register);
    if (set != null) {
      set.close();
    }
    register.setNull();
  }

  void close() {
    open.values().forEach(RowSet::close);
    open.clear();
  }
}
