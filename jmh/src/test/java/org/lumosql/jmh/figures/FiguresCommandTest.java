// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document's figures are made anew, and nothing else in it. */
class FiguresCommandTest {
  private static final String READERS = "-Xmx200m quick readers 0.05 native";
  private static final String WRONG = "quick readers 0.05 nonesuch";

  @TempDir Path directory;
  private Path document;

  @BeforeEach
  void write() throws Exception {
    document = directory.resolve("figures.md");
    Files.writeString(document, "# Figures\n\n" + place(READERS, "old") + "\nbetween\n\n" + place(WRONG, "kept") + "\nend\n");
  }

  private static String place(String command, String figures) {
    return "<!-- figures: " + command + " -->\n\n" + figures + "\n\n<!-- end of figures -->\n";
  }

  private static FiguresCommand command(String... arguments) {
    return new FiguresCommand(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), List.of(arguments));
  }

  @Test
  void whatACommandPrintsStandsInItsPlace() throws Exception {
    assertThat(new MeasuredDocument(document).commands()).containsExactly(READERS, WRONG);
    assertThat(command(document.toString(), "--only", "200m").run()).isZero();
    String text = Files.readString(document);
    assertThat(text)
        .matches("(?s)# Figures\n\n<!-- figures: " + READERS + " -->\n\nJava \\d+ .*; commit .*; load before: .*; took \\d+ s:\n\nBlocks .*\\| native \\|.*\n\n<!-- end of figures -->\n\nbetween\n.*")
        .doesNotContain("old")
        .endsWith(place(WRONG, "kept") + "\nend\n");
  }

  @Test
  void aCommandThatFailsLeavesItsFigures() throws Exception {
    String before = Files.readString(document);
    assertThat(command(document.toString(), "--only", "nonesuch").run()).isOne();
    assertThat(Files.readString(document)).isEqualTo(before);
  }

  @Test
  void argumentsAreChecked() {
    assertThatThrownBy(() -> command()).hasMessageStartingWith("figures DOCUMENT");
    assertThatThrownBy(() -> command("x.md", "--java")).hasMessageStartingWith("figures DOCUMENT");
    assertThatThrownBy(() -> command("x.md", "--one", "y")).hasMessage("no such option: --one");
  }
}
