// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.support.LongRun;
import picocli.CommandLine.Option;

/** Where a random run begins and when it ends. */
final class SeedOptions {
  @Option(names = "--seed", paramLabel = "N", description = "First seed; told if it is not given. The same seed repeats the same case.")
  private Long seed;

  @Option(names = "--minutes", paramLabel = "N", defaultValue = "1", description = "How long it all takes, about; each part gets the same time. Default: 1")
  private double minutes;

  @Option(names = "--count", paramLabel = "N", description = "Instead of a time: how many cases of each part.")
  private Long count;

  /** A part of the run. */
  record Part(String title, LongRun.Case body) {}

  /** Runs one part after the other; the exit status. */
  int run(List<Part> parts, PrintStream out) throws IOException {
    if (parts.isEmpty()) {
      throw new IOException("nothing to do: no kind of test is for a store of these");
    }
    long first = seed == null ? System.nanoTime() & 0xffffff : seed;
    Duration each = count == null ? Duration.ofMillis((long) (minutes * 60_000 / parts.size())) : Duration.ofDays(365);
    List<LongRun.Tally> tallies = new ArrayList<>();
    for (Part part : parts) {
      tallies.add(LongRun.run(part.title(), first, count == null ? Long.MAX_VALUE : count, each, out, part.body()));
    }
    long failures = tallies.stream().mapToLong(LongRun.Tally::failures).sum();
    out.println(tallies.stream().mapToLong(LongRun.Tally::done).sum() + " done, " + failures + " seeds failed");
    return failures == 0 ? CompatCommand.PASSED : CompatCommand.FAILED;
  }
}
