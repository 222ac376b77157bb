// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import jnr.ffi.Pointer;
import org.lumosql.kv.TreeKeys;

/** Memory in which a transaction hands keys to the library: of one key, until the next. */
final class KeyMemory {
  private final Slice slice = new Slice();
  private byte[] bytes;
  private Pointer memory;

  KeyMemory(int longestKey) {
    allocate(longestKey);
  }

  private void allocate(int length) {
    bytes = new byte[length];
    memory = NativeMemory.allocate(length);
    slice.address = memory.address();
  }

  /** The engine's key of a key of a tree. */
  Slice of(int tree, byte[] key) {
    if (key.length > bytes.length - TreeKeys.PREFIX_LENGTH) {
      allocate(TreeKeys.PREFIX_LENGTH + key.length); // one that cannot be there may be looked for
    }
    TreeKeys.writePrefix(bytes, tree);
    System.arraycopy(key, 0, bytes, TreeKeys.PREFIX_LENGTH, key.length);
    return ofFull(bytes, 0, TreeKeys.PREFIX_LENGTH + key.length);
  }

  /** The first engine's key that a tree may have, and behind all of the one before. */
  Slice start(int tree) {
    TreeKeys.writePrefix(bytes, tree);
    return ofFull(bytes, 0, TreeKeys.PREFIX_LENGTH);
  }

  /** An engine's key. */
  Slice ofFull(byte[] key, int offset, int length) {
    NativeMemory.write(slice.address, key, offset, length);
    slice.length = length;
    return slice;
  }
}
