// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a script. Records that are meant for other databases only are left out. */
public final class SltParser {
  /** The name under which scripts know SQLite, and all that stand in for it. */
  public static final String SQLITE = "sqlite";

  private final BufferedReader in;
  private final String database;
  private final List<SltRecord> records = new ArrayList<>();
  private int lineNumber;
  private boolean skipped;
  private int skippedCount;

  private SltParser(BufferedReader in, String database) {
    this.in = in;
    this.database = database;
  }

  /** A script. @param skipped number of records left out */
  public record Script(List<SltRecord> records, int skipped) {}

  /** What is no script of this format. */
  public static final class MalformedScriptException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final int line;

    private MalformedScriptException(int line, String message) {
      super(message);
      this.line = line;
    }

    /** Where, from 1. */
    public int line() {
      return line;
    }
  }

  /** Reads what is meant for SQLite. @throws MalformedScriptException if the script is malformed */
  public static Script parse(BufferedReader in) throws IOException {
    return parse(in, SQLITE);
  }

  /**
   * Reads what is meant for a database.
   *
   * @param database its name in {@code skipif} and {@code onlyif}
   * @throws MalformedScriptException if the script is malformed
   */
  public static Script parse(BufferedReader in, String database) throws IOException {
    SltParser parser = new SltParser(in, database);
    parser.run();
    return new Script(List.copyOf(parser.records), parser.skippedCount);
  }

  private String readLine() throws IOException {
    String line;
    do {
      line = in.readLine();
      lineNumber++;
    } while (line != null && line.startsWith("#"));
    return line;
  }

  private void run() throws IOException {
    String line;
    while ((line = readLine()) != null) {
      String[] words = line.strip().split("\\s+");
      int start = lineNumber;
      switch (words[0]) {
        case "" -> skipped = false;
        case "skipif" -> skipped |= word(words, 1, "a database's name").equals(database);
        case "onlyif" -> skipped |= !word(words, 1, "a database's name").equals(database);
        case "halt" -> {
          if (!skipped) {
            return;
          }
          skipped = false;
        }
        case "hash-threshold" -> add(new SltRecord.HashThreshold(start, threshold(words)));
        case "statement" -> add(statement(start, words));
        case "query" -> add(query(start, words));
        default -> throw malformed("unknown record: " + line);
      }
    }
  }

  private MalformedScriptException malformed(String what) {
    return new MalformedScriptException(lineNumber, what);
  }

  private String word(String[] words, int index, String meaning) {
    if (words.length <= index) {
      throw malformed(words[0] + " without " + meaning);
    }
    return words[index];
  }

  private int threshold(String[] words) {
    String number = word(words, 1, "a number");
    if (!number.matches("\\d{1,9}")) {
      throw malformed("hash-threshold is no number: " + number);
    }
    return Integer.parseInt(number);
  }

  private SltRecord statement(int start, String[] words) throws IOException {
    String outcome = word(words, 1, "ok or error");
    if (!outcome.equals("ok") && !outcome.equals("error")) {
      throw malformed("statement must be ok or error, not " + outcome);
    }
    return new SltRecord.Statement(start, someSql(), outcome.equals("error"));
  }

  private String someSql() throws IOException {
    String sql = sql(readLine());
    if (sql.isBlank()) {
      throw malformed("no SQL");
    }
    return sql;
  }

  private SltRecord.Sort sort(String[] words) {
    for (SltRecord.Sort sort : SltRecord.Sort.values()) {
      if (words.length <= 2 || sort.name().equalsIgnoreCase(words[2])) {
        return sort;
      }
    }
    throw malformed("results are sorted nosort, rowsort or valuesort, not " + words[2]);
  }

  private void add(SltRecord record) {
    if (skipped) {
      skippedCount++;
    } else {
      records.add(record);
    }
    skipped = false;
  }

  /** The lines up to the next blank one or to {@code ----}; tells by {@link #atResults} which it was. */
  private String sql(String first) throws IOException {
    StringBuilder text = new StringBuilder();
    atResults = false;
    for (String line = first; line != null && !line.isEmpty(); line = readLine()) {
      if (line.equals("----")) {
        atResults = true;
        break;
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    return text.toString();
  }

  private boolean atResults;

  private SltRecord query(int start, String[] words) throws IOException {
    String types = word(words, 1, "types of columns");
    if (!types.matches("[IRT]+")) {
      throw malformed("types of columns are I, R and T, not " + types);
    }
    SltRecord.Sort sort = sort(words);
    String label = words.length > 3 ? words[3] : null;
    String sql = someSql();
    List<String> expected = new ArrayList<>();
    if (atResults) {
      for (String line = readLine(); line != null && !line.isEmpty(); line = readLine()) {
        expected.add(line);
      }
    }
    return new SltRecord.Query(start, sql, types, sort, label, expected);
  }
}
