// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.value.Affinity;
import org.lumosql.value.NumberParser;
import org.lumosql.value.Register;

/** Whether a stored value may stand in its column: NOT NULL, the type of a STRICT table, the affinity of another. */
final class ValueCheck {
  private ValueCheck() {}

  /** Whether the column's type excludes any value. */
  static boolean isNeeded(Table table, int number) {
    Column column = table.column(number);
    return table.isStrict() ? !Ascii.equal(column.declaredType(), "ANY") : column.affinity() != Affinity.BLOB;
  }

  /**
   * What value there is that may not be, as {@code integrity_check} says it before "value in"; null if all is well.
   *
   * @param result the column of the statement's row that has the value
   */
  static String problem(Table table, int number, Statement rows, int result) {
    Column column = table.column(number);
    int found = rows.columnType(result);
    if (found == Register.NULL) {
      return column.notNull() != null ? "NULL" : null;
    }
    if (table.isStrict()) {
      String type = column.declaredType().toUpperCase(Locale.ROOT);
      return type.equals("ANY") || found == strictType(type) ? null : "non-" + type;
    }
    if (column.affinity() == Affinity.BLOB) {
      return null;
    }
    if (column.affinity() == Affinity.TEXT) {
      return found == Register.INTEGER || found == Register.REAL ? "NUMERIC" : null;
    }
    return found == Register.TEXT && isNumber(rows.columnText(result)) ? "TEXT" : null;
  }

  private static boolean isNumber(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    NumberParser parser = new NumberParser();
    return parser.parse(bytes, 0, bytes.length) != NumberParser.NONE && parser.isWhole();
  }

  private static int strictType(String type) {
    return switch (type) {
      case "INT", "INTEGER" -> Register.INTEGER;
      case "REAL" -> Register.REAL;
      case "TEXT" -> Register.TEXT;
      default -> Register.BLOB;
    };
  }
}
