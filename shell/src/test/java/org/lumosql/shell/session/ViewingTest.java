// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.shell.command.CommandTable;
import org.lumosql.shell.output.Output;

/** Output for spreadsheets and editors; the program that opens it prints what it is given. */
class ViewingTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String session(String opener, String input) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Output errors = new Output(err);
    try (Shell shell = new Shell(new Output(out), errors, new CommandTable(), directory)) {
      shell.settings().opener = opener;
      shell.readAll(LineSource.of(new BufferedReader(new StringReader(input))));
    }
    errors.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theNextCommandIsShownAsCsvAndThenAllIsAsBefore() throws Exception {
    for (String command : new String[] {".excel", ".once -x"}) {
      assertThat(session("echo seen; cat", ".separator ;\n" + command + "\nSELECT 1,'a b';\nSELECT 2,'c d';\n"))
          .isEqualTo("seen\n1,\"a b\"\r\n2;c d\n");
    }
    assertThat(session("cat", ".excel --bom\nSELECT 1,2;\n")).isEqualTo("\uFEFF1,2\r\n");
  }

  @Test
  void anEditorShowsTheModeInForce() throws Exception {
    assertThat(session("echo seen; cat", ".once -e\nSELECT 1,'a b';\n")).isEqualTo("seen\n1|a b\n");
    assertThat(session("echo seen; cat", ".output -e\nSELECT 1;\nSELECT 2;\n.output\nSELECT 3;\n")).isEqualTo("seen\n1\n2\n3\n");
  }

  @Test
  void aProgramThatFailsIsTold() throws Exception {
    assertThat(session("false", ".excel\nSELECT 1;\nSELECT 2;\n")).isEqualTo("2\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).matches("Failed: \\[false .*lumosql.*\\.csv]\n");
  }
}
