// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lumosql.jmh.lumosql.BackendComparison;
import org.lumosql.jmh.raw.RawScan;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks.
 *
 * <p>{@code quick [WORKLOAD…]}, {@code quick oltp}, {@code quick tpch [DESIGN [SCALE [NUMBER…]]]} and {@code quick analytic [NAME…]} compare both engines in turn in this process; {@code once ENGINE WORKLOAD [ROUNDS]},
 * {@code quick lumosql [SIZE [ROUNDS [BACKEND…]]]} runs the LumoSQL tests on all backends and C SQLite; {@code quick raw [ENGINE…]} scans below SQL; {@code once ENGINE tpch DESIGN SCALE NUMBER ROUNDS} and {@code once ENGINE analytic NAME ROUNDS} repeat one workload, for a profiler; anything else is JMH's own command line, and the ratios are printed behind its results.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    List<String> rest = arguments.length < 2 ? List.of() : Arrays.asList(arguments).subList(2, arguments.length);
    if (arguments.length > 1 && arguments[0].equals("quick") && arguments[1].equals("tpch")) {
      new QuickQueries(output).tpch(rest);
    } else if (arguments.length > 1 && arguments[0].equals("quick") && arguments[1].equals("analytic")) {
      new QuickQueries(output).analytic(rest);
    } else if (arguments.length > 1 && arguments[0].equals("quick") && arguments[1].equals("lumosql")) {
      new BackendComparison(output, Workloads.directory(), rest).run();
    } else if (arguments.length > 1 && arguments[0].equals("quick") && arguments[1].equals("raw")) {
      new RawScan(output, Workloads.directory()).run(rest);
    } else if (arguments.length == 2 && arguments[0].equals("quick") && arguments[1].equals("oltp")) {
      new Comparison(output).run(Workloads.OLTP);
    } else if (arguments.length > 0 && arguments[0].equals("quick")) {
      new Comparison(output).run(workloads(arguments));
    } else if (arguments.length > 4 && arguments[0].equals("once")) {
      QuickQueries.repeat(Engine.valueOf(arguments[1].toUpperCase(Locale.ROOT)), Arrays.asList(arguments).subList(2, arguments.length), output);
    } else if (arguments.length > 2 && arguments[0].equals("once")) {
      repeat(arguments, output);
    } else {
      new RatioTable(new Runner(new CommandLineOptions(arguments)).run()).print(output);
    }
  }

  private static List<Workloads> workloads(String[] arguments) {
    if (arguments.length == 1) {
      return List.of(Workloads.values());
    }
    return Arrays.stream(arguments)
        .skip(1)
        .map(name -> Workloads.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toList());
  }

  private static void repeat(String[] arguments, PrintStream output) throws Exception {
    Engine engine = Engine.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20;
    try (Workload workload = Workloads.valueOf(arguments[2].toUpperCase(Locale.ROOT)).open(engine)) {
      for (int i = 0; i < rounds; i++) {
        workload.reset();
        long begin = System.nanoTime();
        long result = workload.run();
        output.printf(Locale.ROOT, "%.1f ms%n", (System.nanoTime() - begin) / 1e6);
        workload.check(result);
      }
    }
  }
}
