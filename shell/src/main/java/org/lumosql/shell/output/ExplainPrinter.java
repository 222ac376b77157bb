// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;

/** What EXPLAIN gives, in columns; the bodies of loops are indented (https://sqlite.org/cli.html, "The Query Plan"). */
final class ExplainPrinter extends RowPrinter {
  private static final int[] WIDTHS = {4, 13, 4, 4, 4, 13, 2, 13};
  private static final int OPCODE = 1;
  private static final int P1 = 2;
  private static final int P2 = 3;
  private static final int COLUMNS = 8;
  private static final int INDENT = 2;

  /** These jump back to the beginning of their loop. */
  private static final Set<String> NEXT = Set.of("Next", "Prev", "VPrev", "VNext", "SorterNext");

  /** A Goto back to one of these is the end of a loop too. */
  private static final Set<String> LOOP_HEADS = Set.of("Yield", "SeekLT", "SeekGT", "RowSetRead", "Rewind");

  private final List<String[]> rows = new ArrayList<>();
  private String[] names;

  ExplainPrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    int count = Math.min(statement.columnCount(), COLUMNS);
    if (isFirst) {
      names = new String[count];
      for (int i = 0; i < count; i++) {
        names[i] = statement.columnName(i);
      }
    }
    String[] row = new String[count];
    for (int i = 0; i < count; i++) {
      readShown(statement, i);
      row[i] = value.string();
    }
    rows.add(row);
  }

  @Override
  public void finish() {
    if (rows.isEmpty()) {
      return;
    }
    String[] rules = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      rules[i] = "-".repeat(WIDTHS[i]);
    }
    int[] indents = format.indentsLoops && names.length == COLUMNS ? indents() : new int[rows.size()];
    print(names, 0);
    print(rules, 0);
    for (int i = 0; i < rows.size(); i++) {
      print(rows.get(i), indents[i]);
    }
  }

  private void print(String[] cells, int indent) {
    for (int i = 0; i < cells.length; i++) {
      int space = WIDTHS[i] - cells[i].codePointCount(0, cells[i].length());
      boolean isLast = i == cells.length - 1;
      out.spaces(i == OPCODE ? indent : 0).print(cells[i]).spaces(isLast && cells != names ? 0 : space);
      out.print(isLast ? "\n" : "  ");
    }
  }

  private int[] indents() {
    int[] indents = new int[rows.size()];
    boolean[] heads = new boolean[rows.size()];
    for (int i = 0; i < indents.length; i++) {
      String opcode = rows.get(i)[OPCODE];
      heads[i] = LOOP_HEADS.contains(opcode);
      int target = number(rows.get(i)[P2]);
      boolean endsLoop =
          NEXT.contains(opcode)
              || opcode.equals("Goto") && target >= 0 && target < i && (heads[target] || number(rows.get(i)[P1]) != 0);
      for (int body = Math.max(target, 0); endsLoop && body < i; body++) {
        indents[body] += INDENT;
      }
    }
    return indents;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
