// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.btree.Synchronous;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.LongKeysStore;
import org.lumosql.kv.SortedMapStore;

/** Keys of any length over an engine that allows 64 bytes. */
class LongKeysStoreTest extends KvStoreContract {
  private static final int LIMIT = 64;
  private static final int TREE = 5;
  private static final int ROUNDS = 6000;

  @Override
  protected KvStore open(Path directory) {
    return new LongKeysStore(new SortedMapStore(LIMIT));
  }

  /** Keys with long common prefixes, of lengths around those at which they are cut. */
  private static byte[] randomKey(Random random) {
    int[] lengths = {1, 63, 64, 65, 119, 120, 121, 175, 176, 177, 300};
    byte[] key = new byte[lengths[random.nextInt(lengths.length)] + (random.nextInt(4) == 0 ? random.nextInt(5) : 0)];
    Arrays.fill(key, (byte) (random.nextInt(3) == 0 ? 'q' : 'p'));
    for (int i = random.nextInt(3); i > 0; i--) {
      key[random.nextInt(key.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(3));
    }
    return key;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomChangesAndMovesAreThoseOfASortedMap(long firstSeed) {
    long seed = Long.getLong("test.seed", firstSeed);
    Random random = new Random(seed);
    TreeMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);
    SortedMapStore engine = new SortedMapStore(LIMIT);
    try (KvTransaction transaction = new LongKeysStore(engine).begin(true)) {
      for (int round = 0; round < ROUNDS; round++) {
        byte[] key = randomKey(random);
        if (random.nextInt(3) > 0) {
          byte[] value = new byte[random.nextInt(20)];
          random.nextBytes(value);
          transaction.put(TREE, key, value);
          model.put(key, value);
        } else {
          byte[] victim = random.nextBoolean() ? key : nearest(model, key);
          assertThat(transaction.delete(TREE, victim)).as("seed %d, round %d", seed, round).isEqualTo(model.remove(victim) != null);
        }
        assertThat(transaction.get(TREE, key)).isEqualTo(model.get(key));
        if (round % 20 == 0) {
          walk(transaction, model, random, "seed " + seed + ", round " + round);
        }
      }
      for (byte[] key : model.keySet().toArray(byte[][]::new)) {
        assertThat(transaction.delete(TREE, key)).isTrue();
      }
      transaction.commit(Synchronous.FULL);
    }
    try (KvStore store = engine;
        KvTransaction reading = store.begin(false);
        KvCursor entries = reading.cursor(TREE);
        KvCursor deep = reading.cursor(TREE | 1 << 30)) {
      assertThat(entries.first()).isFalse();
      assertThat(deep.first()).as("the last number").isTrue();
      assertThat(deep.next()).as("nothing else is left").isFalse();
    }
  }

  private static byte[] nearest(NavigableMap<byte[], byte[]> model, byte[] key) {
    byte[] found = model.ceilingKey(key);
    return found == null ? key : found;
  }

  private static void walk(KvTransaction transaction, TreeMap<byte[], byte[]> model, Random random, String where) {
    try (KvCursor cursor = transaction.cursor(TREE)) {
      byte[] wanted = randomKey(random);
      byte[] expected = model.ceilingKey(wanted);
      assertThat(cursor.seek(wanted)).as(where).isEqualTo(expected != null);
      for (int step = 0; step < 30 && expected != null; step++) {
        assertThat(cursor.key()).as(where).isEqualTo(expected);
        assertThat(cursor.value()).as(where).isEqualTo(model.get(expected));
        boolean forward = random.nextInt(5) < 3;
        expected = forward ? model.higherKey(expected) : model.lowerKey(expected);
        assertThat(forward ? cursor.next() : cursor.previous()).as(where).isEqualTo(expected != null);
      }
      boolean more = cursor.first();
      for (Map.Entry<byte[], byte[]> entry : model.entrySet()) {
        assertThat(more).as(where).isTrue();
        assertThat(cursor.key()).as(where).isEqualTo(entry.getKey());
        more = cursor.next();
      }
      assertThat(more).as(where).isFalse();
      more = cursor.last();
      for (byte[] key : model.descendingKeySet()) {
        assertThat(more).as(where).isTrue();
        assertThat(cursor.key()).as(where).isEqualTo(key);
        more = cursor.previous();
      }
      assertThat(more).as(where).isFalse();
    }
  }

  /** Each level of chunks that a search goes down has a cursor, not a frame of the thread's stack. */
  @Test
  void veryLongKeysThatDifferAtTheirEnds() {
    byte[] first = new byte[200_000];
    byte[] second = first.clone();
    second[second.length - 1] = 1;
    try (KvStore store = new LongKeysStore(new SortedMapStore(LIMIT));
        KvTransaction transaction = store.begin(true)) {
      transaction.put(TREE, first, new byte[] {1});
      transaction.put(TREE, second, new byte[] {2});
      try (KvCursor cursor = transaction.cursor(TREE)) {
        assertThat(cursor.first()).isTrue();
        assertThat(cursor.value()).containsExactly(1);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.key()).isEqualTo(second);
        assertThat(cursor.next()).isFalse();
      }
      assertThat(transaction.delete(TREE, first)).isTrue();
      assertThat(transaction.get(TREE, second)).containsExactly(2);
    }
  }
}
