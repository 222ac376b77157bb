// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/**
 * The modes that lay rows out in columns: column, table, box and markdown. Columns are as wide as their widest line, or as asked for; values are wrapped.
 * A control character ends a line, a tab goes to the next multiple of eight. Names count for the widths even if they are not printed.
 */
final class ColumnarPrinter extends RowPrinter {
  private static final int TAB = 8;

  private final List<String[][]> rows = new ArrayList<>();
  private String[][] names;
  private int[] widths;
  private boolean severalLines;

  ColumnarPrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    int count = statement.columnCount();
    if (isFirst) {
      names = new String[count][];
      widths = new int[count];
      format.knowColumns(count);
      for (int i = 0; i < count; i++) {
        widths[i] = Math.abs(format.width(i));
        names[i] = firstLine(statement.columnName(i), i);
      }
    }
    String[][] row = new String[count][];
    for (int i = 0; i < count; i++) {
      row[i] = lines(text(statement, i), i);
    }
    rows.add(row);
  }

  private String text(Statement statement, int column) {
    if (!format.quote) {
      readShown(statement, column);
      return value.string();
    }
    return switch (statement.columnType(column)) {
      case Register.NULL -> "NULL";
      case Register.INTEGER, Register.REAL -> statement.columnText(column);
      case Register.TEXT -> {
        value.read(statement, column);
        yield SqlText.quote(value.string());
      }
      default -> "x" + SqlText.blob(statement.columnBlob(column)).substring(1);
    };
  }

  // ---- lines of a value ----------------------------------------------------------------------------------------------------------

  /** Of a name nothing is shown but what the first line holds. */
  private String[] firstLine(String name, int column) {
    List<String> lines = new ArrayList<>();
    addLine(lines, name, 0, limit(column));
    String line = lines.get(0);
    widths[column] = Math.max(widths[column], line.codePointCount(0, line.length()));
    return new String[] {line};
  }

  private int limit(int column) {
    int limit = Math.abs(format.width(column));
    limit = limit == 0 ? format.wrap : limit;
    return limit == 0 ? Integer.MAX_VALUE : limit;
  }

  private String[] lines(String text, int column) {
    int limit = limit(column);
    if (isOneLine(text, format.wordWrap ? limit - 1 : limit)) {
      widths[column] = Math.max(widths[column], text.length());
      return new String[] {text};
    }
    List<String> lines = new ArrayList<>();
    int at = 0;
    do {
      at = addLine(lines, text, at, limit);
      String line = lines.get(lines.size() - 1);
      widths[column] = Math.max(widths[column], line.codePointCount(0, line.length()));
    } while (at < text.length());
    severalLines |= lines.size() > 1;
    return lines.toArray(new String[0]);
  }

  private static boolean isOneLine(String text, int limit) {
    if (text.length() > limit) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** Adds the line that begins at an offset and returns where the next one does. */
  private int addLine(List<String> lines, String text, int from, int limit) {
    int at = from;
    int width = 0;
    while (at < text.length() && width < limit) {
      char c = text.charAt(at);
      if (c == '\t') {
        do {
          width++;
        } while (width % TAB != 0 && width < limit);
      } else if (c < ' ') {
        break;
      } else {
        width++;
      }
      at += Character.charCount(text.codePointAt(at));
    }
    int end = at;
    int next = at;
    if (format.wordWrap && width >= limit) {
      // also where the text ends just there
      end = breakBefore(text, from, at);
      next = end;
      while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
        next++;
      }
    } else if (at < text.length() && text.charAt(at) < ' ') {
      next += text.startsWith("\r\n", at) ? 2 : 1;
    }
    lines.add(expandTabs(text.substring(from, end), limit));
    return next;
  }

  /** The best place to break a line that ends at an offset: behind a space, or else between a word and something else, in its second half. */
  private static int breakBefore(String text, int from, int at) {
    int middle = from + (at - from) / 2;
    for (int i = at; i > middle; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    for (int i = at; i > middle; i--) {
      char next = i < text.length() ? text.charAt(i) : 0;
      if (isWord(text.charAt(i - 1)) != isWord(next) && !Character.isLowSurrogate(next)) {
        return i;
      }
    }
    return at;
  }

  private static boolean isWord(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static String expandTabs(String line, int limit) {
    if (line.indexOf('\t') < 0) {
      return line;
    }
    StringBuilder text = new StringBuilder();
    int width = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int c = line.codePointAt(i);
      if (c == '\t') {
        do {
          text.append(' ');
          width++;
        } while (width % TAB != 0 && width < limit);
      } else {
        text.appendCodePoint(c);
        width++;
      }
    }
    return text.toString();
  }

  // ---- printing ------------------------------------------------------------------------------------------------------------------

  @Override
  public void finish() {
    if (rows.isEmpty()) {
      return;
    }
    Frame frame = Frame.of(format.mode);
    boolean rulesBetween = severalLines;
    if (format.mode != OutputMode.COLUMN) {
      rule(frame.top());
      printHeader(frame);
    } else if (format.headers) {
      printRow(names, frame);
      for (int i = 0; i < widths.length; i++) {
        out.repeat("-", widths[i]).print(i == widths.length - 1 ? "\n" : "  ");
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && rulesBetween) {
        if (format.mode == OutputMode.COLUMN) {
          out.print('\n');
        } else if (format.mode != OutputMode.MARKDOWN) {
          rule(frame.middle());
        }
      }
      printRow(rows.get(i), frame);
      rows.set(i, null);
    }
    rule(frame.bottom());
  }

  private void printHeader(Frame frame) {
    out.print(frame.left());
    for (int i = 0; i < widths.length; i++) {
      String name = names[i][0];
      int space = widths[i] - name.codePointCount(0, name.length());
      out.spaces(space / 2).print(name).spaces((space + 1) / 2);
      out.print(i == widths.length - 1 ? frame.right() : frame.between());
    }
    rule(frame.middle());
  }

  private static int height(String[][] row) {
    int height = 1;
    for (String[] cell : row) {
      height = Math.max(height, cell.length);
    }
    return height;
  }

  private void printRow(String[][] row, Frame frame) {
    int height = height(row);
    for (int n = 0; n < height; n++) {
      out.print(frame.left());
      for (int i = 0; i < widths.length; i++) {
        String line = n < row[i].length ? row[i][n] : "";
        int space = widths[i] - line.codePointCount(0, line.length());
        if (format.width(i) < 0) {
          out.spaces(space).print(line);
        } else {
          out.print(line).spaces(space);
        }
        out.print(i == widths.length - 1 ? frame.right() : frame.between());
      }
    }
  }

  private void rule(Rule rule) {
    if (rule == null) {
      return;
    }
    out.print(rule.left());
    for (int i = 0; i < widths.length; i++) {
      out.repeat(rule.line(), widths[i] + 2).print(i == widths.length - 1 ? rule.right() : rule.cross());
    }
    out.print('\n');
  }

  /** A horizontal line of a frame. */
  private record Rule(String left, String line, String cross, String right) {}

  /** The lines around the cells; null rules are not drawn. */
  private record Frame(String left, String between, String right, Rule top, Rule middle, Rule bottom) {
    private static final Rule ASCII = new Rule("+", "-", "+", "+");

    static Frame of(OutputMode mode) {
      return switch (mode) {
        case TABLE -> new Frame("| ", " | ", " |\n", ASCII, ASCII, ASCII);
        case MARKDOWN -> new Frame("| ", " | ", " |\n", null, new Rule("|", "-", "|", "|"), null);
        case BOX ->
            new Frame(
                "│ ", " │ ", " │\n", new Rule("┌", "─", "┬", "┐"), new Rule("├", "─", "┼", "┤"), new Rule("└", "─", "┴", "┘"));
        default -> new Frame("", "  ", "\n", null, null, null);
      };
    }
  }
}
