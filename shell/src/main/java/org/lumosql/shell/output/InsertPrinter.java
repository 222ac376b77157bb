// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;

/** INSERT statements that give the rows again. */
public final class InsertPrinter extends RowPrinter {
  private final LiteralWriter literals;
  private String beginning;

  public InsertPrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
    literals = new LiteralWriter(out, value);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    int count = statement.columnCount();
    if (isFirst) {
      beginning = beginning(statement, count);
    }
    out.print(beginning);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.print(',');
      }
      literals.value(statement, i, format.newlines, "1e999");
    }
    out.print(");\n");
  }

  private String beginning(Statement statement, int count) {
    StringBuilder text = new StringBuilder("INSERT INTO ").append(SqlText.name(format.table));
    if (format.headers) {
      for (int i = 0; i < count; i++) {
        text.append(i == 0 ? '(' : ',').append(SqlText.name(statement.columnName(i)));
      }
      text.append(')');
    }
    return text.append(" VALUES(").toString();
  }
}
