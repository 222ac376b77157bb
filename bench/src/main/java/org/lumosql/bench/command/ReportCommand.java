// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.bench.filter.Selection;
import org.lumosql.bench.filter.Timing;
import org.lumosql.bench.report.BenchmarkPage;
import org.lumosql.bench.report.Figures;
import org.lumosql.bench.report.MarkdownReport;
import org.lumosql.bench.store.ResultDatabase;
import org.lumosql.bench.store.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes a page with plots, and tables into a document. Without a choice it shows the runs of the last command that ran any.")
final class ReportCommand implements Callable<Integer> {
  static final String TITLE = "LumoSQL for the JVM: benchmarks";

  @Mixin private SelectionArguments selection;
  @Spec private CommandSpec spec;

  @Option(names = "--html", paramLabel = "FILE", description = "The page. Default: ${DEFAULT-VALUE}", defaultValue = "benchmarks.html")
  private Path html;

  @Option(names = "--markdown", paramLabel = "FILE", description = "A document with a place for the tables; it is changed")
  private Path markdown;

  @Option(names = "--title", paramLabel = "TEXT", description = "Title of the page. Default: ${DEFAULT-VALUE}", defaultValue = TITLE)
  private String title;

  @Option(names = {"-time", "--time"}, paramLabel = "real|thread|user", description = "Which time. Default: real", defaultValue = "real")
  private String time;

  @Override
  public Integer call() throws IOException, SQLException {
    PrintWriter out = spec.commandLine().getOut();
    List<RunRecord> runs = new ArrayList<>();
    try (ResultDatabase database = selection.open()) {
      Selection chosen = selection.selection();
      if (chosen.isAny()) {
        chosen.lastSession();
      }
      for (String id : chosen.ids(database, 0)) {
        runs.add(database.load(id));
      }
    }
    write(out, runs, Timing.named(time), title, html, markdown);
    return BenchCommand.GOOD;
  }

  /** @param markdown null for none */
  static void write(PrintWriter out, List<RunRecord> runs, Timing timing, String title, Path html, Path markdown) throws IOException {
    Figures figures = new Figures(runs, timing);
    Files.writeString(html, BenchmarkPage.of(figures, title));
    out.println(runs.size() + " runs: " + html);
    if (markdown != null) {
      Files.writeString(markdown, MarkdownReport.into(Files.readString(markdown), MarkdownReport.of(figures)));
      out.println("tables: " + markdown);
    }
    out.flush();
  }
}
