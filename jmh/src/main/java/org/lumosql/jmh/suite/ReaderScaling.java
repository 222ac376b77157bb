// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How reading scales over the cores: blocks read in a second by one thread, two, four, … to twice the cores, each with a connection of its own. */
public final class ReaderScaling {
  private static final int BLOCKS = 1_000;
  private static final List<String> TARGETS =
      List.of("3.54.1", "3.54.1++sqlite3_journal-wal", "native", "native+sqlite3_journal-wal", "native+encrypt", "lmdb", "bdb", "rocksdb");

  private final PrintStream output;
  private final Path directory;
  private final double seconds;
  private final List<String> targets;
  private final List<Integer> threads = new ArrayList<>();

  /** @param arguments seconds of each measurement, then targets */
  public ReaderScaling(PrintStream output, Path directory, List<String> arguments) {
    this.output = output;
    this.directory = directory;
    this.seconds = arguments.isEmpty() ? 3 : Double.parseDouble(arguments.get(0));
    this.targets = arguments.size() < 2 ? TARGETS : arguments.subList(1, arguments.size());
    for (int count = 1; count <= 2 * Runtime.getRuntime().availableProcessors(); count *= 2) {
      threads.add(count);
    }
  }

  public void run() throws SQLException, IOException, InterruptedException {
    output.printf("Blocks of 100 rows read in a second, %d processors%n%n| target |", Runtime.getRuntime().availableProcessors());
    threads.forEach(count -> output.print(" " + count + (count == 1 ? " thread |" : " threads | times |")));
    output.println();
    output.println("|---|---|" + "---|---|".repeat(threads.size() - 1));
    for (String target : targets) {
      try (TargetDatabase database = TargetDatabase.create(target, directory)) {
        try (Connection connection = database.connect()) {
          Blocks.fill(connection, BLOCKS);
        }
        measure(database, threads.get(threads.size() - 1)); // warms up
        output.print("| " + database + " |");
        double alone = 0;
        for (int count : threads) {
          double rate = measure(database, count);
          output.printf(Locale.ROOT, count == 1 ? " %.0f |" : " %.0f | %.2f |", rate, rate / (alone == 0 ? rate : alone));
          alone = alone == 0 ? rate : alone;
        }
        output.println();
      }
    }
  }

  /** Blocks a second by so many threads. */
  private double measure(TargetDatabase database, int count) throws SQLException, InterruptedException {
    List<Blocks> clients = new ArrayList<>();
    ExecutorService readers = Executors.newFixedThreadPool(count);
    try {
      for (int i = 0; i < count; i++) {
        clients.add(new Blocks(database.connect(), BLOCKS));
      }
      long end = System.nanoTime() + (long) (seconds * 1e9);
      List<Callable<Long>> work = new ArrayList<>();
      clients.forEach(client -> work.add(() -> readUntil(client, end)));
      long sum = 0;
      for (Future<Long> done : readers.invokeAll(work)) {
        sum += done.get();
      }
      return sum / seconds;
    } catch (ExecutionException failure) {
      throw new IllegalStateException(database + ": " + failure.getCause().getMessage(), failure.getCause());
    } finally {
      readers.shutdown();
      for (Blocks client : clients) {
        client.close();
      }
    }
  }

  private static long readUntil(Blocks client, long end) throws SQLException {
    long count = 0;
    while (System.nanoTime() < end) {
      client.read();
      count++;
    }
    return count;
  }
}
