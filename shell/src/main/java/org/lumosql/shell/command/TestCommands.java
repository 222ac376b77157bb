// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** What scripts use to test themselves and the engine. */
final class TestCommands {
  private static final String FILE = "testcase-out.txt";

  private TestCommands() {}

  static boolean testCase(Shell shell, Words words) {
    shell.setTestCase(words.count() > 0 ? words.get(1) : "?");
    return shell.outputs().redirect(FILE, false, false);
  }

  static boolean check(Shell shell, Words words) throws IOException {
    String pattern = words.require(1, 1, ".check GLOB-PATTERN").get(1);
    shell.outputs().reset();
    if (!Files.isReadable(shell.resolve(FILE))) {
      shell.error("Error: cannot read '" + FILE + "'");
      return false;
    }
    String found = Files.readString(shell.resolve(FILE), StandardCharsets.UTF_8);
    if (!matches(shell, pattern, found)) {
      shell.error("testcase-" + shell.testCase() + " FAILED\n Expected: [" + pattern + "]\n      Got: [" + found + "]");
      return false;
    }
    shell.out().print("testcase-").print(shell.testCase()).print(" ok\n");
    return true;
  }

  /** White space of any length is as good as another, and that at the end does not count. */
  private static boolean matches(Shell shell, String pattern, String text) {
    String sql = "SELECT " + SqlText.quote(squeeze(text)) + " GLOB " + SqlText.quote(squeeze(pattern));
    try (Statement matches = shell.connection().prepare(sql)) {
      return matches.step() && matches.columnLong(0) != 0;
    }
  }

  private static String squeeze(String text) {
    StringBuilder squeezed = new StringBuilder();
    for (String word : text.split("\\s+")) {
      squeezed.append(squeezed.length() == 0 ? "" : " ").append(word);
    }
    return squeezed.toString();
  }

  static boolean testControl(Shell shell, Words words) throws IOException {
    if (words.count() == 0 || !"optimizations".startsWith(words.get(1).toLowerCase(Locale.ROOT))) {
      throw new Words.UsageException("Usage: .testctrl optimizations ?MASK|+NAME|-NAME...?");
    }
    try {
      StringBuilder text = new StringBuilder();
      new OptimisationSwitches(shell.connection()).change(words.from(2), text);
      shell.out().print(text.toString());
      return true;
    } catch (IllegalArgumentException e) {
      shell.error("Error: " + e.getMessage());
      return false;
    }
  }
}
