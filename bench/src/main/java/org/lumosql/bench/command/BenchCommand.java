// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Spec;

/** The main class. Exit status: 0 all is well, 1 a target failed or a comparison found a slower one where that was asked for, 2 something could not be done. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    version = "LumoSQL for the JVM",
    description = "LumoSQL's benchmarks: any engine in any version against any other, results in a SQLite database.",
    subcommands = {
      WhatCommand.class,
      TargetsCommand.class,
      RunCommand.class,
      TestCommand.class,
      ShowCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0: all is well", "1: an engine failed, or gave something else than the others", "2: something could not be done"})
public final class BenchCommand implements Runnable {
  static final int GOOD = ExitCode.OK;
  static final int FAILED = 1;
  static final int NOT_DONE = 2;

  @Spec private CommandLine.Model.CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** The exit status. */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new BenchCommand())
        .setExecutionExceptionHandler(
            (error, command, parsed) -> {
              if (error instanceof IOException || error instanceof SQLException || error instanceof IllegalArgumentException) {
                command.getErr().println("bench: " + message(error));
                return NOT_DONE;
              }
              throw error;
            });
  }

  private static String message(Exception error) {
    return error instanceof NoSuchFileException missing ? "no such file: " + missing.getFile() : error.getMessage();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
  }
}
