// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.schema.Index;
import org.lumosql.schema.IndexSamples;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;

/** Reads what ANALYZE left in {@code sqlite_stat1} and {@code sqlite_stat4} into the schema (https://sqlite.org/fileformat2.html#the_sqlite_stat1_table). */
final class Statistics {
  private final Session session;

  Statistics(Session session) {
    this.session = session;
  }

  /** Requires: the schema of the database is in memory. A malformed line is ignored, as SQLite does. */
  void load(int number) {
    Schema schema = session.database(number).schema();
    forget(schema);
    String from = " FROM \"" + session.database(number).name().replace("\"", "\"\"") + "\".";
    if (isTable(schema, "sqlite_stat1")) {
      try (Statement rows = InternalSql.prepare(session, "SELECT tbl, idx, stat" + from + "sqlite_stat1")) {
        while (rows.step()) {
          apply(schema, rows.columnText(0), rows.columnText(1), rows.columnText(2));
        }
      }
    }
    if (isTable(schema, "sqlite_stat4") && session.catalog().isOptimisationOn(Optimisation.STAT4)) {
      try (Statement rows =
          InternalSql.prepare(session, "SELECT idx, neq, nlt, ndlt, sample" + from + "sqlite_stat4")) {
        loadSamples(schema, rows);
      }
    }
  }

  private static boolean isTable(Schema schema, String name) {
    Table table = schema.table(name);
    return table != null && !table.isView() && !table.isVirtual();
  }

  private static void forget(Schema schema) {
    for (Table table : schema.tables()) {
      table.setRowEstimate(table.rowEstimate(), false);
    }
    for (Index index : schema.indexes()) {
      index.setAverageRows(null);
      index.setSamples(null);
    }
  }

  private void loadSamples(Schema schema, Statement rows) {
    Map<Index, List<IndexSamples.Sample>> samples = new LinkedHashMap<>();
    while (rows.step()) {
      String name = rows.columnText(0);
      Index index = name == null ? null : schema.index(name);
      if (index == null && name != null && schema.table(name) != null) {
        index = schema.table(name).primaryKeyIndex();
      }
      byte[] entry = rows.columnBlob(4);
      if (index != null && entry != null && isRecord(entry)) {
        int fields = fieldCount(index);
        samples
            .computeIfAbsent(index, i -> new ArrayList<>())
            .add(
                new IndexSamples.Sample(
                    entry, counts(rows.columnText(1), fields), counts(rows.columnText(2), fields), counts(rows.columnText(3), fields)));
      }
    }
    samples.forEach(
        (index, list) ->
            index.setSamples(new IndexSamples(list, fieldCount(index), index.keyCount(), index.averageRows())));
  }

  /** Anybody may write to the table. */
  private boolean isRecord(byte[] entry) {
    try {
      new KeyProbe(KeyOrder.binary(session.encoding(), 1)).load(entry, 0, entry.length, Integer.MAX_VALUE);
      return true;
    } catch (StoreException e) {
      return false;
    }
  }

  /** Fields that a sample has counts for. */
  private static int fieldCount(Index index) {
    return index.isTable() ? index.keyCount() : index.parts().size();
  }

  private static long[] counts(String text, int fields) {
    return text == null ? new long[fields] : Arrays.copyOf(numbers(text), fields);
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
    return Ascii.equal(name, table.name()) ? table.primaryKeyIndex() : schema.index(name);
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
