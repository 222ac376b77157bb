// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.util.List;

/**
 * What came of a suite on a store.
 *
 * @param skipped what the suite leaves out there
 * @param notes the first failures, why something was skipped, or why there is no result
 */
record Cell(long passed, long failed, long skipped, List<String> notes, double seconds) {
  /** A suite that is not for this store. */
  static Cell notFor(String reason) {
    return new Cell(0, 0, 0, List.of(reason), 0);
  }

  boolean isClean() {
    return failed == 0;
  }

  /** Whether anything was run. */
  boolean hasRun() {
    return passed + failed + skipped > 0;
  }

  /** The sum of two, as of the same suite on two Javas. */
  Cell plus(Cell other) {
    return new Cell(passed + other.passed, failed + other.failed, skipped + other.skipped, List.of(), seconds + other.seconds);
  }
}
