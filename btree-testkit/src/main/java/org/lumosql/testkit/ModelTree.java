// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.TreeMap;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;

/** The twin of one tree: a sorted map from rowid, or from index record, to record. */
final class ModelTree {
  private static final KeyOrder[] ORDERS = {
    null,
    KeyOrder.binary(TextEncoding.UTF8, 2),
    new KeyOrder(
        TextEncoding.UTF8,
        new Collation[] {Collations.nocase(TextEncoding.UTF8), Collations.binary(), Collations.binary()},
        new boolean[] {true, false, false},
        null),
    new KeyOrder(
        TextEncoding.UTF8,
        new Collation[] {TreeContract.BY_LENGTH, Collations.binary()},
        new boolean[] {false, true},
        null)
  };

  final int number;
  /** The object that this is a state of, when a tree is copied or moved. */
  final Object identity;
  /** Null for tables. */
  final KeyOrder order;
  final TreeMap<Object, byte[]> entries;

  private ModelTree(int number, KeyOrder order, Object identity) {
    this.number = number;
    this.identity = identity;
    this.order = order;
    this.entries = new TreeMap<>(order == null ? Comparator.comparingLong(key -> (long) key) : byOrder(order));
  }

  private static Comparator<Object> byOrder(KeyOrder order) {
    KeyProbe probe = new KeyProbe(order);
    return (left, right) -> {
      byte[] a = (byte[]) left;
      byte[] b = (byte[]) right;
      probe.load(b, 0, b.length, order.columnCount());
      return probe.compareEntry(a, 0, a.length);
    };
  }

  /** A twin of a new tree; orders alternate. */
  static ModelTree make(int number, int orderIndex) {
    return new ModelTree(number, ORDERS[orderIndex % ORDERS.length], new Object());
  }

  ModelTree copy(int newNumber) {
    ModelTree copy = new ModelTree(newNumber, order, identity);
    copy.entries.putAll(entries);
    return copy;
  }

  BtreeCursor open(Btree btree, boolean writable) {
    return order == null ? btree.openTable(number, writable) : btree.openIndex(number, writable, order);
  }

  /** A rowid, or an index record that is its own key. */
  Object randomKey(Random random) {
    if (order == null) {
      return random.nextInt(50) == 0 ? random.nextLong() : (long) random.nextInt(400) - 100;
    }
    Object first = randomValue(random);
    return order.columnCount() == 2
        ? Records.of(first, random.nextInt(20))
        : Records.of(first, randomValue(random), random.nextInt(20));
  }

  private static Object randomValue(Random random) {
    switch (random.nextInt(9)) {
      case 0:
        return null;
      case 1:
      case 2:
        return (long) random.nextInt(10) - 5;
      case 3:
        return random.nextInt(10) / 2.0 - 2;
      case 4:
        return new byte[random.nextInt(3)];
      case 5:
        return "Long".repeat(20 + random.nextInt(2) * 300) + (char) ('a' + random.nextInt(8));
      default:
        return "aAbB".substring(random.nextInt(4)).repeat(random.nextInt(3));
    }
  }

  byte[] randomRecord(Random random) {
    int length = random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(120);
    return Records.blob(length, random.nextInt(100));
  }

  /** Looks for a key with a cursor. */
  int seek(BtreeCursor cursor, Object key) {
    if (order == null) {
      return cursor.seekRowid((long) key);
    }
    byte[] record = (byte[]) key;
    KeyProbe probe = new KeyProbe(order);
    probe.load(record, 0, record.length, order.columnCount());
    return cursor.seekKey(probe);
  }

  static String show(Object key) {
    return key instanceof byte[] bytes ? Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, 30))) : "" + key;
  }
}
