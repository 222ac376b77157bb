// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code NAME=VALUE}, from the command line and from the file {@code bench.local} of the working directory, which the command line outranks. */
public final class Settings {
  /** The file with settings of this machine. */
  public static final String LOCAL_FILE = "bench.local";

  private static final Pattern SYNTAX = Pattern.compile("([A-Z][A-Z0-9_]*)=(.*)");

  /** Settings that are no option and no list of versions, and what they mean. */
  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("TARGETS", "names of targets; outranks all that chooses engines");
    KNOWN.put("BENCHMARK_RUNS", "timed runs of each target");
    KNOWN.put("WARMUP_RUNS", "runs of each target before that, which check the results");
    KNOWN.put("DATABASE_NAME", "where results go");
    KNOWN.put("TEST_DATABASE_NAME", "where results of `test` go");
    KNOWN.put("DB_DIR", "where databases are made");
    KNOWN.put("CACHE_DIR", "where builds of other commits are kept");
    KNOWN.put("COPY_DATABASES", "a copy of the database after each test; %s is the target, %d the test's number");
    KNOWN.put("COPY_SQL", "the statements of each test, likewise");
    KNOWN.put("CPU_COMMENT", "describes the processor");
    KNOWN.put("DISK_COMMENT", "describes the disk");
  }

  private final Map<String, String> values = new TreeMap<>();

  /** Settings of the file, if it is there, and of these arguments. @throws IllegalArgumentException if there is no such setting */
  public static Settings of(Path localFile, List<String> arguments) throws IOException {
    Settings settings = new Settings();
    if (localFile != null && Files.isRegularFile(localFile)) {
      for (String line : Files.readAllLines(localFile)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          settings.add(line.strip());
        }
      }
    }
    arguments.forEach(settings::add);
    return settings;
  }

  /** Whether an argument is a setting rather than the name of a target. */
  public static boolean isSetting(String argument) {
    return SYNTAX.matcher(argument).matches();
  }

  private void add(String argument) {
    Matcher matcher = SYNTAX.matcher(argument);
    if (!matcher.matches() || !isKnown(matcher.group(1))) {
      throw new IllegalArgumentException("no such setting: " + argument + "; `what` lists them");
    }
    values.put(matcher.group(1), matcher.group(2));
  }

  private static boolean isKnown(String name) {
    return names().containsKey(name) || name.startsWith("OPTION_") && names().containsKey(name.substring(7));
  }

  /** All settings with their meaning. */
  public static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>(KNOWN);
    for (Engine engine : Engine.values()) {
      String name = engine.label().toUpperCase(Locale.ROOT);
      names.put("USE_" + name, "yes or no");
      if (engine.hasVersions()) {
        names.put(name + "_VERSIONS", "versions; known are " + String.join(" ", engine.versions()));
      }
    }
    for (Option option : Option.values()) {
      names.put(option.label().toUpperCase(Locale.ROOT), "values of the option, for all targets that have it");
    }
    return names;
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  public int number(String name, int otherwise) {
    try {
      return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a number, not " + values.get(name), e);
    }
  }

  boolean flag(String name, boolean otherwise) {
    String value = values.getOrDefault(name, otherwise ? "yes" : "no");
    if (!List.of("yes", "no").contains(value)) {
      throw new IllegalArgumentException(name + " is yes or no, not " + value);
    }
    return value.equals("yes");
  }

  /** What was set, as {@code NAME=VALUE}. */
  public List<String> given() {
    List<String> given = new ArrayList<>();
    values.forEach((name, value) -> given.add(name + "=" + value));
    return given;
  }
}
