// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.Program;

/** BEGIN, COMMIT, ROLLBACK and savepoints. */
final class TransactionOps {
  private static final int SAVEPOINT_BEGIN = 0;
  private static final int SAVEPOINT_RELEASE = 1;

  private TransactionOps() {}

  private static StoreException error(ResultCode code, String message) {
    return StoreException.withMessage(code, message);
  }

  private static int otherWriters(Machine machine) {
    return machine.host.activeWriters() - (machine.program().has(Program.READ_ONLY) ? 0 : 1);
  }

  /** AutoCommit: P1 is what autocommit shall be; P2 asks for a rollback. */
  static void autoCommit(Machine machine, boolean desired, boolean rollback) {
    Host host = machine.host;
    if (desired == host.isAutocommit()) {
      throw error(
          ResultCode.ERROR,
          !desired
              ? "cannot start a transaction within a transaction"
              : rollback ? "cannot rollback - no transaction is active" : "cannot commit - no transaction is active");
    }
    if (!desired) {
      host.setAutocommit(false);
    } else if (rollback) {
      machine.closeCursors();
      host.rollbackAll(ResultCode.ABORT_ROLLBACK);
      host.setDeferredConstraints(0, 0);
      host.setAutocommit(true);
    } else {
      commit(machine);
    }
  }

  private static void commit(Machine machine) {
    Host host = machine.host;
    if (otherWriters(machine) > 0) {
      throw error(ResultCode.BUSY, "cannot commit transaction - SQL statements in progress");
    }
    if (host.deferredConstraints() > 0) {
      throw StatementTransaction.foreignKeyFailure();
    }
    machine.closeCursors();
    host.setAutocommit(true);
    try {
      host.commitAll();
    } catch (StoreException failure) {
      if (failure.code().primary() == ResultCode.BUSY) {
        host.setAutocommit(false); // the transaction goes on, COMMIT may be tried again
      } else {
        try {
          host.rollbackAll(ResultCode.ABORT_ROLLBACK);
        } catch (StoreException second) {
          failure.addSuppressed(second);
        }
        host.setDeferredConstraints(0, 0);
      }
      throw failure;
    }
    host.setDeferredConstraints(0, 0);
  }

  /** Savepoint: P1 0 opens, 1 releases, 2 rolls back to the one named by P4. */
  static void savepoint(Machine machine, int action, String name) {
    Host.Savepoints savepoints = machine.host.savepoints();
    if (action == SAVEPOINT_BEGIN) {
      if (otherWriters(machine) > 0) {
        throw error(ResultCode.BUSY, "cannot open savepoint - SQL statements in progress");
      }
      savepoints.open(name);
    } else if (action == SAVEPOINT_RELEASE) {
      if (otherWriters(machine) > 0) {
        throw error(ResultCode.BUSY, "cannot release savepoint - SQL statements in progress");
      }
      savepoints.release(name);
    } else {
      savepoints.rollbackTo(name);
      machine.written();
    }
  }
}
