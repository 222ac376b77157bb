// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

/**
 * The order of records in an index tree: for each column a collation, a direction and where NULLs go. Columns beyond
 * {@link #columnCount()} that a record may hold do not take part.
 *
 * <p>Immutable. The classes order as NULL &lt; numbers &lt; text &lt; blob; DESC inverts the whole column;
 * {@code bigNulls} puts NULLs at the other end (used by sorters for NULLS LAST / FIRST, never by stored indexes).
 */
public final class KeyOrder {
  private static final byte DESCENDING = 1;
  private static final byte BIG_NULLS = 2;

  private final TextEncoding encoding;
  private final Collation[] collations;
  private final byte[] flags;

  /**
   * @param encoding the database's text encoding
   * @param collations one per column, never null; the array is copied
   * @param descending one per column, or null if all ascend
   * @param bigNulls one per column, or null if none
   * @throws org.lumosql.error.StoreException ERROR_MISSING_COLLSEQ if a collation is not known
   */
  public KeyOrder(TextEncoding encoding, Collation[] collations, boolean[] descending, boolean[] bigNulls) {
    this.encoding = encoding;
    this.collations = collations.clone();
    this.flags = new byte[collations.length];
    for (int i = 0; i < flags.length; i++) {
      MissingCollation.refuse(collations[i]);
      if (descending != null && descending[i]) {
        flags[i] |= DESCENDING;
      }
      if (bigNulls != null && bigNulls[i]) {
        flags[i] |= BIG_NULLS;
      }
    }
  }

  /** Ascending, BINARY in every column. */
  public static KeyOrder binary(TextEncoding encoding, int columnCount) {
    Collation[] collations = new Collation[columnCount];
    java.util.Arrays.fill(collations, Collations.binary());
    return new KeyOrder(encoding, collations, null, null);
  }

  public TextEncoding encoding() {
    return encoding;
  }

  /** Number of columns that decide the order. */
  public int columnCount() {
    return flags.length;
  }

  public Collation collation(int column) {
    return collations[column];
  }

  public boolean isDescending(int column) {
    return (flags[column] & DESCENDING) != 0;
  }

  public boolean hasBigNulls(int column) {
    return (flags[column] & BIG_NULLS) != 0;
  }

  /** True if no column has a direction or NULL rule of its own. */
  public boolean isPlainAscending() {
    for (byte flag : flags) {
      if (flag != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    // the form that EXPLAIN prints for a key description: k(2,B,-NOCASE)
    StringBuilder text = new StringBuilder("k(").append(flags.length);
    for (int i = 0; i < flags.length; i++) {
      String name = collations[i].name();
      text.append(',');
      if (isDescending(i)) {
        text.append('-');
      }
      if (hasBigNulls(i)) {
        text.append("N.");
      }
      text.append(name.equals("BINARY") ? "B" : name);
    }
    return text.append(')').toString();
  }
}
