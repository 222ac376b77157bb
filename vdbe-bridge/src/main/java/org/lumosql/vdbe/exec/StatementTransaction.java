// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.Btree;
import org.lumosql.btree.MetaValue;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.Program;

/**
 * The part that one statement plays in the connection's transaction: what Transaction begins, and what happens at the end
 * (https://sqlite.org/lang_transaction.html, https://sqlite.org/lang_conflict.html).
 *
 * <p>At the end, in autocommit mode and with no other writer, the transaction is committed, or rolled back after a failure. Inside a
 * transaction the statement savepoint, if there is one, is released or rolled back as the error action says. Failures that leave no firm ground
 * (I/O, memory, disk full, interrupt of a writer) roll the whole transaction back.
 */
final class StatementTransaction {
  /** Error actions, as P2 of Halt has them. */
  static final int ROLLBACK = 1;
  static final int ABORT = 2;
  static final int FAIL = 3;
  static final int IGNORE = 4;

  private final Machine machine;
  private final Host host;
  private final boolean readOnly;
  private final boolean needsSavepoint;
  private final boolean countsChanges;

  private boolean started;
  /** Index of the statement savepoint per database plus one, 0 for none; null if there is none at all. */
  private int[] savepoints;
  private int virtualSavepoint;
  private long deferredAtStart;
  private long postponedAtStart;
  private long violations;

  StatementTransaction(Machine machine, Program program) {
    this.machine = machine;
    this.host = machine.host;
    this.readOnly = program.has(Program.READ_ONLY);
    this.needsSavepoint = program.has(Program.NEEDS_STATEMENT_SAVEPOINT);
    this.countsChanges = program.has(Program.COUNTS_CHANGES);
  }

  /** A new execution. */
  void start() {
    started = false;
    savepoints = null;
    violations = 0;
  }

  /** Foreign key violations that must be gone when the statement ends. */
  long violations() {
    return violations;
  }

  void addViolations(long delta) {
    violations += delta;
  }

  // ---- beginning -----------------------------------------------------------------------------------------------------------

  /** The body of Transaction. */
  void begin(int database, int write, int cookie, Object generation, boolean checkSchema) {
    Btree btree = host.btree(database);
    started = true;
    if (write != 0) {
      if (host.isQueryOnly()) {
        throw new StoreException(ResultCode.READONLY, "query_only is on");
      }
      btree.beginWrite(write > 1);
      btree.openSavepoints(host.savepoints().count());
      if ((needsSavepoint || machine.hasLargeParameters()) && (!host.isAutocommit() || host.activeStatements() > 1)) {
        openSavepoint(database, btree);
      }
    } else {
      btree.beginRead();
    }
    if (checkSchema
        && (btree.meta(MetaValue.SCHEMA_VERSION) != cookie
            || host.schemaGeneration(database) != ((Number) generation).intValue())) {
      throw new StoreException(ResultCode.SCHEMA, "the schema of database " + database + " has changed");
    }
  }

  private void openSavepoint(int database, Btree btree) {
    if (savepoints == null) {
      savepoints = new int[Math.max(host.databaseCount(), database + 1)];
      virtualSavepoint = host.savepoints().count();
      host.openVirtualSavepoint(virtualSavepoint);
      deferredAtStart = host.deferredConstraints();
      postponedAtStart = host.postponedConstraints();
    } else if (savepoints[database] != 0) {
      return;
    }
    int index = Math.max(host.savepoints().count(), btree.savepointCount());
    btree.openSavepoints(index + 1);
    savepoints[database] = index + 1;
  }

  /** Something other than Transaction uses the connection's transaction: at the end there may be something to commit. */
  void join() {
    started = true;
  }

  // ---- ending --------------------------------------------------------------------------------------------------------------

  /** Ends the statement; returns the failure to report, or null. */
  StoreException finish(StoreException failure) {
    if (!started) {
      return failure;
    }
    started = false;
    StoreException outcome = failure;
    try {
      outcome = settle(failure);
    } catch (StoreException atEnd) {
      if (failure != null) {
        failure.addSuppressed(atEnd);
      } else {
        outcome = atEnd;
      }
    }
    return outcome;
  }

  private StoreException settle(StoreException failure) {
    StoreException outcome = failure;
    boolean grave = outcome != null && isGrave(outcome.code());
    if (grave && !(outcome.code().primary() == ResultCode.FULL && savepoints != null)) {
      rollBackAll();
      return outcome;
    }
    if (violations > 0 && (outcome == null || machine.errorAction == FAIL)) {
      outcome = foreignKeyFailure();
      machine.errorAction = ABORT;
    }
    boolean keeps = outcome == null || machine.errorAction == FAIL && !grave;
    int ownWriter = readOnly ? 0 : 1;
    if (host.isAutocommit() && host.activeWriters() <= ownWriter) {
      return keeps ? commit(outcome) : undoAll(outcome);
    }
    if (keeps) {
      releaseSavepoints();
      publishChanges();
    } else if (machine.errorAction == ROLLBACK) {
      rollBackAll();
    } else {
      rollBackSavepoints();
    }
    return outcome;
  }

  private boolean isGrave(ResultCode code) {
    switch (code.primary()) {
      case NOMEM:
      case IOERR:
      case FULL:
        return true;
      case INTERRUPT:
        return !readOnly;
      default:
        return false;
    }
  }

  private StoreException commit(StoreException outcome) {
    if (host.deferredConstraints() > 0) {
      rollBackAll();
      return foreignKeyFailure();
    }
    try {
      host.commitAll();
    } catch (StoreException failure) {
      try {
        rollBackAll();
      } catch (StoreException second) {
        failure.addSuppressed(second);
      }
      return failure;
    }
    publishChanges();
    return outcome;
  }

  private StoreException undoAll(StoreException outcome) {
    host.rollbackAll(null);
    host.setDeferredConstraints(0, 0);
    machine.changes = 0;
    publishChanges();
    return outcome;
  }

  private void rollBackAll() {
    try {
      host.rollbackAll(ResultCode.ABORT_ROLLBACK);
    } finally {
      host.setDeferredConstraints(0, 0);
      host.setAutocommit(true);
      machine.changes = 0;
      publishChanges();
    }
  }

  private void releaseSavepoints() {
    if (savepoints != null) {
      host.releaseVirtualSavepoint(virtualSavepoint);
    }
    for (int database = 0; savepoints != null && database < savepoints.length; database++) {
      if (savepoints[database] != 0 && host.btree(database).savepointCount() >= savepoints[database]) {
        host.btree(database).releaseSavepoint(savepoints[database] - 1);
      }
    }
  }

  private void rollBackSavepoints() {
    if (savepoints != null) {
      for (int database = 0; database < savepoints.length; database++) {
        if (savepoints[database] != 0 && host.btree(database).savepointCount() >= savepoints[database]) {
          host.btree(database).rollbackToSavepoint(savepoints[database] - 1);
          host.btree(database).releaseSavepoint(savepoints[database] - 1);
        }
      }
      host.rollbackToVirtualSavepoint(virtualSavepoint);
      host.releaseVirtualSavepoint(virtualSavepoint);
      host.setDeferredConstraints(deferredAtStart, postponedAtStart);
      machine.changes = 0;
    }
    publishChanges();
  }

  private void publishChanges() {
    if (countsChanges) {
      host.setChanges(machine.changes);
      host.addTotalChanges(machine.changes);
    }
    machine.changes = 0;
  }

  static StoreException foreignKeyFailure() {
    return StoreException.withMessage(ResultCode.CONSTRAINT_FOREIGNKEY, "FOREIGN KEY constraint failed");
  }
}
