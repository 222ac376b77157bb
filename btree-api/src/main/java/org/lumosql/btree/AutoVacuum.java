// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** {@code PRAGMA auto_vacuum}; the ordinal is the number that SQL shows. */
public enum AutoVacuum {
  NONE,
  FULL,
  INCREMENTAL
}
