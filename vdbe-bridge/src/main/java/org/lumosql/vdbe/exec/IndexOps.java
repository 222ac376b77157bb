// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;
import org.lumosql.value.Comparison;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;

/** Entries of index trees: comparing, inserting, deleting, and the rowid at their end. */
final class IndexOps {
  private IndexOps() {}

  /** IdxLE, IdxGT, IdxLT, IdxGE: whether the entry is so, without its rowid, against the key in registers. */
  static boolean entryIs(Machine machine, int opcode, Cursor cursor, int first, Object count) {
    if (cursor.deferred || cursor.btree.isDisplaced()) {
      cursor.settle();
    }
    if (cursor.nullRow) {
      return true;
    }
    KeyProbe probe = cursor.probe();
    SeekOps.fill(machine, probe, first, ((Number) count).intValue());
    probe.setTie(opcode == Opcode.IdxLE || opcode == Opcode.IdxGT ? -1 : 0);
    int side = compareEntry(machine, cursor, probe);
    switch (opcode) {
      case Opcode.IdxLE:
      case Opcode.IdxLT:
        return side < 0;
      case Opcode.IdxGT:
        return side > 0;
      default:
        return side >= 0;
    }
  }

  private static int compareEntry(Machine machine, Cursor cursor, KeyProbe probe) {
    BtreeCursor btree = cursor.btree;
    int length = btree.payloadLength();
    if (btree.localLength() >= length) {
      return probe.compareEntry(btree.payloadArray(), btree.payloadOffset(), length);
    }
    byte[] whole = machine.scratchLeft.prepare(Register.BLOB, length);
    btree.readPayload(0, whole, 0, length);
    return probe.compareEntry(whole, 0, length);
  }

  /** The rowid that ends the entry. Requires: the cursor is settled. */
  static long rowid(Machine machine, Cursor cursor) {
    BtreeCursor btree = cursor.btree;
    int length = btree.payloadLength();
    byte[] bytes = btree.payloadArray();
    int start = btree.payloadOffset();
    if (btree.localLength() < length) {
      bytes = machine.scratchLeft.prepare(Register.BLOB, length);
      btree.readPayload(0, bytes, 0, length);
      start = 0;
    }
    int headerLength = length > 0 ? bytes[start] : -1;
    if (headerLength < 0 && Varint.lengthWithin(bytes, start, start + length) > 0) {
      headerLength = (int) Math.min(length, Varint.read(bytes, start));
    }
    if (headerLength < 2 || headerLength > length) {
      throw noRowid();
    }
    int type = bytes[start + headerLength - 1];
    if (!SerialType.isInteger(type)) {
      throw noRowid();
    }
    int size = (int) SerialType.length(type);
    if (headerLength + size > length) {
      throw noRowid();
    }
    return SerialType.readInteger(bytes, start + length - size, type);
  }

  private static StoreException noRowid() {
    return StoreException.corrupt("index entry does not end with a rowid");
  }

  /** IdxRowid. */
  static void rowid(Machine machine, Cursor cursor, Register out) {
    cursor.settle();
    if (cursor.nullRow) {
      out.setNull();
    } else {
      out.setInteger(rowid(machine, cursor));
    }
  }

  /** IdxInsert. */
  static void insert(Machine machine, Cursor cursor, Register record, int flags) {
    if ((flags & RowOps.COUNT_CHANGE) != 0) {
      machine.changes++;
    }
    record.expandZeroTail();
    int hints = RowOps.insertHints(cursor, flags);
    if (cursor.isAtEnd && (flags & RowOps.USE_SEEK_RESULT) != 0) {
      hints |= BtreeCursor.BEHIND_LAST;
    }
    cursor.isAtEnd = false;
    cursor.btree.insertKey(record.bytes(), record.offset(), record.length(), hints);
    RowOps.afterWrite(machine, cursor, flags);
  }

  /** Looks through a whole index for the entry of a row of whose key something else is computed by now. Returns whether it was there, and is deleted. */
  private static boolean deleteOfRow(Machine machine, Cursor cursor, P4.ComputedIndex index, int first, Register row) {
    if (row.type() != Register.INTEGER) {
      return false;
    }
    for (boolean isThere = cursor.btree.first(); isThere; isThere = cursor.btree.next()) {
      if (rowid(machine, cursor) == row.integer()) {
        if (!hasPlainFields(machine, cursor, index, first)) {
          return false;
        }
        cursor.btree.delete(0);
        RowOps.afterWrite(machine, cursor, 0);
        return true;
      }
    }
    return false;
  }

  /** Whether the entry has the values in registers, but for what is computed. */
  private static boolean hasPlainFields(Machine machine, Cursor cursor, P4.ComputedIndex index, int first) {
    cursor.moved();
    if (!ColumnOps.show(machine, cursor)) {
      return false;
    }
    for (P4.ComputedIndex.PlainField field : index.plainFields()) {
      Register stored = machine.scratchLeft;
      if (!cursor.row.read(field.number(), stored, 0) || Comparison.compare(stored, machine.registers[first + field.number()], field.collation()) != 0) {
        return false;
      }
    }
    return true;
  }

  /** IdxDelete: removes the entry that has the key; not finding it may be an error. */
  static void delete(Machine machine, Cursor cursor, int first, int address) {
    boolean named = machine.operand3(address) == 0;
    int count = named ? machine.operand5(address) : machine.operand3(address);
    boolean mustExist = named || machine.operand5(address) != 0;
    KeyProbe probe = cursor.probe();
    SeekOps.fill(machine, probe, first, count);
    cursor.moved();
    if (cursor.btree.seekKey(probe) == 0) {
      cursor.btree.delete(0);
      RowOps.afterWrite(machine, cursor, 0);
    } else if (mustExist) {
      Object name = machine.operand4(address);
      if (name instanceof P4.ComputedIndex index && deleteOfRow(machine, cursor, index, first, machine.registers[first + count - 1])) {
        return;
      }
      throw new StoreException(
          ResultCode.CORRUPT_INDEX, "index " + (name == null ? cursor.rootPage : name) + " lacks an entry of its table");
    }
  }
}
