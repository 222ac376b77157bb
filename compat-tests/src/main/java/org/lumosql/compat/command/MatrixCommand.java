// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.matrix.Matrix;
import org.lumosql.compat.matrix.MatrixReport;
import org.lumosql.harness.JavaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code compat matrix}. */
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    description = "Runs all suites on all kinds of our databases, on one or more Javas, and writes a page and a table for the README.")
final class MatrixCommand implements Callable<Integer> {
  private static final String BEGIN = "<!-- compat matrix -->\n";
  private static final String END = "<!-- end of compat matrix -->\n";

  @Option(names = "--suites", paramLabel = "NAME", split = ",", description = "sqllogictest, golden, turso, differential, metamorphic. Default: all")
  private List<String> suites = Matrix.suites();

  @Option(names = "--databases", paramLabel = "NAME", split = ",", description = "Such as memory, file-delete, lmdb, lmdb-pages-xchacha20. Default: all")
  private List<String> places = Matrix.places();

  @Option(names = "--java", paramLabel = "FILE", description = "The java to run on; several times: on each.")
  private List<String> javas = List.of(JavaCommand.current());

  @Option(names = "--shared", paramLabel = "FOLDER", defaultValue = "../shared", description = "The corpora. Default: ../shared")
  private Path shared;

  @Option(names = "--golden", paramLabel = "FOLDER", defaultValue = "compat-tests/src/test/resources/golden", description = "Golden files.")
  private Path golden;

  @Option(names = "--sample", paramLabel = "FRACTION", defaultValue = "0.33", description = "Of the sqllogictest scripts. Default: 0.33")
  private double fraction;

  @Option(names = "--statements", paramLabel = "N", defaultValue = "20000", description = "Random statements of each cell. Default: 20000")
  private long statements;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of what is random. Default: 1")
  private long seed;

  @Option(names = "--cell-limit", paramLabel = "MINUTES", defaultValue = "60", description = "A cell that takes longer has failed. Default: 60")
  private long cellMinutes;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page, such as docs/compat.html.")
  private Path html;

  @Option(names = "--readme", paramLabel = "FILE", description = "Write the table into this file, between its two marks.")
  private Path readme;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Matrix matrix =
        new Matrix(
            shared, golden, fraction, statements, seed, Duration.ofMinutes(cellMinutes),
            (suite, place, java, result) -> System.out.println(place + ": " + suite + ": " + result));
    MatrixReport report = matrix.run(suites, places, javas);
    System.out.print(report.markdown());
    if (html != null) {
      Files.writeString(html, report.html());
    }
    if (readme != null) {
      Files.writeString(readme, replaced(Files.readString(readme), report.markdown()));
    }
    return report.isClean() ? CompatCommand.PASSED : CompatCommand.FAILED;
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
