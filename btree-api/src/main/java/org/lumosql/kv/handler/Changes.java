// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

/** What a transaction has changed, for an engine to write. */
public interface Changes {
  /** Number of entries put and removed, those of cleared trees not counted. */
  int size();

  boolean hasClearedTrees();

  /** Hands the changes to a target, tree by tree in the order of keys, the clearing of a tree first. */
  void writeTo(Target target);

  /** Where changes go. */
  interface Target {
    void clear(int tree);

    void put(int tree, byte[] key, byte[] value);

    void delete(int tree, byte[] key);
  }
}
