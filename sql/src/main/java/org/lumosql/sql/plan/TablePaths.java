// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.Source;

/**
 * The paths through a table's trees: whole scans of the table or of an index, searches by rowid or index, and an index
 * built for the statement.
 */
final class TablePaths {

  private final PlanningContext context;
  private final TermList terms;
  private final PathSink sink;

  TablePaths(PlanningContext context, TermList terms, PathSink sink) {
    this.context = context;
    this.terms = terms;
    this.sink = sink;
  }

  void add(int number, long prerequisites) {
    Source source = context.source(number);
    Table table = context.table(number);
    if (terms == context.terms()) {
      new AutomaticIndex(context, terms, sink).add(number, prerequisites);
    }
    int sortKey = 1;
    boolean rowidTable = table == null || table.hasRowid();
    if (rowidTable && !(source instanceof Source.TableSource t && t.indexedBy() != null)) {
      addTable(number, prerequisites, sortKey);
      sortKey++;
    }
    if (!(source instanceof Source.TableSource tableSource)) {
      return;
    }
    boolean found = false;
    List<BoundIndex> indexes = context.indexes().indexes(source);
    for (int i = 0; i < indexes.size() && !sink.isExhausted(); i++) {
      BoundIndex index = indexes.get(i);
      if (isAllowed(tableSource, index)) {
        found |= addIndex(number, index, prerequisites, sortKey);
        sortKey++;
      }
    }
    if (tableSource.indexedBy() != null && !found) {
      throw new SqlException("no query solution");
    }
  }

  private static boolean isAllowed(Source.TableSource source, BoundIndex index) {
    if (source.indexedBy() != null) {
      return index.index() == source.indexedBy();
    }
    // NOT INDEXED leaves the rowid; a WITHOUT ROWID table has none
    return !source.isNotIndexed() || !source.table().hasRowid();
  }

  private void addTable(int number, long prerequisites, int sortKey) {
    int rows = context.rows(number);
    AccessPath draft = new AccessPath(number);
    draft.prerequisites = prerequisites;
    draft.rows = rows;
    draft.sortKey = helpsOrder(number, null) ? sortKey : 0;
    draft.run = rows + 16 - (hasSamples(number) ? 2 : 0);
    OutputEstimate.adjust(context, terms, draft, rows);
    sink.insert(draft);
    draft.rows = rows;
    if (context.source(number) instanceof Source.TableSource) {
      new IndexPaths(context, terms, sink, BoundIndex.rowid(context.source(number), rows)).extend(draft, 0);
    }
  }

  private boolean hasSamples(int number) {
    List<BoundIndex> indexes = context.indexes().indexes(context.source(number));
    for (int i = 0; i < indexes.size(); i++) {
      if (indexes.get(i).hasSamples()) {
        return true;
      }
    }
    return false;
  }

  private boolean addIndex(int number, BoundIndex index, long prerequisites, int sortKey) {
    if (index.where() != null
        && !PartialIndexImplication.holds(index.where(), terms, number, context.joins().isOuter(number))) {
      return false;
    }
    Source.TableSource source = (Source.TableSource) context.source(number);
    int rows = index.rows(0);
    AccessPath draft = new AccessPath(number);
    draft.kind = AccessPath.Kind.INDEX;
    draft.index = index;
    draft.prerequisites = prerequisites;
    draft.rows = rows;
    boolean helps = helpsOrder(number, index);
    draft.sortKey = helps ? sortKey : 0;
    IndexCoverage coverage = new IndexCoverage(context, number, index);
    draft.covering = coverage.hasAllColumns();
    if (!draft.covering && coverage.hasAllExpressions()) {
      draft.covering = true;
      draft.expressionCovering = true;
    }
    if (helps
        || !source.table().hasRowid()
        || index.where() != null
        || source.indexedBy() != null
        || isWorthScanning(draft, source)) {
      addScan(draft, coverage, source.table());
    }
    draft.rows = rows;
    new IndexPaths(context, terms, sink, index).extend(draft, 0);
    return true;
  }

  /** Rows that will be changed are visited in the table at once. */
  private boolean isWorthScanning(AccessPath draft, Source.TableSource source) {
    return draft.covering
        && !source.isChanged()
        && (draft.expressionCovering || draft.index.width() < BoundIndex.rowWidth(source.table()))
        && context.isOn(Optimisation.COVER_IDX_SCAN);
  }

  private void addScan(AccessPath draft, IndexCoverage coverage, Table table) {
    int rows = draft.index.rows(0);
    draft.run = rows + 1 + 15 * draft.index.width() / BoundIndex.rowWidth(table);
    if (!draft.covering && coverage.needsLookup()) {
      draft.run = LogEstimate.add(draft.run, lookups(draft, coverage, rows + 16));
    }
    OutputEstimate.adjust(context, terms, draft, rows);
    sink.insert(draft);
  }

  /** The cost of going to the table for rows that terms on the index's fields let through. */
  private int lookups(AccessPath draft, IndexCoverage coverage, int cost) {
    int lookups = cost;
    for (Term term : context.terms().all()) {
      if (!coverage.isOutsideSubqueriesCovered(term.expression())) {
        break;
      }
      if (term.truth <= 0) {
        lookups += term.truth;
      } else {
        lookups--;
        if (term.has(Operators.EQUAL | Operators.IS)) {
          lookups -= 19;
        }
      }
    }
    return lookups;
  }

  /** Whether reading in the order of an index (null: the rowid) may spare a sort. */
  private boolean helpsOrder(int number, BoundIndex index) {
    for (BoundOrderingTerm term : context.request().orderBy()) {
      BoundExpression expression = Expressions.withoutCollation(term.expression());
      if (expression instanceof BoundExpression.ColumnValue column && column.source() == context.source(number)) {
        int wanted = Expressions.columnNumber(column);
        if (wanted < 0) {
          return true;
        }
        if (index != null && index.fieldOfColumn(wanted) >= 0) {
          return true;
        }
      } else if (index != null && index.fieldOf(expression) >= 0) {
        return true;
      }
    }
    return false;
  }
}
