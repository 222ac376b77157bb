// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;

/** An index as the planner sees it: parts bound to a source, estimates of rows and sizes. */
public final class BoundIndex {
  private static final int[] DEFAULT_ROWS = {33, 32, 30, 28, 27};
  private static final int DEFAULT_ROWS_BEYOND = 23;
  private static final int MINIMUM_TABLE_ROWS = 99;
  private static final int ROWID_WIDTH = 3;

  private final Source source;
  private final Index index;
  /** Null where the part is a column of the table. */
  private final BoundExpression[] expressions;
  private final BoundExpression where;
  private final int[] rows;
  private final int width;

  /** @param expressions bound parts, null at those that are columns; null if all are columns */
  BoundIndex(Source source, Index index, BoundExpression[] expressions, BoundExpression where) {
    this.source = source;
    this.index = index;
    this.expressions = expressions;
    this.where = where;
    this.rows = estimateRows(index);
    this.width = LogEstimate.of(index.assumedWidth() * 4L);
  }

  private BoundIndex(Source source, int tableRows) {
    this.source = source;
    this.index = null;
    this.expressions = null;
    this.where = null;
    this.rows = new int[] {tableRows, 0};
    this.width = ROWID_WIDTH;
  }

  /** The order of a table by its rowid, seen as an index with that one field. */
  static BoundIndex rowid(Source source, int tableRows) {
    return new BoundIndex(source, tableRows);
  }

  private static int[] estimateRows(Index index) {
    int count = index.keyCount();
    int[] rows = new int[count + 1];
    long[] statistics = index.averageRows();
    if (statistics != null) {
      for (int i = 0; i <= count; i++) {
        rows[i] = i < statistics.length ? LogEstimate.of(statistics[i]) : 0;
      }
      return rows;
    }
    rows[0] = tableRows(index.table());
    if (index.isPartial()) {
      rows[0] -= 10;
    }
    for (int i = 1; i <= count; i++) {
      rows[i] = i <= DEFAULT_ROWS.length ? DEFAULT_ROWS[i - 1] : DEFAULT_ROWS_BEYOND;
    }
    if (index.isUnique()) {
      rows[count] = 0;
    }
    return rows;
  }

  /** How many rows a table has; an index without statistics of its own makes it larger than a few, whatever was found before. */
  static int tableRows(Table table) {
    int rows = LogEstimate.of(table.rowEstimate());
    if (rows < MINIMUM_TABLE_ROWS) {
      for (Index index : table.indexes()) {
        if (index.averageRows() == null) {
          return MINIMUM_TABLE_ROWS;
        }
      }
    }
    return rows;
  }

  /** The size of a table's row, in the units of the estimates. */
  static int rowWidth(Table table) {
    return LogEstimate.of(table.assumedWidth() * 4L);
  }

  public Index index() {
    return index;
  }

  /**
   * The column of a field; −1 the rowid, {@link Term#EXPRESSION} an expression. The rowid's alias counts as the rowid.
   */
  int column(int field) {
    if (index == null) {
      return Index.ROWID;
    }
    int column = index.parts().get(field).column();
    return column >= 0 && column == index.table().rowidAlias() ? -1 : column;
  }

  /** What a field holds. */
  public BoundExpression part(int field) {
    if (expressions != null && expressions[field] != null) {
      return expressions[field];
    }
    return new BoundExpression.ColumnValue(source, index == null ? -1 : index.parts().get(field).column());
  }

  String collation(int field) {
    return index == null ? "BINARY" : index.parts().get(field).collation();
  }

  /** The condition of a partial index, else null. */
  public BoundExpression where() {
    return where;
  }

  /** Estimate of rows for one value of the first {@code prefix} key parts; of all rows for 0. */
  int rows(int prefix) {
    return rows[prefix];
  }

  boolean isAnalyzed() {
    return index != null && index.averageRows() != null;
  }

  boolean hasSamples() {
    return index != null && index.samples() != null;
  }

  int width() {
    return width;
  }

  boolean isRowid() {
    return index == null;
  }

  boolean isUnique() {
    return index == null || index.isUnique();
  }

  /** Fields that are the declared key. */
  int keyCount() {
    return index == null ? 1 : index.keyCount();
  }

  /** All fields that decide the order. */
  int fieldCount() {
    return index == null ? 1 : index.parts().size();
  }

  /** The tree of a WITHOUT ROWID table: what lies behind its key is not ordered. */
  boolean isPrimaryKeyTree() {
    return index != null && index.isTable();
  }

  /** The key field that holds a column, −1 if none does. */
  int fieldOfColumn(int column) {
    for (int i = 0; i < keyCount(); i++) {
      if (column(i) == column) {
        return i;
      }
    }
    return -1;
  }

  /** The key field that holds an expression, −1 if none does. */
  int fieldOf(BoundExpression expression) {
    for (int i = 0; i < keyCount(); i++) {
      if (column(i) == Term.EXPRESSION && part(i).equals(expression)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether it has an expression among its parts. */
  boolean hasExpression() {
    return expressions != null;
  }

  @Override
  public String toString() {
    return index == null ? "rowid" : index.name();
  }
}
