// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.record.KeyProbe;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;

/** Searches by rowid and by key. */
final class SeekOps {
  private SeekOps() {}

  /** Puts registers into a probe. */
  static void fill(Machine machine, KeyProbe probe, int first, int count) {
    for (int i = 0; i < count; i++) {
      Register value = machine.registers[first + i];
      switch (value.type()) {
        case Register.NULL:
          probe.addNull();
          break;
        case Register.INTEGER:
          probe.addInteger(value.integer());
          break;
        case Register.REAL:
          probe.addReal(value.real());
          break;
        case Register.TEXT:
          probe.addText(value.bytes(), value.offset(), value.length());
          break;
        default:
          value.expandZeroTail();
          probe.addBlob(value.bytes(), value.offset(), value.length());
          break;
      }
    }
  }

  /** SeekLT, SeekLE, SeekGE, SeekGT; false if there is no such entry, so that the instruction jumps. */
  static boolean seek(Machine machine, int opcode, Cursor cursor, int first, Object count) {
    cursor.moved();
    boolean found =
        cursor.kind == Cursor.Kind.TABLE
            ? seekTable(machine, opcode, cursor, machine.registers[first])
            : seekIndex(machine, opcode, cursor, first, ((Number) count).intValue());
    cursor.nullRow = !found;
    return found;
  }

  private static boolean seekIndex(Machine machine, int opcode, Cursor cursor, int first, int count) {
    KeyProbe probe = cursor.probe();
    fill(machine, probe, first, count);
    // entries that equal the probe count as after it for LT and GE, as before it for LE and GT: so one step at most remains
    boolean tieAfter = opcode == Opcode.SeekLT || opcode == Opcode.SeekGE;
    probe.setTie(tieAfter ? 1 : -1);
    return land(opcode, cursor, cursor.btree.seekKey(probe));
  }

  private static boolean land(int opcode, Cursor cursor, int side) {
    if (!cursor.btree.isValid()) {
      return false;
    }
    if (opcode >= Opcode.SeekGE) {
      return side < 0 || side == 0 && opcode == Opcode.SeekGT ? cursor.btree.next() : true;
    }
    return side > 0 || side == 0 && opcode == Opcode.SeekLT ? cursor.btree.previous() : true;
  }

  /** The key may be of any type: texts that look like numbers are numbers, other texts and blobs are beyond all rowids, NULL has no place. */
  private static boolean seekTable(Machine machine, int opcode, Cursor cursor, Register given) {
    Register key = given;
    if (key.type() == Register.TEXT) {
      key = machine.scratchLeft;
      key.viewOf(given);
      machine.conversion.applyNumericAffinity(key);
    }
    if (key.type() == Register.INTEGER) {
      return land(opcode, cursor, cursor.btree.seekRowid(key.integer()));
    }
    if (key.type() == Register.NULL) {
      return false;
    }
    if (key.type() != Register.REAL) {
      return opcode < Opcode.SeekGE && cursor.btree.last();
    }
    return seekReal(opcode, cursor, key.real());
  }

  private static boolean seekReal(int opcode, Cursor cursor, double key) {
    if (key >= 9223372036854775808.0) {
      return opcode < Opcode.SeekGE && cursor.btree.last();
    }
    if (key < -9223372036854775808.0) {
      return opcode >= Opcode.SeekGE && cursor.btree.first();
    }
    long floor = (long) Math.floor(key);
    if (floor == key) {
      return land(opcode, cursor, cursor.btree.seekRowid(floor));
    }
    // between two integers: GT and GE mean greater than the lower, LT and LE mean up to the lower
    int nearest = opcode >= Opcode.SeekGE ? Opcode.SeekGT : Opcode.SeekLE;
    return land(nearest, cursor, cursor.btree.seekRowid(floor));
  }

  /** SeekRowid: as NotExists, but the key may be of any type. Returns whether the row is there. */
  static boolean seekRowid(Machine machine, Cursor cursor, Register given) {
    if (given.type() == Register.INTEGER) {
      return rowExists(cursor, given.integer());
    }
    Register key = machine.scratchRight;
    key.viewOf(given);
    machine.conversion.applyNumericAffinity(key); // the least integer is found as a text of a REAL, too, which would not be stored
    if (!ValueOps.becomesInteger(machine, key)) {
      cursor.moved();
      cursor.nullRow = true;
      return false;
    }
    return rowExists(cursor, key.integer());
  }

  /** NotExists. */
  static boolean rowExists(Cursor cursor, long rowid) {
    cursor.moved();
    boolean found = cursor.btree.seekRowid(rowid) == 0;
    cursor.nullRow = !found;
    cursor.seekDone = true;
    return found;
  }

  /** Found, NotFound, NoConflict, IfNoHope: whether an entry starts with the key. With a count of 0, P3 is a record. */
  static boolean keyExists(Machine machine, Cursor cursor, int first, Object count) {
    cursor.moved();
    KeyProbe probe = cursor.probe();
    int fields = count == null ? 0 : ((Number) count).intValue();
    if (fields > 0) {
      fill(machine, probe, first, fields);
    } else {
      Register record = machine.registers[first];
      record.expandZeroTail();
      probe.load(record.bytes(), record.offset(), record.length(), cursor.order.columnCount());
    }
    boolean found = cursor.btree.seekKey(probe) == 0;
    cursor.nullRow = !found;
    cursor.seekDone = true;
    return found;
  }

  private static boolean hasNull(Machine machine, int first, Object count) {
    int fields = ((Number) count).intValue();
    for (int i = 0; i < fields; i++) {
      if (machine.registers[first + i].isNull()) {
        return true;
      }
    }
    return false;
  }

  /** NoConflict: whether an entry has the key. A key with a NULL conflicts with nothing. */
  static boolean conflicts(Machine machine, Cursor cursor, int first, Object count) {
    if (count != null && hasNull(machine, first, count)) {
      cursor.moved();
      cursor.nullRow = true;
      return false;
    }
    return keyExists(machine, cursor, first, count);
  }

  /** IfNoHope: a search for a longer key cannot succeed if the part in common with the last one was not there; else as Found. */
  static boolean hasHope(Machine machine, Cursor cursor, int first, Object count) {
    return cursor.seekHit >= ((Number) count).intValue() || keyExists(machine, cursor, first, count);
  }

  /** SeekHit: how many columns of the key are known to have a match: at least P2, at most P3. */
  static void seekHit(Cursor cursor, int low, int high) {
    if (cursor.seekHit < low) {
      cursor.seekHit = low;
    } else if (cursor.seekHit > high) {
      cursor.seekHit = high;
    }
  }

  /** DeferredSeek: the table cursor will go to the row of this index entry if a column is wanted that the index lacks. */
  static void defer(Machine machine, Cursor index, Cursor table, int[] columns) {
    index.settle();
    if (index.nullRow) {
      table.nullRow = true;
      table.epoch = 0;
      table.deferred = false;
      return;
    }
    table.deferredRowid = IndexOps.rowid(machine, index);
    table.deferred = true;
    table.nullRow = false;
    table.epoch = 0;
    table.alternate = index;
    table.alternateColumns = columns;
  }
}
