// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

/** Bytes of a key or value where they lie in the library's memory. Those that the library shows are gone with the next change or the end of the transaction. */
final class Slice {
  long address;
  int length;

  byte[] bytes() {
    byte[] bytes = new byte[length];
    NativeMemory.read(address, bytes, 0, length);
    return bytes;
  }
}
