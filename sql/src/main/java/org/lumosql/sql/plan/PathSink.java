// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

/**
 * Where access paths go as they are found, as long as it takes any: terms that can stand for each other let one source have more paths than anyone can
 * look at, so their number is limited, for the first source and a little more for each further one. It is SQLite's limit, so that both choose among the same.
 */
abstract class PathSink {
  /** How many paths there may be. */
  static final int LIMIT = 20_000;

  private static final int LIMIT_OF_SOURCE = 1_000;

  private int allowance;
  private boolean exhausted;

  PathSink(int allowance) {
    this.allowance = allowance;
  }

  /** Takes a path; the draft may change afterwards. */
  final void insert(AccessPath draft) {
    if (allowance == 0) {
      exhausted = true;
    } else {
      allowance--;
      take(draft);
    }
  }

  abstract void take(AccessPath draft);

  /** Another source is looked at. */
  final void beginSource() {
    allowance += LIMIT_OF_SOURCE;
    exhausted = false;
  }

  final int allowance() {
    return allowance;
  }

  /** Whether a path was refused: there is no use in looking for more of this source. */
  final boolean isExhausted() {
    return exhausted;
  }
}
