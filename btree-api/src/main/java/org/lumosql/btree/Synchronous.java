// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** {@code PRAGMA synchronous}; the ordinal is the number that SQL shows. */
public enum Synchronous {
  OFF,
  NORMAL,
  FULL,
  EXTRA
}
