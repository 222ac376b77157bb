// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.List;

/**
 * What a statement did.
 *
 * @param columns names of the result columns; empty if it gives no rows
 * @param rows values as texts that begin with the letter of their storage class: {@code n}, {@code i1}, {@code r0.5}, {@code tabc}, {@code x00ff}
 * @param code the extended result code; 0 for success, {@link #CRASH} if an exception escaped that is no SQL error
 * @param message of the error; null for success
 */
public record Outcome(List<String> columns, List<String[]> rows, int code, String message) {
  /** The code of an exception that is no SQL error. */
  public static final int CRASH = -1;

  static final int INTERRUPT = 9;
  static final int NOMEM = 7;

  static Outcome error(int code, String message) {
    return new Outcome(List.of(), List.of(), code, message);
  }

  /** An exception that is no SQL error; where it was thrown is part of the message. */
  static Outcome crash(Throwable thrown) {
    StringBuilder text = new StringBuilder(thrown.toString());
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = 0; i < Math.min(12, frames.length); i++) {
      text.append("\n    at ").append(frames[i]);
    }
    return error(CRASH, text.toString());
  }

  public boolean isError() {
    return code != 0;
  }

  public boolean isCrash() {
    return code == CRASH;
  }

  /** Whether it ran into the time limit, so that nothing can be said about it. */
  public boolean isTimeout() {
    return code == INTERRUPT;
  }
}
