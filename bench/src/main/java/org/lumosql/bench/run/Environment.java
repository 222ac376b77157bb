// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.bench.targets.Settings;
import org.lumosql.harness.RunFacts;

/** What a run records of the machine: keys of run_data. */
final class Environment {
  private Environment() {}

  static Map<String, String> of(Settings settings, Path folder, boolean hasDiskTiming) throws IOException {
    Map<String, String> facts = new TreeMap<>();
    facts.put("os-type", System.getProperty("os.name"));
    facts.put("os-version", System.getProperty("os.version"));
    String architecture = System.getProperty("os.arch");
    facts.put("cpu-type", architecture.equals("amd64") ? "x86_64" : architecture);
    facts.put("byte-order", ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "littleEndian" : "bigEndian");
    facts.put("word-size", architecture.contains("64") || architecture.equals("s390x") ? "8" : "4");
    facts.put("cpu-count", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("cpu-comment", settings.text("CPU_COMMENT", processor()));
    FileStore store = Files.getFileStore(folder);
    facts.put("disk-comment", settings.text("DISK_COMMENT", store.type() + " on " + store.name()));
    facts.put("commit", RunFacts.now().getOrDefault("commit", "unknown"));
    facts.put("load-before", RunFacts.load());
    if (hasDiskTiming) {
      DiskTiming timing = DiskTiming.of(folder);
      facts.put("disk-write-time", seconds(timing.write()));
      facts.put("disk-read-time", seconds(timing.read()));
    }
    return facts;
  }

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.6f", nanos / 1e9);
  }

  /** The name of the processor, where Linux tells it. */
  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1).stream()
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
