// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.kv.block.BlockCache;

/** The changes that a transaction has made to one tree. */
final class ChangedTree implements Layer {
  /** What is to be under a key, and what is there below: {@link #ABSENT} for nothing, {@code before} null if it is not known. */
  private static final class Change {
    byte[] value;
    final byte[] before;

    Change(byte[] value, byte[] before) {
      this.value = value;
      this.before = before;
    }
  }

  private final TreeMap<byte[], Change> entries = new TreeMap<>(Arrays::compareUnsigned);
  private boolean isCleared;

  /** {@link Layer#ABSENT} for a removal. */
  void put(byte[] key, byte[] value) {
    put(key, value, null);
  }

  /** As {@link #put}, where {@code old} is seen, null for nothing. */
  void replace(byte[] key, byte[] old, byte[] value) {
    put(key, value, isCleared ? null : old == null ? ABSENT : old);
  }

  private void put(byte[] key, byte[] value, byte[] before) {
    Change change = entries.get(key);
    if (change == null) {
      entries.put(key, new Change(value, before));
    } else if (value == ABSENT && change.before == ABSENT) {
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
    entries.clear();
  }

  int size() {
    return entries.size();
  }

  boolean hasPuts() {
    return entries.values().stream().anyMatch(change -> change.value != ABSENT);
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
      if (value == ABSENT) {
        target.delete(tree, entry.getKey());
      } else {
        target.put(tree, entry.getKey(), value);
      }
    }
  }

  @Override
  public byte[] find(byte[] key) {
    Change change = entries.get(key);
    return change == null ? null : change.value;
  }

  @Override
  public byte[] after(byte[] key, boolean orEqual) {
    return orEqual ? entries.ceilingKey(key) : entries.higherKey(key);
  }

  @Override
  public byte[] before(byte[] key) {
    return entries.lowerKey(key);
  }

  @Override
  public byte[] last() {
    return entries.isEmpty() ? null : entries.lastKey();
  }

  @Override
  public boolean hidesAll() {
    return isCleared;
  }
}
