// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

/** Where access paths go as they are found. */
@FunctionalInterface
interface PathSink {
  /** Takes a path; the draft may change afterwards. */
  void insert(AccessPath draft);
}
