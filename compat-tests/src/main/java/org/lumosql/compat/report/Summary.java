// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.compat.run.ScriptResult;
import org.lumosql.compat.run.ScriptResult.TimedRecord;

/** The results of a run, added up by target and directory. */
public final class Summary {
  private static final int SLOWEST = 20;

  private final Map<String, String> facts;
  private final List<ScriptResult> results;
  private final Map<String, Counts> targets = new LinkedHashMap<>();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final Map<String, Map<String, Counts>> directories = new TreeMap<>();

  /** Sums over some scripts. */
  public static final class Counts {
    private int scripts;
    private long passed;
    private long failed;
    private long skipped;
    private long notRun;
    private long nanos;

    private void add(ScriptResult result) {
      scripts++;
      passed += result.passed();
      failed += result.failed();
      skipped += result.skipped();
      notRun += result.notRun();
      nanos += result.nanos();
    }

    public int scripts() {
      return scripts;
    }

    public long passed() {
      return passed;
    }

    public long failed() {
      return failed;
    }

    public long skipped() {
      return skipped;
    }

    public long notRun() {
      return notRun;
    }

    public double seconds() {
      return nanos / 1e9;
    }

    /** Microseconds that a record took on average. */
    public double microsPerRecord() {
      long records = passed + failed;
      return records == 0 ? 0 : nanos / 1e3 / records;
    }

    /** Of the records that the target should run, the part that passed, from 0 to 1; 1 if there are none. */
    public double share() {
      long records = passed + failed + notRun;
      return records == 0 ? 1 : (double) passed / records;
    }

    public boolean isClean() {
      return failed == 0 && notRun == 0;
    }
  }

  /** @param facts titles and values that reports show above all */
  public Summary(Map<String, String> facts, List<ScriptResult> results) {
    this.facts = facts;
    this.results = results;
    for (ScriptResult result : results) {
      targets.computeIfAbsent(result.target(), name -> new Counts()).add(result);
      versions.merge(result.target(), result.version(), (known, found) -> known.isEmpty() ? found : known);
      directories
          .computeIfAbsent(result.script().directory(), name -> new LinkedHashMap<>())
          .computeIfAbsent(result.target(), name -> new Counts())
          .add(result);
    }
  }

  public Map<String, String> facts() {
    return facts;
  }

  public List<ScriptResult> results() {
    return results;
  }

  /** By target, in the order of the run. */
  public Map<String, Counts> targets() {
    return targets;
  }

  /** What the target's engine calls itself; empty if it never opened. */
  public String version(String target) {
    return versions.get(target);
  }

  /** By directory, then target. */
  public Map<String, Map<String, Counts>> directories() {
    return directories;
  }

  public List<ScriptResult> withFailures() {
    return results.stream().filter(result -> result.failed() > 0).toList();
  }

  /** The slowest records of a target, slowest first. */
  public List<TimedRecord> slowest(String target) {
    List<TimedRecord> all = new ArrayList<>();
    results.stream().filter(result -> result.target().equals(target)).forEach(result -> all.addAll(result.slowest()));
    all.sort(Comparator.comparingLong(TimedRecord::nanos).reversed());
    return all.subList(0, Math.min(SLOWEST, all.size()));
  }
}
