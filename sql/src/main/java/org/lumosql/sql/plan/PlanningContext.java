// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.Source;

/**
 * All that planning one join needs to know.
 *
 * @param subqueryRows the estimate of a subquery's rows
 * @param isPart this join is one source of a larger one, for a disjunct of an OR
 */
record PlanningContext(
    Databases databases,
    List<Source> sources,
    SourceMasks masks,
    Joins joins,
    IndexBinder indexes,
    TermList terms,
    LoopRequest request,
    ToIntFunction<Source> subqueryRows,
    boolean isPart) {
  private static final int FUNCTION_ROWS = 46;

  PlanningContext withRequest(LoopRequest changed) {
    return changed == request
        ? this
        : new PlanningContext(databases, sources, masks, joins, indexes, terms, changed, subqueryRows, isPart);
  }

  boolean isOn(Optimisation optimisation) {
    return databases.isOptimisationOn(optimisation);
  }

  Source source(int number) {
    return sources.get(number);
  }

  Table table(int number) {
    return Expressions.tableOf(sources.get(number));
  }

  /** The estimate of a source's rows. */
  int rows(int number) {
    Source source = sources.get(number);
    if (source instanceof Source.TableSource table) {
      return BoundIndex.tableRows(table.table());
    }
    if (source instanceof Source.FunctionSource) {
      return FUNCTION_ROWS;
    }
    return subqueryRows.applyAsInt(source);
  }

  /** The columns of a source that are read; a generated column reads all. */
  BitSet columnsUsed(int number) {
    Source source = sources.get(number);
    BitSet used = request.usage().columns(source);
    Table table = table(number);
    if (table != null) {
      for (int column = used.nextSetBit(0); column >= 0; column = used.nextSetBit(column + 1)) {
        if (table.column(column).isGenerated()) {
          BitSet all = new BitSet();
          all.set(0, table.columnCount());
          return all;
        }
      }
    }
    return used;
  }

  /** Whether a term may narrow the search for a source's rows, given how that source is joined. */
  boolean isUsable(Term term, int source) {
    if (!joins.isOuter(source) && !joins.isLeftOfRight(source)) {
      return true;
    }
    return term.joinedSource() == source;
  }
}
