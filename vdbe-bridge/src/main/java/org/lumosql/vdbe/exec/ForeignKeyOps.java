// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.vdbe.Host;

/** Counting of foreign key violations (https://sqlite.org/foreignkeys.html#fk_deferred). */
final class ForeignKeyOps {
  private ForeignKeyOps() {}

  /** FkCounter. */
  static void count(Machine machine, boolean deferred, int delta) {
    if (machine.host.isDeferForeignKeys()) {
      machine.host.addPostponedConstraints(delta);
    } else if (deferred) {
      machine.host.addDeferredConstraints(delta);
    } else {
      machine.transaction.addViolations(delta);
    }
  }

  /** FkIfZero: whether there is no violation that a change could repair. */
  static boolean isZero(Machine machine, boolean deferred) {
    Host host = machine.host;
    if (deferred) {
      return host.deferredConstraints() == 0;
    }
    return machine.transaction.violations() == 0 && host.postponedConstraints() == 0;
  }

  /** FkCheck: fails now rather than at the end, before rows are shown. */
  static void check(Machine machine) {
    if (machine.transaction.violations() > 0) {
      throw StatementTransaction.foreignKeyFailure();
    }
  }
}
