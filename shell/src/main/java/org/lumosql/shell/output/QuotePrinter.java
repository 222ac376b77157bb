// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;

/** Values as literals of SQL. */
final class QuotePrinter extends RowPrinter {
  private final LiteralWriter literals;

  QuotePrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
    literals = new LiteralWriter(out, value);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    int count = statement.columnCount();
    if (isFirst && format.headers) {
      for (int i = 0; i < count; i++) {
        byte[] name = statement.columnName(i).getBytes(StandardCharsets.UTF_8);
        literals.text(name, 0, name.length);
        out.print(i == count - 1 ? format.rowSeparator : format.separator);
      }
    }
    for (int i = 0; i < count; i++) {
      literals.value(statement, i, true, "Inf");
      out.print(i == count - 1 ? format.rowSeparator : format.separator);
    }
  }
}
