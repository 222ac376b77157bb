// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.VirtualValues;

/** One column of a cursor's entries, for {@link VirtualOps}. */
final class CursorValues implements VirtualValues {
  private final Machine machine;
  private final Cursor cursor;
  private final int column;
  private final int address;
  private final Register value = new Register();

  /** @param column −1 for the rowid; @param address of the instruction that made this */
  CursorValues(Machine machine, Cursor cursor, int column, int address) {
    this.machine = machine;
    this.cursor = cursor;
    this.column = column;
    this.address = address;
  }

  @Override
  public boolean first() {
    return read(CursorOps.rewind(cursor));
  }

  @Override
  public boolean next() {
    return read(CursorOps.next(cursor));
  }

  private boolean read(boolean isThere) {
    machine.poll();
    if (!isThere) {
      value.setNull();
      return false;
    }
    if (column < 0) {
      ColumnOps.rowid(cursor, value);
    } else {
      ColumnOps.column(machine, cursor, column, value, 0, address);
      value.own();
      if (value.type() == Register.TEXT && machine.encoding.isUtf16()) {
        value.setText(value.string(machine.encoding), TextEncoding.UTF8);
      }
    }
    return true;
  }

  @Override
  public Register value() {
    return value;
  }
}
