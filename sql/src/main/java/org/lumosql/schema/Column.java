// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.value.Affinity;

/**
 * A column of a table or view.
 *
 * @param name as declared
 * @param declaredType as declared, or null
 * @param affinity follows from the type (for STRICT tables too)
 * @param collation name of the collation, {@code BINARY} if none was given
 * @param notNull null if NULLs are allowed, else what to do with one
 * @param defaultValue or null
 * @param defaultText the default as written, for {@code PRAGMA table_info}; null if none
 * @param generated null, or how the value is computed
 * @param generatedStored whether a generated value is stored
 * @param hidden hidden column of a virtual table
 * @param primaryKeyPosition 1-based place in the PRIMARY KEY, 0 if not part of it
 */
public record Column(
    String name,
    String declaredType,
    Affinity affinity,
    String collation,
    ConflictAction notNull,
    Expression defaultValue,
    String defaultText,
    Expression generated,
    boolean generatedStored,
    boolean hidden,
    int primaryKeyPosition) {
  public boolean isGenerated() {
    return generated != null;
  }

  /** Computed when read, and not in the record. */
  public boolean isVirtual() {
    return generated != null && !generatedStored;
  }
}
