// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;
import org.lumosql.shell.output.Format;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.OutputMode;
import org.lumosql.shell.output.RowPrinter;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** Contents in and out. */
final class ContentCommands {
  private static final int ROWS_PER_REPORT = 1000;

  private ContentCommands() {}

  static boolean dump(Shell shell, Words words) {
    return new Dump(shell).run(words);
  }

  static boolean recover(Shell shell, Words words) {
    return new Recovery(shell).run(words);
  }

  static boolean importFile(Shell shell, Words words) throws IOException {
    return new Import(shell).run(words);
  }

  static boolean sha3sum(Shell shell, Words words) {
    return new ContentHash(shell).run(words);
  }

  /** {@code .export FILE TABLE|QUERY}: the file's ending names the mode, csv if it names none. */
  static boolean export(Shell shell, Words words) throws IOException {
    words.require(2, 2, ".export FILE TABLE|QUERY");
    String file = words.get(1);
    String query = words.get(2);
    Format format = exportFormat(shell, file);
    if (query.indexOf(' ') < 0) {
      format.table = query;
      query = "SELECT * FROM " + SqlText.identifier(query);
    }
    Connection connection = shell.connection();
    ProgressBar bar = ProgressBar.start(shell, "exporting", 0);
    try (Statement rows = connection.prepare(query);
        Output out = new Output(Files.newOutputStream(shell.resolve(file)))) {
      RowPrinter printer = RowPrinter.of(format, out, connection.encoding());
      long count = 0;
      while (rows.step()) {
        printer.row(rows);
        if (++count % ROWS_PER_REPORT == 0) {
          bar.reached(count);
        }
      }
      printer.finish();
    } finally {
      bar.end();
    }
    return true;
  }

  private static Format exportFormat(Shell shell, String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Format format = new Format();
    format.headers = true;
    format.nullValue = shell.settings().format.nullValue;
    format.use(
        switch (ending) {
          case "json" -> OutputMode.JSON;
          case "html", "htm" -> OutputMode.HTML;
          case "md" -> OutputMode.MARKDOWN;
          case "tsv", "tab" -> OutputMode.TABS;
          case "txt" -> OutputMode.COLUMN;
          case "sql" -> OutputMode.INSERT;
          default -> OutputMode.CSV;
        });
    return format;
  }
}
