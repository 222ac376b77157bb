// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.bench.filter.Averages;
import org.lumosql.bench.filter.Details;
import org.lumosql.bench.filter.RunList;
import org.lumosql.bench.filter.Selection;
import org.lumosql.bench.filter.Statistics;
import org.lumosql.bench.filter.Summary;
import org.lumosql.bench.filter.Timing;
import org.lumosql.bench.store.ExportText;
import org.lumosql.bench.store.ResultDatabase;
import org.lumosql.bench.store.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench show}: LumoSQL's benchmark-filter, with its options. */
@Command(
    name = "show",
    aliases = "filter",
    mixinStandardHelpOptions = true,
    description = "Chooses runs, shows them, and copies or changes them. Without a choice it lists the newest, with one it sums them up.")
final class ShowCommand implements Callable<Integer> {
  @Mixin private SelectionArguments selection;
  @Spec private CommandSpec spec;

  @Option(names = "-list", description = "A line for each run")
  private boolean isList;

  @Option(names = "-fields", paramLabel = "FIELD,…", description = "Columns of -list. Default: ${DEFAULT-VALUE}", defaultValue = RunList.DEFAULT_FIELDS)
  private String fields;

  @Option(names = "-summary", description = "The time of each test")
  private boolean isSummary;

  @Option(names = "-quick", description = "-summary without the descriptions of runs")
  private boolean isQuick;

  @Option(names = "-details", description = "Everything that is known")
  private boolean isDetails;

  @Option(names = "-count", description = "How many runs there are")
  private boolean isCount;

  @Option(names = "-average", description = "Runs with the same properties are taken together before they are shown")
  private boolean isAverage;

  @Option(names = "-stats", description = "Average, deviation, smallest, median and largest time of each test")
  private boolean isStatistics;

  @Option(names = "-column", paramLabel = "target|test|benchmark", description = "What a column of -summary and -quick is. Default: target", defaultValue = "target")
  private String column;

  @Option(names = {"-tests", "-benchmarks"}, paramLabel = "N,…", split = ",", description = "Tests that -summary and -quick show; t for the total")
  private List<String> tests = new ArrayList<>();

  @Option(names = {"-normalise", "-normalize"}, description = "Times as thousandths of each run's own total")
  private boolean isNormalised;

  @Option(names = "-ignore-numbers", description = "Compare tests that differ by figures in their names")
  private boolean ignoresNumbers;

  @Option(names = "-time", paramLabel = "real|thread|user", description = "Which time. Default: real", defaultValue = "real")
  private String time;

  @Option(names = "-export", paramLabel = "FILE", description = "Write the runs as text into a new file")
  private List<Path> exports = new ArrayList<>();

  @Option(names = "-copy", paramLabel = "DATABASE", description = "Copy the runs into another database, which is made if it is not there")
  private List<Path> copies = new ArrayList<>();

  @Option(names = "-add", paramLabel = "KEY=VALUE", description = "Note something about the runs")
  private List<String> additions = new ArrayList<>();

  @Option(names = "-delete", description = "Delete the runs")
  private boolean isDelete;

  @Option(names = "-delete-from", paramLabel = "DATABASE", description = "Delete the same runs from another database")
  private List<Path> otherDeletions = new ArrayList<>();

  @Override
  public Integer call() throws IOException, SQLException {
    if (isDetails && isSummary) {
      throw new IllegalArgumentException("-details and -summary do not go together");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (ResultDatabase database = selection.open()) {
      Selection chosen = selection.selection();
      int limit = selection.limit();
      List<String> ids = chosen.ids(database, limit == 0 ? 0 : limit + 1);
      boolean isMore = limit > 0 && ids.size() > limit;
      if (isMore) {
        ids = ids.subList(1, ids.size());
      }
      if (ids.isEmpty()) {
        throw new IllegalArgumentException("No runs selected");
      }
      List<RunRecord> runs = new ArrayList<>();
      for (String id : ids) {
        runs.add(database.load(id));
      }
      output(out, isAverage ? Averages.of(runs) : runs, runs, chosen.isAny());
      change(database, runs);
      if (isMore) {
        out.println("More than " + limit + " runs; the newest are shown. -limit 0 shows all");
      }
    }
    out.flush();
    return BenchCommand.GOOD;
  }

  private void output(PrintWriter out, List<RunRecord> shown, List<RunRecord> runs, boolean isAny) {
    ZoneId zone = ZoneId.systemDefault();
    boolean hasForm = isList || isSummary || isQuick || isDetails || isCount || isStatistics;
    boolean hasAction = !exports.isEmpty() || !copies.isEmpty() || !additions.isEmpty() || isDelete || !otherDeletions.isEmpty();
    boolean isDefault = !hasForm && !hasAction;
    if (shown.isEmpty()) {
      throw new IllegalArgumentException("none of these runs ended with all tests right");
    }
    if (isList || isDefault && isAny) {
      RunList.print(out, shown, fields, zone);
    }
    if (isSummary || isQuick || isDefault && !isAny) {
      boolean columnsAreTests = !column.equals("target");
      if (columnsAreTests && !List.of("test", "benchmark").contains(column)) {
        throw new IllegalArgumentException("a column is a target, test or benchmark, not " + column);
      }
      new Summary(Timing.named(time), isQuick, columnsAreTests, isNormalised, ignoresNumbers, tests).print(out, shown, zone);
    }
    if (isDetails) {
      Details.print(out, shown, zone);
    }
    if (isStatistics) {
      Statistics.print(out, runs, Timing.named(time));
    }
    if (isCount) {
      out.println(shown.size());
    }
  }

  private void change(ResultDatabase database, List<RunRecord> runs) throws IOException, SQLException {
    for (Path file : exports) {
      try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
        ExportText.write(text, runs);
      } catch (java.nio.file.FileAlreadyExistsException e) {
        throw new IOException("will not overwrite " + file, e);
      }
    }
    for (Path file : copies) {
      try (ResultDatabase copy = ResultDatabase.open(file)) {
        for (RunRecord run : runs) {
          if (copy.has(run.id())) {
            throw new IOException(file + " has run " + run.id() + " already");
          }
        }
        for (RunRecord run : runs) {
          copy.save(run);
        }
      }
    }
    for (String addition : additions) {
      int equals = addition.indexOf('=');
      if (equals < 1 || !addition.substring(0, equals).matches("[-\\w]+")) {
        throw new IllegalArgumentException("not KEY=VALUE: " + addition);
      }
      for (RunRecord run : runs) {
        run.put(addition.substring(0, equals), addition.substring(equals + 1));
        database.save(run);
      }
    }
    if (isDelete) {
      for (RunRecord run : runs) {
        database.delete(run.id());
      }
    }
    for (Path file : otherDeletions) {
      try (ResultDatabase other = ResultDatabase.open(file)) {
        for (RunRecord run : runs) {
          other.delete(run.id());
        }
      }
    }
  }

  /** Runs of exported texts. */
  static List<RunRecord> imported(List<Path> files) throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    for (Path file : files) {
      try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        runs.addAll(ExportText.read(text));
      }
    }
    return runs;
  }
}
