// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.kv.block.BlockCache;

/** The changes that a transaction has made to one tree. */
final class ChangedTree {
  /** What is to be under a key, and what is there below: {@link Layer#ABSENT} for nothing, {@code before} null if it is not known. */
  static final class Change {
    byte[] value;
    private final byte[] before;

    Change(byte[] value, byte[] before) {
      this.value = value;
      this.before = before;
    }
  }

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final TreeMap<byte[], Change> entries = new TreeMap<>(Arrays::compareUnsigned);
  private boolean isCleared;
  /** Whether there is, or was, a change of which it is not known what is below. */
  private boolean hasUnknown;

  /** {@link Layer#ABSENT} for a removal. */
  void put(byte[] key, byte[] value) {
    put(key, value, null);
  }

  /** As {@link #put(byte[], byte[])}, where {@code old} is seen, null for nothing. */
  void replace(byte[] key, byte[] old, byte[] value) {
    put(key, value, isCleared ? null : old == null ? Layer.ABSENT : old);
  }

  private void put(byte[] key, byte[] value, byte[] before) {
    Change change = entries.get(key);
    if (change == null) {
      entries.put(key, new Change(value, before));
      hasUnknown |= before == null;
    } else if (value == Layer.ABSENT && change.before == Layer.ABSENT) {
      entries.remove(key);
    } else {
      change.value = value;
    }
  }

  void forget(byte[] key) {
    entries.remove(key);
  }

  void clear() {
    isCleared = true;
    hasUnknown = false;
    entries.clear();
  }

  int size() {
    return entries.size();
  }

  boolean hasUnknown() {
    return hasUnknown;
  }

  boolean hasPuts() {
    return entries.values().stream().anyMatch(change -> change.value != Layer.ABSENT);
  }

  void announceTo(BlockCache.Commit commit) {
    if (isCleared) {
      commit.clearsTree();
    } else {
      for (byte[] key : entries.keySet()) {
        commit.changesKey(key);
      }
    }
  }

  void describeTo(int tree, Changes.Described target) {
    if (isCleared) {
      target.cleared(tree);
    }
    for (Map.Entry<byte[], Change> entry : entries.entrySet()) {
      target.changed(tree, entry.getKey(), entry.getValue().before);
    }
  }

  void writeTo(int tree, Changes.Target target) {
    if (isCleared) {
      target.clear(tree);
    }
    for (Map.Entry<byte[], Change> entry : entries.entrySet()) {
      byte[] value = entry.getValue().value;
      if (value == Layer.ABSENT) {
        target.delete(tree, entry.getKey());
      } else {
        target.put(tree, entry.getKey(), value);
      }
    }
  }

  boolean hidesAll() {
    return isCleared;
  }

  /** What is to be under a key: a value, {@link Layer#ABSENT}, or null if it has not changed. */
  byte[] find(byte[] key) {
    Change change = entries.get(key);
    return change == null ? null : change.value;
  }

  // ---- in order; null if there is none ------------------------------------------------------------------------------

  Map.Entry<byte[], Change> at(byte[] key) {
    return entries.isEmpty() ? null : entries.ceilingEntry(key);
  }

  Map.Entry<byte[], Change> after(byte[] key) {
    return entries.isEmpty() ? null : entries.higherEntry(key);
  }

  Map.Entry<byte[], Change> beforeChange(byte[] key) {
    return entries.isEmpty() ? null : entries.lowerEntry(key);
  }

  Map.Entry<byte[], Change> firstChange() {
    return entries.firstEntry();
  }

  Map.Entry<byte[], Change> lastChange() {
    return entries.lastEntry();
  }

  /** All behind a key. */
  Iterator<Map.Entry<byte[], Change>> behind(byte[] key) {
    return entries.tailMap(key, false).entrySet().iterator();
  }

  /** A key of eight bytes as a number, in the order of keys if that is unsigned. */
  static long number(byte[] key) {
    return (long) LONG.get(key, 0);
  }
}
