// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A run of JMH in which nothing is timed before every suite that takes part was set up and run once, in this process, and gave what it must on every target. What H2,
 * HSQLDB or Derby cannot run is said and has no figure.
 */
public final class SuiteRun {
  private final Options options;
  private final PrintStream output;

  public SuiteRun(Options options, PrintStream output) {
    this.options = options;
    this.output = output;
  }

  /** A result that is not right. */
  public static final class WrongResult extends Exception {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 30;

    WrongResult(List<String> wrong) {
      super(wrong.size() + " wrong:\n" + wrong.stream().distinct().limit(SHOWN).collect(Collectors.joining("\n")));
    }
  }

  /** @throws WrongResult if a check failed: then nothing was timed */
  public Collection<RunResult> run() throws RunnerException, WrongResult {
    int checked = check();
    if (checked > 0) {
      output.println("checked: " + checked + " benchmarks of suites give what they must");
    }
    Checks.unable().forEach(what -> output.println("cannot be run: " + what));
    return new Runner(options).run();
  }

  /** Returns how many were checked. */
  private int check() throws RunnerException, WrongResult {
    Checks.forget();
    Options once =
        new OptionsBuilder()
            .parent(options)
            .exclude("org\\.lumosql\\.jmh\\.(layer\\.|[A-Z])")
            .forks(0)
            .mode(Mode.SingleShotTime)
            .warmupIterations(0)
            .measurementIterations(1)
            .shouldFailOnError(false)
            .verbosity(VerboseMode.SILENT)
            .build();
    int checked;
    try {
      checked = new Runner(once).run().size();
    } catch (NoBenchmarksException none) {
      return 0;
    }
    if (!Checks.wrong().isEmpty()) {
      throw new WrongResult(Checks.wrong());
    }
    return checked;
  }
}
