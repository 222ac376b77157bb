// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.lumosql.bench.store.RunRecord;

/** A column of {@code -list}: one line for each in the table below. */
final class Field {
  static final String DEFAULT = "RUN_ID,TARGET,DATE,TIME,DURATION";

  private static final Map<String, Field> ALL = new LinkedHashMap<>();

  static {
    text("RUN_ID", (run, zone) -> run.id());
    text("TARGET", (run, zone) -> run.get("target"));
    text("TITLE", (run, zone) -> run.get("title"));
    text("SQLITE_NAME", (run, zone) -> run.get("sqlite-name"));
    text("SQLITE_VERSION", (run, zone) -> run.get("sqlite-version"), "SQLITE");
    text("BACKEND_NAME", (run, zone) -> run.get("backend-name"), "BE_NAME");
    text("BACKEND_VERSION", (run, zone) -> run.get("backend-version"), "BE_VERSION");
    text("DATE", (run, zone) -> date(run.get("when-run"), zone, "yyyy-MM-dd"));
    text("TIME", (run, zone) -> date(run.get("when-run"), zone, "HH:mm:ss"));
    text("END_DATE", (run, zone) -> date(run.get("end-run"), zone, "yyyy-MM-dd"));
    text("END_TIME", (run, zone) -> date(run.get("end-run"), zone, "HH:mm:ss"));
    number("DURATION", (run, zone) -> decimal(run.duration()));
    number("N_TESTS", (run, zone) -> Integer.toString(run.tests().size()));
    text("DONE", (run, zone) -> !run.data().containsKey("end-run") ? "NO" : run.isComplete() ? "YES" : "INTR");
    number("OK", (run, zone) -> run.get("tests-ok"));
    number("INTR", (run, zone) -> run.get("tests-intr"));
    number("FAIL", (run, zone) -> run.get("tests-fail"));
    text("CPU_TYPE", (run, zone) -> run.get("cpu-type"), "ARCH");
    text("OS_TYPE", (run, zone) -> run.get("os-type"), "OS");
    text("CPU_COMMENT", (run, zone) -> run.get("cpu-comment"), "CPU");
    text("DISK_COMMENT", (run, zone) -> run.get("disk-comment"), "DISK");
    number("DISK_TIME", (run, zone) -> decimal(RunRecord.seconds(run.get("disk-read-time"))));
    number("DISK_WRITE_TIME", (run, zone) -> decimal(RunRecord.seconds(run.get("disk-write-time"))));
    text("COMMIT", (run, zone) -> run.get("commit"));
    text("JAVA", (run, zone) -> run.get("java-version"));
    number("RUNS", (run, zone) -> run.get("average-of"));
  }

  private final String title;
  private final boolean isNumber;
  private final int digits;
  private final BiFunction<RunRecord, ZoneId, String> value;

  private Field(String title, boolean isNumber, int digits, BiFunction<RunRecord, ZoneId, String> value) {
    this.title = title;
    this.isNumber = isNumber;
    this.digits = digits;
    this.value = value;
  }

  private static void text(String title, BiFunction<RunRecord, ZoneId, String> value, String... synonyms) {
    add(new Field(title, false, 0, value), synonyms);
  }

  private static void number(String title, BiFunction<RunRecord, ZoneId, String> value) {
    add(new Field(title, true, 0, value));
  }

  private static void add(Field field, String... synonyms) {
    ALL.put(field.title, field);
    for (String synonym : synonyms) {
      ALL.put(synonym, new Field(synonym, field.isNumber, 0, field.value));
    }
  }

  /** The columns of a list of names with commas. @throws IllegalArgumentException if there is none of a name */
  static List<Field> list(String names) {
    List<Field> fields = new ArrayList<>();
    for (String name : names.split(",")) {
      fields.add(named(name.strip().toUpperCase(Locale.ROOT)));
    }
    return fields;
  }

  private static Field named(String name) {
    int colon = name.indexOf(':');
    String id = colon < 0 ? name : name.substring(0, colon);
    if (id.equals("RUN_ID") || id.equals("ID")) {
      int digits = colon < 0 ? 64 : (int) RunRecord.number(name.substring(colon + 1));
      if (digits < 8 || digits > 64) {
        throw new IllegalArgumentException("an id has 8 to 64 digits: " + name);
      }
      return new Field(id, false, digits, ALL.get("RUN_ID").value);
    }
    Field field = ALL.get(name);
    if (field == null) {
      throw new IllegalArgumentException("no field " + name + "; there are " + String.join(", ", ALL.keySet()));
    }
    return field;
  }

  String title() {
    return title;
  }

  /** A minus for what is not known. */
  String value(RunRecord run, ZoneId zone) {
    String text = value.apply(run, zone);
    if (text == null || text.isEmpty()) {
      return "-";
    }
    return digits > 0 && text.length() > digits ? text.substring(0, digits) : text;
  }

  String padded(String text, int width) {
    String spaces = " ".repeat(Math.max(0, width - text.length()));
    return isNumber ? spaces + text : text + spaces;
  }

  static String date(String seconds, ZoneId zone, String pattern) {
    return seconds.isEmpty() ? "-" : DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(Instant.ofEpochSecond(RunRecord.number(seconds)).atZone(zone));
  }

  static String decimal(double seconds) {
    return Double.isNaN(seconds) ? "-" : String.format(Locale.ROOT, "%.3f", seconds);
  }
}
