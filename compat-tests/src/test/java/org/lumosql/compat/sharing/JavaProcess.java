// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a main class of the tests in a JVM of its own. */
public final class JavaProcess {
  private JavaProcess() {}

  /** Its errors go to ours, its output is for the caller to read. */
  public static Process start(Class<?> main, String... arguments) throws IOException {
    return startWith(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"), main, arguments);
  }

  /** The same with other options of the JVM. */
  public static Process startWith(List<String> options, Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-ea", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
