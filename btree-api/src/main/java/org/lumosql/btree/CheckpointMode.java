// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** {@code PRAGMA wal_checkpoint}; the ordinal is SQLite's number, but for NOOP. */
public enum CheckpointMode {
  PASSIVE,
  FULL,
  RESTART,
  TRUNCATE,
  /** Copies nothing and tells how the log stands. */
  NOOP
}
