// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;

/** Rows of an HTML table. */
final class HtmlPrinter extends RowPrinter {
  HtmlPrinter(Format format, Output out, TextEncoding encoding) {
    super(format, out, encoding);
  }

  @Override
  void print(Statement statement, boolean isFirst) {
    int count = statement.columnCount();
    if (isFirst && format.headers) {
      out.print("<TR>");
      for (int i = 0; i < count; i++) {
        value.show(statement.columnName(i).getBytes(StandardCharsets.UTF_8));
        cell("TH");
      }
      out.print("</TR>\n");
    }
    out.print("<TR>");
    for (int i = 0; i < count; i++) {
      readShown(statement, i);
      cell("TD");
    }
    out.print("</TR>\n");
  }

  private void cell(String element) {
    out.print('<').print(element).print('>');
    byte[] bytes = value.bytes();
    int end = value.offset() + value.length();
    int from = value.offset();
    for (int i = from; i < end; i++) {
      String escape =
          switch (bytes[i]) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
          };
      if (escape != null) {
        out.write(bytes, from, i - from).print(escape);
        from = i + 1;
      }
    }
    out.write(bytes, from, end - from).print("</").print(element).print(">\n");
  }
}
