// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** {@code PRAGMA wal_checkpoint}; the ordinal is SQLite's number. */
public enum CheckpointMode {
  PASSIVE,
  FULL,
  RESTART,
  TRUNCATE
}
