// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.cipher;

/** The key of a database, unwrapped. Thread-safe. */
public interface KeyRing extends AutoCloseable {
  /** The cipher's name, as users write it. */
  String cipher();

  /** What the database keeps of the key, readable without it: cipher, parameters and salt of the derivation, the wrapped key. Not to be changed. */
  byte[] slot();

  /** Another slot, with the same key wrapped under another password. The ring goes on with its own. */
  byte[] slotFor(CipherSettings settings, byte[] password);

  /** Sixteen bytes that belong to the key and tell nothing of it. */
  byte[] databaseId();

  /** A new sealer, for one thread at a time. */
  Sealer sealer();

  /** Overwrites the key as far as the JVM allows. Closing twice is harmless. */
  @Override
  void close();
}
