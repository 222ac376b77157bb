// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lumosql.compat.slt.Failure;

/**
 * What came of a script on a target.
 *
 * @param version what the engine says of itself; empty if it could not be asked
 * @param passed records
 * @param skipped records meant for other databases
 * @param notRun records after one that ended the script
 * @param failed records, of which {@code failures} are the first
 * @param nanos from opening to closing
 * @param slowest the slowest records, slowest first
 */
public record ScriptResult(
    Script script,
    String target,
    String version,
    int passed,
    int skipped,
    int notRun,
    int failed,
    List<Failure> failures,
    long nanos,
    List<TimedRecord> slowest)
    implements Serializable {
  private static final int KEPT = 20;

  /** A record and what it took. */
  public record TimedRecord(String script, int line, String sql, long nanos) implements Serializable {}

  public int records() {
    return passed + failed + notRun;
  }

  /** A script of which nothing but one failure is known. */
  static ScriptResult broken(Script script, String target, Failure failure, int passed, int notRun, long nanos) {
    return new ScriptResult(script, target, "", passed, 0, notRun, 1, List.of(failure), nanos, List.of());
  }

  /** With a failure that an earlier attempt at the script ended with; the records are those of this attempt and one more. */
  ScriptResult with(Failure earlier) {
    List<Failure> all = new ArrayList<>(failures);
    all.add(earlier);
    all.sort(Comparator.comparingInt(Failure::line));
    return new ScriptResult(script, target, version, passed, skipped, notRun, failed + 1, List.copyOf(all), nanos, slowest);
  }

  static List<Failure> firstOf(List<Failure> failures) {
    return List.copyOf(failures.subList(0, Math.min(KEPT, failures.size())));
  }
}
