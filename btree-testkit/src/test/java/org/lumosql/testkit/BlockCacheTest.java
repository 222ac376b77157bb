// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.btree.Synchronous;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.block.BlockCache;

/** What is kept of an engine's entries, who sees it, and when it goes. */
class BlockCacheTest {
  private static final long SEED = Long.getLong("test.seed", 20261122L);
  private static final int TREE = 3;
  private static final int ROWS = 5000;

  private final BlockCache blocks = BlockCache.of(16 << 20);
  private final CountingMapStore store = new CountingMapStore(blocks);

  @AfterEach
  void close() {
    store.close();
    assertThat(blocks.size()).isZero();
  }

  private static byte[] key(int number) {
    return new byte[] {0, 0, 0, 0, 0, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
  }

  private static int number(byte[] key) {
    return (key[5] & 0xff) << 16 | (key[6] & 0xff) << 8 | key[7] & 0xff;
  }

  private void fill(int rows) {
    try (KvTransaction writer = store.begin(true)) {
      for (int i = 0; i < rows; i++) {
        writer.put(TREE, key(2 * i), ("value " + i).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
      writer.commit(Synchronous.OFF);
    }
  }

  private void put(int number, String value) {
    try (KvTransaction writer = store.begin(true)) {
      writer.put(TREE, key(number), value.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      writer.commit(Synchronous.OFF);
    }
  }

  private static int scan(KvTransaction reader) {
    int rows = 0;
    try (KvCursor cursor = reader.cursor(TREE)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        rows++;
      }
    }
    return rows;
  }

  private int scan() {
    try (KvTransaction reader = store.begin(false)) {
      return scan(reader);
    }
  }

  private int scanBackward() {
    int rows = 0;
    try (KvTransaction reader = store.begin(false);
        KvCursor cursor = reader.cursor(TREE)) {
      for (boolean more = cursor.last(); more; more = cursor.previous()) {
        rows++;
      }
    }
    return rows;
  }

  @Test
  void aSecondScanDoesNotAskTheEngine() {
    fill(ROWS);
    assertThat(scan()).isEqualTo(ROWS);
    int asked = store.moves();
    assertThat(asked).isBetween(ROWS, ROWS + 100);
    assertThat(scan()).isEqualTo(ROWS);
    assertThat(scanBackward()).isEqualTo(ROWS);
    try (KvTransaction reader = store.begin(false);
        KvCursor cursor = reader.cursor(TREE)) {
      for (int i = 0; i < ROWS; i++) {
        assertThat(cursor.seek(key(2 * i - (i > 0 ? 1 : 0)))).isTrue();
        assertThat(number(cursor.key())).isEqualTo(2 * i);
        assertThat(reader.get(TREE, key(2 * i))).isEqualTo(cursor.value());
        assertThat(reader.get(TREE, key(2 * i + 1))).isNull();
      }
      assertThat(cursor.seek(key(2 * ROWS))).isFalse();
    }
    assertThat(store.moves()).isEqualTo(asked);
  }

  @Test
  void aBackwardScanFillsToo() {
    fill(ROWS);
    assertThat(scanBackward()).isEqualTo(ROWS);
    int asked = store.moves();
    assertThat(asked).isBetween(ROWS, ROWS + 100);
    assertThat(scan()).isEqualTo(ROWS);
    assertThat(scanBackward()).isEqualTo(ROWS);
    assertThat(store.moves()).isEqualTo(asked);
  }

  @Test
  void searchesReadNothingAhead() {
    fill(ROWS);
    try (KvTransaction reader = store.begin(false);
        KvCursor cursor = reader.cursor(TREE)) {
      for (int i = 0; i < 1000; i++) {
        cursor.seek(key(7 * i));
        cursor.next();
      }
    }
    assertThat(store.moves()).isEqualTo(2000);
    assertThat(blocks.size()).isZero();
  }

  @Test
  void aShortWalkReadsLittleAhead() {
    fill(ROWS);
    try (KvTransaction reader = store.begin(false);
        KvCursor cursor = reader.cursor(TREE)) {
      cursor.seek(key(1000));
      for (int i = 0; i < 10; i++) {
        cursor.next();
      }
    }
    assertThat(store.moves()).isBetween(11, 30);
  }

  @Test
  void aCommitDropsTheBlocksThatItTouches() {
    fill(ROWS);
    scan();
    long full = blocks.size();
    int asked = store.moves();
    put(5001, "new");
    assertThat(blocks.size()).isLessThan(full).isGreaterThan(full - 30_000);
    assertThat(scan()).isEqualTo(ROWS + 1);
    assertThat(store.moves() - asked).isBetween(100, 400);
    asked = store.moves();
    assertThat(scan()).isEqualTo(ROWS + 1);
    assertThat(store.moves()).isEqualTo(asked);
  }

  @Test
  void anOldReaderSeesWhatHasNotChangedAndKeepsNothing() {
    fill(ROWS);
    scan();
    try (KvTransaction old = store.begin(false)) {
      put(5001, "new");
      long without = blocks.size();
      int asked = store.moves();
      assertThat(scan(old)).isEqualTo(ROWS);
      assertThat(store.moves() - asked).isBetween(100, 400);
      assertThat(blocks.size()).isEqualTo(without);
      assertThat(scan()).isEqualTo(ROWS + 1);
      assertThat(blocks.size()).isGreaterThan(without);
      assertThat(scan(old)).isEqualTo(ROWS);
    }
  }

  @Test
  void aReaderThatBeginsWhileACommitIsWrittenKeepsNothingOfWhatItChanges() {
    fill(100);
    store.beforeWriting(() -> assertThat(scan()).isEqualTo(100));
    put(101, "new");
    store.beforeWriting(() -> {});
    store.afterWriting(() -> assertThat(scan()).isEqualTo(102));
    put(103, "new");
    store.afterWriting(() -> {});
    assertThat(scan()).isEqualTo(102);
  }

  @Test
  void largeEntriesAreNotKept() {
    try (KvTransaction writer = store.begin(true)) {
      for (int i = 0; i < 500; i++) {
        writer.put(TREE, key(i), new byte[i % 100 == 0 ? 5000 : i < 300 ? 20 : 3000]);
      }
      writer.commit(Synchronous.OFF);
    }
    assertThat(scan()).isEqualTo(500);
    assertThat(scanBackward()).isEqualTo(500);
    assertThat(scan()).isEqualTo(500);
    assertThat(blocks.size()).isBetween(1000L, 60_000L);
  }

  @Test
  void whatDoesNotFitIsReadAboutAsBefore() {
    BlockCache small = BlockCache.of(40_000);
    try (CountingMapStore tight = new CountingMapStore(small)) {
      try (KvTransaction writer = tight.begin(true)) {
        for (int i = 0; i < 50_000; i++) {
          writer.put(TREE, key(i), new byte[20]);
        }
        writer.commit(Synchronous.OFF);
      }
      for (int round = 0; round < 5; round++) {
        int asked = tight.moves();
        try (KvTransaction reader = tight.begin(false)) {
          assertThat(scan(reader)).isEqualTo(50_000);
        }
        assertThat(tight.moves() - asked).isLessThan(50_400);
        assertThat(small.size()).isLessThanOrEqualTo(40_000);
      }
    }
  }

  @Test
  void ofAScanThatDoesNotFitPartStays() {
    BlockCache half = BlockCache.of(1_000_000);
    try (CountingMapStore tight = new CountingMapStore(half)) {
      try (KvTransaction writer = tight.begin(true)) {
        for (int i = 0; i < 50_000; i++) {
          writer.put(TREE, key(i), new byte[20]);
        }
        writer.commit(Synchronous.OFF);
      }
      for (int round = 0; round < 6; round++) {
        int asked = tight.moves();
        try (KvTransaction reader = tight.begin(false)) {
          assertThat(scan(reader)).isEqualTo(50_000);
        }
        assertThat(tight.moves() - asked).isLessThan(round == 0 ? 50_100 : 30_000);
        assertThat(half.size()).isBetween(900_000L, 1_000_000L);
      }
    }
  }

  /** The limit is that of all that share it. */
  @Test
  void storesHaveEqualShares() {
    BlockCache one = BlockCache.shared();
    try (CountingMapStore first = new CountingMapStore(one)) {
      try (KvTransaction writer = first.begin(true)) {
        for (int i = 0; i < 10_000; i++) {
          writer.put(TREE, key(i), new byte[100]);
        }
        writer.commit(Synchronous.OFF);
      }
      try (KvTransaction reader = first.begin(false)) {
        scan(reader);
      }
      long alone = one.size();
      assertThat(alone).isPositive();
      List<BlockCache> others = new ArrayList<>();
      for (long share = BlockCache.LIMIT; share > alone / 2; share = BlockCache.LIMIT / (others.size() + 1)) {
        for (int i = 0; i < 20; i++) {
          others.add(BlockCache.shared());
        }
      }
      assertThat(one.size()).isLessThanOrEqualTo(alone / 2);
      others.forEach(BlockCache::close);
      try (KvTransaction reader = first.begin(false)) {
        scan(reader);
      }
      assertThat(one.size()).isEqualTo(alone);
    }
    assertThat(one.size()).isZero();
  }

  private static long allocated(Runnable work) {
    com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) { // the first one loads classes
      long before = threads.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static long readAll(KvTransaction transaction) {
    long sum = 0;
    try (KvCursor cursor = transaction.cursor(TREE)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        sum += cursor.keyNumber() + cursor.valueLength() + cursor.valueArray()[cursor.valueOffset()];
      }
    }
    return sum;
  }

  @Test
  void aScanOfBlocksAllocatesNothingForARow() {
    fill(ROWS);
    scan();
    try (KvTransaction reader = store.begin(false)) {
      assertThat(allocated(() -> readAll(reader))).isLessThan(ROWS / 4);
    }
    try (KvTransaction writer = store.begin(true)) {
      for (int i = 0; i < 20; i++) {
        writer.put(TREE, key(500 * i), new byte[10]);
      }
      assertThat(allocated(() -> readAll(writer))).isLessThan(ROWS / 2);
    }
  }

  // ---- at random --------------------------------------------------------------------------------------------------

  /** Readers of several snapshots on their way through a tree that is being changed. */
  @ParameterizedTest
  @ValueSource(longs = {3_000, 30_000, 16 << 20})
  void everyReaderSeesItsSnapshot(long bytes) {
    Random random = new Random(SEED + bytes);
    for (int kind = 0; kind < 2; kind++) {
      BlockCache cache = BlockCache.of(bytes);
      try (KvStore subject = kind == 0 ? new BufferedMapStore(cache) : new LiveMapStore(cache)) {
        walkAtRandom(subject, random);
      }
    }
  }

  private static void walkAtRandom(KvStore subject, Random random) {
    TreeMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);
    List<Walker> walkers = new ArrayList<>();
    for (int round = 0; round < 120; round++) {
      model = new TreeMap<>(model);
      try (KvTransaction writer = subject.begin(true)) {
        int changes = round == 0 ? 1500 : random.nextInt(6);
        Walker own = new Walker(writer, model);
        for (int i = 0; i < changes; i++) {
          byte[] key = random.nextInt(4) == 0 ? Arrays.copyOf(key(random.nextInt(2000)), 5 + random.nextInt(5)) : key(random.nextInt(2000));
          if (random.nextInt(3) == 0) {
            writer.delete(TREE, key);
            model.remove(key);
          } else {
            byte[] value = new byte[random.nextInt(60) == 0 ? 3000 : random.nextInt(80)];
            random.nextBytes(value);
            writer.put(TREE, key, value);
            model.put(key, value);
          }
          own.forgetPlace();
          own.walk(random, 5);
        }
        if (random.nextInt(40) == 0) {
          writer.clear(TREE);
          model.clear();
          own.forgetPlace();
        }
        own.walk(random, 60);
        writer.commit(Synchronous.OFF);
      }
      if (walkers.size() < 6) {
        walkers.add(new Walker(subject.begin(false), model));
      }
      for (Walker walker : walkers) {
        walker.walk(random, random.nextInt(10) == 0 ? 1500 : 40);
      }
      if (random.nextInt(3) == 0) {
        walkers.remove(random.nextInt(walkers.size())).end();
      }
    }
    walkers.forEach(Walker::end);
  }

  /** A cursor that mostly goes on in its direction, beside a sorted map. */
  private static final class Walker {
    private final KvTransaction transaction;
    private final TreeMap<byte[], byte[]> twin;
    private final KvCursor cursor;
    private Map.Entry<byte[], byte[]> here;
    private boolean isForward = true;

    Walker(KvTransaction transaction, TreeMap<byte[], byte[]> twin) {
      this.transaction = transaction;
      this.twin = twin;
      this.cursor = transaction.cursor(TREE);
    }

    void forgetPlace() {
      here = null;
    }

    void walk(Random random, int steps) {
      for (int i = 0; i < steps; i++) {
        step(random);
      }
    }

    private void step(Random random) {
      int choice = random.nextInt(100);
      if (choice == 0) {
        isForward = !isForward;
      }
      if (choice == 1) {
        arrive(cursor.first(), twin.firstEntry());
      } else if (choice == 2) {
        arrive(cursor.last(), twin.lastEntry());
      } else if (choice < 7 || here == null) {
        byte[] key = key(random.nextInt(2000));
        arrive(cursor.seek(key), twin.ceilingEntry(key));
      } else if (choice < 10) {
        byte[] key = key(random.nextInt(2000));
        assertThat(transaction.get(TREE, key)).as("-Dtest.seed=%d", SEED).isEqualTo(twin.get(key));
      } else if (isForward) {
        arrive(cursor.next(), twin.higherEntry(here.getKey()));
      } else {
        arrive(cursor.previous(), twin.lowerEntry(here.getKey()));
      }
    }

    private void arrive(boolean found, Map.Entry<byte[], byte[]> expected) {
      if (found != (expected != null) || found && !isOn(expected)) {
        assertThat(found ? cursor.key() : null).as("-Dtest.seed=%d", SEED).isEqualTo(expected == null ? null : expected.getKey());
        assertThat(cursor.value()).as("-Dtest.seed=%d", SEED).isEqualTo(expected.getValue());
        throw new AssertionError("lengths or places differ, -Dtest.seed=" + SEED);
      }
      here = expected;
    }

    private boolean isOn(Map.Entry<byte[], byte[]> expected) {
      int offset = cursor.valueOffset();
      int length = cursor.valueLength();
      return cursor.keyLength() == expected.getKey().length
          && Arrays.equals(cursor.key(), expected.getKey())
          && Arrays.equals(cursor.valueArray(), offset, offset + length, expected.getValue(), 0, expected.getValue().length);
    }

    void end() {
      cursor.close();
      transaction.close();
    }
  }

  // ---- at once ----------------------------------------------------------------------------------------------------

  /** Amounts go from one of two trees to the other; each reader adds them all up. */
  @ParameterizedTest
  @ValueSource(longs = {20_000, 16 << 20})
  void eightReadersAndAWriter(long bytes) throws Exception {
    for (int kind = 0; kind < 2; kind++) {
      BlockCache cache = BlockCache.of(bytes);
      try (KvStore subject = kind == 0 ? new BufferedMapStore(cache) : new LiveMapStore(cache)) {
        transferAndAddUp(subject);
      }
    }
  }

  private static void transferAndAddUp(KvStore subject) throws Exception {
    int accounts = 400;
    try (KvTransaction writer = subject.begin(true)) {
      for (int i = 0; i < accounts; i++) {
        writer.put(i % 2, key(i), new byte[] {50});
      }
      writer.commit(Synchronous.OFF);
    }
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int reader = i;
        readers.add(threads.submit(() -> addUp(subject, isOver, accounts * 50, reader)));
      }
      Random random = new Random(SEED);
      for (int i = 0; i < 3000; i++) {
        transfer(subject, random, accounts);
      }
      isOver.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    } finally {
      isOver.set(true);
      threads.shutdownNow();
    }
  }

  private static void transfer(KvStore subject, Random random, int accounts) {
    try (KvTransaction writer = subject.begin(true)) {
      int from = random.nextInt(accounts);
      int to = random.nextInt(accounts);
      byte[] left = writer.get(from % 2, key(from));
      byte[] right = writer.get(to % 2, key(to));
      if (from != to && (left == null || left[0] > 0) && (right == null || right[0] < 100)) {
        int amount = left == null ? 0 : left[0];
        if (amount > 0) {
          change(writer, from, amount - 1);
          change(writer, to, (right == null ? 0 : right[0]) + 1);
        }
      }
      writer.commit(Synchronous.OFF);
    }
  }

  /** An account with nothing left is removed. */
  private static void change(KvTransaction writer, int account, int amount) {
    if (amount == 0) {
      writer.delete(account % 2, key(account));
    } else {
      writer.put(account % 2, key(account), new byte[] {(byte) amount});
    }
  }

  private static int addUp(KvStore subject, AtomicBoolean isOver, int expected, int reader) {
    int rounds = 0;
    do {
      try (KvTransaction transaction = subject.begin(false)) {
        for (int again = 0; again < 3; again++) {
          int sum = 0;
          for (int tree = 0; tree < 2; tree++) {
            try (KvCursor cursor = transaction.cursor(tree)) {
              boolean more = reader % 3 == 0 ? cursor.last() : cursor.first();
              while (more) {
                sum += cursor.valueArray()[cursor.valueOffset()];
                more = reader % 3 == 0 ? cursor.previous() : cursor.next();
              }
            }
          }
          assertThat(sum).isEqualTo(expected);
        }
      }
      rounds++;
    } while (!isOver.get());
    return rounds;
  }
}
