// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.util.Map;
import org.lumosql.bench.store.RunRecord;
import org.lumosql.bench.targets.TargetName;

/** Puts what a target gave into the record of a run: times, and whether it was right. */
final class RunResult {
  private final RunRecord run;
  private final TargetName target;
  private final ResultCheck check;
  private final boolean checksOnly;
  private int number;
  private int good;
  private int failed;
  private int interrupted;

  RunResult(RunRecord run, TargetName target, ResultCheck check, boolean checksOnly) {
    this.run = run;
    this.target = target;
    this.check = check;
    this.checksOnly = checksOnly;
  }

  void add(Contestant.Pass pass) {
    engine(pass.facts());
    for (Contestant.Done done : pass.done()) {
      test(done);
    }
    if (!pass.error().isEmpty()) {
      boolean isSignal = pass.errorStatus().startsWith("SIG");
      number++;
      run.putTest(number, "test-name", "(" + pass.error().split(":")[0] + ")");
      run.putTest(number, "status", pass.errorStatus());
      interrupted += isSignal ? 1 : 0;
      failed += isSignal ? 0 : 1;
      fail(pass.error());
    }
    if (!pass.check().isEmpty()) {
      number++;
      run.putTest(number, "test-name", "integrity_check");
      run.putTest(number, "real-time", "0");
      count(new ResultCheck.Verdict(pass.check().equals("ok") ? ResultCheck.OK : "RESULT1", pass.check()), "integrity_check");
    }
    run.put("tests-ok", Integer.toString(good));
    run.put("tests-fail", Integer.toString(failed));
    run.put("tests-intr", Integer.toString(interrupted));
  }

  private void test(Contestant.Done done) {
    ResultCheck.Verdict verdict = check.judge(target, done.test(), done.ran());
    if (!BenchmarkRun.isRecorded(done.test(), checksOnly)) {
      // a check has no time and no number of its own: what it finds is said of the test before it
      if (!verdict.isGood()) {
        good--;
        count(verdict, done.test().number() + " " + done.test().name());
      }
      return;
    }
    number++;
    Times times = done.ran().times();
    run.putTest(number, "test-name", done.test().name());
    run.putTest(number, "test-id", done.test().number());
    run.putTest(number, "real-time", Environment.seconds(times.real()));
    run.putTest(number, "user-cpu-time", Environment.seconds(times.user()));
    run.putTest(number, "system-cpu-time", Environment.seconds(times.system()));
    run.putTest(number, "thread-cpu-time", Environment.seconds(times.thread()));
    run.putTest(number, "allocated-bytes", Long.toString(times.allocated()));
    run.putTest(number, "output-size", Long.toString(done.ran().size()));
    count(verdict, done.test().number() + " " + done.test().name());
  }

  private void count(ResultCheck.Verdict verdict, String what) {
    run.putTest(number, "status", verdict.status());
    if (verdict.isGood()) {
      good++;
    } else {
      failed++;
      fail(what + ": " + verdict.message());
    }
  }

  /** The first failure is what a person wants to read. */
  private void fail(String message) {
    if (!run.data().containsKey("failure")) {
      run.put("failure", message);
    }
  }

  /** Facts of the engine, under LumoSQL's keys: all of a backend's, or none. */
  private void engine(Map<String, String> facts) {
    facts.forEach(run::put);
    String source = run.get("sqlite-source");
    run.data().remove("sqlite-source");
    String version = run.get("sqlite-version");
    if (!source.isEmpty()) {
      // date, time and the id of the source, as sqlite_source_id() writes them
      String[] parts = source.split(" ");
      run.put("sqlite-date", parts.length > 1 ? parts[0] + " " + parts[1] : "");
      run.put("sqlite-id", parts[parts.length - 1]);
    }
    String name = version + " " + source;
    if (target.engine().isOurs()) {
      name = "LumoSQL for the JVM, SQLite " + version + ", commit " + commit();
      run.put("backend", target.backend());
      run.put("backend-name", target.engine().label());
      run.put("backend-version", target.version().isEmpty() ? commit() : target.version());
      run.put("backend-id", commit());
      run.put("backend-date", "");
    } else if (!target.engine().isSqlite()) {
      name = run.get("engine-product");
      run.put("backend", target.backend());
      run.put("backend-name", target.engine().label());
      run.put("backend-version", target.version());
      run.put("backend-id", target.engine().artefactVersion(target.version()));
      run.put("backend-date", "");
    }
    run.put("sqlite-name", name);
  }

  private String commit() {
    String built = run.get("option-commit");
    return built.isEmpty() ? run.get("commit") : built;
  }
}
