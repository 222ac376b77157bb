// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.BitSet;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Subtypes;

/**
 * Whether an index alone has all that is read of its source (https://sqlite.org/queryplanner.html#_covering_indexes).
 */
final class IndexCoverage {
  private final PlanningContext context;
  private final int source;
  private final BoundIndex index;
  private final boolean hasAllColumns;
  private final boolean needsLookup;

  IndexCoverage(PlanningContext context, int source, BoundIndex index) {
    this.context = context;
    this.source = source;
    this.index = index;
    boolean isComplete = index.index().isTable() || isEachColumnStored();
    this.needsLookup = !isComplete;
    this.hasAllColumns = isComplete && (index.index().isTable() || !isForWholeRows());
  }

  /** Whether the rows of a WITHOUT ROWID table are to be changed: as in SQLite, no index counts as enough for that. */
  private boolean isForWholeRows() {
    return context.source(source) instanceof Source.TableSource target && target.isChanged() && !target.table().hasRowid();
  }

  private boolean isEachColumnStored() {
    BitSet used = context.columnsUsed(source);
    Table table = context.table(source);
    for (int column = used.nextSetBit(0); column >= 0; column = used.nextSetBit(column + 1)) {
      if (!holds(index.index().fieldOf(column)) || table.column(column).isVirtual()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a column is known to be in the index. Of the index that belongs to a UNIQUE of a WITHOUT ROWID table SQLite knows the columns named there only, not those of the key. */
  private boolean holds(int field) {
    Index.Origin origin = index.index().definition().origin();
    boolean isUnique = origin == Index.Origin.UNIQUE && !context.table(source).hasRowid();
    return field >= 0 && (!isUnique || field < index.index().keyCount());
  }

  /** Whether a scan counts looking up rows: also a scan of an index that does not count as enough need not. */
  boolean needsLookup() {
    return needsLookup;
  }

  /** Whether all columns read are fields of the index. */
  boolean hasAllColumns() {
    return hasAllColumns;
  }

  /** Whether what else is read are expressions that the index has. */
  boolean hasAllExpressions() {
    // in the NULL row of an outer join, an expression need not be NULL
    if (!index.hasExpression()
        || !context.isOn(Optimisation.INDEXED_EXPR)
        || context.joins().isLeft(source)
        || context.joins().isLeftOfRight(source)
        || context.request().usage().isEverything()) {
      return false;
    }
    for (BoundExpression expression : context.request().usage().expressions()) {
      if (!isCovered(expression)) {
        return false;
      }
    }
    return true;
  }

  /** The same as far as the cost of looking up rows goes: what its subqueries read is not asked. */
  boolean isOutsideSubqueriesCovered(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      return isCovered(column);
    }
    boolean[] covered = {true};
    Expressions.forEachChild(expression, child -> covered[0] &= isOutsideSubqueriesCovered(child));
    return covered[0];
  }

  /** Whether an expression can be computed from the index, as far as it concerns this source. */
  private boolean isCovered(BoundExpression expression) {
    return isCovered(expression, false);
  }

  /** @param subtypesWanted it goes to a function that asks for subtypes, which an index has lost */
  private boolean isCovered(BoundExpression expression, boolean subtypesWanted) {
    boolean isReplaced = !subtypesWanted || !Subtypes.mayBeGiven(expression);
    for (int field = 0; isReplaced && field < index.index().parts().size(); field++) {
      if (index.column(field) == Term.EXPRESSION && index.part(field).equals(expression)) {
        return true;
      }
    }
    if (expression instanceof BoundExpression.ColumnValue column) {
      return isCovered(column);
    }
    boolean[] covered = {true};
    boolean wanted = subtypesWanted || Subtypes.areWanted(expression);
    Expressions.forEachChild(expression, child -> covered[0] &= isCovered(child, wanted));
    if (covered[0] && BoundTree.queryOf(expression) != null) {
      Expressions.forEachColumn(BoundTree.queryOf(expression), column -> covered[0] &= isCovered(column));
    }
    return covered[0];
  }

  private boolean isCovered(BoundExpression.ColumnValue column) {
    Source own = context.source(source);
    int number = Expressions.columnNumber(column);
    return column.source() != own || number < 0 || index.index().fieldOf(number) >= 0;
  }
}
