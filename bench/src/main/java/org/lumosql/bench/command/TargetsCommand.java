// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.lumosql.bench.targets.TargetName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench targets}. */
@Command(name = "targets", mixinStandardHelpOptions = true, description = "Prints the targets that these arguments ask for, one a line, as they are named in results.")
final class TargetsCommand implements Callable<Integer> {
  @Mixin private TargetArguments arguments;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (TargetName target : arguments.targets()) {
      out.println(target);
    }
    out.flush();
    return BenchCommand.GOOD;
  }
}
