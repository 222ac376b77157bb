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

  /** The assumed size of a value in units of four bytes: what the declared type says in parentheses, else a guess. */
  int assumedWidth() {
    String type = declaredType;
    if (type == null || type.isEmpty() || affinity.isNumeric()) {
      return 1;
    }
    int bytes = 16;
    int i = type.indexOf('(') + 1;
    if (i > 0) {
      while (i < type.length() && !Character.isDigit(type.charAt(i))) {
        i++;
      }
      int end = i;
      while (end < type.length() && end - i < 8 && Character.isDigit(type.charAt(end))) {
        end++;
      }
      bytes = end > i ? Integer.parseInt(type.substring(i, end)) : 0;
    }
    return Math.min(255, bytes / 4 + 1);
  }
}
