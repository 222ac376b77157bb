// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.BufferedReader;
import java.io.IOException;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.session.LineSource;
import org.lumosql.shell.session.Shell;

/** Asks for lines with prompts, without editing: where there is no terminal, or none that can be edited on. */
final class PromptingSource implements LineSource {
  private final BufferedReader input;
  private final Shell shell;

  PromptingSource(BufferedReader input, Shell shell) {
    this.input = input;
    this.shell = shell;
  }

  /** Says what this is and where help is. */
  static void greet(Shell shell, boolean hasFile) {
    Output out = shell.out();
    out.print("LumoSQL for the JVM, following SQLite ").println(shell.sqliteVersion());
    out.print("Enter \".help\" for usage hints.\n");
    if (!hasFile) {
      out.print("Connected to a transient in-memory database.\nUse \".open FILENAME\" to reopen on a persistent database.\n");
    }
    out.flush();
  }

  @Override
  public String next(String pending) throws IOException {
    shell.out().print(pending.isEmpty() ? shell.settings().prompt : shell.settings().continuationPrompt).flush();
    return input.readLine();
  }

  @Override
  public boolean isInteractive() {
    return true;
  }
}
