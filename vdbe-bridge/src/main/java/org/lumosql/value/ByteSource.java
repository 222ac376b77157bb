// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

/** Bytes of a large value that are read where they are, piece by piece. */
@FunctionalInterface
public interface ByteSource {
  /** Copies {@code count} bytes from {@code offset} on. */
  void read(int offset, byte[] target, int targetOffset, int count);
}
