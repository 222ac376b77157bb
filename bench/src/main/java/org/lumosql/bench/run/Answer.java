// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What a worker says. */
sealed interface Answer extends Serializable {
  /** @param facts of the engine and the Java: keys of run_data */
  record Opened(Map<String, String> facts) implements Answer {}

  /**
   * A test was run.
   *
   * @param lines a number for each line of output, equal for equal lines
   * @param first the first lines as they are
   * @param size bytes of the output
   */
  record Ran(Times times, long[] lines, List<String> first, long size) implements Answer {}

  /** @param text of the check's result; empty if there is none */
  record Checked(String text) implements Answer {}

  /** The engine refused: it can go on with other requests, but this database is not what it should be. */
  record Failed(String message) implements Answer {}
}
