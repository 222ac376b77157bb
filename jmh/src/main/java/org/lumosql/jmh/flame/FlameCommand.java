// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.flame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;

/** Records something, or takes what was recorded, and writes the flame graph. */
public final class FlameCommand {
  private static final Duration PERIOD = Duration.ofMillis(10);

  private FlameCommand() {}

  /** What is looked at. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** Runs the work and writes where its time went. @param title what it is */
  public static void record(Work work, String title, Path svg) throws Exception {
    Path file = Files.createTempFile("flame", ".jfr");
    try {
      try (Recording recording = new Recording()) {
        recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
        recording.enable("jdk.NativeMethodSample").withPeriod(PERIOD);
        recording.start();
        work.run();
        recording.stop();
        recording.dump(file);
      }
      draw(file, title, svg);
    } finally {
      Files.delete(file);
    }
  }

  /** Writes the flame graph of a recording, such as {@code -prof jfr} leaves. */
  public static void draw(Path recording, String title, Path svg) throws IOException {
    Files.writeString(svg, new FlameGraph(FlameTree.of(recording), title).svg(), StandardCharsets.UTF_8);
  }
}
