// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Optional;
import org.lumosql.btree.Btree;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.PageControl;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;

/** Opcodes on a database as a whole: journal mode, checkpoint, vacuum, pages. Stores that are not made of pages answer as SQLite's memory databases do. */
final class FileOps {
  private FileOps() {}

  private static Optional<PageControl> pages(Machine machine, int database) {
    return machine.host.btree(database).capability(PageControl.class);
  }

  /** JournalMode: P3 is the mode wanted, −1 to ask only. */
  static void journalMode(Machine machine, int database, Register out, int wanted) {
    Btree btree = machine.host.btree(database);
    Optional<PageControl> pages = btree.capability(PageControl.class);
    if (pages.isEmpty()) {
      out.setText(btree.isMemory() ? "memory" : "delete", machine.encoding);
      return;
    }
    JournalMode mode = pages.get().journalMode();
    if (wanted >= 0 && JournalMode.values()[wanted] != mode) {
      mode = change(machine, pages.get(), mode, JournalMode.values()[wanted]);
    }
    out.setText(mode.sqlName(), machine.encoding);
  }

  private static JournalMode change(Machine machine, PageControl pages, JournalMode present, JournalMode wanted) {
    boolean concernsWal = present == JournalMode.WAL || wanted == JournalMode.WAL;
    if (concernsWal && (!machine.host.isAutocommit() || machine.host.activeStatements() > 1)) {
      throw StoreException.withMessage(
          ResultCode.ERROR,
          "cannot change " + (wanted == JournalMode.WAL ? "into" : "out of") + " wal mode from within a transaction");
    }
    return pages.setJournalMode(wanted);
  }

  /** Checkpoint: results in registers P3 to P3 + 2. P1 beyond the databases means all of them. */
  static void checkpoint(Machine machine, int database, int mode, int target) {
    CheckpointResult result = new CheckpointResult(false, -1, -1);
    boolean busy = false;
    try {
      int count = machine.host.databaseCount();
      for (int i = 0; i < count; i++) {
        Optional<PageControl> pages = i == database || database >= count ? pages(machine, i) : Optional.empty();
        if (pages.isPresent() && (mode >= 0)) {
          CheckpointResult one = pages.get().checkpoint(CheckpointMode.values()[mode]);
          busy |= one.busy();
          result = i == 0 || i == database ? one : result;
        }
      }
    } catch (StoreException failure) {
      if (failure.code().primary() != ResultCode.BUSY) {
        throw failure;
      }
      busy = true;
    }
    machine.registers[target].setInteger(busy ? 1 : 0);
    machine.registers[target + 1].setInteger(result.logFrames());
    machine.registers[target + 2].setInteger(result.checkpointedFrames());
  }

  /** Vacuum: into the file that register P2 names, if there is one. */
  static void vacuum(Machine machine, int database, int target) {
    String file = null;
    machine.host.requireVacuumAllowed();
    if (target != 0) {
      Register name = machine.registers[target];
      if (name.type() != Register.TEXT) {
        throw StoreException.withMessage(ResultCode.ERROR, "non-text filename");
      }
      file = name.string(machine.encoding);
    }
    machine.host.vacuum(database, file);
    machine.written();
  }

  /** IncrVacuum: false when there is nothing left to do. */
  static boolean incrementalVacuum(Machine machine, int database) {
    boolean more = pages(machine, database).map(PageControl::incrementalVacuumStep).orElse(false);
    machine.written();
    return more;
  }

  static void pageCount(Machine machine, int database, Register out) {
    out.setInteger(pages(machine, database).map(PageControl::pageCount).orElse(0L));
  }

  static void maximumPageCount(Machine machine, int database, Register out, int wanted) {
    out.setInteger(pages(machine, database).map(pages -> pages.setMaximumPageCount(wanted)).orElse(0L));
  }
}
