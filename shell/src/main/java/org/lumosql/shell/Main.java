// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Entry of the command line: {@code lumosql [OPTIONS] [FILE [SQL…]]}. */
public final class Main {
  private static final int OUTPUT_BUFFER = 1 << 16;

  private Main() {}

  /** Exits with 0 if all went well; otherwise with the result code of the failed command, or 1. */
  public static void main(String[] arguments) throws IOException {
    boolean interactive = System.console() != null;
    PrintStream out =
        new PrintStream(
            new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER), false, "UTF-8");
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, "UTF-8");
    int status = run(arguments, System.in, out, err, interactive);
    out.flush();
    System.exit(status);
  }

  /** Runs a command line over streams of the caller's. @param terminal whether a person sits before them */
  static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err, boolean terminal)
      throws IOException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      err.println("lumosql: Error: " + e.getMessage());
      return 1;
    }
    if (options.help()) {
      out.print(Options.HELP);
      return 0;
    }
    try (Shell shell = new Shell(options, out, err)) {
      if (options.version()) {
        shell.run("SELECT sqlite_version()");
        return 0;
      }
      if (!shell.open(options.file())) {
        return 1;
      }
      for (String text : options.first()) {
        int status = shell.run(text);
        if (shell.hasQuit() || status != 0 && options.bail()) {
          return status;
        }
      }
      if (!options.commands().isEmpty()) {
        return shell.runAll(options.commands());
      }
      BufferedReader input = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return shell.readAll(input, terminal && !options.batch());
    }
  }
}
