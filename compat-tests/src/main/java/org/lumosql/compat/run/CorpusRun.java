// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.lumosql.compat.slt.Failure;
import org.lumosql.compat.slt.SltParser;
import org.lumosql.compat.slt.SltRecord;

/** Runs scripts on targets, several at a time, and goes on whatever an engine does. */
public final class CorpusRun {
  /** A script is begun anew without the record that ended a worker, this often. */
  private static final int RETRIES = 3;

  private final RunOptions options;
  private final Consumer<ScriptResult> progress;
  private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
  private final List<Task> order = new ArrayList<>();
  private final AtomicLong files = new AtomicLong();

  private static final class Task {
    private final Script script;
    private final Target target;
    private volatile ScriptResult result;

    Task(Script script, Target target) {
      this.script = script;
      this.target = target;
    }
  }

  /** @param progress told each result when it is there, by one thread at a time */
  public CorpusRun(RunOptions options, Consumer<ScriptResult> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Results in the order of targets, then scripts. */
  public List<ScriptResult> run(List<Script> scripts, List<Target> targets) throws IOException, InterruptedException {
    Files.createDirectories(options.folder());
    for (Target target : targets) {
      for (Script script : scripts) {
        order.add(new Task(script, target));
      }
    }
    // the long ones first, so that none is left alone at the end; targets one after the other, so that workers can stay
    order.stream()
        .sorted(Comparator.<Task>comparingInt(task -> targets.indexOf(task.target)).thenComparing(task -> -task.script.size()))
        .forEach(tasks::add);
    ExecutorService threads = Executors.newFixedThreadPool(options.workers());
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < options.workers(); i++) {
        ends.add(
            threads.submit(
                () -> {
                  work();
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return order.stream().map(task -> task.result).toList();
  }

  private void work() throws IOException, InterruptedException {
    WorkerSlot slot = new WorkerSlot(options);
    try {
      for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
        task.result = result(slot, task);
        synchronized (progress) {
          progress.accept(task.result);
        }
      }
    } finally {
      slot.close();
    }
  }

  private ScriptResult result(WorkerSlot slot, Task task) throws IOException, InterruptedException {
    Set<Integer> leftOut = new TreeSet<>();
    List<Failure> ends = new ArrayList<>();
    String file = options.folder().resolve(task.script.name().replace('/', '-') + "." + files.incrementAndGet() + ".db").toAbsolutePath().toString();
    long start = System.nanoTime();
    while (true) {
      try {
        Serializable answer = slot.run(new Job(task.script, task.target, file, Set.copyOf(leftOut), false));
        ScriptResult result = (ScriptResult) answer;
        for (Failure end : ends) {
          result = result.with(end);
        }
        return result;
      } catch (WorkerProcess.Lost e) {
        Failure end = withSql(e.failure(), task);
        ends.add(end);
        if (end.line() == 0 || !leftOut.add(end.line()) || ends.size() > RETRIES) {
          int records = records(task).size();
          return new ScriptResult(
              task.script, task.target.name(), "", 0, 0, Math.max(0, records - ends.size()), ends.size(), List.copyOf(ends), System.nanoTime() - start, List.of());
        }
      }
    }
  }

  private static Failure withSql(Failure failure, Task task) throws IOException {
    for (SltRecord record : records(task)) {
      if (record.line() == failure.line()) {
        String sql = record instanceof SltRecord.Query query ? query.sql() : ((SltRecord.Statement) record).sql();
        return new Failure(failure.line(), failure.kind(), sql, failure.expected(), failure.actual());
      }
    }
    return new Failure(failure.line(), failure.kind(), "opening or closing the database", failure.expected(), failure.actual());
  }

  private static List<SltRecord> records(Task task) throws IOException {
    try (BufferedReader text = task.script.open()) {
      return SltParser.parse(text, task.target.database()).records().stream().filter(record -> !(record instanceof SltRecord.HashThreshold)).toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
