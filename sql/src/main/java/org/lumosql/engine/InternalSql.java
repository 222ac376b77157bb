// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/** Statements that the engine runs for itself, inside whatever statement of the user is running. */
final class InternalSql {
  private InternalSql() {}

  static Statement prepare(Session session, String sql) {
    return Statement.prepare(session, sql, 0, true);
  }

  /** Runs all statements of a script, ignoring rows. */
  static void run(Session session, String script) {
    int from = 0;
    while (from < script.length()) {
      try (Statement statement = Statement.prepare(session, script, from, true)) {
        from = statement.end();
        while (statement.step()) {
          // rows are not wanted
          continue;
        }
      }
    }
  }
}
