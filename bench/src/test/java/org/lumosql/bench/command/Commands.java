// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.lumosql.bench.store.RunRecord;
import picocli.CommandLine;

/** Runs commands and keeps what they print; makes runs that look real. */
final class Commands {
  /** What a command printed, and its exit status. */
  record Printed(int status, String out, String errors) {}

  private Commands() {}

  static Printed run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine line = BenchCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i] instanceof Path path ? path.toString() : (String) arguments[i];
    }
    int status = line.execute(texts);
    return new Printed(status, out.toString(), errors.toString());
  }

  /** A run that ended well. @param times seconds of its tests */
  static RunRecord record(String target, long when, double... times) {
    RunRecord run = RunRecord.begin(target, when);
    boolean isOurs = target.startsWith("native") || target.startsWith("lmdb");
    run.put("title", isOurs ? "LumoSQL for the JVM" : "sqlite " + target);
    run.put("sqlite-name", isOurs ? "LumoSQL for the JVM, SQLite 3.54.1, commit abc" : "3.54.1 2026-10-16 xyz");
    run.put("sqlite-version", "3.54.1");
    run.put("commit", "abc");
    run.put("session", "s" + when / 1000);
    run.put("option-datasize", target.contains("datasize-2") ? "2" : "1");
    run.put("cpu-comment", "AMD EPYC");
    run.put("disk-comment", "ext4 on /dev/vda");
    run.put("java-version", "17.0.15");
    run.put("disk-read-time", "0.100000");
    run.put("disk-write-time", "0.200000");
    if (isOurs) {
      String name = target.replaceAll("[-+].*", "");
      run.put("backend", target.replaceAll("\\+.*", ""));
      run.put("backend-name", name);
      run.put("backend-version", "0.9.3");
      run.put("backend-id", "abc");
      run.put("backend-date", "");
    }
    for (int i = 0; i < times.length; i++) {
      int count = target.contains("datasize-2") ? 2000 : 1000;
      run.putTest(i + 1, "test-name", i == 0 ? count + " INSERTs" : "DROP TABLE " + "abc".charAt(i % 3));
      run.putTest(i + 1, "real-time", String.format(Locale.ROOT, "%.6f", times[i]));
      run.putTest(i + 1, "thread-cpu-time", String.format(Locale.ROOT, "%.6f", times[i] / 2));
      run.putTest(i + 1, "user-cpu-time", "0.010000");
      run.putTest(i + 1, "system-cpu-time", "0.000000");
      run.putTest(i + 1, "status", "OK");
    }
    run.put("tests-ok", Integer.toString(times.length));
    run.put("tests-fail", "0");
    run.put("tests-intr", "0");
    run.put("end-run", Long.toString(when + 60));
    return run;
  }
}
