// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

/**
 * What a backend may lack. The suites check what is declared, and that what is not declared fails in the documented
 * way.
 */
public enum Ability {
  /** Several connections see one database. Without it each open makes a database of its own. */
  SHARED,
  /**
   * A writer commits while others read, who go on seeing what they saw. Without it such a commit is BUSY. Requires:
   * SHARED.
   */
  SNAPSHOTS,
  /** The contents are there again after all connections were closed. */
  PERSISTENT
}
