// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.lumosql.compat.slt.Failure;
import org.lumosql.compat.slt.Recorder;
import org.lumosql.compat.slt.SltEngine;
import org.lumosql.compat.slt.SltParser;
import org.lumosql.compat.slt.SltRecord;
import org.lumosql.compat.slt.SltRunner;
import org.lumosql.compat.support.ScratchFolder;

/** One script on one new database, inside a worker. */
final class ScriptExecution implements SltRunner.Observer {
  private static final int SLOWEST = 5;

  private final Job job;
  private final SltParser.Script script;
  private final RecordUnderWay underWay;
  private final Path file;
  private final PriorityQueue<ScriptResult.TimedRecord> slowest =
      new PriorityQueue<>(Comparator.comparingLong(ScriptResult.TimedRecord::nanos));
  private int done;

  ScriptExecution(Job job, SltParser.Script script, RecordUnderWay underWay) {
    this.job = job;
    List<SltRecord> records = script.records();
    if (!job.leftOut().isEmpty()) {
      records = records.stream().filter(record -> !job.leftOut().contains(record.line())).toList();
    }
    this.script = new SltParser.Script(records, script.skipped());
    this.underWay = underWay;
    file = Path.of(job.file());
  }

  ScriptResult result() {
    long start = System.nanoTime();
    deleteFiles();
    List<Failure> failures = new ArrayList<>();
    int passed = 0;
    int failed = 0;
    int notRun = 0;
    String version = "";
    Target target = job.target();
    try (SltEngine engine = target.open(file, file.getFileName().toString())) {
      version = engine.version();
      SltRunner.Result result = new SltRunner(engine, this).run(script);
      passed = result.passed();
      failures.addAll(result.failures());
      failed = failures.size();
      underWay.begin(0, done);
    } catch (SltEngine.SltFailure e) {
      failures.add(new Failure(0, Failure.Kind.UNAVAILABLE, target.url(), "an open database", String.valueOf(e.getMessage())));
      failed++;
      notRun = script.records().size();
    }
    if (notRun == 0 && target.isOnFile() && target.isSqlite()) {
      int before = failures.size();
      check(failures);
      failed += failures.size() - before;
    }
    if (failures.isEmpty()) {
      deleteFiles();
    }
    List<ScriptResult.TimedRecord> slow = new ArrayList<>(slowest);
    slow.sort(Comparator.comparingLong(ScriptResult.TimedRecord::nanos).reversed());
    return new ScriptResult(
        job.script(), target.name(), version, passed, script.skipped(), notRun, failed, ScriptResult.firstOf(failures), System.nanoTime() - start, slow);
  }

  /** The script with this engine's answers. */
  Serializable recorded() {
    deleteFiles();
    try (SltEngine engine = job.target().open(file, file.getFileName().toString())) {
      return new ArrayList<>(new Recorder(engine).record(script.records(), line -> underWay.begin(line, done++)));
    } finally {
      deleteFiles();
    }
  }

  @Override
  public void begins(SltRecord record) {
    underWay.begin(record.line(), done++);
  }

  @Override
  public void ends(SltRecord record, long nanos) {
    if (slowest.size() < SLOWEST || slowest.peek().nanos() < nanos) {
      String sql = record instanceof SltRecord.Query query ? query.sql() : ((SltRecord.Statement) record).sql();
      slowest.add(new ScriptResult.TimedRecord(job.script().name(), record.line(), sql.substring(0, Math.min(300, sql.length())), nanos));
      if (slowest.size() > SLOWEST) {
        slowest.poll();
      }
    }
  }

  private void check(List<Failure> failures) {
    String said;
    try (SltEngine engine = job.target().open(file, file.getFileName().toString())) {
      said = String.join(" ", engine.query("PRAGMA integrity_check", "T"));
    } catch (SltEngine.SltFailure e) {
      said = "error: " + e.getMessage();
    }
    if (!said.equals("ok")) {
      failures.add(new Failure(0, Failure.Kind.DAMAGED, "PRAGMA integrity_check", "ok", said));
    }
  }

  /** The database, whatever the engine made of its name: files that begin with it, folders of that name. */
  private void deleteFiles() {
    if (!job.target().isOnFile()) {
      return;
    }
    try {
      ScratchFolder.deleteAll(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
