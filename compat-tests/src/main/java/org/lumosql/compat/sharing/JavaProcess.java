// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import java.io.IOException;
import java.util.List;
import org.lumosql.harness.JavaCommand;

/** Starts a main class in a JVM of its own. */
public final class JavaProcess {
  private JavaProcess() {}

  /** Its errors go to ours, its output is for the caller to read. */
  public static Process start(Class<?> main, String... arguments) throws IOException {
    return startWith(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"), main, arguments);
  }

  /** The same with other options of the JVM. */
  public static Process startWith(List<String> options, Class<?> main, String... arguments) throws IOException {
    List<String> command = JavaCommand.with(JavaCommand.current(), List.of());
    command.add(1, "-ea");
    command.addAll(1, options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
