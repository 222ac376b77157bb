// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a report says of the circumstances: when, which state of the project, which Java. */
public final class RunFacts {
  private RunFacts() {}

  /** Titles and values, in the order in which reports show them. */
  public static Map<String, String> now() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", date());
    String commit = commit();
    if (!commit.isEmpty()) {
      facts.put("commit", commit);
    }
    facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    facts.put("system", System.getProperty("os.name") + ", " + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors");
    return facts;
  }

  /** Day and minute. */
  public static String date() {
    return OffsetDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'"));
  }

  /** Processes that wanted to run in the last minute: what disturbs figures. */
  public static String load() {
    return String.format(Locale.ROOT, "%.2f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** The commit of the working directory; empty outside of one, and without git. */
  public static String commit() {
    try {
      Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").redirectError(ProcessBuilder.Redirect.DISCARD).start();
      git.getOutputStream().close();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? said : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
