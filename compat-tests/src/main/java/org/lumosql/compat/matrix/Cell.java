// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.util.List;

/**
 * What came of a suite at a place.
 *
 * @param skipped what the suite leaves out there
 * @param notes the first failures, why something was skipped, or why there is no result
 */
record Cell(long passed, long failed, long skipped, List<String> notes, double seconds) {
  boolean isClean() {
    return failed == 0;
  }
}
