// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.sql.SQLException;
import org.lumosql.bench.store.RunRecord;

/** Is told how a benchmark goes on. */
public interface RunListener {
  /** A line for people. */
  void say(String line);

  /** A run begins or has ended; at its beginning it has neither tests nor an end. */
  void record(RunRecord run) throws SQLException;
}
