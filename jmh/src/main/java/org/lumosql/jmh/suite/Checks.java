// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What went wrong while benchmarks were set up and checked in this process. An answer that is not right is another matter than an engine which cannot run a
 * statement; that ours or C SQLite cannot is not right either.
 */
final class Checks {
  private static final List<String> WRONG = Collections.synchronizedList(new ArrayList<>());
  private static final List<String> UNABLE = Collections.synchronizedList(new ArrayList<>());

  private Checks() {}

  /** Something that is set up or checked. */
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }

  /** @param what for people, when it fails */
  static void run(TargetDatabase target, String what, Step step) throws Exception {
    try {
      step.run();
    } catch (SQLException failure) {
      (target.isSqlite() ? WRONG : UNABLE).add(message(target, what, failure));
      throw failure;
    } catch (Exception failure) {
      WRONG.add(message(target, what, failure));
      throw failure;
    }
  }

  private static String message(TargetDatabase target, String what, Exception failure) {
    return target + ", " + what + ": " + String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  /** Results that are not right, and failures of engines that must be able to. */
  static List<String> wrong() {
    return List.copyOf(WRONG);
  }

  /** What other databases cannot run. */
  static List<String> unable() {
    return List.copyOf(UNABLE);
  }

  static void forget() {
    WRONG.clear();
    UNABLE.clear();
  }
}
