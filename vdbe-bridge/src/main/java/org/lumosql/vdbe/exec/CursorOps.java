// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.Btree;
import org.lumosql.btree.MetaValue;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.value.Register;

/** Opening, closing and stepping of cursors. */
final class CursorOps {
  /** P5 of OpenWrite: P2 is a register that holds the root page. */
  private static final int ROOT_IN_REGISTER = 0x10;

  private CursorOps() {}

  /** OpenRead, OpenWrite. */
  static void open(Machine machine, int number, int address, boolean writable) {
    int root = machine.operand2(address);
    int database = machine.operand3(address);
    if ((machine.operand5(address) & ROOT_IN_REGISTER) != 0) {
      root = (int) machine.registers[root].integer();
    }
    Object description = machine.operand4(address);
    Cursor open = machine.cursors[number];
    if (!writable && open != null && isReader(open, root, database, description)) {
      // a subquery is run again: where its cursors were is often near to where they will be
      open.recycle(open.order);
      return;
    }
    Btree btree = machine.host.btree(database);
    machine.closeCursor(number);
    if (root <= 0) {
      throw StoreException.corrupt("root page " + root + " of a table or index");
    }
    KeyOrder order = description instanceof KeyOrder ? (KeyOrder) description : null;
    Cursor cursor = machine.spareCursor(number, order == null ? Cursor.Kind.TABLE : Cursor.Kind.INDEX);
    cursor.recycle(order);
    cursor.btree = order == null ? btree.openTable(root, writable) : btree.openIndex(root, writable, order);
    cursor.database = database;
    cursor.rootPage = root;
    cursor.writable = writable;
    if (writable) {
      int format = btree.meta(MetaValue.SCHEMA_FORMAT);
      machine.writesConstants &= format == 0 || format >= 4;
    }
    machine.cursors[number] = cursor;
  }

  /** Whether a cursor reads a tree already, in the order that a description says. */
  private static boolean isReader(Cursor cursor, int root, int database, Object description) {
    return cursor.btree != null
        && cursor.ephemeral == null
        && !cursor.writable
        && cursor.rootPage == root
        && cursor.database == database
        && (cursor.kind == Cursor.Kind.INDEX ? cursor.order == description : cursor.kind == Cursor.Kind.TABLE && !(description instanceof KeyOrder));
  }

  /** ReopenIdx: as OpenRead, but a cursor that is open on the same index stays as it is. */
  static void reopen(Machine machine, int number, int address) {
    Cursor cursor = machine.cursors[number];
    if (cursor != null && cursor.btree != null && cursor.ephemeral == null
        && cursor.rootPage == machine.operand2(address) && cursor.database == machine.operand3(address)) {
      cursor.moved();
      cursor.nullRow = true;
      return;
    }
    open(machine, number, address, false);
  }

  /** OpenEphemeral, OpenAutoindex. */
  static void openEphemeral(Machine machine, int number, Object description) {
    KeyOrder order = description instanceof KeyOrder ? (KeyOrder) description : null;
    Cursor old = machine.cursors[number];
    if (old != null && old.ephemeral != null && old.ephemeral.order() == order) {
      old.ephemeral.clear();
      old.moved();
      old.nullRow = true;
      old.sequence = 0;
      machine.written();
      return;
    }
    machine.closeCursor(number);
    install(machine, number, new EphemeralStore(machine.host, order, machine.temporaryMemory()));
  }

  private static void install(Machine machine, int number, EphemeralStore store) {
    KeyOrder order = store.order();
    Cursor cursor = new Cursor(order == null ? Cursor.Kind.TABLE : Cursor.Kind.INDEX);
    cursor.order = order;
    cursor.ephemeral = store;
    cursor.btree = store.open();
    cursor.nullRow = true;
    machine.cursors[number] = cursor;
  }

  /** OpenDup: another cursor over the same ephemeral table. */
  static void openDuplicate(Machine machine, int number, int original) {
    machine.closeCursor(number);
    install(machine, number, machine.cursors[original].ephemeral);
  }

  static void openPseudo(Machine machine, int number, int register) {
    machine.closeCursor(number);
    Cursor cursor = new Cursor(Cursor.Kind.PSEUDO);
    cursor.register = register;
    machine.cursors[number] = cursor;
  }

  // ---- stepping ------------------------------------------------------------------------------------------------------------

  /** Rewind, Sort: to the first entry; false if there is none. */
  static boolean rewind(Cursor cursor) {
    cursor.moved();
    boolean found = cursor.btree.first();
    cursor.nullRow = !found;
    return found;
  }

  /** Last; false if there is no entry. */
  static boolean last(Cursor cursor) {
    cursor.moved();
    boolean found = cursor.btree.last();
    cursor.nullRow = !found;
    return found;
  }

  /** SeekEnd: to the last entry, so that the next insert can append. */
  static void seekEnd(Cursor cursor) {
    cursor.moved();
    cursor.isAtEnd = cursor.btree.last();
  }

  static boolean next(Cursor cursor) {
    if (cursor.deferred) {
      cursor.settle();
    }
    if (cursor.cleared) {
      return false;
    }
    boolean found = cursor.btree.next();
    cursor.epoch = 0;
    cursor.seekDone = false;
    cursor.nullRow = !found;
    return found;
  }

  static boolean previous(Cursor cursor) {
    if (cursor.deferred) {
      cursor.settle();
    }
    if (cursor.cleared) {
      return false;
    }
    boolean found = cursor.btree.previous();
    cursor.epoch = 0;
    cursor.seekDone = false;
    cursor.nullRow = !found;
    return found;
  }

  static boolean isEmpty(Cursor cursor) {
    cursor.moved();
    boolean found = cursor.btree.first();
    cursor.nullRow = !found;
    return !found;
  }

  /** IfSizeBetween: whether the base-2 logarithm (times ten) of the number of entries is between P3 and P4. */
  static boolean isSizeBetween(Cursor cursor, int low, int high) {
    long entries = cursor.btree.estimatedCount();
    int estimate = entries == 0 ? -1 : logarithm(entries);
    return estimate >= low && estimate <= high;
  }

  private static int logarithm(long value) {
    return (int) Math.round(10 * Math.log(value) / Math.log(2));
  }

  /** Count. */
  static void count(Cursor cursor, Register out, int estimate) {
    cursor.moved();
    out.setInteger(estimate != 0 ? cursor.btree.estimatedCount() : cursor.btree.count());
    cursor.nullRow = true;
    cursor.epoch = 0;
  }

  /** SequenceTest, Sequence: the cursor's counter, then one more. */
  static long sequence(Cursor cursor) {
    return cursor.sequence++;
  }
}
