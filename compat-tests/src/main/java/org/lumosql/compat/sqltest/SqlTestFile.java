// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sqltest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parsed file.
 *
 * @param databases where each test runs: {@code :memory:}, {@code :temp:}, {@code :default:}, {@code :default-no-rowidalias:} or a file name
 * @param setups SQL by name
 * @param skipped the whole file is not for this engine
 */
public record SqlTestFile(List<String> databases, Map<String, String> setups, List<TestCase> tests, boolean skipped) {
  /** How the output is compared. */
  public enum Kind {
    ROWS,
    RAW,
    ERROR,
    PATTERN,
    UNORDERED
  }

  /** @param line where the test begins, from 1 */
  public record TestCase(
      int line, String name, String sql, List<String> setups, boolean skipped, boolean integrity, Kind kind, String expected) {}

  public static SqlTestFile parse(String text) {
    return new Parser(text).parse();
  }

  private static final class Parser {
    private final String text;
    private int at;
    private final List<String> databases = new ArrayList<>();
    private final Map<String, String> setups = new LinkedHashMap<>();
    private final List<TestCase> tests = new ArrayList<>();
    private boolean fileSkipped;
    private List<String> testSetups = new ArrayList<>();
    private boolean skip;
    private boolean integrity;
    private String openName;
    private String openSql;
    private int openLine;
    private boolean openBySkip;

    Parser(String text) {
      this.text = text;
    }

    SqlTestFile parse() {
      while (at < text.length()) {
        int start = at;
        String line = line();
        String word = line.strip();
        if (word.isEmpty() || word.startsWith("#")) {
          at = next(start);
        } else if (word.startsWith("@")) {
          directive(word);
          at = next(start);
        } else {
          block(start, word);
        }
      }
      return new SqlTestFile(databases, setups, tests, fileSkipped);
    }

    private String line() {
      int end = text.indexOf('\n', at);
      return text.substring(at, end < 0 ? text.length() : end);
    }

    private int next(int from) {
      int end = text.indexOf('\n', from);
      return end < 0 ? text.length() : end + 1;
    }

    private void directive(String word) {
      String[] words = word.split("\\s+");
      switch (words[0]) {
        case "@database" -> databases.add(words[1]);
        case "@setup" -> testSetups.add(words[1]);
        case "@skip" -> skip = true;
        case "@skip-if" -> skip |= words[1].equals("sqlite");
        case "@skip-file" -> fileSkipped = true;
        case "@skip-file-if" -> fileSkipped |= words[1].equals("sqlite");
        case "@backend" -> skip |= !words[1].equals("cli");
        case "@cross-check-integrity" -> integrity = true;
        default -> {
          // @requires names abilities of the engine that SQLite has
        }
      }
    }

    private void block(int start, String word) {
      int open = text.indexOf('{', start);
      String head = text.substring(start, open).strip();
      at = open + 1;
      String body = body();
      String[] words = head.split("\\s+");
      switch (words[0]) {
        case "setup" -> setups.put(words[1], body);
        case "test" -> {
          openName = words[1];
          openSql = body;
          openLine = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
          openBySkip = skip || hasShellCommand(body) || body.contains("{{");
        }
        case "expect" -> expect(words, body);
        default -> {
          // snapshot and matrix have no expected results
          clear();
        }
      }
    }

    private static boolean hasShellCommand(String sql) {
      return sql.lines().anyMatch(line -> line.strip().startsWith("."));
    }

    private void expect(String[] words, String body) {
      String kind = words.length > 1 ? words[1] : "";
      if (kind.startsWith("@")) {
        if (kind.equals("@cli") && openName == null) {
          tests.remove(tests.size() - 1);
        }
        return;
      }
      if (openName == null) {
        return;
      }
      Kind parsed =
          switch (kind) {
            case "raw" -> Kind.RAW;
            case "error" -> Kind.ERROR;
            case "pattern" -> Kind.PATTERN;
            case "unordered" -> Kind.UNORDERED;
            default -> Kind.ROWS;
          };
      tests.add(
          new TestCase(openLine, openName, openSql, List.copyOf(testSetups), openBySkip, integrity, parsed, body));
      clear();
    }

    private void clear() {
      openName = null;
      testSetups = new ArrayList<>();
      skip = false;
      integrity = false;
    }

    /** The text up to the brace that closes the block; a backslash before a brace or backslash takes it as it is. */
    private String body() {
      StringBuilder body = new StringBuilder();
      int depth = 1;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '\\' && at < text.length() && "{}\\".indexOf(text.charAt(at)) >= 0) {
          body.append(text.charAt(at++));
          continue;
        }
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0) {
          break;
        }
        body.append(c);
      }
      at = next(at);
      return body.toString();
    }
  }
}
