// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;

/** Prints the rows of one statement in one mode. Nothing is printed for a statement without rows. */
public abstract class RowPrinter {
  private static final byte[] NO_BYTES = {};

  protected final Format format;
  protected final Output out;
  final ColumnBytes value;
  private final byte[] nullValue;
  private boolean first = true;

  RowPrinter(Format format, Output out, TextEncoding encoding) {
    this.format = format;
    this.out = out;
    this.value = new ColumnBytes(encoding);
    this.nullValue = format.nullValue.isEmpty() ? NO_BYTES : format.nullValue.getBytes(StandardCharsets.UTF_8);
  }

  /** The printer of the mode in force. @param encoding how the connection's databases hold texts */
  public static RowPrinter of(Format format, Output out, TextEncoding encoding) {
    return switch (format.mode) {
      case LIST, TABS, ASCII -> new ListPrinter(format, out, encoding);
      case CSV -> new CsvPrinter(format, out, encoding);
      case TCL -> new TclPrinter(format, out, encoding);
      case HTML -> new HtmlPrinter(format, out, encoding);
      case JSON -> new JsonPrinter(format, out, encoding);
      case LINE -> new LinePrinter(format, out, encoding);
      case QUOTE -> new QuotePrinter(format, out, encoding);
      case INSERT -> new InsertPrinter(format, out, encoding);
      case BOX, COLUMN, MARKDOWN, TABLE, QBOX -> new ColumnarPrinter(format, out, encoding);
      case EXPLAIN -> new ExplainPrinter(format, out, encoding);
      case COUNT -> new CountPrinter(format, out, encoding);
      case OFF -> new NoPrinter(format, out, encoding);
    };
  }

  /** Prints the row that the statement stands on, or keeps it for {@link #finish}. */
  public final void row(Statement statement) {
    print(statement, first);
    first = false;
  }

  /** Prints what had to wait for the last row. */
  public void finish() {}

  abstract void print(Statement statement, boolean isFirst);

  /** Takes a column up to its first NUL; of a NULL what stands in its place. */
  final void readShown(Statement statement, int column) {
    if (!value.read(statement, column)) {
      value.show(nullValue);
    }
  }

  final void writeValue() {
    out.write(value.bytes(), value.offset(), value.length());
  }

  private static final class ListPrinter extends RowPrinter {
    ListPrinter(Format format, Output out, TextEncoding encoding) {
      super(format, out, encoding);
    }

    @Override
    void print(Statement statement, boolean isFirst) {
      int count = statement.columnCount();
      if (isFirst && format.headers) {
        for (int i = 0; i < count; i++) {
          out.print(statement.columnName(i)).print(i == count - 1 ? format.rowSeparator : format.separator);
        }
      }
      for (int i = 0; i < count; i++) {
        readShown(statement, i);
        writeValue();
        out.print(i == count - 1 ? format.rowSeparator : format.separator);
      }
    }
  }

  private static final class CountPrinter extends RowPrinter {
    private long rows;

    CountPrinter(Format format, Output out, TextEncoding encoding) {
      super(format, out, encoding);
    }

    @Override
    void print(Statement statement, boolean isFirst) {
      rows++;
    }

    @Override
    public void finish() {
      out.print(rows).print(rows == 1 ? " row\n" : " rows\n");
    }
  }

  private static final class NoPrinter extends RowPrinter {
    NoPrinter(Format format, Output out, TextEncoding encoding) {
      super(format, out, encoding);
    }

    @Override
    void print(Statement statement, boolean isFirst) {
      // the rows are not wanted
    }
  }
}
