// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.value.Register;
import org.lumosql.vdbe.Program;

/** What a machine sets aside while a trigger's subprogram runs. */
final class Frame {
  final Frame parent;
  final Program program;
  final Register[] registers;
  final Cursor[] cursors;
  final boolean[] once;
  final AuxiliaryData auxiliary;
  final long changes;
  final long connectionChanges;
  final long lastInsertRowid;
  /** Address of the Program instruction that made the call. */
  final int address;
  /** Identity of the trigger that the machine runs above this frame. */
  final Object token;
  final int depth;

  Frame(Machine machine, int address, Object token) {
    this.parent = machine.frame;
    this.program = machine.current;
    this.registers = machine.registers;
    this.cursors = machine.cursors;
    this.once = machine.once;
    this.auxiliary = machine.auxiliary;
    this.changes = machine.changes;
    this.connectionChanges = machine.host.changes();
    this.lastInsertRowid = machine.host.lastInsertRowid();
    this.address = address;
    this.token = token;
    this.depth = parent == null ? 1 : parent.depth + 1;
  }
}
