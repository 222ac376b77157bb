// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;

/** Rows of table trees: new rowids, inserting, deleting, with change counts and hooks. */
final class RowOps {
  /** P5 of Insert, Delete, IdxInsert. */
  static final int COUNT_CHANGE = 0x01;

  static final int SAVE_POSITION = 0x02;
  static final int IS_UPDATE = 0x04;
  static final int APPEND = 0x08;
  static final int USE_SEEK_RESULT = 0x10;
  static final int SET_LAST_ROWID = 0x20;
  static final int NO_OPERATION = 0x40;

  private static final int HOOK_DELETE = 9;
  private static final int HOOK_INSERT = 18;
  private static final int HOOK_UPDATE = 23;
  private static final int RANDOM_ATTEMPTS = 100;
  private static final int LARGE = 1 << 22;

  private RowOps() {}

  static int insertHints(Cursor cursor, int flags) {
    int hints = 0;
    if ((flags & APPEND) != 0) {
      hints |= BtreeCursor.APPEND;
    }
    if ((flags & USE_SEEK_RESULT) != 0 && cursor.seekDone && !cursor.btree.isDisplaced()) {
      hints |= BtreeCursor.SEEK_DONE;
    }
    if ((flags & SAVE_POSITION) != 0) {
      hints |= BtreeCursor.KEEP_POSITION;
    }
    return hints;
  }

  /** What a cursor knew is no longer so, and rows that other cursors show may have moved. */
  static void afterWrite(Machine machine, Cursor cursor, int flags) {
    if (machine.locked != null) {
      machine.locked.requireUnlocked(cursor);
    }
    cursor.nullRow = (flags & SAVE_POSITION) == 0;
    cursor.epoch = 0;
    cursor.seekDone = false;
    cursor.deferred = false;
    if (cursor.ephemeral == null || !cursor.ephemeral.hasOneUser()) {
      machine.written();
    }
  }

  /** Insert. */
  static void insert(Machine machine, Cursor cursor, Register record, Register key, Object table, int flags) {
    long rowid = key.integer();
    int hints = insertHints(cursor, flags);
    if (record.isNull()) {
      record.prepare(Register.BLOB, 0);
    }
    if (record.isDistant()) {
      LargeRecord.insert(machine, cursor, record, rowid, hints);
    } else {
      cursor.btree.insertRow(rowid, record.bytes(), record.offset(), record.length(), record.zeroTail(), hints);
    }
    written(machine, cursor, rowid, table, flags);
  }

  /** Delete. */
  static void delete(Machine machine, Cursor cursor, int flags, Object table, int keepPosition) {
    cursor.settle();
    if (cursor.nullRow || !cursor.btree.isValid()) {
      return;
    }
    boolean hooked =
        table instanceof P4.TableInfo
            && ((P4.TableInfo) table).hasRowid()
            && (flags & COUNT_CHANGE) != 0
            && machine.host.hasRowHook();
    long rowid = hooked ? cursor.btree.rowid() : 0;
    cursor.btree.delete((keepPosition & SAVE_POSITION) != 0 ? BtreeCursor.KEEP_POSITION : 0);
    afterWrite(machine, cursor, keepPosition);
    if ((flags & COUNT_CHANGE) != 0) {
      machine.changes++;
      if (hooked && (flags & IS_UPDATE) == 0) {
        machine.host.rowChanged(HOOK_DELETE, cursor.database, ((P4.TableInfo) table).tableName(), rowid);
      }
    }
  }

  /** PreUpdate. */
  static void beforeChange(Machine machine, int database, int old, int fresh, P4.RowChange change) {
    int depth = machine.frame == null ? 0 : machine.frame.depth;
    machine.host.beforeRowChange(database, change, machine.registers, old, fresh, depth);
  }

  /**
   * NewRowid: a rowid that no row has: one more than the largest, or a random one when the largest is the last possible.
   *
   * @param ever register of the largest rowid that AUTOINCREMENT ever gave out, or 0
   */
  static void newRowid(Machine machine, Cursor cursor, Register out, int ever) {
    cursor.moved();
    long rowid = 1;
    boolean full = false;
    if (cursor.btree.last()) {
      long largest = cursor.btree.rowid();
      full = largest == Long.MAX_VALUE;
      rowid = full ? largest : largest + 1;
    }
    if (ever > 0) {
      rowid = autoincrement(machine, ever, rowid, full);
    } else if (full) {
      rowid = randomRowid(machine, cursor);
    }
    cursor.moved();
    cursor.nullRow = true;
    out.setInteger(rowid);
  }

  private static long autoincrement(Machine machine, int ever, long next, boolean full) {
    Frame outermost = machine.frame;
    while (outermost != null && outermost.parent != null) {
      outermost = outermost.parent;
    }
    Register largest = (outermost == null ? machine.registers : outermost.registers)[ever];
    long given = machine.conversion.toInteger(largest);
    if (full || given == Long.MAX_VALUE) {
      throw new StoreException(ResultCode.FULL, "AUTOINCREMENT has given out the last rowid");
    }
    long rowid = given < next ? next : given + 1;
    largest.setInteger(rowid);
    return rowid;
  }

  private static long randomRowid(Machine machine, Cursor cursor) {
    for (int attempt = 0; attempt < RANDOM_ATTEMPTS; attempt++) {
      long rowid = (machine.host.randomLong() & Long.MAX_VALUE >> 1) + 1;
      if (cursor.btree.seekRowid(rowid) != 0) {
        return rowid;
      }
    }
    throw new StoreException(ResultCode.FULL, "no free rowid found");
  }

  /** RowCell: a row or an index entry goes from one tree to another as it is. */
  static void copyRow(Machine machine, Cursor target, Cursor source, int key, int pc) {
    source.settle();
    int flags = machine.operand5(pc);
    int length = source.btree.payloadLength();
    if (length >= LARGE && target.kind == Cursor.Kind.TABLE) {
      copyLarge(machine, target, source, machine.registers[key].integer(), pc);
      return;
    }
    byte[] record = machine.scratchLeft.prepare(Register.BLOB, length);
    source.btree.readPayload(0, record, 0, length); // what the cursor shows is not sure to outlive a change of its database
    if (target.kind == Cursor.Kind.TABLE) {
      long rowid = machine.registers[key].integer();
      target.btree.insertRow(rowid, record, 0, length, 0, insertHints(target, flags));
      written(machine, target, rowid, machine.operand4(pc), flags);
    } else {
      target.btree.insertKey(record, 0, length, insertHints(target, flags));
      afterWrite(machine, target, flags);
      machine.changes += flags & COUNT_CHANGE;
    }
  }

  /** A record that memory should not have to hold as a whole. */
  private static void copyLarge(Machine machine, Cursor target, Cursor source, long rowid, int pc) {
    int flags = machine.operand5(pc);
    BtreeCursor from = source.btree;
    machine.scratchLeft.setDistant(Register.BLOB, from.payloadLength(), from::readPayload);
    LargeRecord.insert(machine, target, machine.scratchLeft, rowid, insertHints(target, flags));
    machine.scratchLeft.setNull();
    written(machine, target, rowid, machine.operand4(pc), flags);
  }

  /** What an inserted row leaves behind: counts, the last rowid, a call of the hook. */
  private static void written(Machine machine, Cursor cursor, long rowid, Object table, int flags) {
    machine.changes += flags & COUNT_CHANGE;
    if ((flags & SET_LAST_ROWID) != 0) {
      machine.host.setLastInsertRowid(rowid);
    }
    afterWrite(machine, cursor, flags);
    if (table instanceof P4.TableInfo && machine.host.hasRowHook() && (flags & NO_OPERATION) == 0) {
      int operation = (flags & IS_UPDATE) != 0 ? HOOK_UPDATE : HOOK_INSERT;
      machine.host.rowChanged(operation, cursor.database, ((P4.TableInfo) table).tableName(), rowid);
    }
  }
}
