// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

/** Entries that lie over those of a tree: each hides what is below it, by a value or by saying that there is none. */
interface Layer {
  /** Stands for a value where the layer says that there is no entry; known by its identity. */
  byte[] ABSENT = new byte[0];

  /** What the layer says of a key: a value, {@link #ABSENT}, or null if nothing. */
  byte[] find(byte[] key);

  /** The first key that the layer says something of, at the given one or behind it, or behind it only; or null. */
  byte[] after(byte[] key, boolean orEqual);

  /** The last key before the given one that the layer says something of, or null. */
  byte[] before(byte[] key);

  /** The last key that the layer says something of, or null. */
  byte[] last();
}
