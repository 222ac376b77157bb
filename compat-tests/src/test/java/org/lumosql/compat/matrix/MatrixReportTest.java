// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.compat.support.Store;
import org.lumosql.harness.JavaCommand;

class MatrixReportTest {
  @ParameterizedTest
  @CsvSource({"1, all", "0.33, 33 % of the", "0.004, 0.4 % of the", "0.0001234, 0.012 % of the", "0.5, 50 % of the"})
  void aSmallPartIsNotNothing(double fraction, String text) {
    assertThat(MatrixReport.part(fraction)).isEqualTo(text);
  }

  @Test
  void failuresAndWhatIsNotRunShow() {
    MatrixReport report = new MatrixReport(List.of("golden", "kills"), new Amount(Path.of("x"), Path.of("y"), 0.001, 1, 2_000, 7));
    String java = JavaCommand.current();
    report.add(java, Store.named("memory"), "golden", new Cell(1_000, 0, 12, List.of("skipped: others"), 1));
    report.add(java, Store.named("memory"), "kills", Cell.notFor("nothing is stored"));
    assertThat(report.isClean()).isTrue();
    report.add(java, Store.named("lmdb"), "golden", new Cell(998, 2, 0, List.of("a < b failed"), 200));
    report.add(java, Store.named("bdb"), "golden", new Cell(5, 0, 1, List.of("skipped: others"), 1));
    report.add(java, Store.named("lmdb"), "kills", new Cell(3, 0, 0, List.of(), 5));
    assertThat(report.isClean()).isFalse();
    assertThat(report.markdown())
        .contains("| store | golden | kills |\n|---|---:|---:|\n| memory | 1,000 | – |\n| lmdb | 998, 2 failed | 3 |\n")
        .contains("sqllogictest: 0.1 % of the scripts", "golden files and Turso's: all files", "random statements: 2,000 a cell", "seed: 7");
    assertThat(report.html())
        .contains("<td class=\"none\">–</td>")
        .contains("<td class=\"good\">1,000<small>12 skipped, 1 s</small></td>")
        .contains("<td class=\"bad\">998, 2 failed<small>3 min</small></td>")
        .contains("golden on memory, " + JavaCommand.description(java) + ", and 1 more</summary><pre>skipped: others<")
        .contains(": 2 failed</summary><pre>a &lt; b failed<");
  }
}
