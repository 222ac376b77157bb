// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be said of a run of sqllogictest. */
final class SltOptions {
  @Parameters(paramLabel = "PATH", description = "Scripts: files, folders, zips, jars.")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--corpus", paramLabel = "PATH", description = "As PATH; several times. 'maven' is the whole corpus, as the artefact net.hydromatic:sql-logic-test has it, but for scripts that a PATH has.")
  List<String> corpora = new ArrayList<>();

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "memory",
      description = {
        "Engines to run on: stores (see the command stores), BACKEND?PARAMETERS (lmdb?layout=pages), all stores;",
        "sqlite, h2, hsqldb, derby, in memory or sqlite-file …, sqlite@3.46; jdbc:URL; NAME=jdbc:URL. Default: memory"
      })
  List<String> targets = new ArrayList<>();

  @Option(names = "--workers", paramLabel = "N", defaultValue = "1", description = "Processes at a time. Default: 1")
  int workers;

  @Option(names = "--sample", paramLabel = "FRACTION", defaultValue = "1", description = "Run this part of the scripts, such as 0.33.")
  double fraction;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the sample; told if it is not given.")
  Long seed;

  @Option(names = "--record-limit", paramLabel = "SECONDS", defaultValue = "60", description = "A record that takes longer hangs. Default: 60")
  long recordSeconds;

  @Option(names = "--script-limit", paramLabel = "SECONDS", defaultValue = "1800", description = "So does a script. Default: 1800")
  long scriptSeconds;

  @Option(names = "--java", paramLabel = "FILE", description = "The java to run the engines with; several times: with each.")
  List<Path> javas = new ArrayList<>();

  @Option(names = "--folder", paramLabel = "FOLDER", description = "Databases are here; those of failed scripts stay. Default: a temporary one")
  Path folder;

  @Option(names = "--failures", paramLabel = "N", defaultValue = "10", description = "Failures shown for each engine. Default: 10")
  int shown;

  @Option(names = "--shrink", description = "Reduce failing scripts to the fewest statements that still fail; C SQLite says what is right.")
  boolean shrinks;

  @Option(names = "--quiet", description = "Do not tell each script.")
  boolean isQuiet;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page.")
  Path html;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write a line for each script.")
  Path csv;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit's XML.")
  Path junit;
}
