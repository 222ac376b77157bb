// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.compat.reduce.Reduction;
import org.lumosql.compat.slt.Failure;
import org.lumosql.compat.slt.SltParser;
import org.lumosql.compat.slt.SltRecord;
import org.lumosql.compat.slt.SltWriter;

/**
 * Reduces a script to the fewest statements after which its first failure still shows. What each shorter script should answer, another engine says: a
 * query whose rows are no longer inserted is no failure.
 */
public final class ScriptShrinker implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final RunOptions options;
  private final Target reference;
  private final WorkerSlot referenceSlot;
  private final WorkerSlot targetSlot;
  private final Path file;

  /** @param reference an engine whose answers are right */
  public ScriptShrinker(RunOptions options, Target reference) {
    this.options = options;
    this.reference = reference;
    referenceSlot = new WorkerSlot(options);
    targetSlot = new WorkerSlot(options);
    file = options.folder().resolve("shrunk.test");
  }

  /** A shorter script; null if the target and the reference agree on the script up to the failure, or the search could not begin. */
  public String shrink(ScriptResult failed, Target target) throws IOException {
    if (failed.failures().isEmpty() || failed.failures().get(0).line() == 0) {
      return null;
    }
    Failure first = failed.failures().get(0);
    List<SltRecord> before = new ArrayList<>();
    SltRecord last = null;
    try (BufferedReader text = failed.script().open()) {
      for (SltRecord record : SltParser.parse(text, target.database()).records()) {
        if (record.line() == first.line()) {
          last = record;
          break;
        }
        if (record instanceof SltRecord.Statement) {
          before.add(record); // queries change nothing; if one did, the failure does not show without it
        }
      }
    }
    SltRecord failing = last;
    if (failing == null || failing(before, failing, target, first.kind()) == null) {
      return null;
    }
    List<SltRecord> shortest = Reduction.shortest(before, fewer -> failing(fewer, failing, target, first.kind()) != null, LIMIT.toNanos());
    List<SltRecord> script = failing(shortest, failing, target, first.kind());
    return script == null ? null : SltWriter.text(script);
  }

  /** The script with the reference's answers if the target fails at its last record, and there only, in the given way; else null. */
  private List<SltRecord> failing(List<SltRecord> before, SltRecord last, Target target, Failure.Kind kind) throws IOException {
    List<SltRecord> all = new ArrayList<>(before);
    all.add(last);
    try {
      List<SltRecord> expected = recorded(referenceSlot.run(job(all, reference, true)));
      Object answer = targetSlot.run(job(expected, target, false));
      List<Failure> failures = ((ScriptResult) answer).failures();
      return failures.size() == 1 && failures.get(0).kind() == kind && failures.get(0).line() == lastLine(expected) ? expected : null;
    } catch (WorkerProcess.Lost e) {
      // the target's last breath, or the reference's: with another kind of failure this is not what is looked for
      return e.failure().kind() == kind ? all : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static List<SltRecord> recorded(Serializable answer) {
    List<SltRecord> records = new ArrayList<>();
    if (answer instanceof List<?> list) {
      list.forEach(record -> records.add((SltRecord) record));
    }
    return records;
  }

  private Job job(List<SltRecord> records, Target target, boolean isRecorded) throws IOException {
    String text = SltWriter.text(records);
    Files.writeString(file, text);
    Script script = new Script(file.toString(), null, "shrunk.test", text.length());
    return new Job(script, target, options.folder().resolve("shrunk.db").toAbsolutePath().toString(), Set.of(), isRecorded);
  }

  /** Where the last record of the written script begins. */
  private static int lastLine(List<SltRecord> records) {
    return 1 + (int) SltWriter.text(records.subList(0, records.size() - 1)).chars().filter(c -> c == '\n').count();
  }

  @Override
  public void close() throws IOException {
    referenceSlot.close();
    targetSlot.close();
    Files.deleteIfExists(file);
  }
}
