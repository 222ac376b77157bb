// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.lumosql.compat.support.Store;
import org.lumosql.harness.JavaCommand;

/** Runs suites on stores, on several Javas: each cell in a process of its own, several at a time if there are processors for them. */
public final class Matrix {
  private static final int TAIL = 1_500;

  private final Amount amount;
  private final Duration limit;
  private final int workers;
  private final List<String> options;
  private final Progress progress;

  /** Told how far it is. */
  public interface Progress {
    /** A cell is there. */
    void tell(String line);

    /** All suites have run on a store: a report that could be written, should the run end early. */
    void stored(MatrixReport report) throws IOException;
  }

  /**
   * @param limit of one cell
   * @param workers cells at a time
   * @param options of the processes
   */
  public Matrix(Amount amount, Duration limit, int workers, List<String> options, Progress progress) {
    this.amount = amount;
    this.options = options;
    this.limit = limit;
    this.workers = workers;
    this.progress = progress;
  }

  public static List<String> suites() {
    return Suite.ALL.stream().map(Suite::name).toList();
  }

  /** The result, for a report. @param javas executables */
  public MatrixReport run(List<String> suites, List<Store> stores, List<String> javas) throws IOException, InterruptedException {
    MatrixReport report = new MatrixReport(suites.stream().map(suite -> Suite.named(suite).name()).toList(), amount);
    ExecutorService processes = Executors.newFixedThreadPool(workers);
    try {
      List<Row> rows = new ArrayList<>();
      for (String java : javas) {
        for (Store store : stores) {
          rows.add(new Row(java, store, suites.stream().map(suite -> processes.submit(() -> cell(suite, store, java))).toList()));
        }
      }
      for (Row row : rows) {
        for (int i = 0; i < suites.size(); i++) {
          Cell cell = ended(row.cells().get(i));
          report.add(row.java(), row.store(), suites.get(i), cell);
          if (cell.hasRun()) {
            progress.tell(
                JavaCommand.description(row.java()) + ": " + row.store() + ": " + suites.get(i) + ": " + cell.passed() + " passed, " + cell.failed()
                    + " failed, " + Math.round(cell.seconds()) + " s");
          }
        }
        progress.stored(report);
      }
    } finally {
      processes.shutdownNow();
    }
    return report;
  }

  private record Row(String java, Store store, List<Future<Cell>> cells) {}

  private static Cell ended(Future<Cell> cell) throws IOException, InterruptedException {
    try {
      return cell.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
    }
  }

  private Cell cell(String suite, Store store, String java) throws IOException, InterruptedException {
    String refusal = Suite.named(suite).refusal(store);
    return refusal == null ? measured(suite, store, java) : Cell.notFor(refusal);
  }

  private Cell measured(String suite, Store store, String java) throws IOException, InterruptedException {
    Path output = Files.createTempFile("lumosql-cell", ".bin");
    Path messages = Files.createTempFile("lumosql-cell", ".err");
    long start = System.nanoTime();
    try {
      List<String> command = JavaCommand.with(java, List.of());
      command.addAll(1, options);
      command.add(1, "-ea");
      command.add(1, "-Xmx2g");
      command.addAll(
          List.of(
              SuiteProcess.class.getName(), suite, store.name(), amount.shared().toString(), amount.golden().toString(), Double.toString(amount.scripts()),
              Double.toString(amount.files()), Long.toString(amount.statements()), Long.toString(amount.seed()), output.toString()));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(messages.toFile());
      builder.environment().put("TZ", "UTC");
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = hasEnded(process);
      if (!ended || process.exitValue() != 0) {
        String how = ended ? "ended with status " + process.exitValue() : "not done in " + limit.toMinutes() + " minutes";
        String said = Files.readString(messages, StandardCharsets.ISO_8859_1).strip();
        return new Cell(0, 1, 0, List.of(how + ": " + said.substring(Math.max(0, said.length() - TAIL))), (System.nanoTime() - start) / 1e9);
      }
      return read(output);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(messages);
    }
  }

  /** Whether a process ends in time; it has ended afterwards in any case. */
  private boolean hasEnded(Process process) throws InterruptedException {
    try {
      return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private static Cell read(Path file) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
      long passed = in.readLong();
      long failed = in.readLong();
      long skipped = in.readLong();
      double seconds = in.readDouble();
      List<String> notes = ((List<?>) in.readObject()).stream().map(String::valueOf).toList();
      return new Cell(passed, failed, skipped, notes, seconds);
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
