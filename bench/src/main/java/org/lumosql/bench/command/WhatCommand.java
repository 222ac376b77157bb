// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lumosql.bench.suite.DataSize;
import org.lumosql.bench.suite.Dialect;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.LumoTests;
import org.lumosql.bench.targets.Engine;
import org.lumosql.bench.targets.Option;
import org.lumosql.bench.targets.Settings;
import org.lumosql.bench.targets.TargetName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench what}. */
@Command(name = "what", mixinStandardHelpOptions = true, description = "Lists benchmarks, engines, options and settings, and what would be run with these arguments.")
final class WhatCommand implements Callable<Integer> {
  @Mixin private TargetArguments arguments;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("BENCHMARKS");
    int number = 0;
    for (LumoTest test : LumoTests.all(DataSize.ONE, Dialect.SQLITE)) {
      if (test.isBenchmark()) {
        out.printf("  %2d  %s  %s%n", ++number, test.number(), test.name());
      } else {
        out.printf("      %s  %s (checked, not timed)%n", test.number(), test.name());
      }
    }
    out.println("ENGINES");
    for (Engine engine : Engine.values()) {
      out.printf("  %-8s %s%n", engine.label(), engine.hasVersions() ? engine.artefact() + "  " + String.join(" ", engine.versions()) : "this project");
    }
    out.println("OPTIONS");
    for (Option option : Option.values()) {
      out.printf("  %-15s %s; %s (default %s; %s)%n", option.label(), option.description(), option.syntax(), option.defaultValue(), String.join(" ", option.engines()));
    }
    out.println("SETTINGS");
    for (Map.Entry<String, String> setting : Settings.names().entrySet()) {
      out.printf("  %-18s %s%n", setting.getKey(), setting.getValue());
    }
    arguments.settings().given().forEach(setting -> out.println("  given: " + setting));
    out.println("TARGETS");
    for (TargetName target : arguments.targets()) {
      out.printf("  %-40s %s%n", target, target.title());
    }
    out.flush();
    return BenchCommand.GOOD;
  }
}
