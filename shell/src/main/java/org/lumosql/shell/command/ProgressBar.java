// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import org.lumosql.shell.session.Shell;

/** Shows on a terminal how far long work is, after a second. Where no person sits before it, nothing. */
final class ProgressBar {
  private static final int WIDTH = 40;
  private static final long FIRST_AFTER = 1_000_000_000L;
  private static final long BETWEEN = 100_000_000L;

  private final Shell shell;
  private final String work;
  private final long total;
  private final boolean shown;
  private long next = System.nanoTime() + FIRST_AFTER;
  private int length;

  private ProgressBar(Shell shell, String work, long total) {
    this.shell = shell;
    this.work = work;
    this.total = total;
    this.shown = shell.settings().progressBars;
  }

  /** @param total what {@link #reached} is measured by; 0 if that is not known */
  static ProgressBar start(Shell shell, String work, long total) {
    return new ProgressBar(shell, work, total);
  }

  void reached(long done) {
    if (!shown || System.nanoTime() < next) {
      return;
    }
    next = System.nanoTime() + BETWEEN;
    StringBuilder text = new StringBuilder("\r").append(work);
    if (total > 0) {
      int percent = (int) Math.min(100, done * 100 / total);
      int filled = percent * WIDTH / 100;
      text.append(" [").append("#".repeat(filled)).append(".".repeat(WIDTH - filled)).append("] ").append(percent).append('%');
    } else {
      text.append(' ').append(done);
    }
    length = text.length();
    shell.err().print(text.toString()).flush();
  }

  /** Takes the bar away. */
  void end() {
    if (length > 0) {
      shell.err().print("\r").spaces(length).print("\r").flush();
      length = 0;
    }
  }
}
