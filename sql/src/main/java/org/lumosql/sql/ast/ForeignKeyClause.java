// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/** REFERENCES …. @param columns null if not given; @param match null if not given */
public record ForeignKeyClause(
    String table, List<String> columns, Action onDelete, Action onUpdate, String match, boolean deferrable, boolean initiallyDeferred) {
  /** What happens to children. */
  public enum Action {
    NO_ACTION,
    RESTRICT,
    SET_NULL,
    SET_DEFAULT,
    CASCADE;

    /** As {@code PRAGMA foreign_key_list} prints it. */
    public String text() {
      return name().replace('_', ' ');
    }
  }
}
