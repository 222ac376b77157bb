// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.InsertTarget;

/**
 * How the keys that a statement generates are found: by listening for the rowids of its table; or, if other columns are wanted, by a RETURNING clause that
 * is added; or not at all, if it is no INSERT.
 */
record KeyPlan(org.lumosql.engine.Statement statement, InsertTarget target, KeyRequest request, boolean isReturning) {
  /** @param statement is that of the plan too unless a clause was added; the caller closes it then */
  static KeyPlan of(org.lumosql.engine.Connection engine, org.lumosql.engine.Statement statement, KeyRequest request) {
    InsertTarget target = statement.insertTarget();
    if (target == null || target.isReturning()) {
      return new KeyPlan(statement, null, request, false);
    }
    if (isKey(request.columns(), target)) {
      return new KeyPlan(statement, target.hasRowid() ? target : null, request, false);
    }
    try {
      return new KeyPlan(engine.prepare(statement.sqlReturning(request.columns())), null, request, true);
    } catch (EngineException noSuchColumn) {
      // names that others give to the key: the rowid answers to any
      return new KeyPlan(statement, target.hasRowid() ? target : null, request, false);
    }
  }

  private static boolean isKey(List<String> columns, InsertTarget target) {
    return columns.isEmpty() || columns.size() == 1 && columns.get(0).equalsIgnoreCase(target.rowidColumn());
  }

  /** Runs the statement and lets the owner keep the keys. Returns whether it gives rows to the user. */
  boolean run(LumoStatement owner, boolean own) throws SQLException {
    if (isReturning) {
      owner.runReturning(statement, own);
    } else if (target != null) {
      owner.runWatched(statement, own, this);
    } else {
      return owner.run(statement, own);
    }
    return false;
  }
}
