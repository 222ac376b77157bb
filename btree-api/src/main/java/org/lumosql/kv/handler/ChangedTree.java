// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The changes that a transaction has made to one tree. */
final class ChangedTree implements Layer {
  private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
  private boolean isCleared;

  /** {@link Layer#ABSENT} for a removal. */
  void put(byte[] key, byte[] value) {
    entries.put(key, value);
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
    return entries.values().stream().anyMatch(value -> value != ABSENT);
  }

  void writeTo(int tree, Changes.Target target) {
    if (isCleared) {
      target.clear(tree);
    }
    for (Map.Entry<byte[], byte[]> entry : entries.entrySet()) {
      if (entry.getValue() == ABSENT) {
        target.delete(tree, entry.getKey());
      } else {
        target.put(tree, entry.getKey(), entry.getValue());
      }
    }
  }

  @Override
  public byte[] find(byte[] key) {
    return entries.get(key);
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
