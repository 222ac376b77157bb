// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.filter;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lumosql.bench.store.RunRecord;

/** {@code -details}: all that is known of each run and each of its tests. */
public final class Details {
  private static final Set<String> SHOWN_APART =
      Set.of(
          "title", "target", "sqlite-name", "when-run", "end-run", "tests-ok", "tests-fail", "tests-intr", "backend-name", "backend-version", "backend-id",
          "sqlite-id", "sqlite-version");
  private static final Set<String> TIMES = Set.of("test-name", "status", "real-time", "user-cpu-time", "system-cpu-time");

  private Details() {}

  public static void print(PrintWriter out, List<RunRecord> runs, ZoneId zone) {
    for (RunRecord run : runs) {
      out.println("Benchmark: " + run.get("title"));
      out.println("   Target: " + run.get("target"));
      out.println("       ID: " + run.id());
      if (!run.get("backend-name").isEmpty()) {
        out.println("  Backend: " + run.get("backend-name") + "-" + run.get("backend-version"));
      }
      out.println("          (" + run.get("sqlite-name") + ")");
      out.println("   Ran at: " + Field.date(run.get("when-run"), zone, "yyyy-MM-dd HH:mm:ss"));
      out.println(" Duration: " + Field.decimal(run.duration()));
      for (Map.Entry<String, String> entry : run.data().entrySet()) {
        if (!SHOWN_APART.contains(entry.getKey()) && !entry.getValue().isEmpty()) {
          out.println(String.format(Locale.ROOT, "%9s: %s", entry.getKey(), entry.getValue()));
        }
      }
      out.println(
          "    Tests: " + run.tests().size() + " (" + run.get("tests-ok") + " OK, " + run.get("tests-fail") + " FAIL, " + run.get("tests-intr") + " Interrupted)");
      if (!run.get("end-run").isEmpty()) {
        out.println("   End at: " + Field.date(run.get("end-run"), zone, "yyyy-MM-dd HH:mm:ss"));
      }
      run.tests().keySet().forEach(test -> test(out, run, test));
      out.println();
    }
  }

  private static void test(PrintWriter out, RunRecord run, int test) {
    out.println(String.format(Locale.ROOT, "%9s: %s", "Test " + test, run.get(test, "test-name")));
    out.println("          Status: " + run.get(test, "status"));
    String user = run.get(test, "user-cpu-time");
    String processor =
        user.isEmpty()
            ? ""
            : " (user " + Field.decimal(RunRecord.seconds(user)) + " + system " + Field.decimal(RunRecord.seconds(run.get(test, "system-cpu-time"))) + ")";
    out.println("        Duration: " + Field.decimal(run.time(test)) + processor);
    for (Map.Entry<String, String> entry : run.tests().get(test).entrySet()) {
      if (!TIMES.contains(entry.getKey()) && !entry.getValue().isEmpty()) {
        out.println(String.format(Locale.ROOT, "       %9s: %s", entry.getKey(), entry.getValue()));
      }
    }
  }
}
