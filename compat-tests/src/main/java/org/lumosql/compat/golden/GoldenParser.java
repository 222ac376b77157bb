// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads golden files. Each line is kept, so that a file is written as it was read. */
final class GoldenParser {
  private static final Pattern DIRECTIVE = Pattern.compile("-- ([a-z]+): (.*)");
  private static final Pattern TRIGGER = Pattern.compile("(?is)\\s*(EXPLAIN\\s+)?CREATE\\s+(TEMP\\s+|TEMPORARY\\s+)?TRIGGER\\b.*");
  private static final Pattern TRIGGER_END = Pattern.compile("(?is).*\\bEND\\s*;\\s*");
  private static final String ANSWER = "----";

  private final String name;
  private final String[] lines;
  private final Map<String, String> directives = new LinkedHashMap<>();
  private final List<GoldenFile.Paragraph> paragraphs = new ArrayList<>();
  private int at;

  private GoldenParser(String name, String text) {
    this.name = name;
    this.lines = text.split("\n", -1);
  }

  static GoldenFile parse(String name, String text) {
    return new GoldenParser(name, text).parse();
  }

  private GoldenFile parse() {
    while (at < lines.length) {
      if (lines[at].isBlank()) {
        at++;
      } else {
        paragraphs.add(paragraph());
      }
    }
    return new GoldenFile(name, directives, List.copyOf(paragraphs));
  }

  private GoldenFile.Paragraph paragraph() {
    List<GoldenFile.Case> cases = new ArrayList<>();
    while (isInside()) {
      cases.add(one());
    }
    return new GoldenFile.Paragraph(List.copyOf(cases));
  }

  private boolean isInside() {
    return at < lines.length && !lines[at].isBlank();
  }

  private GoldenFile.Case one() {
    List<String> above = new ArrayList<>();
    List<String> bindings = new ArrayList<>();
    while (isInside() && lines[at].startsWith("--") && !lines[at].startsWith(ANSWER)) {
      Matcher directive = DIRECTIVE.matcher(lines[at]);
      if (directive.matches() && directive.group(1).equals("bind")) {
        bindings.addAll(literals(directive.group(2)));
      } else if (directive.matches() && paragraphs.isEmpty()) {
        directives.put(directive.group(1), directive.group(2));
      }
      above.add(lines[at++]);
    }
    int line = at + 1;
    StringBuilder sql = new StringBuilder();
    while (isInside() && !lines[at].startsWith(ANSWER) && !isComplete(sql)) {
      sql.append(sql.length() == 0 ? "" : "\n").append(lines[at++]);
    }
    List<String> answer = List.of();
    Map<String, List<String>> own = new LinkedHashMap<>();
    while (isInside() && lines[at].startsWith(ANSWER)) {
      String label = lines[at++].substring(ANSWER.length()).strip();
      List<String> rows = new ArrayList<>();
      while (isInside() && !lines[at].startsWith(ANSWER)) {
        rows.add(lines[at++]);
      }
      if (label.isEmpty()) {
        answer = List.copyOf(rows);
      } else {
        own.put(label, List.copyOf(rows));
      }
    }
    if (sql.length() == 0 && !(answer.isEmpty() && own.isEmpty())) {
      throw new IllegalArgumentException(name + ":" + line + ": an answer without a statement");
    }
    return new GoldenFile.Case(line, List.copyOf(above), sql.toString(), List.copyOf(bindings), answer, own);
  }

  private static boolean isComplete(CharSequence sql) {
    return sql.length() > 0
        && sql.charAt(sql.length() - 1) == ';'
        && (!TRIGGER.matcher(sql).matches() || TRIGGER_END.matcher(sql).matches());
  }

  /** Splits at the commas outside quotes. */
  private static List<String> literals(String text) {
    List<String> literals = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ',' && !quoted) {
        literals.add(text.substring(start, i).strip());
        start = i + 1;
      } else if (text.charAt(i) == '\'') {
        quoted = !quoted;
      }
    }
    return literals;
  }
}
