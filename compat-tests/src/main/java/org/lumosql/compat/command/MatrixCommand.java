// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.matrix.Amount;
import org.lumosql.compat.matrix.Matrix;
import org.lumosql.compat.matrix.MatrixReport;
import org.lumosql.compat.support.Store;
import org.lumosql.harness.JavaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code compat matrix}. */
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    description = "Runs all suites on all our ways of storing a database, on one or more Javas, and writes a page and a table for the README.")
final class MatrixCommand implements Callable<Integer>, Matrix.Progress {
  private static final String BEGIN = "<!-- compat matrix -->\n";
  private static final String END = "<!-- end of compat matrix -->\n";

  private static final String JAVAS = "LUMOSQL_COMPAT_JAVA";
  private static final double QUICK_SCRIPTS = 0.004;
  private static final double QUICK_FILES = 0.02;
  private static final long QUICK_STATEMENTS = 400;

  /** What runs for a second or two is soonest done by the first compiler. */
  private static final List<String> QUICK_OPTIONS = List.of("-XX:TieredStopAtLevel=1");

  /** Each backend, layout and cipher once. */
  private static final List<String> QUICK_STORES =
      List.of("memory", "file", "file-aes256gcm", "lmdb", "lmdb-pages-xchacha20", "bdb-pages-aes256gcm", "rocksdb-trees-xchacha20");

  @Option(
      names = "--suites",
      paramLabel = "NAME",
      split = ",",
      description = {
        "sqllogictest, golden, turso, differential, metamorphic, exchange, sharing, snapshots, kills, power loss, failing disk, damage.",
        "Default: all"
      })
  private List<String> suites = Matrix.suites();

  @Option(names = {"--backend", "--stores"}, paramLabel = "NAME", split = ",", description = StoreNames.DESCRIPTION)
  private List<String> stores;

  @Option(
      names = "--java",
      paramLabel = "FILE",
      description = "The java to run on; several times: on each. Default: those in the environment's " + JAVAS + ", as a list of paths, or the one at hand")
  private List<String> javas = javas();

  @Option(names = "--quick", description = "A small part of everything, on fewer stores: some minutes.")
  private boolean isQuick;

  @Option(names = "--shared", paramLabel = "FOLDER", defaultValue = "../shared", description = "The corpora. Default: ../shared")
  private Path shared;

  @Option(names = "--golden", paramLabel = "FOLDER", defaultValue = "compat-tests/src/test/resources/golden", description = "Golden files.")
  private Path golden;

  @Option(names = "--sample", paramLabel = "FRACTION", defaultValue = "0.33", description = "The part of the sqllogictest scripts. Default: 0.33")
  private double scripts;

  @Option(names = "--files", paramLabel = "FRACTION", defaultValue = "1", description = "The part of the golden files and Turso's. Default: 1")
  private double files;

  @Option(names = "--statements", paramLabel = "N", defaultValue = "20000", description = "Random statements of each cell; other random cases go with them. Default: 20000")
  private long statements;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of what is random. Default: 1")
  private long seed;

  @Option(names = "--workers", paramLabel = "N", defaultValue = "1", description = "Cells at a time. Default: 1")
  private int workers;

  @Option(names = "--java-option", paramLabel = "OPTION", description = "An option for each java, such as -XX:TieredStopAtLevel=1, which is faster for small amounts.")
  private List<String> javaOptions = List.of();

  @Option(names = "--cell-limit", paramLabel = "MINUTES", defaultValue = "60", description = "A cell that takes longer has failed. Default: 60")
  private long cellMinutes;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page, such as docs/compat.html.")
  private Path html;

  @Option(names = "--readme", paramLabel = "FILE", description = "Write the table into this file, between its two marks.")
  private Path readme;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Amount amount =
        new Amount(
            shared, golden, isQuick ? QUICK_SCRIPTS : scripts, isQuick ? QUICK_FILES : files, isQuick ? QUICK_STATEMENTS : statements, seed);
    Matrix matrix = new Matrix(amount, Duration.ofMinutes(cellMinutes), Math.max(1, workers), javaOptions.isEmpty() && isQuick ? QUICK_OPTIONS : javaOptions, this);
    MatrixReport report = matrix.run(suites, chosen(), javas);
    System.out.print(report.markdown());
    return report.isClean() ? CompatCommand.PASSED : CompatCommand.FAILED;
  }

  private List<Store> chosen() throws IOException {
    return StoreNames.known(stores != null ? stores : isQuick ? QUICK_STORES : List.of("all"));
  }

  @Override
  public void tell(String line) {
    System.out.println(line);
  }

  @Override
  public void stored(MatrixReport report) throws IOException {
    if (html != null) {
      Files.writeString(html, report.html());
    }
    if (readme != null) {
      Files.writeString(readme, replaced(Files.readString(readme), report.markdown()));
    }
  }

  private static List<String> javas() {
    String given = System.getenv(JAVAS);
    return given == null || given.isBlank() ? List.of(JavaCommand.current()) : List.of(given.split(File.pathSeparator));
  }

  private static String replaced(String text, String table) throws IOException {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("no marks for the table: " + BEGIN.strip() + " and " + END.strip());
    }
    return text.substring(0, begin + BEGIN.length()) + table + text.substring(end);
  }
}
