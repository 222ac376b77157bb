// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The main class. Without a command it runs sqllogictest. Exit status: 0 all passed, 1 something failed, 2 something could not be run: a script was
 * malformed, an engine could not be opened, hung or ended its process, or the command line is wrong.
 */
@Command(
    name = "compat",
    mixinStandardHelpOptions = true,
    version = "LumoSQL for the JVM",
    description = "Runs sqllogictest scripts on any number of engines and tells what differs.",
    subcommands = {
      DifferentialCommand.class, MutateCommand.class, MetamorphicCommand.class, CrashCommand.class, ExchangeCommand.class, SharingCommand.class, HostileCommand.class,
      NumbersCommand.class, ReleasesCommand.class, MatrixCommand.class, StoresCommand.class, CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0: all passed", "1: records failed", "2: something could not be run"})
public final class CompatCommand implements Callable<Integer> {
  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int NOT_RUN = 2;

  @Mixin private SltOptions options;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** The exit status. */
  static int run(String... arguments) {
    return new CommandLine(new CompatCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (error, command, parsed) -> {
              if (error instanceof IOException) {
                command.getErr().println("compat: " + message(error));
                return NOT_RUN;
              }
              throw error;
            })
        .execute(arguments);
  }

  private static String message(Exception error) {
    return error instanceof java.nio.file.NoSuchFileException missing ? "no such file: " + missing.getFile() : error.getMessage();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new SltCommand(options).run();
  }
}
