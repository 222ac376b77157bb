// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

/** An engine that can do without its optimisations. */
public interface Switchable {
  /** All of them at once; results must be the same. */
  void switchOptimisations(boolean on);
}
