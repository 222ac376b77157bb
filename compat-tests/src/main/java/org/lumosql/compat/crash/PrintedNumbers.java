// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Rising numbers that a process prints, one a line, for what it has done. */
final class PrintedNumbers {
  private PrintedNumbers() {}

  /** Kills a process after so many lines, and returns the last number that it has printed. */
  static long lastBeforeKill(Process process, int lines) throws IOException, InterruptedException {
    long last = -1;
    try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < lines; i++) {
        String line = output.readLine();
        assertThat(line).as("output of the process").isNotNull();
        last = Long.parseLong(line);
      }
      process.toHandle().destroyForcibly(); // unlike that of the process, it leaves the output readable
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        // the last line may be cut
        last = line.length() >= String.valueOf(last).length() ? Math.max(last, Long.parseLong(line)) : last;
      }
    }
    process.waitFor();
    return last;
  }
}
