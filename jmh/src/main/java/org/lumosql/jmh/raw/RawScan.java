// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.raw;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.TreeKind;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.SortedMapStore;

/**
 * Scans of the same rows by an engine's own cursor and by {@code KvBtree}'s, and over sorted maps without handlers and with idle ones, and seeks there. In turn, the median of the
 * rounds, by the processor time of the calling thread.
 */
public final class RawScan {
  private static final int ROWS = 100_000;
  private static final int VALUE = 100;
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 23;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PrintStream output;
  private final Path directory;

  public RawScan(PrintStream output, Path directory) {
    this.output = output;
    this.directory = directory;
  }

  /** What is timed; returns something that must always be the same. */
  private interface Work {
    long run();
  }

  /** @param engines all if empty */
  public void run(List<String> engines) throws Exception {
    output.println("| scan of " + ROWS + " rows | by the engine, ns a row | by KvBtree, ns a row | KvBtree's rate to the engine's |");
    output.println("|---|---|---|---|");
    for (String engine : engines.isEmpty() ? List.of("lmdb", "bdb", "rocksdb") : engines) {
      Path place = Files.createTempDirectory(directory, "raw-" + engine);
      try (EngineRows rows = EngineRows.open(engine, place.resolve("engine"))) {
        rows.load(keys(), new byte[VALUE]);
        Btree btree = backend(engine).open(OpenOptions.file(place.resolve("trees").toString()));
        int tree = load(btree);
        print(engine, rows::scan, () -> scan(btree, tree));
        btree.close();
      }
    }
    output.println();
    output.println("| over sorted maps | without handlers, ns a row | with three idle ones, ns a row | rate with to rate without |");
    output.println("|---|---|---|---|");
    KvStore maps = new SortedMapStore(Integer.MAX_VALUE); // one for both: where its entries lie in memory makes a difference of its own
    Btree plain = new IdleHandlers(maps, 0).open(OpenOptions.file(directory.resolve("plain").toString()));
    int tree = load(plain);
    Btree stacked = new IdleHandlers(maps, 3).open(OpenOptions.file(directory.resolve("stacked").toString()));
    print("scan", () -> scan(plain, tree), () -> scan(stacked, tree));
    print("random rows", () -> seek(plain, tree), () -> seek(stacked, tree));
    plain.close();
    stacked.close();
  }

  private static Backend backend(String name) {
    for (Backend backend : ServiceLoader.load(Backend.class)) {
      if (backend.name().equals(name)) {
        return backend;
      }
    }
    throw new IllegalArgumentException("no such backend: " + name);
  }

  /** A tree's number and a row's, as {@code KvBtree} makes them. */
  private static byte[][] keys() {
    byte[][] keys = new byte[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      keys[i] = ByteBuffer.allocate(12).putInt(2).putLong(i ^ Long.MIN_VALUE).array();
    }
    return keys;
  }

  private static int load(Btree btree) {
    btree.beginWrite(false);
    int tree = btree.createTree(TreeKind.TABLE);
    try (BtreeCursor cursor = btree.openTable(tree, true)) {
      for (int i = 0; i < ROWS; i++) {
        cursor.insertRow(i, new byte[VALUE], 0, VALUE, 0, 0);
      }
    }
    btree.commitPhaseOne(null);
    btree.commitPhaseTwo();
    return tree;
  }

  private static long scan(Btree btree, int tree) {
    long sum = 0;
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(tree, false)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        sum += cursor.payloadLength() + cursor.payloadArray()[cursor.payloadOffset()] + (cursor.rowid() & 1);
      }
    }
    btree.commitPhaseTwo();
    return sum;
  }

  private static long seek(Btree btree, int tree) {
    long sum = 0;
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(tree, false)) {
      long row = 1;
      for (int i = 0; i < ROWS; i++) {
        row = (row * 48_271 + 11) % ROWS;
        sum += cursor.seekRowid(row) + cursor.payloadLength() + cursor.payloadArray()[cursor.payloadOffset()];
      }
    }
    btree.commitPhaseTwo();
    return sum;
  }

  private void print(String what, Work first, Work second) {
    List<double[]> times = new ArrayList<>();
    long expectedFirst = first.run();
    long expectedSecond = second.run();
    for (int round = 0; round < ROUNDS; round++) {
      double[] both = {time(first, expectedFirst), time(second, expectedSecond)};
      if (round >= WARM_UP) {
        times.add(both);
      }
    }
    output.printf(
        Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n",
        what, median(times.stream().mapToDouble(both -> both[0]).toArray()), median(times.stream().mapToDouble(both -> both[1]).toArray()),
        median(times.stream().mapToDouble(both -> both[0] / both[1]).toArray()));
  }

  private static double time(Work work, long expected) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long result = work.run();
    double time = (THREADS.getCurrentThreadCpuTime() - begin) / (double) ROWS;
    if (result != expected) {
      throw new IllegalStateException("the rows have changed: " + result + " instead of " + expected);
    }
    return time;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
