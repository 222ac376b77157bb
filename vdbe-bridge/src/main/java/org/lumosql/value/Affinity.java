// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

/** Column affinity (https://sqlite.org/datatype3.html#type_affinity). The letters are those of {@code Affinity} and {@code MakeRecord} operands. */
public enum Affinity {
  NONE('@'),
  BLOB('A'),
  TEXT('B'),
  NUMERIC('C'),
  INTEGER('D'),
  REAL('E'),
  /** Some number: the affinity of columns of a compound that begins with a CAST. Reals that are whole numbers stay reals. */
  FLEXNUM('F');

  private final char letter;

  Affinity(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }

  public boolean isNumeric() {
    return ordinal() >= NUMERIC.ordinal();
  }

  public static Affinity ofLetter(char letter) {
    return values()[letter - '@'];
  }

  /** The affinity of a declared type, by SQLite's five rules; BLOB if there is no declared type. */
  public static Affinity ofDeclaredType(String type) {
    if (type == null || type.isEmpty()) {
      return BLOB;
    }
    String upper = type.toUpperCase(java.util.Locale.ROOT);
    if (upper.contains("INT")) {
      return INTEGER;
    }
    if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
      return TEXT;
    }
    if (upper.contains("BLOB")) {
      return BLOB;
    }
    if (upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")) {
      return REAL;
    }
    return NUMERIC;
  }
}
