// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

/** What a transaction has changed, for an engine to write. */
public interface Changes {
  /** Hands the changes to a target, tree by tree in the order of keys, the clearing of a tree first. */
  void writeTo(Target target);

  /**
   * Tells what is about to be changed, in the same order.
   *
   * @param all if not, trees in which it is known of each key what is there may be left out
   */
  void describeTo(Described target, boolean all);

  /** Who wants to know of changes what was there before. */
  interface Described {
    void cleared(int tree);

    /**
     * A key will be changed.
     *
     * @param before what is there; {@link Layer#ABSENT} if nothing, null if that is not known
     */
    void changed(int tree, byte[] key, byte[] before);
  }

  /** Where changes go. */
  interface Target {
    void clear(int tree);

    void put(int tree, byte[] key, byte[] value);

    void delete(int tree, byte[] key);
  }
}
