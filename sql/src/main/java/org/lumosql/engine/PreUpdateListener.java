// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/**
 * Told of each row of a table just before a statement of the connection changes it: by itself, by a trigger, by the action of a foreign key, or because a REPLACE puts another
 * row in its place (https://sqlite.org/c3ref/preupdate_blobwrite.html). Tables WITHOUT ROWID are among them; virtual tables, and what the engine writes to its own tables, are
 * not. Must not use the connection.
 */
@FunctionalInterface
public interface PreUpdateListener {
  /** @param change valid during the call */
  void beforeChange(PreUpdate change);
}
