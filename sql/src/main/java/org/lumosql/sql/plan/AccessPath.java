// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One way to find the rows of one source, with what it costs: which terms an index serves, which other sources must be
 * positioned before.
 *
 * <p>The terms stand in the order of the index's fields: first equalities (one per field, null for a skipped field),
 * then the lower bound, then the upper. Estimates are logarithmic, see {@link LogEstimate}. Mutable while it is
 * drafted, never afterwards.
 */
public final class AccessPath {
  /** What is read. */
  public enum Kind {
    /** The table itself, whole or by rowid; or a subquery's rows. */
    TABLE,
    INDEX,
    /** An index that is built for this one statement. */
    AUTOMATIC_INDEX,
    /** The union of what several indexes find. */
    OR,
    VIRTUAL
  }

  final int source;
  Kind kind = Kind.TABLE;
  BoundIndex index;
  long prerequisites;
  int setup;
  int run;
  int rows;
  int sortKey;
  final List<Term> terms;
  int equalCount;
  int skipCount;
  int bottomCount;
  int topCount;
  boolean constrained;
  boolean equal;
  boolean in;
  boolean nullTest;
  boolean range;
  boolean bottom;
  boolean top;
  boolean covering;
  boolean expressionCovering;
  boolean oneRow;
  boolean uniqueWanted;
  boolean selfCulling;
  boolean skipScan;
  boolean seekScan;
  boolean partialAutomatic;
  boolean filtered;
  boolean transitive;
  VirtualChoice virtualChoice;

  AccessPath(int source) {
    this.source = source;
    this.terms = new ArrayList<>(2);
  }

  /** A copy that is not affected when the draft goes on changing. */
  AccessPath(AccessPath draft) {
    this.source = draft.source;
    this.kind = draft.kind;
    this.index = draft.index;
    this.prerequisites = draft.prerequisites;
    this.setup = draft.setup;
    this.run = draft.run;
    this.rows = draft.rows;
    this.sortKey = draft.sortKey;
    int count = draft.terms.size();
    this.terms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      terms.add(draft.terms.get(i));
    }
    this.equalCount = draft.equalCount;
    this.skipCount = draft.skipCount;
    this.bottomCount = draft.bottomCount;
    this.topCount = draft.topCount;
    copyFlags(draft);
    this.virtualChoice = draft.virtualChoice;
  }

  void copyFlags(AccessPath draft) {
    this.constrained = draft.constrained;
    this.equal = draft.equal;
    this.in = draft.in;
    this.nullTest = draft.nullTest;
    this.range = draft.range;
    this.bottom = draft.bottom;
    this.top = draft.top;
    this.covering = draft.covering;
    this.expressionCovering = draft.expressionCovering;
    this.oneRow = draft.oneRow;
    this.uniqueWanted = draft.uniqueWanted;
    this.selfCulling = draft.selfCulling;
    this.skipScan = draft.skipScan;
    this.seekScan = draft.seekScan;
    this.partialAutomatic = draft.partialAutomatic;
    this.filtered = draft.filtered;
    this.transitive = draft.transitive;
  }

  /** Whether a term is about another column, which an equality of two columns makes this index's: such an equality is itself still to be tested. */
  public boolean isTransitive() {
    return transitive;
  }

  /** The source's place in the FROM clause. */
  public int source() {
    return source;
  }

  public Kind kind() {
    return kind;
  }

  /** The sources that must have a row before. */
  public long prerequisites() {
    return prerequisites;
  }

  /** The index that is read; null if the table is. */
  public BoundIndex index() {
    return index;
  }

  /** Terms served, by field; null where a field is skipped. */
  public List<Term> terms() {
    return Collections.unmodifiableList(terms);
  }

  /** Number of leading fields with an equality, IN or IS NULL, skipped ones included. */
  public int equalCount() {
    return equalCount;
  }

  /** Leading fields without a term: all their values are visited one by one. */
  public int skipCount() {
    return skipCount;
  }

  /** Fields in the lower bound: more than one for row values. */
  public int bottomCount() {
    return bottomCount;
  }

  public int topCount() {
    return topCount;
  }

  /** The term of the lower bound, or null. */
  public Term bottomTerm() {
    return bottom ? terms.get(equalCount) : null;
  }

  public Term topTerm() {
    return top ? terms.get(terms.size() - 1) : null;
  }

  /** Whether the rowid or an index narrows the search; a whole scan otherwise. */
  public boolean isConstrained() {
    return constrained;
  }

  public boolean hasEqual() {
    return equal;
  }

  public boolean hasIn() {
    return in;
  }

  public boolean hasNullTest() {
    return nullTest;
  }

  public boolean hasRange() {
    return range;
  }

  /** Whether all that is needed of the source is in the index. */
  public boolean isCovering() {
    return covering;
  }

  /** Whether it covers because an indexed expression replaces its columns. */
  public boolean isExpressionCovering() {
    return expressionCovering;
  }

  /** Whether at most one row can be found. */
  public boolean isOneRow() {
    return oneRow;
  }

  /** Whether an automatic index leaves out rows that fail terms on this source alone. */
  public boolean isPartialAutomatic() {
    return partialAutomatic;
  }

  /** Whether a Bloom filter tells of most values that they need not be searched. */
  public boolean isFiltered() {
    return filtered;
  }

  public boolean isSeekScan() {
    return seekScan;
  }

  public boolean isVirtual() {
    return kind == Kind.VIRTUAL;
  }

  public VirtualChoice virtualChoice() {
    return virtualChoice;
  }

  /** The estimated cost of one run through the loop. */
  public int cost() {
    return run;
  }

  /** The estimated rows of one run. */
  public int rows() {
    return rows;
  }

  /** Whether it reads an index that exists. */
  boolean isIndexed() {
    return kind == Kind.INDEX;
  }

  /** Whether it reads the table by rowid order. */
  public boolean isRowid() {
    return kind == Kind.TABLE;
  }

  @Override
  public String toString() {
    return source + " " + kind + " " + index + " " + terms + " " + setup + "," + run + "," + rows;
  }
}
