// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.util.function.Consumer;
import org.lumosql.shell.output.Format;
import org.lumosql.shell.output.OutputMode;

/** What dot-commands change besides the looks of rows. */
public final class Settings {
  /** What is told of a statement before it runs ({@code .eqp}). */
  public enum Plan {
    OFF,
    ON,
    TRIGGER,
    FULL
  }

  public final Format format = new Format();

  /** What opens a file as its kind is opened on the desktop. */
  public String opener = opener(System.getProperty("os.name"));

  /** What is done with the next SQL that is entered in place of running it ({@code .expert}); null for nothing. */
  public Consumer<String> nextInput;

  public boolean bail;
  public boolean echo;
  public boolean changes;
  public boolean timer;
  public boolean stats;
  public boolean trace;

  /** Whether what EXPLAIN gives is printed in its own way, whatever the mode is. */
  public boolean explainAutomatically = true;

  /** The mode to go back to after {@code .explain on}. */
  public OutputMode modeBeforeExplain = OutputMode.LIST;

  public Plan plan = Plan.OFF;
  public String prompt = "lumosql> ";
  public String continuationPrompt = "   ...> ";

  /** Whether colours may be used on a terminal. */
  public boolean colours = true;

  /** Whether long work shows how far it is. */
  public boolean progressBars;

  private static String opener(String system) {
    return system.startsWith("Windows") ? "start" : system.startsWith("Mac") ? "open" : "xdg-open";
  }
}
