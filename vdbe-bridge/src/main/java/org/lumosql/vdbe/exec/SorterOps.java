// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.record.KeyOrder;
import org.lumosql.value.Register;

/** Opcodes on sorters. */
final class SorterOps {
  private SorterOps() {}

  static void open(Machine machine, int number, KeyOrder order) {
    machine.closeCursor(number);
    Cursor cursor = new Cursor(Cursor.Kind.SORTER);
    cursor.order = order;
    cursor.sorter = new Sorter(order, machine.host, machine.temporaryMemory());
    cursor.nullRow = true;
    machine.cursors[number] = cursor;
  }

  static void insert(Cursor cursor, Register record) {
    record.expandZeroTail();
    cursor.sorter.add(record.bytes(), record.offset(), record.length());
  }

  /** SorterSort, and Sort on a sorter; false if it is empty. */
  static boolean sort(Cursor cursor) {
    if (cursor.sorter == null) {
      return CursorOps.rewind(cursor);
    }
    cursor.nullRow = !cursor.sorter.rewind();
    return !cursor.nullRow;
  }

  static boolean next(Cursor cursor) {
    cursor.nullRow = !cursor.sorter.next();
    return !cursor.nullRow;
  }

  /** SorterData: the record goes to a register that pseudo cursor P3 shows. */
  static void data(Machine machine, Cursor cursor, int target, int pseudo) {
    Sorter sorter = cursor.sorter;
    Register record = machine.registers[target];
    if (sorter.isMerging()) {
      record.setBlob(sorter.array(), sorter.offset(), sorter.length()); // SorterCompare reads it after the sorter has moved
    } else {
      record.setBlobView(sorter.array(), sorter.offset(), sorter.length()); // bytes in memory stay
    }
    Cursor shows = machine.cursors[pseudo];
    if (shows != null) {
      shows.epoch = 0;
      shows.nullRow = false;
    }
  }

  /** SorterCompare: whether the sorter's record differs from the one in the register in the first columns; NULLs differ from all. */
  static boolean differs(Machine machine, Cursor cursor, int register, Object count) {
    int columns = ((Number) count).intValue();
    Sorter sorter = cursor.sorter;
    Register other = machine.registers[register];
    if (RecordOrder.hasNull(sorter.array(), sorter.offset(), columns)) {
      return true;
    }
    return other.type() != Register.BLOB
        || sorter.order().compare(sorter.array(), sorter.offset(), other.bytes(), other.offset(), columns) != 0;
  }

  /** ResetSorter: empties a sorter or an ephemeral table. */
  static void reset(Machine machine, Cursor cursor) {
    if (cursor.sorter != null) {
      cursor.sorter.clear();
    } else {
      cursor.ephemeral.clear();
      cursor.moved();
      machine.written();
    }
    cursor.nullRow = true;
  }
}
