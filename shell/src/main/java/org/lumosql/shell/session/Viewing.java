// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lumosql.shell.output.Format;
import org.lumosql.shell.output.OutputMode;

/**
 * Output that is collected in a file and then opened with the program that the desktop has for it: a spreadsheet or a text editor. The file stays, because
 * nobody tells when that program has read it.
 */
final class Viewing {
  private final Shell shell;
  private final Path file;
  private final Format before;

  private Viewing(Shell shell, Path file) {
    this.shell = shell;
    this.file = file;
    this.before = shell.settings().format.clone();
  }

  /** Begins; rows for a spreadsheet are printed as CSV until {@link #show}. */
  static Viewing begin(Shell shell, boolean asSpreadsheet) throws IOException {
    Viewing viewing = new Viewing(shell, Files.createTempFile("lumosql", asSpreadsheet ? ".csv" : ".txt"));
    if (asSpreadsheet) {
      shell.settings().format.use(OutputMode.CSV);
    }
    return viewing;
  }

  Path file() {
    return file;
  }

  /** Opens what was collected. */
  void show() {
    Format format = shell.settings().format;
    format.mode = before.mode;
    format.separator = before.separator;
    format.rowSeparator = before.rowSeparator;
    String command = shell.settings().opener + " " + file;
    try {
      if (shell.outputs().run(command) != 0) {
        shell.error("Failed: [" + command + "]");
      }
    } catch (IOException e) {
      shell.error("Failed: [" + command + "]");
    }
  }
}
