// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What ANALYZE learns of one index while its entries go by in order: how many there are, how many distinct values each prefix of its fields has, and
 * up to {@value #MAXIMUM} sample entries (https://sqlite.org/fileformat2.html#the_sqlite_stat4_table).
 *
 * <p>A third of the samples is taken at even distances. The others are entries whose prefixes are the most frequent ones. Until all entries with a
 * sample's prefix have gone by, its count for that prefix is unknown, which stands as 0 in {@code equal}:
 *
 * <ol>
 *   <li>S1: {@code current} describes the last entry; {@code candidates[i]} is the best entry of the present run of equal prefixes of i + 1 fields.
 *   <li>S2: a kept sample's counts from {@code pending} on may be 0; those before are known.
 * </ol>
 *
 * The counters of fields are arrays that samples copy, so that a row costs no allocation.
 */
final class IndexSampler {
  static final int MAXIMUM = 24;

  private static final int MULTIPLIER = 1103515245;
  private static final int INCREMENT = 12345;

  private final int fieldCount;
  private final int keyCount;
  private final long expectedRows;
  private final int limit;
  private final int maximum;
  private final long distance;
  private final Sample current;
  private final Sample[] candidates;
  private final List<Sample> kept = new ArrayList<>();
  private long rows;
  private int skips;
  private int random;
  private int pending;
  private Sample weakest;
  private int shown = -1;

  /** One entry of the index with what is known of the entries around it. */
  private final class Sample {
    /** For each prefix: entries that equal this one in it; 0 if not known yet. */
    final long[] equal = new long[fieldCount];
    /** Entries that are less. */
    final long[] less = new long[fieldCount];
    /** Distinct prefixes that are less. */
    final long[] distinctLess = new long[fieldCount];

    long rowid;
    byte[] key;
    boolean isPeriodic;
    /** The prefix that this sample is kept for: its last field. */
    int field;
    /** Decides among equals. */
    int lot;

    void set(Sample other) {
      System.arraycopy(other.equal, 0, equal, 0, fieldCount);
      System.arraycopy(other.less, 0, less, 0, fieldCount);
      System.arraycopy(other.distinctLess, 0, distinctLess, 0, fieldCount);
      rowid = other.rowid;
      key = other.key;
      isPeriodic = other.isPeriodic;
      field = other.field;
      lot = other.lot;
    }

    /** Of two samples for the same prefix length and count: whether the longer prefixes of this one are more frequent. */
    boolean isDenserThan(Sample other) {
      for (int i = field + 1; i < fieldCount; i++) {
        if (equal[i] != other.equal[i]) {
          return equal[i] > other.equal[i];
        }
      }
      return Integer.compareUnsigned(lot, other.lot) > 0;
    }

    boolean isBetterThan(Sample other) {
      long own = equal[field];
      long others = other.equal[other.field];
      if (own != others) {
        return own > others;
      }
      return field == other.field ? isDenserThan(other) : field < other.field;
    }
  }

  /**
   * @param fieldCount fields of an entry that are told apart
   * @param keyCount those that the averages are about
   * @param expectedRows entries of the index
   * @param limit of {@code PRAGMA analysis_limit}; with one there are no samples; 0 for none
   */
  IndexSampler(int fieldCount, int keyCount, long expectedRows, int limit) {
    this.fieldCount = fieldCount;
    this.keyCount = keyCount;
    this.expectedRows = expectedRows;
    this.limit = limit;
    this.maximum = limit == 0 ? MAXIMUM : 0;
    this.distance = expectedRows / (MAXIMUM / 3 + 1) + 1;
    this.random = 0x689e962d * fieldCount ^ 0xd0944565 * (int) expectedRows;
    this.current = new Sample();
    this.candidates = new Sample[fieldCount];
    for (int i = 0; i < fieldCount; i++) {
      candidates[i] = new Sample();
    }
  }

  // ---- taking entries in --------------------------------------------------------------------------------------------------

  /**
   * Takes in the next entry.
   *
   * @param changed the first field that differs from the entry before
   * @param rowid of the row; meaningless if there is a key
   * @param key a record of the row's primary key, or null
   */
  void add(int changed, long rowid, byte[] key) {
    if (rows == 0) {
      Arrays.fill(current.equal, 1);
    } else {
      if (maximum > 0) {
        endRuns(changed);
      }
      for (int i = 0; i < changed; i++) {
        current.equal[i]++;
      }
      for (int i = changed; i < fieldCount; i++) {
        current.distinctLess[i]++;
        current.less[i] += current.equal[i];
        current.equal[i] = 1;
      }
    }
    rows++;
    if (maximum > 0) {
      consider(changed, rowid, key);
    }
  }

  /** Whether enough entries with this first field were seen, so that the next one to look at is of another. */
  boolean isTimeToSkip() {
    if (limit == 0 || rows <= (long) limit * (skips + 1)) {
      return false;
    }
    skips++;
    return true;
  }

  /** Whether more than one value of the first field was seen. */
  boolean hasSeveralValues() {
    return current.distinctLess[0] > 0;
  }

  private void consider(int changed, long rowid, byte[] key) {
    current.rowid = rowid;
    current.key = key;
    random = random * MULTIPLIER + INCREMENT;
    current.lot = random;
    long before = current.less[fieldCount - 1];
    if (before / distance != (before + 1) / distance) {
      current.isPeriodic = true;
      current.field = 0;
      keep(current, fieldCount - 1);
      current.isPeriodic = false;
    }
    for (int i = 0; i < fieldCount - 1; i++) {
      current.field = i;
      if (i >= changed || current.isDenserThan(candidates[i])) {
        candidates[i].set(current);
      }
    }
  }

  /** The runs of entries with equal prefixes of more than {@code changed} fields are over: their counts are known now. */
  private void endRuns(int changed) {
    for (int i = fieldCount - 2; i >= changed; i--) {
      Sample candidate = candidates[i];
      candidate.equal[i] = current.equal[i];
      if (kept.size() < maximum || candidate.isBetterThan(weakest)) {
        keep(candidate, i);
      }
    }
    if (changed < pending) {
      for (Sample sample : kept) {
        for (int i = changed; i < fieldCount; i++) {
          if (sample.equal[i] == 0) {
            sample.equal[i] = current.equal[i];
          }
        }
      }
      pending = changed;
    }
  }

  // ---- keeping samples ----------------------------------------------------------------------------------------------------

  /** @param unknown how many of the sample's first counts are not known yet */
  private void keep(Sample sample, int unknown) {
    pending = Math.max(pending, unknown);
    if (sample.isPeriodic || !isRepresented(sample, false)) {
      append(sample, unknown);
    } else if (isRepresented(sample, true)) {
      return;
    } else {
      raise(sample);
    }
    findWeakest();
  }

  private void append(Sample sample, int unknown) {
    Sample copy = kept.size() < maximum ? new Sample() : weakest;
    kept.remove(copy);
    copy.set(sample);
    Arrays.fill(copy.equal, 0, unknown, 0);
    kept.add(copy);
  }

  /** Whether a kept sample has the same prefix, which is so if its count is not known yet. @param periodic one taken at even distances */
  private boolean isRepresented(Sample sample, boolean periodic) {
    for (Sample other : kept) {
      if (other.equal[sample.field] == 0 && (other.isPeriodic || !periodic)) {
        return true;
      }
    }
    return false;
  }

  /** The best of the samples with the same prefix is from now on kept for this prefix. */
  private void raise(Sample sample) {
    Sample best = null;
    for (int i = kept.size() - 1; i >= 0; i--) {
      Sample other = kept.get(i);
      if (other.equal[sample.field] == 0 && (best == null || other.isBetterThan(best))) {
        best = other;
      }
    }
    best.field = sample.field;
    best.equal[best.field] = sample.equal[best.field];
  }

  private void findWeakest() {
    if (kept.size() < maximum) {
      return;
    }
    weakest = null;
    for (Sample sample : kept) {
      if (!sample.isPeriodic && (weakest == null || weakest.isBetterThan(sample))) {
        weakest = sample;
      }
    }
  }

  // ---- what was found -----------------------------------------------------------------------------------------------------

  /** For {@code sqlite_stat1}: the number of entries, then for each number of fields the entries per distinct value. */
  String averages() {
    StringBuilder text = new StringBuilder();
    text.append(skips > 0 ? expectedRows : rows);
    for (int i = 0; i < keyCount; i++) {
      long distinct = current.distinctLess[i] + 1;
      long average = (rows + distinct - 1) / distinct;
      // nearly unique counts as unique
      boolean isNearlyOne = average == 2 && rows * 10 <= distinct * 11;
      text.append(' ').append(isNearlyOne ? 1 : average);
    }
    return text.toString();
  }

  /** Goes to the next sample; false if there are no more. The first call ends the counting. */
  boolean nextSample() {
    if (shown < 0) {
      endRuns(0);
    }
    shown++;
    return shown < kept.size();
  }

  /** Of the present sample's row; null if it is told by a rowid. */
  byte[] sampleKey() {
    return kept.get(shown).key;
  }

  long sampleRowid() {
    return kept.get(shown).rowid;
  }

  /** Which numbers of a sample. */
  enum Count {
    EQUAL,
    LESS,
    DISTINCT_LESS
  }

  /** Numbers of the present sample, one per field. */
  String sampleCounts(Count which) {
    Sample sample = kept.get(shown);
    long[] counts =
        which == Count.EQUAL ? sample.equal : which == Count.LESS ? sample.less : sample.distinctLess;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fieldCount; i++) {
      text.append(i == 0 ? "" : " ").append(counts[i]);
    }
    return text.toString();
  }
}
