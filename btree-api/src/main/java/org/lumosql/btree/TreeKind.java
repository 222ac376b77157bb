// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** The two kinds of tree. */
public enum TreeKind {
  /** 64-bit rowid → record. */
  TABLE,
  /** Records ordered by a {@code KeyOrder}; also the trees of WITHOUT ROWID tables. */
  INDEX
}
