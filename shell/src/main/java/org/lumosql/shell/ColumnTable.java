// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one statement in column mode: columns as wide as their widest line, values wrapped at 60 characters. A control character ends a line, a tab
 * goes to the next multiple of eight. If a value has several lines, an empty line stands between all rows. Names count for the widths even if they are not printed.
 */
final class ColumnTable {
  private static final int WRAP = 60;
  private static final int TAB = 8;

  private final boolean headers;
  private final List<List<List<String>>> rows = new ArrayList<>();
  private List<List<String>> names = List.of();
  private boolean severalLines;

  ColumnTable(boolean headers) {
    this.headers = headers;
  }

  void header(String[] texts) {
    names = cells(texts);
  }

  void add(String[] texts) {
    rows.add(cells(texts));
  }

  private List<List<String>> cells(String[] texts) {
    List<List<String>> cells = new ArrayList<>(texts.length);
    for (String text : texts) {
      List<String> lines = lines(text);
      severalLines |= lines.size() > 1;
      cells.add(lines);
    }
    return cells;
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == '\t') {
        int spaces = TAB - width % TAB;
        line.append(" ".repeat(spaces));
        width += spaces;
      } else if (c < ' ') {
        if (c == '\r' && text.startsWith("\n", at + 1)) {
          at++;
        }
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
      } else {
        line.appendCodePoint(c);
        width++;
      }
      at += Character.charCount(c);
      if (width >= WRAP && at < text.length()) {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
      }
    }
    if (line.length() > 0 || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  void print(PrintStream out) {
    if (rows.isEmpty()) {
      return;
    }
    int[] widths = new int[names.size()];
    widen(widths, names);
    rows.forEach(row -> widen(widths, row));
    if (headers) {
      printRow(out, names, widths);
      StringBuilder rule = new StringBuilder();
      for (int width : widths) {
        rule.append(rule.length() == 0 ? "" : "  ").append("-".repeat(width));
      }
      out.print(rule.append('\n'));
    }
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && severalLines) {
        out.print('\n');
      }
      printRow(out, rows.get(i), widths);
    }
  }

  private static void widen(int[] widths, List<List<String>> row) {
    for (int i = 0; i < widths.length; i++) {
      for (String line : row.get(i)) {
        widths[i] = Math.max(widths[i], line.codePointCount(0, line.length()));
      }
    }
  }

  private static void printRow(PrintStream out, List<List<String>> row, int[] widths) {
    int height = row.stream().mapToInt(List::size).max().orElse(1);
    for (int n = 0; n < height; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String line = n < row.get(i).size() ? row.get(i).get(n) : "";
        text.append(i == 0 ? "" : "  ").append(line);
        text.append(" ".repeat(widths[i] - line.codePointCount(0, line.length())));
      }
      out.print(text.append('\n'));
    }
  }
}
