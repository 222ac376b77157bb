// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.Source;

/**
 * An index made for the duration of one statement, where there is none and a search is done often enough to pay for it
 * (https://sqlite.org/optoverview.html#automatic_query_time_indexes).
 */
final class AutomaticIndex {
  private static final int TABLE_SETUP = 28;
  private static final int SUBQUERY_SETUP = -25;
  private static final int ROWS_FOUND = 43;
  private static final int HARDLY_SELECTIVE = 20;

  private final PlanningContext context;
  private final TermList terms;
  private final PathSink sink;

  AutomaticIndex(PlanningContext context, TermList terms, PathSink sink) {
    this.context = context;
    this.terms = terms;
    this.sink = sink;
  }

  void add(int number, long prerequisites) {
    if (!isPossible(number)) {
      return;
    }
    int rows = context.rows(number);
    int search = LogEstimate.ofSearch(rows);
    boolean stored = context.source(number) instanceof Source.TableSource;
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if ((term.neededRight & 1L << number) == 0 && canDrive(context, term, number, 0)) {
        AccessPath draft = new AccessPath(number);
        draft.kind = AccessPath.Kind.AUTOMATIC_INDEX;
        draft.constrained = true;
        draft.equal = true;
        draft.equalCount = 1;
        draft.terms.add(term);
        draft.setup = Math.max(0, search + rows + (stored ? TABLE_SETUP : SUBQUERY_SETUP));
        draft.rows = ROWS_FOUND;
        draft.run = LogEstimate.add(search, ROWS_FOUND);
        draft.prerequisites = prerequisites | term.neededRight;
        sink.insert(draft);
      }
    }
  }

  private boolean isPossible(int number) {
    Source source = context.source(number);
    if (context.isPart()
        || !context.isOn(Optimisation.AUTO_INDEX)
        || !context.databases().isOn(Databases.Setting.AUTOMATIC_INDEX)
        || context.joins().isRight(number)
        || source instanceof Source.FunctionSource
        || source instanceof Source.RecursiveSource) {
      return false;
    }
    if (source instanceof Source.TableSource table) {
      return table.indexedBy() == null && !table.isNotIndexed();
    }
    return source instanceof Source.QuerySource query && !query.query().isCorrelated();
  }

  /** Whether a term is an equality that an automatic index of the source can serve. */
  static boolean canDrive(PlanningContext context, Term term, int number, long notReady) {
    if (term.source != number
        || !term.has(Operators.EQUAL | Operators.IS)
        || !context.isUsable(term, number)
        || (term.neededRight & notReady) != 0
        || term.column < 0) {
      return false;
    }
    Table table = context.table(number);
    return ComparisonTyping.fits(term.affinity, context.source(number).affinity(term.column))
        && (table == null || isPromising(table, term.column));
  }

  /**
   * A column that an index begins with has its index already, and one that statistics show to be hardly selective is
   * not worth one.
   */
  private static boolean isPromising(Table table, int column) {
    for (Index index : table.indexes()) {
      for (int field = 0; field < index.keyCount(); field++) {
        if (index.parts().get(field).column() == column) {
          long[] rows = index.averageRows();
          boolean isKnown = rows != null && field + 1 < rows.length;
          if (field == 0 || isKnown && LogEstimate.of(rows[field + 1]) > HARDLY_SELECTIVE) {
            return false;
          }
          break;
        }
      }
    }
    return true;
  }

  /**
   * The path as it will be built once the loops around it are known: all equalities that can be served then are its
   * key, one per column.
   *
   * @param notReady sources without a row when the search is done
   */
  static AccessPath complete(PlanningContext context, AccessPath path, long notReady) {
    AccessPath complete = new AccessPath(path);
    complete.terms.clear();
    BitSet columns = new BitSet();
    for (Term term : context.terms().all()) {
      if (!columns.get(Math.max(0, term.column)) && canDrive(context, term, path.source, notReady)) {
        columns.set(term.column);
        complete.terms.add(term);
      }
    }
    complete.equalCount = complete.terms.size();
    // as in SQLite, what is left of an EXISTS that became a join counts as a condition
    boolean hasExists = context.sources().stream().anyMatch(Source::isExists);
    complete.partialAutomatic = hasExists || !singleSourceTerms(context, path.source).isEmpty();
    return complete;
  }

  static List<Term> singleSourceTerms(PlanningContext context, int number) {
    List<Term> found = new ArrayList<>();
    for (Term term : context.terms().all()) {
      if (!term.derived
          && (term.needed & ~(1L << number)) == 0
          && context.isUsable(term, number)
          && !context.joins().isLeftOfRight(number)
          && !Expressions.hasQuery(term.expression())
          && Expressions.isRepeatable(term.expression())
          && readsOnly(term, context.source(number))) {
        found.add(term);
      }
    }
    return found;
  }

  /** The index is built once: values of queries around this one may have changed when it is used again. */
  private static boolean readsOnly(Term term, Source source) {
    boolean[] other = {Expressions.hasQuery(term.expression())};
    Expressions.forEachColumn(term.expression(), column -> other[0] |= column.source() != source);
    return !other[0];
  }
}
