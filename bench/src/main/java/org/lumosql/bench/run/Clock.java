// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads all clocks of this process. */
final class Clock {
  private static final Path PROCESS = Path.of("/proc/self/stat");
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final long NANOS_A_TICK = 10_000_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM_BEAN = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Clock() {}

  static Times now() {
    long user;
    long system;
    String[] fields = fields();
    if (fields == null) {
      user = SYSTEM_BEAN.getProcessCpuTime();
      system = 0;
    } else {
      user = Long.parseLong(fields[USER]) * NANOS_A_TICK;
      system = Long.parseLong(fields[SYSTEM]) * NANOS_A_TICK;
    }
    Thread thread = Thread.currentThread();
    return new Times(System.nanoTime(), user, system, THREADS.getCurrentThreadCpuTime(), THREADS.getThreadAllocatedBytes(thread.getId()));
  }

  /** Fields behind the name of the process, on Linux: Java alone tells user and system time of a thread only. */
  private static String[] fields() {
    try {
      String text = Files.readString(PROCESS, StandardCharsets.ISO_8859_1);
      return text.substring(text.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return null;
    }
  }
}
