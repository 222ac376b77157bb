// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;

/**
 * Searches through one index, or by rowid: adds a term on the next field, offers the path, and goes on with the field
 * after it as long as there are equalities.
 */
final class IndexPaths {

  private static final int IN_QUERY_VALUES = 46;
  private static final int RANGE_REDUCTION = 20;
  private static final int WORTH_SKIPPING = 42;

  private final PlanningContext context;
  private final TermList terms;
  private final PathSink sink;
  private final BoundIndex index;
  private final SampleEstimates samples;
  private final int searchCost;

  IndexPaths(PlanningContext context, TermList terms, PathSink sink, BoundIndex index) {
    this.context = context;
    this.terms = terms;
    this.sink = sink;
    this.index = index;
    this.samples = SampleEstimates.of(context, index);
    this.searchCost = LogEstimate.ofSearch(index.rows(0));
  }

  /** @param multiplier estimate of how many values IN terms and skipped fields before have together */
  void extend(AccessPath draft, int multiplier) {
    int field = draft.equalCount;
    int operators =
        draft.bottom ? Operators.UPPER : Operators.ANY_EQUAL | Operators.RANGE | Operators.IS_NULL;
    List<Term> found = TermScan.ofField(terms, context.masks(), draft.source, index, field, operators);
    if (found.isEmpty() && !maySkip(draft.source, field)) {
      return;
    }
    AccessPath saved = new AccessPath(draft);
    int known = samples == null ? 0 : samples.known();
    for (int i = 0; i < found.size() && !sink.isExhausted(); i++) {
      Term term = found.get(i);
      if (isApplicable(term, draft, field)) {
        addTerm(draft, saved, term, multiplier);
        restore(draft, saved);
        if (samples != null) {
          samples.setKnown(known);
        }
      }
    }
    if (!sink.isExhausted() && field == saved.skipCount && field == saved.terms.size()) {
      skip(draft, saved, multiplier);
    }
  }

  private static void restore(AccessPath draft, AccessPath saved) {
    draft.prerequisites = saved.prerequisites;
    draft.setup = saved.setup;
    draft.run = saved.run;
    draft.rows = saved.rows;
    draft.equalCount = saved.equalCount;
    draft.skipCount = saved.skipCount;
    draft.bottomCount = saved.bottomCount;
    draft.topCount = saved.topCount;
    draft.copyFlags(saved);
    while (draft.terms.size() > saved.terms.size()) {
      draft.terms.remove(draft.terms.size() - 1);
    }
  }

  private boolean isApplicable(Term term, AccessPath draft, int field) {
    if ((term.isNullTest() || term.notNullBound) && isNotNull(draft.source, field)) {
      return false;
    }
    if ((term.neededRight & 1L << draft.source) != 0 || !context.isUsable(term, draft.source)) {
      return false;
    }
    // the upper bound of a LIKE goes with its own lower bound only
    return !(term.likeBound && term.has(Operators.LESS));
  }

  private boolean isNotNull(int source, int field) {
    int column = index.column(field);
    return column != Term.EXPRESSION && TermAnalyzer.isNotNull(context.source(source), column);
  }

  private void addTerm(AccessPath draft, AccessPath saved, Term term, int multiplier) {
    if (!index.isRowid()) {
      context.table(draft.source).noteStatisticsUsed();
    }
    draft.terms.add(term);
    draft.constrained = true;
    draft.transitive |= term.source != draft.source || term.column != index.column(saved.equalCount);
    draft.prerequisites = (draft.prerequisites | term.neededRight) & ~(1L << draft.source);
    int values = 0;
    if (term.isIn()) {
      values = isFieldOfServedIn(draft, term) ? 0 : inValues(term);
      draft.in = true;
      draft.equal = false;
      if (!isInWorthwhile(draft, saved, values, multiplier)) {
        return;
      }
    } else if (term.has(Operators.EQUAL | Operators.IS)) {
      draft.equal = true;
      setUnique(draft, saved.equalCount, multiplier);
    } else if (term.isNullTest()) {
      draft.nullTest = true;
    } else {
      addBound(draft, term, saved.equalCount);
    }
    if (draft.range) {
      estimateRange(draft);
    } else {
      estimateEqual(draft, saved, term, values, multiplier);
    }
    offer(draft, saved, term, multiplier + values);
  }

  private void offer(AccessPath draft, AccessPath saved, Term term, int multiplier) {
    int rowCost =
        index.isRowid()
            ? draft.rows + 16
            : draft.rows + 1 + 15 * index.width() / BoundIndex.rowWidth(context.table(draft.source));
    draft.run = LogEstimate.add(searchCost, rowCost);
    if (!index.isRowid() && !draft.covering) {
      draft.run = LogEstimate.add(draft.run, draft.rows + 16);
    }
    int perSearch = draft.rows;
    draft.run += multiplier;
    draft.rows += multiplier;
    OutputEstimate.adjust(context, terms, draft, index.rows(0));
    sink.insert(draft);
    if (sink.isExhausted()) {
      return;
    }
    draft.rows = draft.range ? saved.rows : perSearch;
    draft.selfCulling = saved.selfCulling;
    boolean more = draft.equalCount < index.fieldCount()
        && (draft.equalCount < index.keyCount() || !index.isPrimaryKeyTree());
    if (!draft.top && more) {
      extend(draft, multiplier);
    }
  }

  // ---- equality ---------------------------------------------------------------------------------------------------

  /** The values of {@code (a,b) IN (SELECT …)} are counted once, for its first field. */
  private static boolean isFieldOfServedIn(AccessPath draft, Term term) {
    if (term.field < 0) {
      return false;
    }
    for (int i = 0; i < draft.terms.size() - 1; i++) {
      Term served = draft.terms.get(i);
      if (served != null && served.parent == term.parent) {
        return true;
      }
    }
    return false;
  }

  private static int inValues(Term term) {
    BoundExpression expression = Expressions.withoutCollation(term.expression());
    return expression instanceof BoundExpression.InList in ? LogEstimate.of(in.list().size()) : IN_QUERY_VALUES;
  }

  /** With statistics: whether a search per value is cheaper than reading all rows that the fields before select. */
  private boolean isInWorthwhile(AccessPath draft, AccessPath saved, int values, int multiplier) {
    if (!index.isAnalyzed() || searchCost < 10) {
      return true;
    }
    int gain =
        rows(saved.equalCount) + LogEstimate.ofSearch(values) + 10 - (values + searchCost);
    if (gain >= 0) {
      return true;
    }
    if (multiplier < 2 && context.isOn(Optimisation.SEEK_SCAN)) {
      draft.seekScan = true;
      return true;
    }
    return false;
  }

  private void setUnique(AccessPath draft, int field, int multiplier) {
    int column = index.column(field);
    if (index.isRowid() || column == -1) {
      draft.oneRow = true;
    } else if (column >= 0 && multiplier == 0 && field == index.keyCount() - 1) {
      if (index.isUnique()) {
        draft.oneRow = !hasNullable(draft);
        draft.uniqueWanted = !draft.oneRow;
      } else {
        draft.uniqueWanted = true;
      }
    }
  }

  /** IS and IS NULL may find several rows in a unique index, since NULLs are distinct there. */
  private boolean hasNullable(AccessPath draft) {
    for (int i = 0; i < draft.terms.size(); i++) {
      Term term = draft.terms.get(i);
      if (term == null || !term.isEqual() && !(term.isIs() && isNotNull(draft.source, i))) {
        return true;
      }
    }
    return false;
  }

  private void estimateEqual(AccessPath draft, AccessPath saved, Term term, int values, int multiplier) {
    draft.equalCount++;
    int count = draft.equalCount;
    long sampled = multiplier == 0 ? sampledRows(term, count) : SampleEstimates.UNKNOWN;
    if (term.truth <= 0 && index.column(count - 1) >= 0) {
      draft.rows += term.truth - values;
    } else if (sampled > 0) {
      int rows = LogEstimate.of(sampled);
      if (count == 1 && rows + 10 > index.rows(0)) {
        // half of all rows or more: no reason to think that few rows pass the test
        term.frequent = true;
        if (term.assumedRare) {
          context.terms().setRevised();
        }
      }
      draft.rows = Math.min(rows, saved.rows) - values;
    } else {
      draft.rows += rows(count) - rows(count - 1);
      if (term.isNullTest()) {
        draft.rows += 10;
      }
    }
  }

  private long sampledRows(Term term, int count) {
    if (samples == null || term.truth <= 0 && index.column(count - 1) >= 0) {
      return SampleEstimates.UNKNOWN;
    }
    if (!term.isIn()) {
      return samples.equal(count, term.right);
    }
    return Expressions.withoutCollation(term.expression()) instanceof BoundExpression.InList in
        ? samples.in(count, in.list(), LogEstimate.toCount(index.rows(0)))
        : SampleEstimates.UNKNOWN;
  }

  /** Beyond the key of an index stands the rowid, which makes rows unique. */
  private int rows(int prefix) {
    return prefix <= index.keyCount() ? index.rows(prefix) : 0;
  }

  // ---- ranges -----------------------------------------------------------------------------------------------------

  private void addBound(AccessPath draft, Term term, int field) {
    draft.range = true;
    if (term.isLowerBound()) {
      draft.bottom = true;
      draft.bottomCount = rangeFields(draft.source, term, field);
      if (term.likeBound) {
        draft.terms.add(upperLikeBound(term));
        draft.top = true;
        draft.topCount = 1;
      }
    } else {
      draft.top = true;
      draft.topCount = rangeFields(draft.source, term, field);
    }
  }

  private Term upperLikeBound(Term lower) {
    for (TermList list = terms; list != null; list = list.outer()) {
      for (Term term : list.all()) {
        if (term.parent == lower.parent && term.likeBound && term != lower) {
          return term;
        }
      }
    }
    throw new AssertionError(lower);
  }

  /** How many fields of a row value comparison the index has in the same sequence and direction. */
  private int rangeFields(int source, Term term, int field) {
    int width = BoundTree.sizeOf(term.left);
    int count = 1;
    while (count < width && !index.isRowid() && field + count < index.fieldCount()) {
      BoundExpression left = BoundTree.fieldOf(term.left, count);
      BoundExpression right = BoundTree.fieldOf(term.right, count);
      if (!(left instanceof BoundExpression.ColumnValue column)
          || column.source() != context.source(source)
          || index.column(field + count) != Expressions.columnNumber(column)
          || index.column(field + count) < 0
          || !isOrdered(field + count)
          || index.index().parts().get(field + count).descending() != index.index().parts().get(field).descending()
          || !ComparisonTyping.fits(
              ComparisonTyping.affinity(left, right), org.lumosql.sql.resolve.Typing.affinity(left))
          || !Ascii.equal(ComparisonTyping.collation(left, right).name(), index.collation(field + count))) {
        break;
      }
      count++;
    }
    return count;
  }

  /** Behind its key, the tree of a WITHOUT ROWID table compares texts byte by byte only. */
  private boolean isOrdered(int field) {
    return field < index.keyCount() || !index.isPrimaryKeyTree() || Ascii.equal(index.collation(field), "BINARY");
  }

  private void estimateRange(AccessPath draft) {
    Term lower = draft.bottomTerm();
    Term upper = draft.topTerm();
    int known = draft.rows;
    if (samples != null) {
      SampleEstimates.Range range = samples.range(draft);
      known = range.rows();
      if (range.isFinal()) {
        draft.rows = known;
        return;
      }
      lower = range.lower();
      upper = range.upper();
    }
    int rows = reduced(reduced(known, lower), upper);
    // both bounds together usually mean a narrow range
    if (lower != null && lower.truth > 0 && upper != null && upper.truth > 0) {
      rows -= RANGE_REDUCTION;
    }
    int least = known - (lower == null ? 0 : 1) - (upper == null ? 0 : 1);
    draft.rows = Math.min(Math.max(rows, 10), least);
  }

  private static int reduced(int rows, Term bound) {
    if (bound == null) {
      return rows;
    }
    if (bound.truth <= 0) {
      return rows + bound.truth;
    }
    return bound.notNullBound ? rows : rows - RANGE_REDUCTION;
  }

  // ---- skip-scan --------------------------------------------------------------------------------------------------

  private boolean maySkip(int source, int field) {
    return !index.isRowid()
        && field + 1 < index.keyCount()
        && index.isAnalyzed()
        && index.rows(field + 1) >= WORTH_SKIPPING
        // an EXISTS is done with the first match, not with the first of each value of the skipped field
        && !context.source(source).isExists()
        && context.isOn(Optimisation.SKIP_SCAN);
  }

  /**
   * Without a term for this field, its values may be few enough to visit one by one
   * (https://sqlite.org/optoverview.html#the_skip_scan_optimization).
   */
  private void skip(AccessPath draft, AccessPath saved, int multiplier) {
    int field = saved.equalCount;
    if (!maySkip(draft.source, field)) {
      return;
    }
    int values = index.rows(field) - index.rows(field + 1);
    draft.equalCount++;
    draft.skipCount++;
    draft.terms.add(null);
    draft.skipScan = true;
    draft.rows -= values;
    // a search costs more than a step
    extend(draft, multiplier + values + 5);
    restore(draft, saved);
  }
}
