// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Three readers beside a writer, each with a connection of its own, target by target in turn, round after round: medians of what they do in a second. The same work as
 * {@link ConcurrencyBenchmark}'s {@code mixed}, for busy machines.
 */
public final class ReadersBesideWriter {
  private static final int BLOCKS = 1_000;
  private static final int READERS = 3;
  private static final int WARM_UPS = 5;
  private static final int ROUNDS = 7;
  private static final List<String> TARGETS = List.of("3.54.1", "native", "3.54.1++sqlite3_journal-wal", "native+sqlite3_journal-wal");

  private final PrintStream output;
  private final Path directory;
  private final double seconds;
  private final List<String> targets;

  /** @param arguments seconds of each measurement, then targets */
  public ReadersBesideWriter(PrintStream output, Path directory, List<String> arguments) {
    this.output = output;
    this.directory = directory;
    this.seconds = arguments.isEmpty() ? 1 : Double.parseDouble(arguments.get(0));
    this.targets = arguments.size() < 2 ? TARGETS : arguments.subList(1, arguments.size());
  }

  public void run() throws SQLException, IOException, InterruptedException {
    List<TargetDatabase> databases = new ArrayList<>();
    try {
      for (String target : targets) {
        TargetDatabase database = TargetDatabase.create(target, directory);
        databases.add(database);
        try (Connection connection = database.connect()) {
          Blocks.fill(connection, BLOCKS);
        }
      }
      measure(databases);
    } finally {
      for (TargetDatabase database : databases) {
        database.close();
      }
    }
  }

  private void measure(List<TargetDatabase> databases) throws SQLException, InterruptedException {
    double[][] reads = new double[databases.size()][ROUNDS];
    double[][] writes = new double[databases.size()][ROUNDS];
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (int target = 0; target < databases.size(); target++) {
        double[] rates = measure(databases.get(target));
        if (round >= 0) {
          reads[target][round] = rates[0];
          writes[target][round] = rates[1];
        }
      }
    }
    output.printf("%d readers beside a writer, %d processors, medians of %d rounds%n%n", READERS, Runtime.getRuntime().availableProcessors(), ROUNDS);
    output.println("| target | blocks read in a second | commits in a second |\n|---|---|---|");
    for (int target = 0; target < databases.size(); target++) {
      output.printf(Locale.ROOT, "| %s | %.0f | %.0f |%n", databases.get(target), median(reads[target]), median(writes[target]));
    }
  }

  private static double median(double[] rates) {
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }

  /** Reads and writes in a second. */
  private double[] measure(TargetDatabase database) throws SQLException, InterruptedException {
    List<Blocks> clients = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
    try {
      for (int i = 0; i <= READERS; i++) {
        clients.add(new Blocks(database.connect(), BLOCKS));
      }
      long end = System.nanoTime() + (long) (seconds * 1e9);
      List<Callable<Long>> work = new ArrayList<>();
      work.add(() -> writeUntil(clients.get(0), end));
      clients.subList(1, clients.size()).forEach(client -> work.add(() -> readUntil(client, end)));
      List<Future<Long>> done = threads.invokeAll(work);
      long reads = 0;
      for (Future<Long> reader : done.subList(1, done.size())) {
        reads += reader.get();
      }
      return new double[] {reads / seconds, done.get(0).get() / seconds};
    } catch (ExecutionException failure) {
      throw new IllegalStateException(database + ": " + failure.getCause().getMessage(), failure.getCause());
    } finally {
      threads.shutdown();
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

  private static long writeUntil(Blocks client, long end) throws SQLException {
    long count = 0;
    while (System.nanoTime() < end) {
      client.write();
      count++;
    }
    return count;
  }
}
