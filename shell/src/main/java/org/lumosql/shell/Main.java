// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.lumosql.engine.EngineException;

/** Entry of the command line: {@code lumosql [OPTIONS] [FILE [SQL…]]}. */
public final class Main {
  private Main() {}

  /** Exits with 0 if all went well, 1 after an error. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false, "UTF-8");
    PrintStream err = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, "UTF-8");
    int status = run(arguments, out, err);
    out.flush();
    System.exit(status);
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      err.println("lumosql: Error: " + e.getMessage());
      err.println("Use -help for a list of options.");
      return 1;
    }
    if (options.help()) {
      out.print(Options.HELP);
      return 0;
    }
    try (Shell shell = new Shell(options, out, err)) {
      if (!options.commands().isEmpty()) {
        return shell.runAll(options.commands());
      }
      BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return shell.readFrom(input, System.console() != null && !options.batch());
    } catch (EngineException e) {
      out.flush();
      err.println("Error: " + e.getMessage());
      return 1;
    }
  }
}
