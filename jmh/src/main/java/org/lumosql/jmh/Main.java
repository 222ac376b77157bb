// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lumosql.jmh.figures.FiguresCommand;
import org.lumosql.jmh.flame.FlameCommand;
import org.lumosql.jmh.lumosql.BackendComparison;
import org.lumosql.jmh.lumosql.GrowthComparison;
import org.lumosql.jmh.raw.RawScan;
import org.lumosql.jmh.shapes.ShapeComparison;
import org.lumosql.jmh.suite.ReaderScaling;
import org.lumosql.jmh.suite.ReadersBesideWriter;
import org.lumosql.jmh.suite.SuiteRun;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks: {@code quick …} compares engines in turn in this process, {@code once …} repeats one workload, for a profiler, {@code flame …} draws where
 * its time goes, {@code figures …} makes the figures of a document anew; anything else is JMH's own command line, and ratios are printed behind its results. {@code docs/benchmarks.md} lists the commands.
 */
public final class Main {
  /** What {@code quick NAME …} does. */
  private static final Map<String, Command> QUICK =
      Map.of(
          "tpch", (arguments, output) -> new QuickQueries(output).tpch(arguments),
          "analytic", (arguments, output) -> new QuickQueries(output).analytic(arguments),
          "oltp", (arguments, output) -> new Comparison(output).run(Workloads.OLTP),
          "lumosql", (arguments, output) -> new BackendComparison(output, Workloads.directory(), arguments).run(),
          "raw", (arguments, output) -> new RawScan(output, Workloads.directory()).run(arguments),
          "big", (arguments, output) -> new BigDatabase(output, arguments).run(),
          "growth", (arguments, output) -> new GrowthComparison(output, Workloads.directory(), arguments).run(),
          "shapes", (arguments, output) -> new ShapeComparison(output, arguments).run(),
          "readers", (arguments, output) -> new ReaderScaling(output, Workloads.directory(), arguments).run(),
          "mixed", (arguments, output) -> new ReadersBesideWriter(output, Workloads.directory(), arguments).run());

  private static final Map<String, Command> COMMANDS = Map.of("quick", Main::quick, "once", Main::once, "flame", Main::flame, "figures", Main::figures);

  private Main() {}

  @FunctionalInterface
  private interface Command {
    void run(List<String> arguments, PrintStream output) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Command command = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (command != null) {
      command.run(Arrays.asList(arguments).subList(1, arguments.length), output);
      return;
    }
    try {
      Collection<RunResult> results = new SuiteRun(new CommandLineOptions(arguments), output).run();
      new RatioTable(results).print(output);
    } catch (SuiteRun.WrongResult wrong) {
      output.println(wrong.getMessage());
      System.exit(1);
    }
  }

  private static void quick(List<String> arguments, PrintStream output) throws Exception {
    Command command = arguments.isEmpty() ? null : QUICK.get(arguments.get(0));
    if (command != null) {
      command.run(arguments.subList(1, arguments.size()), output);
    } else {
      new Comparison(output).run(workloads(arguments));
    }
  }

  private static void figures(List<String> arguments, PrintStream output) throws Exception {
    if (new FiguresCommand(output, arguments).run() > 0) {
      System.exit(1);
    }
  }

  /** What may stand behind {@code quick} besides names of workloads. */
  static Set<String> quickCommands() {
    return QUICK.keySet();
  }

  /** First words that are not JMH's. */
  static Set<String> commands() {
    return COMMANDS.keySet();
  }

  private static List<Workloads> workloads(List<String> names) {
    return names.isEmpty() ? List.of(Workloads.values()) : names.stream().map(Main::workload).toList();
  }

  private static Workloads workload(String name) {
    return Workloads.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** {@code once ENGINE WORKLOAD [ROUNDS]}, {@code once ENGINE tpch DESIGN SCALE NUMBER ROUNDS}, {@code once ENGINE analytic NAME ROUNDS}. */
  private static void once(List<String> arguments, PrintStream output) throws Exception {
    Engine engine = Engine.valueOf(arguments.get(0).toUpperCase(Locale.ROOT));
    if (arguments.get(1).equals("tpch") || arguments.get(1).equals("analytic")) {
      QuickQueries.repeat(engine, arguments.subList(1, arguments.size()), output);
      return;
    }
    int rounds = arguments.size() > 2 ? Integer.parseInt(arguments.get(2)) : 20;
    try (Workload workload = workload(arguments.get(1)).open(engine)) {
      for (int i = 0; i < rounds; i++) {
        workload.reset();
        long begin = System.nanoTime();
        long result = workload.run();
        output.printf(Locale.ROOT, "%.1f ms%n", (System.nanoTime() - begin) / 1e6);
        workload.check(result);
      }
    }
  }

  /** {@code flame SVG RECORDING}, {@code flame SVG} and the arguments of {@code once}. */
  private static void flame(List<String> arguments, PrintStream output) throws Exception {
    Path svg = Path.of(arguments.get(0));
    List<String> rest = arguments.subList(1, arguments.size());
    if (rest.size() == 1) {
      FlameCommand.draw(Path.of(rest.get(0)), Path.of(rest.get(0)).getFileName().toString(), svg);
    } else {
      once(rest, output); // HotSpot compiles now, not while it is recorded
      FlameCommand.record(() -> once(rest, output), String.join(" ", rest), svg);
    }
  }
}
