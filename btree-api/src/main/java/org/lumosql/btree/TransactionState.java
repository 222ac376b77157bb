// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** How far a {@link Btree} has gone into a transaction. */
public enum TransactionState {
  NONE,
  READ,
  WRITE
}
