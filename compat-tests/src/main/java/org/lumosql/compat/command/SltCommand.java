// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumosql.compat.report.CsvReport;
import org.lumosql.compat.report.HtmlReport;
import org.lumosql.compat.report.JUnitReport;
import org.lumosql.compat.report.Summary;
import org.lumosql.compat.report.TextReport;
import org.lumosql.compat.run.CorpusRun;
import org.lumosql.compat.run.RunOptions;
import org.lumosql.compat.run.Script;
import org.lumosql.compat.run.ScriptResult;
import org.lumosql.compat.run.ScriptShrinker;
import org.lumosql.compat.run.Scripts;
import org.lumosql.compat.run.Target;
import org.lumosql.compat.run.Targets;
import org.lumosql.compat.slt.Failure;
import org.lumosql.harness.JavaCommand;
import org.lumosql.harness.MavenArtifacts;
import org.lumosql.harness.RunFacts;

/** Runs sqllogictest scripts and writes the reports. */
final class SltCommand {
  private static final String WHOLE_CORPUS = "net.hydromatic:sql-logic-test:0.3";
  private static final String MAVEN = "maven";
  private static final int SHRUNK = 3;
  private static final int SHOWN_PATHS = 8;

  private final SltOptions options;

  SltCommand(SltOptions options) {
    this.options = options;
  }

  /** The exit status. */
  int run() throws IOException, InterruptedException {
    long seed = options.seed == null ? System.nanoTime() & 0xffffff : options.seed;
    List<Script> all = scripts();
    List<Script> scripts = Scripts.sample(all, options.fraction, seed);
    if (scripts.isEmpty()) {
      throw new IOException("no scripts (*.test): " + (options.paths.isEmpty() && options.corpora.isEmpty() ? "name a PATH" : "in " + options.paths + options.corpora));
    }
    if (scripts.size() < all.size()) {
      System.out.println(scripts.size() + " of " + all.size() + " scripts, seed " + seed);
    }
    List<Target> targets = targets();
    Path folder = options.folder == null ? Files.createTempDirectory("lumosql-compat") : options.folder;
    try {
      RunOptions run = new RunOptions(options.workers, Duration.ofSeconds(options.recordSeconds), Duration.ofSeconds(options.scriptSeconds), folder);
      List<ScriptResult> results = new CorpusRun(run, this::tell).run(scripts, targets);
      Summary summary = new Summary(facts(seed, scripts.size(), all.size()), results);
      write(summary);
      System.out.print(TextReport.of(summary, options.shown));
      if (options.shrinks) {
        shrink(run, summary, targets);
      }
      return status(results);
    } finally {
      if (options.folder == null) {
        delete(folder);
      }
    }
  }

  private List<Script> scripts() throws IOException, InterruptedException {
    List<Path> paths = new ArrayList<>(options.paths);
    options.corpora.stream().filter(corpus -> !corpus.equals(MAVEN)).map(Path::of).forEach(paths::add);
    List<Script> scripts = new ArrayList<>();
    for (Path path : paths) {
      scripts.addAll(Scripts.in(path));
    }
    if (options.corpora.contains(MAVEN)) {
      addArtefact(scripts);
    }
    return scripts;
  }

  /** What is there already is not taken from the artefact, which has one script without some of its results. */
  private static void addArtefact(List<Script> scripts) throws IOException, InterruptedException {
    Set<String> names = scripts.stream().map(Script::name).collect(Collectors.toSet());
    for (String jar : MavenArtifacts.classPath(WHOLE_CORPUS)) {
      if (jar.contains("sql-logic-test")) {
        Scripts.in(Path.of(jar)).stream().filter(script -> !names.contains(script.name())).forEach(scripts::add);
      }
    }
  }

  private List<Target> targets() throws IOException, InterruptedException {
    List<Target> named = Targets.named(options.targets);
    if (options.javas.isEmpty()) {
      return named;
    }
    List<Target> each = new ArrayList<>();
    for (Path java : options.javas) {
      named.forEach(target -> each.add(target.on(java.toString(), " on Java " + JavaCommand.release(java.toString()))));
    }
    return each;
  }

  private Map<String, String> facts(long seed, int run, int all) {
    Map<String, String> facts = new LinkedHashMap<>(RunFacts.now());
    facts.put(
        "corpus",
        Stream.concat(options.paths.stream().map(path -> path.getFileName().toString()), options.corpora.stream()).limit(SHOWN_PATHS).collect(Collectors.joining(", ")));
    facts.put("scripts", run == all ? Integer.toString(run) : run + " of " + all + ", sampled with seed " + seed);
    return facts;
  }

  private void tell(ScriptResult result) {
    if (!options.isQuiet) {
      System.out.printf(
          Locale.ROOT, "%s: %s: %d passed, %d failed%s, %.1f s%n", result.target(), result.script().name(), result.passed(), result.failed(),
          result.notRun() > 0 ? ", " + result.notRun() + " not run" : "", result.nanos() / 1e9);
    }
  }

  private void write(Summary summary) throws IOException {
    if (options.html != null) {
      Files.writeString(options.html, HtmlReport.of(summary));
    }
    if (options.csv != null) {
      Files.writeString(options.csv, CsvReport.of(summary));
    }
    if (options.junit != null) {
      Files.writeString(options.junit, JUnitReport.of(summary));
    }
  }

  private void shrink(RunOptions run, Summary summary, List<Target> targets) throws IOException, InterruptedException {
    try (ScriptShrinker shrinker = new ScriptShrinker(run, Targets.named(List.of("sqlite")).get(0))) {
      for (Target target : targets) {
        for (ScriptResult failed : summary.withFailures().stream().filter(result -> result.target().equals(target.name())).limit(SHRUNK).toList()) {
          String shortest = shrinker.shrink(failed, target);
          System.out.println("# " + target.name() + ": " + failed.script().name() + ":" + failed.failures().get(0).line());
          System.out.println(shortest == null ? "# C SQLite answers as this engine does, or nothing shorter was found\n" : shortest);
        }
      }
    }
  }

  private static int status(List<ScriptResult> results) {
    int status = CompatCommand.PASSED;
    for (ScriptResult result : results) {
      for (Failure failure : result.failures()) {
        status = Math.max(status, failure.kind().endsScript() ? CompatCommand.NOT_RUN : CompatCommand.FAILED);
      }
    }
    return status;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
