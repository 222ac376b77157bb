// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.record.SerialType;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;

/** Reading the row that a cursor stands on. Hot path. */
final class ColumnOps {
  private ColumnOps() {}

  /** Column. */
  static void column(
      Machine machine, Cursor cursor, int column, Register out, int flags, int address) {
    if (cursor.epoch == machine.epoch && cursor.row.read(column, out, flags)) {
      return;
    }
    slowColumn(machine, cursor, column, out, address);
  }

  private static void slowColumn(Machine machine, Cursor given, int givenColumn, Register out, int address) {
    Cursor cursor = given;
    int column = givenColumn;
    if (cursor.deferred && cursor.alternateColumns != null && cursor.alternateColumns[column] > 0) {
      column = cursor.alternateColumns[column] - 1;
      cursor = cursor.alternate;
    }
    if (!show(machine, cursor)) {
      out.setNull();
    } else if (!cursor.row.read(column, out, machine.operand5(address))) {
      setDefault(machine, out, machine.operand4(address));
    }
  }

  private static void setDefault(Machine machine, Register out, Object operand) {
    if (operand instanceof P4.DefaultValue) {
      out.viewOf(((P4.DefaultValue) operand).value());
    } else {
      out.setNull();
    }
  }

  /** Makes the cursor's row readable; false if it is a row of NULLs. */
  static boolean show(Machine machine, Cursor cursor) {
    if (cursor.epoch == machine.epoch) {
      return true;
    }
    if (cursor.btree == null) {
      return cursor.kind == Cursor.Kind.PSEUDO && showRegister(machine, cursor);
    }
    cursor.settle();
    if (cursor.nullRow) {
      return false;
    }
    cursor.row.show(cursor.btree);
    cursor.epoch = machine.epoch;
    return true;
  }

  private static boolean showRegister(Machine machine, Cursor cursor) {
    Register record = machine.registers[cursor.register];
    if (cursor.register == 0 || record.type() != Register.BLOB) {
      return false;
    }
    cursor.row.show(record.bytes(), record.offset(), record.length());
    cursor.epoch = machine.epoch;
    return true;
  }

  /** Rowid. */
  static void rowid(Cursor cursor, Register out) {
    if (cursor.nullRow) {
      out.setNull();
    } else if (cursor.deferred) {
      out.setInteger(cursor.deferredRowid);
    } else if (cursor.virtual != null) {
      out.setInteger(cursor.virtual.rowid());
    } else {
      cursor.settle();
      if (cursor.nullRow) {
        out.setNull();
      } else {
        out.setInteger(cursor.btree.rowid());
      }
    }
  }

  /** RowData: the whole record as a blob. */
  static void rowData(Machine machine, Cursor cursor, Register out) {
    cursor.settle();
    Row row = cursor.row;
    if (cursor.epoch != machine.epoch) {
      row.show(cursor.btree);
      cursor.epoch = machine.epoch;
    }
    int length = row.length();
    row.copy(0, out.prepare(Register.BLOB, length), 0, length);
  }

  /** IsType: whether the type of a column, or of register P3 if P1 is −1, is one of the bits of P5. */
  static boolean isType(Machine machine, int address) {
    int cursorNumber = machine.operand1(address);
    int wanted = machine.operand5(address);
    if (cursorNumber < 0) {
      return (wanted & typeBit(machine.registers[machine.operand3(address)].type())) != 0;
    }
    Cursor cursor = machine.cursors[cursorNumber];
    int column = machine.operand3(address);
    if (!show(machine, cursor)) {
      return (wanted & typeBit(Register.NULL)) != 0;
    }
    if (!cursor.row.has(column)) {
      Object type = machine.operand4(address);
      int defaultBit = type instanceof Number ? 1 << ((Number) type).intValue() - 1 : typeBit(Register.NULL);
      return (wanted & defaultBit) != 0;
    }
    return (wanted & typeBit(typeOfSerial(cursor.row.type(column)))) != 0;
  }

  private static int typeOfSerial(int serial) {
    if (serial >= SerialType.BLOB) {
      return (serial & 1) != 0 ? Register.TEXT : Register.BLOB;
    }
    if (serial == SerialType.REAL) {
      return Register.REAL;
    }
    return serial == SerialType.NULL || serial > SerialType.ONE ? Register.NULL : Register.INTEGER;
  }

  /** Bits of P5: 1 integer, 2 real, 4 text, 8 blob, 16 NULL. */
  private static int typeBit(int type) {
    return type == Register.NULL ? 16 : 1 << type - 1;
  }

  /** IfNullRow: a row of NULLs makes the register NULL. */
  static boolean ifNullRow(Cursor cursor, Register out) {
    if (cursor == null || !cursor.nullRow) {
      return false;
    }
    out.setNull();
    return true;
  }

  /** NullRow: every column of the cursor reads as NULL until it moves; a pseudo cursor looks at its register again. */
  static void nullRow(Machine machine, int number) {
    Cursor cursor = machine.cursors[number];
    if (cursor == null) {
      cursor = new Cursor(Cursor.Kind.PSEUDO);
      machine.cursors[number] = cursor;
    }
    cursor.nullRow = true;
    cursor.cleared = true;
    cursor.epoch = 0;
    cursor.deferred = false;
  }
}
