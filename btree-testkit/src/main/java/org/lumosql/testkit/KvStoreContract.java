// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;

/** K1 to K6 of {@link KvStore}. An engine's test extends it and says how to open a store. */
public abstract class KvStoreContract {
  private static final long SEED = Long.getLong("test.seed", 20261121L);

  @TempDir Path directory;

  private KvStore store;

  /** A new, empty store. */
  protected abstract KvStore open(Path directory);

  @BeforeEach
  final void openStore() {
    store = open(directory);
  }

  @AfterEach
  final void closeStore() {
    store.close();
    store.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void write(String... pairs) {
    try (KvTransaction transaction = store.begin(true)) {
      for (String pair : pairs) {
        transaction.put(1, bytes(pair.substring(0, 1)), bytes(pair.substring(1)));
      }
      transaction.commit(Synchronous.OFF);
    }
  }

  private static String all(KvTransaction transaction, int tree) {
    List<String> found = new ArrayList<>();
    try (KvCursor cursor = transaction.cursor(tree)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        found.add(text(cursor.key()) + text(cursor.value()));
      }
    }
    return String.join(" ", found);
  }

  private static ResultCode failure(ThrowingCallable action) {
    return BtreeSuite.failure(action);
  }

  @Test
  void k1KeysAreOrderedAsUnsignedBytesAPrefixFirst() {
    byte[][] ordered = {{0}, {0, 0}, {0, 1}, {1}, {127}, {-128}, {-1}, {-1, 0}, {-1, -1}};
    List<byte[]> shuffled = new ArrayList<>(Arrays.asList(ordered));
    java.util.Collections.shuffle(shuffled, new Random(SEED));
    try (KvTransaction transaction = store.begin(true)) {
      shuffled.forEach(key -> transaction.put(3, key, new byte[0]));
      try (KvCursor cursor = transaction.cursor(3)) {
        boolean more = cursor.first();
        for (byte[] key : ordered) {
          assertThat(more).isTrue();
          assertThat(cursor.key()).isEqualTo(key);
          assertThat(cursor.value()).isEmpty();
          more = cursor.next();
        }
        assertThat(more).isFalse();
      }
    }
  }

  @Test
  void k1APutReplaces() {
    write("aone", "btwo", "athree");
    try (KvTransaction transaction = store.begin(false)) {
      assertThat(all(transaction, 1)).isEqualTo("athree btwo");
      assertThat(text(transaction.get(1, bytes("a")))).isEqualTo("three");
      assertThat(transaction.get(1, bytes("c"))).isNull();
    }
  }

  @Test
  void k2AReaderKeepsItsSnapshot() {
    write("aone");
    try (KvTransaction reader = store.begin(false)) {
      write("atwo", "btwo");
      assertThat(all(reader, 1)).isEqualTo("aone");
      try (KvTransaction late = store.begin(false)) {
        assertThat(all(late, 1)).isEqualTo("atwo btwo");
      }
    }
  }

  @Test
  void k2ARollbackLeavesNothing() {
    write("aone");
    try (KvTransaction transaction = store.begin(true)) {
      transaction.put(1, bytes("a"), bytes("x"));
      transaction.delete(1, bytes("a"));
      transaction.put(2, bytes("a"), bytes("x"));
      transaction.clear(1);
      transaction.rollback();
      transaction.rollback();
    }
    try (KvTransaction transaction = store.begin(false)) {
      assertThat(all(transaction, 1)).isEqualTo("aone");
      assertThat(all(transaction, 2)).isEmpty();
    }
  }

  @Test
  void k3ThereIsOneWriter() {
    KvTransaction writer = store.begin(true);
    assertThat(failure(() -> store.begin(true)).primary()).isEqualTo(ResultCode.BUSY);
    writer.put(1, bytes("a"), bytes("own"));
    assertThat(all(writer, 1)).isEqualTo("aown");
    writer.rollback();
    store.begin(true).close();
  }

  @Test
  void k3ReadersDoNotWrite() {
    try (KvTransaction reader = store.begin(false)) {
      assertThat(reader.isWritable()).isFalse();
      assertThat(failure(() -> reader.put(1, bytes("a"), bytes("x"))).primary()).isEqualTo(ResultCode.READONLY);
      assertThat(failure(() -> reader.delete(1, bytes("a"))).primary()).isEqualTo(ResultCode.READONLY);
      assertThat(failure(() -> reader.clear(1)).primary()).isEqualTo(ResultCode.READONLY);
    }
  }

  @Test
  void k5TreesAreEmptyBeforeTheFirstPutAndApartFromEachOther() {
    try (KvTransaction transaction = store.begin(true)) {
      assertThat(all(transaction, Integer.MAX_VALUE)).isEmpty();
      assertThat(transaction.delete(7, bytes("a"))).isFalse();
      transaction.clear(7);
      for (int tree : new int[] {0, 1, 2, 255, 256, 65_536, Integer.MAX_VALUE}) {
        transaction.put(tree, bytes("k"), bytes("" + tree));
      }
      transaction.clear(255);
      transaction.commit(Synchronous.FULL);
    }
    try (KvTransaction transaction = store.begin(false)) {
      for (int tree : new int[] {0, 1, 2, 256, 65_536, Integer.MAX_VALUE}) {
        assertThat(all(transaction, tree)).isEqualTo("k" + tree);
        assertThat(transaction.estimatedCount(tree)).isNotNegative();
      }
      assertThat(all(transaction, 255)).isEmpty();
    }
  }

  @Test
  void k6AfterItsEndATransactionIsOfNoUse() {
    KvTransaction transaction = store.begin(true);
    transaction.commit(Synchronous.OFF);
    assertThat(failure(() -> transaction.get(1, bytes("a")))).isEqualTo(ResultCode.MISUSE);
    assertThat(failure(() -> transaction.put(1, bytes("a"), bytes("b")))).isEqualTo(ResultCode.MISUSE);
    assertThat(failure(() -> transaction.cursor(1))).isEqualTo(ResultCode.MISUSE);
    assertThatCode(transaction::rollback).doesNotThrowAnyException();
    assertThatCode(transaction::close).doesNotThrowAnyException();
  }

  @Test
  void k6AClosedStoreIsOfNoUse() {
    store.close();
    assertThat(failure(() -> store.begin(false))).isEqualTo(ResultCode.MISUSE);
  }

  @Test
  void seeksEndAtTheKeyOrAfterIt() {
    write("b1", "d2", "f3");
    try (KvTransaction transaction = store.begin(false);
        KvCursor cursor = transaction.cursor(1)) {
      assertThat(cursor.seek(bytes("a"))).isTrue();
      assertThat(text(cursor.key())).isEqualTo("b");
      assertThat(cursor.previous()).isFalse();
      assertThat(cursor.seek(bytes("d"))).isTrue();
      assertThat(text(cursor.value())).isEqualTo("2");
      assertThat(cursor.seek(bytes("d!"))).isTrue();
      assertThat(text(cursor.key())).isEqualTo("f");
      assertThat(cursor.previous()).isTrue();
      assertThat(text(cursor.key())).isEqualTo("d");
      assertThat(cursor.seek(bytes("g"))).isFalse();
      assertThat(cursor.last()).isTrue();
      assertThat(text(cursor.key())).isEqualTo("f");
      assertThat(cursor.next()).isFalse();
    }
  }

  @Test
  void keysAndValuesStayAsTheyWere() {
    write("aone", "btwo");
    try (KvTransaction transaction = store.begin(true);
        KvCursor cursor = transaction.cursor(1)) {
      assertThat(cursor.first()).isTrue();
      byte[] key = cursor.key();
      byte[] value = cursor.value();
      byte[] got = transaction.get(1, bytes("b"));
      assertThat(cursor.next()).isTrue();
      transaction.put(1, bytes("a"), bytes("new"));
      transaction.delete(1, bytes("b"));
      assertThat(text(key) + text(value) + text(got)).isEqualTo("aonetwo");
      assertThat(cursor.first()).isTrue();
      assertThat(text(cursor.value())).isEqualTo("new");
      assertThat(cursor.next()).isFalse();
    }
  }

  @Test
  void longKeysAndValuesAreKeptUpToTheLimit() {
    int length = Math.min(store.traits().maximumKeyLength(), 100_000);
    assertThat(length).isGreaterThanOrEqualTo(64);
    byte[] key = new byte[length];
    Arrays.fill(key, (byte) 7);
    byte[] value = new byte[3_000_000];
    Arrays.fill(value, (byte) 9);
    try (KvTransaction transaction = store.begin(true)) {
      transaction.put(1, key, value);
      transaction.commit(Synchronous.OFF);
    }
    try (KvTransaction transaction = store.begin(false)) {
      assertThat(transaction.get(1, key)).isEqualTo(value);
    }
  }

  @Test
  void randomTransactionsBehaveLikeSortedMaps() {
    Random random = new Random(SEED);
    Map<Integer, TreeMap<byte[], byte[]>> model = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      Map<Integer, TreeMap<byte[], byte[]>> changed = new HashMap<>();
      for (int tree = 1; tree <= 3; tree++) {
        changed.put(tree, new TreeMap<>(Arrays::compareUnsigned));
        changed.get(tree).putAll(model.getOrDefault(tree, changed.get(tree)));
      }
      try (KvTransaction transaction = store.begin(true)) {
        for (int operations = random.nextInt(200); operations > 0; operations--) {
          operate(transaction, random, changed);
        }
        if (random.nextInt(4) != 0) {
          transaction.commit(Synchronous.values()[random.nextInt(4)]);
          model = changed;
        }
      }
      check(model);
    }
  }

  @Test
  void k2SnapshotsStandStillUnderCursors() {
    Random random = new Random(SEED);
    TreeMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);
    List<Walk> walks = new ArrayList<>();
    try {
      for (int i = 0; i < 150; i++) {
        TreeMap<byte[], byte[]> changed = new TreeMap<>(model);
        try (KvTransaction writer = store.begin(true)) {
          for (int operations = random.nextInt(30); operations > 0; operations--) {
            byte[] key = {(byte) random.nextInt(50)};
            int choice = random.nextInt(20);
            if (choice < 10) {
              byte[] value = bytes("v" + random.nextInt(1000));
              if (random.nextBoolean()) {
                writer.put(1, key, value);
              } else {
                writer.replace(1, key, changed.get(key), value);
              }
              changed.put(key, value);
            } else if (choice < 19) {
              if (random.nextBoolean()) {
                writer.delete(1, key);
              } else {
                writer.replace(1, key, changed.get(key), null);
              }
              changed.remove(key);
            } else {
              writer.clear(1);
              changed.clear();
            }
            if (random.nextInt(8) == 0) {
              walks.add(new Walk(store.begin(false), new TreeMap<>(model)));
            }
            if (!walks.isEmpty()) {
              walks.get(random.nextInt(walks.size())).step(random);
            }
          }
          if (random.nextInt(4) != 0) {
            writer.commit(Synchronous.OFF);
            model = changed;
          }
        }
        for (int steps = 0; steps < 20 && !walks.isEmpty(); steps++) {
          int chosen = random.nextInt(walks.size());
          if (random.nextInt(20) == 0) {
            walks.remove(chosen).end();
          } else {
            walks.get(chosen).step(random);
          }
        }
      }
    } finally {
      walks.forEach(Walk::end);
    }
  }

  /** A reader on its way through a snapshot, and what it must meet. */
  private static final class Walk {
    private final KvTransaction reader;
    private final TreeMap<byte[], byte[]> twin;
    private final KvCursor cursor;
    /** The key that the cursor is on, or null. */
    private byte[] here;

    Walk(KvTransaction reader, TreeMap<byte[], byte[]> twin) {
      this.reader = reader;
      this.twin = twin;
      this.cursor = reader.cursor(1);
    }

    void step(Random random) {
      byte[] key = {(byte) random.nextInt(50)};
      int choice = random.nextInt(12);
      if (choice == 0) {
        arrive(cursor.first(), twin.isEmpty() ? null : twin.firstKey());
      } else if (choice == 1) {
        arrive(cursor.last(), twin.isEmpty() ? null : twin.lastKey());
      } else if (choice == 2) {
        arrive(cursor.seek(key), twin.ceilingKey(key));
      } else if (choice < 5) {
        assertThat(reader.get(1, key)).as("-Dtest.seed=%d", SEED).isEqualTo(twin.get(key));
      } else if (here != null && choice < 9) {
        arrive(cursor.next(), twin.higherKey(here));
      } else if (here != null) {
        arrive(cursor.previous(), twin.lowerKey(here));
      }
    }

    private void arrive(boolean found, byte[] expected) {
      assertThat(found ? cursor.key() : null).as("-Dtest.seed=%d", SEED).isEqualTo(expected);
      here = expected;
      if (found) {
        assertThat(cursor.value()).as("-Dtest.seed=%d", SEED).isEqualTo(twin.get(expected));
      }
    }

    void end() {
      cursor.close();
      reader.close();
    }
  }

  @Test
  void k4TransactionsGoFromThreadToThread() throws InterruptedException {
    KvTransaction[] transaction = new KvTransaction[1];
    onAnotherThread(
        () -> {
          transaction[0] = store.begin(true);
          transaction[0].put(1, bytes("a"), bytes("one"));
        });
    transaction[0].put(1, bytes("b"), bytes("two"));
    onAnotherThread(() -> transaction[0].commit(Synchronous.FULL));
    onAnotherThread(() -> transaction[0] = store.begin(true));
    transaction[0].rollback();
    onAnotherThread(() -> transaction[0] = store.begin(false));
    assertThat(all(transaction[0], 1)).isEqualTo("aone btwo");
    onAnotherThread(() -> transaction[0].close());
    store.begin(true).close();
  }

  private static void onAnotherThread(Runnable action) throws InterruptedException {
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(action, "another");
    thread.setUncaughtExceptionHandler((where, what) -> failure[0] = what);
    thread.start();
    thread.join();
    assertThat(failure[0]).isNull();
  }

  @Test
  void k4ReadersAndAWriterRunAtOnce() throws Exception {
    int accounts = 40;
    try (KvTransaction writer = store.begin(true)) {
      for (int i = 0; i < accounts; i++) {
        writer.put(i % 2, new byte[] {(byte) i}, new byte[] {50});
      }
      writer.commit(Synchronous.OFF);
    }
    java.util.concurrent.atomic.AtomicBoolean isOver = new java.util.concurrent.atomic.AtomicBoolean();
    java.util.concurrent.ExecutorService threads = java.util.concurrent.Executors.newFixedThreadPool(3);
    try {
      List<java.util.concurrent.Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        boolean backward = i == 1;
        readers.add(threads.submit(() -> watch(isOver, accounts * 50, backward)));
      }
      Random random = new Random(SEED);
      for (int i = 0; i < 400; i++) {
        transfer(random, accounts);
      }
      isOver.set(true);
      for (java.util.concurrent.Future<?> reader : readers) {
        reader.get();
      }
    } finally {
      isOver.set(true);
      threads.shutdownNow();
    }
  }

  /** From one entry to another; an entry with nothing left is removed. */
  private void transfer(Random random, int accounts) {
    try (KvTransaction writer = store.begin(true)) {
      for (int sign = -1; sign <= 1; sign += 2) {
        int account = random.nextInt(accounts);
        byte[] key = {(byte) account};
        byte[] old = writer.get(account % 2, key);
        int amount = (old == null ? 0 : old[0]) + sign;
        if (amount < 0 || amount > 100) {
          return; // rolled back
        }
        if (amount == 0) {
          writer.delete(account % 2, key);
        } else {
          writer.put(account % 2, key, new byte[] {(byte) amount});
        }
      }
      writer.commit(Synchronous.OFF);
    }
  }

  private void watch(java.util.concurrent.atomic.AtomicBoolean isOver, int expected, boolean backward) {
    while (!isOver.get()) {
      try (KvTransaction reader = store.begin(false)) {
        int sum = 0;
        for (int tree = 0; tree < 2; tree++) {
          try (KvCursor cursor = reader.cursor(tree)) {
            boolean more = backward ? cursor.last() : cursor.first();
            while (more) {
              sum += cursor.value()[0];
              more = backward ? cursor.previous() : cursor.next();
            }
          }
        }
        assertThat(sum).isEqualTo(expected);
      }
    }
  }

  @Test
  void aStoreIsEmptyUntilSomethingIsPut() {
    try (KvTransaction writer = store.begin(true)) {
      assertThat(writer.isEmpty()).isTrue();
      writer.put(5, bytes("k"), bytes("v"));
      assertThat(writer.isEmpty()).isFalse();
      try (KvTransaction reader = store.begin(false)) {
        assertThat(reader.isEmpty()).isTrue();
        writer.commit(Synchronous.OFF);
        assertThat(reader.isEmpty()).isTrue();
      }
    }
    try (KvTransaction reader = store.begin(false)) {
      assertThat(reader.isEmpty()).isFalse();
    }
  }

  @Test
  void whatIsClearedAndPutAnewIsNew() {
    write("aone", "btwo", "cthree");
    try (KvTransaction writer = store.begin(true)) {
      writer.clear(1);
      writer.put(1, bytes("b"), bytes("new"));
      assertThat(all(writer, 1)).isEqualTo("bnew");
      assertThat(writer.get(1, bytes("a"))).isNull();
      assertThat(writer.delete(1, bytes("c"))).isFalse();
      writer.commit(Synchronous.NORMAL);
    }
    try (KvTransaction reader = store.begin(false)) {
      assertThat(all(reader, 1)).isEqualTo("bnew");
    }
  }

  private static void operate(KvTransaction transaction, Random random, Map<Integer, TreeMap<byte[], byte[]>> model) {
    int tree = 1 + random.nextInt(3);
    TreeMap<byte[], byte[]> twin = model.get(tree);
    byte[] key = new byte[1 + random.nextInt(3)];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (random.nextInt(6) * 51);
    }
    int choice = random.nextInt(100);
    if (choice < 50) {
      byte[] value = new byte[random.nextInt(40)];
      random.nextBytes(value);
      if (random.nextBoolean()) {
        transaction.put(tree, key, value);
      } else {
        transaction.replace(tree, key, twin.get(key), value);
      }
      twin.put(key, value);
    } else if (choice < 60) {
      transaction.replace(tree, key, twin.get(key), null);
      twin.remove(key);
    } else if (choice < 75) {
      assertThat(transaction.delete(tree, key)).isEqualTo(twin.remove(key) != null);
    } else if (choice < 76) {
      transaction.clear(tree);
      twin.clear();
    } else {
      try (KvCursor cursor = transaction.cursor(tree)) {
        byte[] expected = twin.ceilingKey(key);
        assertThat(cursor.seek(key) ? cursor.key() : null).as("-Dtest.seed=%d", SEED).isEqualTo(expected);
        if (expected != null) {
          assertThat(cursor.previous() ? cursor.key() : null).isEqualTo(twin.lowerKey(expected));
        }
      }
    }
  }

  private void check(Map<Integer, TreeMap<byte[], byte[]>> model) {
    try (KvTransaction transaction = store.begin(false)) {
      model.forEach(
          (tree, twin) -> {
            try (KvCursor cursor = transaction.cursor(tree)) {
              boolean more = cursor.first();
              for (Map.Entry<byte[], byte[]> entry : twin.entrySet()) {
                assertThat(more).as("-Dtest.seed=%d", SEED).isTrue();
                assertThat(cursor.key()).isEqualTo(entry.getKey());
                assertThat(cursor.value()).isEqualTo(entry.getValue());
                more = cursor.next();
              }
              assertThat(more).isFalse();
            }
          });
    }
  }
}
