// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

/** The locks of a database file, weakest first (https://sqlite.org/lockingv3.html). */
public enum LockLevel {
  NONE,
  SHARED,
  RESERVED,
  PENDING,
  EXCLUSIVE
}
