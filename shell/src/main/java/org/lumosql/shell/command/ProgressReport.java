// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import org.lumosql.shell.session.Shell;

/** What {@code .progress} says while statements run, and when it stops them. */
final class ProgressReport {
  private final Shell shell;
  private int instructions;
  private long limit;
  private boolean quiet;
  private boolean once;
  private boolean reset;
  private long count;

  ProgressReport(Shell shell) {
    this.shell = shell;
  }

  /** Returns a message if a word cannot be understood. */
  String read(Words words) {
    for (int i = 1; i <= words.count(); i++) {
      String word = words.get(i);
      String option = Words.option(word);
      if (option == null) {
        instructions = (int) Words.integer(word);
        continue;
      }
      switch (option) {
        case "quiet", "q" -> quiet = true;
        case "reset" -> reset = true;
        case "once" -> once = true;
        case "limit" -> {
          if (i == words.count()) {
            return "Error: missing argument on --limit";
          }
          limit = Words.integer(words.get(++i));
        }
        default -> {
          return "Error: unknown option: \"" + word + "\"";
        }
      }
    }
    return null;
  }

  void install() {
    shell.connection().setProgressHandler(instructions, instructions > 0 ? this::report : null);
  }

  private boolean report() {
    count++;
    if (count >= limit && limit > 0) {
      shell.out().print("Progress limit reached (").print(count).print(")\n");
      count = reset ? 0 : count;
      limit = once ? 0 : limit;
      return true;
    }
    if (!quiet) {
      shell.out().print("Progress ").print(count).print('\n');
    }
    return false;
  }
}
