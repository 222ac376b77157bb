// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.KeyProbe;
import org.lumosql.schema.IndexSamples;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.value.Comparison;
import org.lumosql.value.Register;

/**
 * Estimates from an index's samples (https://sqlite.org/queryplanner-ng.html, {@code sqlite_stat4}), as far as the values that its fields are compared with
 * are known to the planner. One per index while its paths are drafted.
 */
final class SampleEstimates {
  /** No estimate can be made. */
  static final long UNKNOWN = -1;

  private static final int FOUR = 20;
  private static final int TWO = 10;

  private final BoundIndex index;
  private final IndexSamples samples;
  private final KnownValues values;
  private final KeyProbe probe;
  private final Register[] key;
  private final IndexSamples.Place place = new IndexSamples.Place();
  private int known;

  private SampleEstimates(PlanningContext context, BoundIndex index) {
    this.index = index;
    this.samples = index.index().samples();
    this.values = new KnownValues(context.databases());
    this.probe = new KeyProbe(index.index().keyOrder(context.databases()));
    this.key = new Register[index.fieldCount() + 1];
  }

  /** Null if the index has no samples. */
  static SampleEstimates of(PlanningContext context, BoundIndex index) {
    return index.hasSamples() && context.isOn(Optimisation.STAT4) ? new SampleEstimates(context, index) : null;
  }

  /** How many leading fields have a known value. */
  int known() {
    return known;
  }

  void setKnown(int count) {
    known = count;
  }

  // ---- equality ---------------------------------------------------------------------------------------------------

  /**
   * The entries whose field number {@code count} − 1 and all before are equal to the values known for them.
   *
   * @param value what the last field is compared with; null for IS NULL
   */
  long equal(int count, BoundExpression value) {
    if (known < count - 1) {
      return UNKNOWN;
    }
    if (count >= entryFields()) {
      return 1;
    }
    Register register = values.of(value, affinity(count - 1));
    if (register == null) {
      return UNKNOWN;
    }
    key[count - 1] = register;
    known = count;
    samples.locate(probe, key, count, false, place);
    return place.equal;
  }

  /** As {@link #equal} for a list of values, not knowing which. */
  long in(int count, List<BoundExpression> list, long rows) {
    int before = known;
    long sum = 0;
    for (BoundExpression value : list) {
      long equal = equal(count, value);
      sum += equal == UNKNOWN ? rows : equal;
      known = before;
      if (equal == UNKNOWN) {
        return UNKNOWN;
      }
    }
    return Math.min(sum, rows);
  }

  /** The tree of a WITHOUT ROWID table has samples of its key only, but entries of all columns. */
  private int entryFields() {
    return index.index().parts().size();
  }

  private Affinity affinity(int field) {
    int column = index.index().parts().get(field).column();
    if (column == -1) {
      return Affinity.INTEGER;
    }
    if (column >= 0) {
      return index.index().table().column(column).affinity();
    }
    Affinity affinity = Typing.affinity(index.part(field));
    return affinity.isNumeric() ? Affinity.NUMERIC : affinity == Affinity.TEXT ? affinity : Affinity.BLOB;
  }

  // ---- ranges -----------------------------------------------------------------------------------------------------

  /** What the samples tell of a range: the estimate so far, and the bounds that they know nothing of. */
  record Range(int rows, Term lower, Term upper, boolean isFinal) {}

  /** @param draft whose terms before the range are equalities */
  Range range(AccessPath draft) {
    Term lower = draft.bottomTerm();
    Term upper = draft.topTerm();
    int field = draft.equalCount;
    if (field >= key.length) {
      return new Range(draft.rows, lower, upper, false);
    }
    return field == known ? within(draft, field, lower, upper) : afterUnknown(draft, field, lower, upper);
  }

  private Range within(AccessPath draft, int field, Term lower, Term upper) {
    long least = 0;
    long most = samples.rows();
    if (field > 0) {
      samples.locate(probe, key, field, false, place);
      least = place.less;
      most = place.less + place.equal;
    }
    boolean descending = index.index().parts().get(field).descending();
    Term first = descending ? upper : lower;
    Term last = descending ? lower : upper;
    int firstSample = -2;
    int lastSample = -1;
    int rows = draft.rows;
    int fields = first == null ? 0 : bound(first, descending ? draft.topCount : draft.bottomCount, field);
    if (fields > 0) {
      samples.locate(probe, key, field + fields, false, place);
      firstSample = place.sample;
      least = Math.max(least, place.less + (isBehind(first, fields) ? place.equal : 0));
      rows--;
      first = null;
    }
    fields = last == null ? 0 : bound(last, descending ? draft.bottomCount : draft.topCount, field);
    if (fields > 0) {
      samples.locate(probe, key, field + fields, true, place);
      lastSample = place.sample;
      most = Math.min(most, place.less + (isBehind(last, fields) ? place.equal : 0));
      rows--;
      last = null;
    }
    int between = TWO;
    if (most > least) {
      between = LogEstimate.of(most - least) - (firstSample == lastSample ? FOUR : 0);
    }
    rows = Math.min(rows, between);
    return new Range(rows, descending ? last : first, descending ? first : last, false);
  }

  /** Puts the known fields of a bound behind the fields that are equal; returns how many. */
  private int bound(Term term, int width, int field) {
    if (term.right instanceof BoundExpression.ScalarQuery) {
      return 0;
    }
    for (int i = 0; i < width; i++) {
      BoundExpression value = width == 1 ? BoundTree.fieldOf(term.right, 0) : BoundTree.fieldOf(term.right, i);
      Register register = values.of(value, affinity(field + i));
      if (register == null) {
        return i;
      }
      key[field + i] = register;
    }
    return width;
  }

  /** Whether entries that equal the known fields of a bound come before it. */
  private static boolean isBehind(Term term, int fields) {
    int operators =
        BoundTree.sizeOf(term.right) > fields
            ? Operators.LESS | Operators.LESS_EQUAL
            : Operators.GREATER | Operators.LESS_EQUAL;
    return term.has(operators);
  }

  /** Behind a field whose values are not known, the samples still tell what part of all entries has values within the range. As in SQLite, of literal bounds only. */
  private Range afterUnknown(AccessPath draft, int field, Term lower, Term upper) {
    Range none = new Range(draft.rows, lower, upper, false);
    Register low = lower == null ? null : values.ofLiteral(lower.right, affinity(field));
    Register high = upper == null ? null : values.ofLiteral(upper.right, affinity(field));
    if (low == null && high == null) {
      return none;
    }
    int count = samples.samples().size();
    int below = lower == null ? -1 : low == null ? 0 : countUpTo(low, field);
    int within = upper == null ? count + 1 : high == null ? count : countUpTo(high, field);
    int difference = Math.max(1, within - below);
    if (difference == 1 && lower != null && upper != null) {
      return none;
    }
    return new Range(draft.rows - (LogEstimate.of(count) - LogEstimate.of(difference)), null, null, true);
  }

  /** Samples whose field is not above a value. */
  private int countUpTo(Register value, int field) {
    Collation collation = probe.order().collation(field);
    int count = 0;
    for (IndexSamples.Sample sample : samples.samples()) {
      if (Comparison.compare(value, field(sample.entry(), field), collation) >= 0) {
        count++;
      }
    }
    return count;
  }

  private Register field(byte[] entry, int number) {
    Register value = new Register();
    probe.load(entry, 0, entry.length, number + 1);
    if (probe.fieldCount() <= number) {
      return value;
    }
    switch (probe.kind(number)) {
      case KeyProbe.INTEGER -> value.setInteger(probe.integer(number));
      case KeyProbe.REAL -> value.setReal(probe.real(number));
      case KeyProbe.TEXT -> value.setTextView(probe.array(number), probe.offset(number), probe.length(number));
      case KeyProbe.BLOB -> value.setBlobView(probe.array(number), probe.offset(number), probe.length(number));
      default -> value.setNull();
    }
    return value;
  }
}
