// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Index;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;

/** Reads what ANALYZE left in {@code sqlite_stat1} into the schema (https://sqlite.org/fileformat2.html#the_sqlite_stat1_table). */
final class Statistics {
  private final Session session;

  Statistics(Session session) {
    this.session = session;
  }

  /** Requires: the schema of the database is in memory. A malformed line is ignored, as SQLite does. */
  void load(int number) {
    Schema schema = session.database(number).schema();
    if (schema.table("sqlite_stat1") == null) {
      return;
    }
    String name = session.database(number).name().replace("\"", "\"\"");
    try (Statement rows =
        InternalSql.prepare(session, "SELECT tbl, idx, stat FROM \"" + name + "\".sqlite_stat1")) {
      while (rows.step()) {
        apply(schema, rows.columnText(0), rows.columnText(1), rows.columnText(2));
      }
    }
  }

  private static void apply(Schema schema, String tableName, String indexName, String text) {
    Table table = tableName == null ? null : schema.table(tableName);
    if (table == null || text == null) {
      return;
    }
    long[] numbers = numbers(text);
    if (numbers.length == 0) {
      return;
    }
    Index index = indexName == null ? null : indexOf(table, schema, indexName);
    if (index == null) {
      if (indexName == null) {
        table.setRowEstimate(numbers[0], true);
      }
      return;
    }
    index.setAverageRows(numbers);
    if (!index.isPartial()) {
      table.setRowEstimate(numbers[0], true);
    }
  }

  private static Index indexOf(Table table, Schema schema, String name) {
    // the primary key of a WITHOUT ROWID table stands under the table's own name
    return name.equalsIgnoreCase(table.name()) ? table.primaryKeyIndex() : schema.index(name);
  }

  private static long[] numbers(String text) {
    List<Long> numbers = new ArrayList<>();
    for (String word : text.trim().split(" +")) {
      if (word.isEmpty() || word.length() > 18 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
        break;
      }
      numbers.add(Long.parseLong(word));
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}
