// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.bench.run.RunOptions;
import org.lumosql.bench.targets.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How benchmarks are run, which commands have in common. Options outrank settings. */
final class RunArguments {
  private static final int RUNS = 5;
  private static final int WARM_UPS = 3;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--runs", paramLabel = "N", description = "Timed runs of each target. Default: BENCHMARK_RUNS or " + RUNS)
  private Integer runs;

  @Option(names = "--warm-ups", paramLabel = "N", description = "Runs before them, whose results are checked. Default: WARMUP_RUNS or " + WARM_UPS)
  private Integer warmUps;

  @Option(names = "--folder", paramLabel = "FOLDER", description = "Where databases are made. Default: DB_DIR or the folder of temporary files")
  private Path folder;

  @Option(names = "--limit", paramLabel = "SECONDS", description = "How long a test may take. Default: ${DEFAULT-VALUE}", defaultValue = "600")
  private int limit;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      description = "How long the disk may take, before each timed run, to write what earlier ones left; 0: do not wait. Default: ${DEFAULT-VALUE}",
      defaultValue = "10")
  private int settleSeconds;

  @Option(names = "--java", paramLabel = "NAME=FILE", description = "A Java (…/bin/java) for targets with +java-NAME")
  private Map<String, String> javas = new TreeMap<>();

  @Option(names = "--no-disk-timing", description = "Do not measure the disk (240 MiB are written)")
  private boolean hasNoDiskTiming;

  /** The command line, as it can be typed again. */
  private String command() {
    StringBuilder command = new StringBuilder("./lumosql bench");
    for (String word : spec.root().commandLine().getParseResult().originalArgs()) {
      command.append(' ').append(word.contains(" ") ? word.replaceFirst("=", "='") + "'" : word);
    }
    return command.toString();
  }

  boolean hasDiskTiming() {
    return !hasNoDiskTiming;
  }

  RunOptions timed(Settings settings) throws IOException {
    return options(settings, warmUps == null ? settings.number("WARMUP_RUNS", WARM_UPS) : warmUps, runs == null ? settings.number("BENCHMARK_RUNS", RUNS) : runs, false);
  }

  RunOptions checked(Settings settings) throws IOException {
    settleSeconds = 0;
    return options(settings, 1, 0, true);
  }

  private RunOptions options(Settings settings, int before, int timed, boolean checksOnly) {
    Path place = folder == null ? Path.of(settings.text("DB_DIR", System.getProperty("java.io.tmpdir"))) : folder;
    return new RunOptions(
        before,
        timed,
        place.toAbsolutePath(),
        Duration.ofSeconds(limit),
        settleSeconds,
        javas,
        settings.text("COPY_DATABASES", ""),
        settings.text("COPY_SQL", ""),
        command(),
        checksOnly);
  }

  /** Where builds of commits are kept. */
  static Path cache(Settings settings) {
    return Path.of(settings.text("CACHE_DIR", "bench/target/commits"));
  }
}
