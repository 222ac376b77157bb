// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.targets.Option;
import org.lumosql.bench.targets.Settings;
import org.lumosql.bench.targets.TargetName;
import org.lumosql.bench.store.RunRecord;
import org.lumosql.harness.RunFacts;

/**
 * The course of a benchmark. Targets take turns, a whole run each, so that what else the machine does meets all alike; each stays in its process, so that what Java
 * compiled for one run is there in the next. A target that gives something else than the others is not timed.
 */
public final class BenchmarkRun {
  private final RunOptions options;
  private final Map<String, String> environment;
  private final RunListener listener;
  private final ResultCheck check = new ResultCheck();
  private final String session = Long.toString(Instant.now().toEpochMilli(), 36);
  private final List<Contestant> contestants = new ArrayList<>();
  private int failures;

  private BenchmarkRun(RunOptions options, Map<String, String> environment, RunListener listener) {
    this.options = options;
    this.environment = environment;
    this.listener = listener;
  }

  /** Runs all and returns how many targets failed. */
  public static int run(List<TargetName> targets, Settings settings, RunOptions options, boolean hasDiskTiming, ClassPaths classPaths, RunListener listener)
      throws IOException, InterruptedException, SQLException {
    Files.createDirectories(options.folder());
    BenchmarkRun run = new BenchmarkRun(options, Environment.of(settings, options.folder(), hasDiskTiming), listener);
    try {
      run.prepare(targets, classPaths);
      run.course();
      return run.failures;
    } finally {
      run.contestants.forEach(Contestant::close);
    }
  }

  private void prepare(List<TargetName> targets, ClassPaths classPaths) throws IOException, InterruptedException {
    for (TargetName target : targets) {
      contestants.add(new Contestant(target, options, classPaths.of(target)));
    }
  }

  private void course() throws IOException, InterruptedException, SQLException {
    for (int round = 1; round <= options.warmUps(); round++) {
      for (Contestant contestant : List.copyOf(contestants)) {
        RunRecord run = one(contestant, options.checksOnly() ? 1 : 0);
        if (!run.isComplete()) {
          drop(contestant, run);
        } else if (round == 1) {
          listener.say(contestant.target() + ": results are right");
        }
      }
    }
    for (int round = 1; round <= options.runs(); round++) {
      for (Contestant contestant : List.copyOf(contestants)) {
        RunRecord run = one(contestant, round);
        if (run.isComplete()) {
          listener.say(String.format(Locale.ROOT, "%s: run %d of %d, %.3f s", contestant.target(), round, options.runs(), run.duration()));
        } else {
          drop(contestant, run);
        }
      }
    }
  }

  private void drop(Contestant contestant, RunRecord run) throws SQLException {
    failures++;
    contestant.close();
    contestants.remove(contestant);
    listener.record(run);
    listener.say(contestant.target() + ": " + run.get("failure"));
  }

  /** @param number of the timed run; 0 if it is not one: then nothing is recorded, unless it fails */
  private RunRecord one(Contestant contestant, int number) throws IOException, InterruptedException, SQLException {
    if (number > 0) {
      settle();
    }
    RunRecord run = RunRecord.begin(contestant.target().toString(), Instant.now().getEpochSecond());
    describe(run, contestant);
    run.put("run-number", Integer.toString(number));
    if (number > 0) {
      listener.record(run);
    }
    Contestant.Pass pass = contestant.pass();
    new RunResult(run, contestant.target(), check, options.checksOnly()).add(pass);
    run.put("end-run", Long.toString(Instant.now().getEpochSecond()));
    run.put("load-after", RunFacts.load());
    if (number > 0) {
      listener.record(run);
    }
    return run;
  }

  private void describe(RunRecord run, Contestant contestant) {
    TargetName target = contestant.target();
    environment.forEach(run::put);
    run.put("title", target.title());
    run.put("session", session);
    run.put("java-flags", contestant.flags());
    run.put("command", options.command());
    run.put("warmup-runs", Integer.toString(options.warmUps()));
    Map<Option, String> all = new TreeMap<>();
    for (Option option : Option.values()) {
      if (option == Option.DATASIZE || target.options().containsKey(option)) {
        all.put(option, target.option(option));
      }
    }
    all.forEach((option, value) -> run.put("option-" + option.label(), value));
  }

  /** What earlier runs left to be written is written first. */
  private void settle() throws InterruptedException {
    if (options.settleSeconds() == 0) {
      return;
    }
    try {
      Process sync = new ProcessBuilder("sync").redirectErrorStream(true).start();
      if (!sync.waitFor(options.settleSeconds(), TimeUnit.SECONDS)) {
        sync.destroy();
      }
    } catch (IOException e) {
      // a system without it
    }
  }

  /** The tests whose times are recorded. */
  static boolean isRecorded(LumoTest test, boolean checksOnly) {
    return test.isBenchmark() || checksOnly;
  }
}
