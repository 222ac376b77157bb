// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs command lines: ours in this process, and those of the {@code sqlite3} shell that is on the path. */
final class Lumo {
  private static final int SECONDS = 30;

  private Lumo() {}

  /** What a command line gave. */
  record Result(int status, String out, String err) {}

  /** Runs ours with an input. */
  static Result run(String input, String... arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int status = Main.run(arguments, in, out, err, Path.of(""));
    return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs the {@code sqlite3} shell with an input. */
  static Result sqlite3(Path directory, String input, String... arguments) throws IOException, InterruptedException {
    Path in = Files.writeString(Files.createTempFile(directory, "in", ".sql"), input);
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path err = Files.createTempFile(directory, "err", ".txt");
    List<String> command = new ArrayList<>(List.of("sqlite3"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("sqlite3 does not end");
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** The version of the {@code sqlite3} shell, or null if there is none. */
  static String sqlite3Version() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("sqlite3", "-version").redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text.split(" ")[0];
    } catch (IOException notInstalled) {
      return null;
    }
  }
}
