// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

/**
 * The order of texts in a column. Implementations must be total orders, deterministic and thread-safe.
 *
 * <p>Texts are bytes in the database's encoding. {@link Collations} has the three built-in ones for each encoding.
 */
public interface Collation {
  /** The name as SQL writes it, such as {@code NOCASE}. Compared without regard to ASCII letter case. */
  String name();

  /** Compares two texts in the database's encoding. Negative, zero or positive. */
  int compare(byte[] left, int leftOffset, int leftLength, byte[] right, int rightOffset, int rightLength);

  /**
   * The kind of byte transformation that turns this order into the order of unsigned bytes, or {@link Folding#NONE} if there
   * is no such transformation (user-defined collations).
   */
  default Folding folding() {
    return Folding.NONE;
  }

  /** How texts must be changed so that unsigned byte order is the order of the collation. */
  enum Folding {
    /** The bytes as they are. */
    BINARY,
    /** ASCII letters to lower case, in UTF-8. */
    NOCASE,
    /** Trailing spaces removed, in UTF-8. */
    RTRIM,
    /** Not expressible in bytes. */
    NONE
  }
}
