// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

/** ON CONFLICT and OR …; DEFAULT where nothing was said. The ordinals of ROLLBACK … REPLACE are SQLite's OE numbers in Halt's P2. */
public enum ConflictAction {
  DEFAULT,
  ROLLBACK,
  ABORT,
  FAIL,
  IGNORE,
  REPLACE
}
