// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;

/** One value on each line. Names stand right-aligned; their width counts bytes, as in the sqlite3 shell. */
final class LinePrinter extends RowPrinter {
  private static final int LEAST_WIDTH = 5;

  private String[] labels;

  LinePrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    if (isFirst) {
      labels = labels(statement);
    } else {
      out.print(format.rowSeparator);
    }
    for (int i = 0; i < labels.length; i++) {
      out.print(labels[i]);
      readShown(statement, i);
      writeValue();
      out.print(format.rowSeparator);
    }
  }

  private static String[] labels(Statement statement) {
    String[] labels = new String[statement.columnCount()];
    int width = LEAST_WIDTH;
    for (int i = 0; i < labels.length; i++) {
      width = Math.max(width, width(statement.columnName(i)));
    }
    for (int i = 0; i < labels.length; i++) {
      String name = statement.columnName(i);
      labels[i] = " ".repeat(width - width(name)) + name + " = ";
    }
    return labels;
  }

  private static int width(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
