// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** Capability of stores that can commit more or less durably: what {@code PRAGMA synchronous} reads and sets. */
public interface DurabilityControl {
  Synchronous synchronous();

  /** From the next commit of this connection on. */
  void setSynchronous(Synchronous level);
}
