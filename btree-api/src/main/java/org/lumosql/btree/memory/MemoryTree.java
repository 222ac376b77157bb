// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree.memory;

import java.util.Comparator;
import java.util.TreeMap;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;

/**
 * One tree. Of a table, keys are rowids ({@link Long}); of an index, keys are the records themselves, and searches pass
 * a {@link KeyProbe} in a key's place.
 */
final class MemoryTree {
  private final boolean isTable;
  private TreeMap<Object, byte[]> entries;
  private KeyOrder order;
  private long version;

  MemoryTree(boolean isTable) {
    this.isTable = isTable;
    this.entries = isTable ? new TreeMap<>() : null;
  }

  boolean isTable() {
    return isTable;
  }

  /** The first cursor over an index tree tells its order; it holds for the tree's life. */
  void useOrder(KeyOrder wanted) {
    if (entries == null) {
      order = wanted;
      entries = new TreeMap<>(byOrder(wanted));
    }
  }

  private static Comparator<Object> byOrder(KeyOrder order) {
    KeyProbe scratch = new KeyProbe(order);
    return (left, right) -> {
      if (left instanceof KeyProbe probe) {
        return -probe.compareEntry((byte[]) right, 0, ((byte[]) right).length);
      }
      if (right instanceof KeyProbe probe) {
        return probe.compareEntry((byte[]) left, 0, ((byte[]) left).length);
      }
      byte[] key = (byte[]) left;
      byte[] entry = (byte[]) right;
      scratch.load(key, 0, key.length, order.columnCount());
      return -scratch.compareEntry(entry, 0, entry.length);
    };
  }

  /** Null until a cursor has told the order of an index tree. */
  TreeMap<Object, byte[]> entries() {
    return entries;
  }

  int size() {
    return entries == null ? 0 : entries.size();
  }

  KeyOrder order() {
    return order;
  }

  /** Grows with each change, so that cursors know when to look again. */
  long version() {
    return version;
  }

  void changed() {
    version++;
  }

  /** Stores an entry and returns the record that was there under its key, or null. */
  byte[] put(Object key, byte[] record) {
    version++;
    // an index key that replaces an equal one must replace the key object too
    byte[] old = entries.remove(key);
    entries.put(key, record);
    return old;
  }

  byte[] remove(Object key) {
    version++;
    return entries.remove(key);
  }
}
