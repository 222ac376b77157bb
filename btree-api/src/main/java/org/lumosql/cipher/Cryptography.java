// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.cipher;

import java.util.List;

/** Makes and opens the keys of databases. Stateless and thread-safe. */
public interface Cryptography {
  /** Bytes of a key slot. */
  int SLOT_LENGTH = 68;

  /** Whether there is a cipher of a name, as users write it. */
  boolean knows(String cipher);

  /** The names of the ciphers, for messages. */
  List<String> names();

  /**
   * A new random key for a new database.
   *
   * @param password not kept, not changed
   */
  KeyRing create(CipherSettings settings, byte[] password);

  /**
   * The key in a slot.
   *
   * @param slot as {@link KeyRing#slot()} gave it
   * @param password not kept, not changed
   * @throws org.lumosql.error.StoreException NOTADB if the password does not fit, or the slot is malformed
   */
  KeyRing open(byte[] slot, byte[] password);
}
