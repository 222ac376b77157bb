// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a script. Records that are meant for other databases only are left out. */
public final class SltParser {
  private static final String DATABASE = "sqlite";

  private final BufferedReader in;
  private final List<SltRecord> records = new ArrayList<>();
  private int lineNumber;
  private boolean skipped;
  private int skippedCount;

  private SltParser(BufferedReader in) {
    this.in = in;
  }

  /** A script. @param skipped number of records left out */
  public record Script(List<SltRecord> records, int skipped) {}

  /** @throws IllegalArgumentException if the script is malformed, with the line's number */
  public static Script parse(BufferedReader in) throws IOException {
    SltParser parser = new SltParser(in);
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
        case "skipif" -> skipped |= words[1].equals(DATABASE);
        case "onlyif" -> skipped |= !words[1].equals(DATABASE);
        case "halt" -> {
          if (!skipped) {
            return;
          }
          skipped = false;
        }
        case "hash-threshold" -> add(new SltRecord.HashThreshold(start, Integer.parseInt(words[1])));
        case "statement" -> add(new SltRecord.Statement(start, sql(readLine()), words[1].equals("error")));
        case "query" -> add(query(start, words));
        default -> throw new IllegalArgumentException("line " + start + ": unknown record: " + line);
      }
    }
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
    String types = words.length > 1 ? words[1] : "";
    SltRecord.Sort sort =
        words.length > 2 ? SltRecord.Sort.valueOf(words[2].toUpperCase(Locale.ROOT)) : SltRecord.Sort.NOSORT;
    String label = words.length > 3 ? words[3] : null;
    String sql = sql(readLine());
    List<String> expected = new ArrayList<>();
    if (atResults) {
      for (String line = readLine(); line != null && !line.isEmpty(); line = readLine()) {
        expected.add(line);
      }
    }
    return new SltRecord.Query(start, sql, types, sort, label, expected);
  }
}
