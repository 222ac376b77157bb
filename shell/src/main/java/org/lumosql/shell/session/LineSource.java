// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.io.BufferedReader;
import java.io.IOException;

/** Where lines of commands come from. */
public interface LineSource {
  /**
   * The next line without its end; null at the end.
   *
   * @param pending what stands before it of an unfinished statement, empty if there is nothing
   */
  String next(String pending) throws IOException;

  /** Whether a person types the lines: errors then name no line, and what was typed is not echoed. */
  default boolean isInteractive() {
    return false;
  }

  /** Told before and after a command runs, so that an interrupt is meant for it. */
  default void running(boolean isRunning) {}

  /** The lines of a reader. */
  static LineSource of(BufferedReader reader) {
    return pending -> reader.readLine();
  }
}
