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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lumosql.harness.JavaCommand;

/** Runs suites at places, on several Javas, one after the other. */
public final class Matrix {
  private static final int TAIL = 1_500;

  private final Amount amount;
  private final Duration limit;
  private final Progress progress;

  /** Told each cell when it is there. */
  public interface Progress {
    void done(String suite, String place, String java, String result);
  }

  /**
   * @param shared the folder with the corpora
   * @param golden that of golden files
   * @param fraction of the sqllogictest scripts
   * @param statements random ones
   * @param limit of one cell
   */
  public Matrix(Path shared, Path golden, double fraction, long statements, long seed, Duration limit, Progress progress) {
    amount = new Amount(shared, golden, fraction, statements, seed);
    this.limit = limit;
    this.progress = progress;
  }

  public static List<String> suites() {
    return Suite.ALL.stream().map(Suite::name).toList();
  }

  public static List<String> places() {
    return Place.ALL.stream().map(Place::name).toList();
  }

  /** The result, for a report. @param javas executables */
  public MatrixReport run(List<String> suites, List<String> places, List<String> javas) throws IOException, InterruptedException {
    Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
    List<String> columns = new ArrayList<>();
    for (String java : javas) {
      String title = javas.size() == 1 ? "" : ", Java " + JavaCommand.release(java);
      suites.forEach(suite -> columns.add(Suite.named(suite).name() + title));
      for (String place : places) {
        for (String suite : suites) {
          Cell cell = cell(suite, Place.named(place).name(), java);
          cells.computeIfAbsent(place, key -> new LinkedHashMap<>()).put(suite + title, cell);
          progress.done(suite, place, java, cell.passed() + " passed, " + cell.failed() + " failed, " + Math.round(cell.seconds()) + " s");
        }
      }
    }
    return new MatrixReport(columns, cells, amount);
  }

  private Cell cell(String suite, String place, String java) throws IOException, InterruptedException {
    Path output = Files.createTempFile("lumosql-cell", ".bin");
    Path messages = Files.createTempFile("lumosql-cell", ".err");
    long start = System.nanoTime();
    try {
      List<String> command = JavaCommand.with(java, List.of());
      command.add(1, "-ea");
      command.add(1, "-Xmx2g");
      command.addAll(
          List.of(
              SuiteProcess.class.getName(), suite, place, amount.shared().toString(), amount.golden().toString(), Double.toString(amount.fraction()),
              Long.toString(amount.statements()), Long.toString(amount.seed()), output.toString()));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(messages.toFile());
      builder.environment().put("TZ", "UTC");
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
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
