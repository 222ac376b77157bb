// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;

/**
 * The right side of {@code x IN (SELECT column FROM table)} where the column is the rowid or an index has it: the values need not be collected
 * (https://sqlite.org/optoverview.html, {@code USING INDEX … FOR IN-OPERATOR}).
 *
 * @param index null for the rowid
 * @param places the field of the index that holds each column of the right side
 */
record StoredValues(Table table, Index index, List<Integer> places) {
  /**
   * The tree that has the values, or null.
   *
   * @param unique the values are to be visited: each may be there only once
   */
  static StoredValues of(BoundExpression.InQuery in, boolean unique) {
    Source.TableSource source = plainTable(in.query());
    if (source == null) {
      return null;
    }
    Table table = source.table();
    List<BoundExpression.ColumnValue> columns = columns(in.query().first(), source);
    if (columns == null) {
      return null;
    }
    if (columns.size() == 1 && isRowid(table, columns.get(0).column())) {
      return new StoredValues(table, null, List.of(0));
    }
    for (int i = 0; i < columns.size(); i++) {
      Affinity own = Typing.affinity(columns.get(i));
      Affinity compared = Typing.comparisonAffinity(Typing.affinity(BoundTree.fieldOf(in.operand(), i)), own);
      if (compared.isNumeric() && !own.isNumeric()) {
        return null;
      }
    }
    for (Index index : table.indexes()) {
      List<Integer> places = isSuitable(index, columns.size(), unique) ? places(index, in, columns) : null;
      if (places != null) {
        return new StoredValues(table, index, places);
      }
    }
    return null;
  }

  /** The table of a query that gives all of its rows, else null. */
  private static Source.TableSource plainTable(BoundQuery query) {
    if (query.isCompound() || query.limit() != null || query.isCorrelated()) {
      return null;
    }
    QueryBlock block = query.first();
    boolean isPlain =
        !block.isDistinct()
            && !block.isAggregate()
            && block.windows().isEmpty()
            && block.conditions().isEmpty()
            && block.sources().size() == 1;
    return isPlain && block.sources().get(0) instanceof Source.TableSource source && !source.table().isVirtual()
        ? source
        : null;
  }

  private static List<BoundExpression.ColumnValue> columns(QueryBlock block, Source source) {
    List<BoundExpression.ColumnValue> columns = new ArrayList<>();
    for (QueryBlock.Result result : block.results()) {
      if (!(result.expression() instanceof BoundExpression.ColumnValue column) || column.source() != source) {
        return null;
      }
      columns.add(column);
    }
    return columns;
  }

  private static boolean isRowid(Table table, int column) {
    return table.hasRowid() && (column < 0 || column == table.rowidAlias());
  }

  private static boolean isSuitable(Index index, int width, boolean unique) {
    if (index.isPartial() || index.parts().size() < width) {
      return false;
    }
    return !unique || index.keyCount() <= width && (index.parts().size() <= width || index.isUnique());
  }

  private static List<Integer> places(
      Index index, BoundExpression.InQuery in, List<BoundExpression.ColumnValue> columns) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String collation = Typing.comparisonCollation(BoundTree.fieldOf(in.operand(), i), columns.get(i)).name();
      int place = 0;
      while (place < columns.size() && !isAt(index.parts().get(place), columns.get(i).column(), collation)) {
        place++;
      }
      if (place == columns.size() || places.contains(place)) {
        return null;
      }
      places.add(place);
    }
    return places;
  }

  private static boolean isAt(Index.Part part, int column, String collation) {
    return part.column() == column && Ascii.equal(part.collation(), collation);
  }

  boolean isRowid() {
    return index == null;
  }

  boolean isDescending() {
    return index != null && index.parts().get(0).descending();
  }

  /** Whether no value can be NULL. */
  boolean isNeverNull() {
    if (index == null) {
      return true;
    }
    for (int place : places) {
      if (table.column(index.parts().get(place).column()).notNull() == null) {
        return false;
      }
    }
    return true;
  }

  /** The line of EXPLAIN QUERY PLAN. */
  String line() {
    return index == null
        ? "USING ROWID SEARCH ON TABLE " + table.name() + " FOR IN-OPERATOR"
        : "USING INDEX " + index.name() + " FOR IN-OPERATOR";
  }
}
