// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import org.lumosql.bench.run.RunListener;
import org.lumosql.bench.store.ResultDatabase;
import org.lumosql.bench.store.RunRecord;

/** Prints how a benchmark goes on and records its runs. The database is open only while something is written: others may read it in between. */
record Recording(PrintWriter out, Path database) implements RunListener {
  @Override
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void record(RunRecord run) throws SQLException {
    try (ResultDatabase results = ResultDatabase.open(database)) {
      results.save(run);
    }
  }
}
