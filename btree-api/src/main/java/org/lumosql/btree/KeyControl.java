// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** Capability of stores that can be encrypted: {@code PRAGMA key}, {@code rekey} and KEY of ATTACH. */
public interface KeyControl {
  /**
   * Gives the password. A database that has no contents yet will be encrypted under it; the first transaction on any other fails with NOTADB if it does not fit
   * or the database is not encrypted. Requires: no transaction.
   *
   * @param password belongs to the store from now on, which overwrites it when it is not needed any more
   */
  void setKey(byte[] password);

  /** Whether a key has been given. */
  boolean hasKey();

  /**
   * Puts the database under another password. Its contents stay as they are: what is written anew is the key to them. Requires: no transaction.
   *
   * @param password not kept; the caller overwrites it
   * @throws org.lumosql.error.StoreException ERROR if the database is not encrypted
   */
  void changeKey(byte[] password);
}
