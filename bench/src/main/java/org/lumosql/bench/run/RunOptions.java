// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a benchmark is run.
 *
 * @param warmUps runs of each target that are not timed; the first one is checked, so there is at least one
 * @param runs timed runs of each target
 * @param folder where databases are made
 * @param limit how long a test may take
 * @param settleSeconds how long, before each run, what earlier ones left may take to be written to the disk; 0 does not wait for it
 * @param javas names of Javas and their {@code bin/java}
 * @param copyDatabases a path with %s and %d; empty for none
 * @param copySql likewise
 * @param command what was typed, which is recorded
 * @param checksOnly whether nothing is timed: every test is recorded with its status, and SQLite's own check comes last
 */
public record RunOptions(
    int warmUps, int runs, Path folder, Duration limit, int settleSeconds, Map<String, String> javas, String copyDatabases, String copySql, String command, boolean checksOnly) {
  public RunOptions {
    if (warmUps < 1 || runs < 0) {
      throw new IllegalArgumentException("at least one run comes before the timed ones, because it checks the results");
    }
  }
}
