// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.List;
import org.lumosql.record.KeyProbe;
import org.lumosql.value.Register;

/**
 * Sample entries of an index, in its order, from {@code sqlite_stat4} (https://sqlite.org/fileformat2.html#the_sqlite_stat4_table): for each how many
 * entries equal it in its first field, its first two, …, and how many come before. Immutable.
 *
 * <p>A sample also stands for its prefixes. Those that the sample before does not share are landmarks in the index between the two samples, so that the
 * samples together are a list of landmarks in ascending order: first prefixes of a sample that are new with it, then the sample itself.
 */
public final class IndexSamples {
  private final List<Sample> samples;
  private final long[] averageEqual;
  private final long rows;

  /**
   * One entry.
   *
   * @param equal for each prefix: entries that equal the sample in it
   * @param less entries that come before
   * @param distinctLess distinct prefixes that come before
   */
  public record Sample(byte[] entry, long[] equal, long[] less, long[] distinctLess) {}

  /** Where a key stands in an index. */
  public static final class Place {
    /** Entries before the key. */
    public long less;

    /** Entries that equal it. */
    public long equal;

    /** The number of the sample at or behind the key. */
    public int sample;
  }

  /**
   * @param samples at least one
   * @param fieldCount fields of an entry
   * @param keyCount those of them that {@code averageRows} is about
   * @param averageRows from {@code sqlite_stat1}, or null
   */
  public IndexSamples(List<Sample> samples, int fieldCount, int keyCount, long[] averageRows) {
    this.samples = List.copyOf(samples);
    this.averageEqual = new long[Math.max(2, fieldCount)];
    long lastRows = 0;
    int counted = Math.max(1, fieldCount - 1);
    if (fieldCount > 1) {
      averageEqual[counted] = 1;
    }
    for (int field = 0; field < counted; field++) {
      boolean isKnown =
          averageRows != null && field < keyCount && field + 1 < averageRows.length && averageRows[field + 1] != 0;
      lastRows = isKnown ? averageRows[0] : last().less()[field];
      long distinct100 = isKnown ? 100 * averageRows[0] / averageRows[field + 1] : 100 * last().distinctLess()[field];
      averageEqual[field] = averageOfOthers(field, isKnown ? samples.size() : samples.size() - 1, lastRows, distinct100);
    }
    this.rows = lastRows;
  }

  private Sample last() {
    return samples.get(samples.size() - 1);
  }

  /** How many entries a prefix has that none of the samples has. @param distinct100 a hundred times the number of distinct prefixes */
  private long averageOfOthers(int field, int count, long rows, long distinct100) {
    long sampledRows = 0;
    long sampled100 = 0;
    for (int i = 0; i < count; i++) {
      Sample sample = samples.get(i);
      boolean isLastOfPrefix =
          i == samples.size() - 1 || sample.distinctLess()[field] != samples.get(i + 1).distinctLess()[field];
      if (isLastOfPrefix) {
        sampledRows += sample.equal()[field];
        sampled100 += 100;
      }
    }
    if (distinct100 <= sampled100 || sampledRows >= rows) {
      return 1;
    }
    return Math.max(1, 100 * (rows - sampledRows) / (distinct100 - sampled100));
  }

  public List<Sample> samples() {
    return samples;
  }

  /** Entries of the index. */
  public long rows() {
    return rows;
  }

  /**
   * Finds out where a key stands. Between two landmarks it is assumed to stand at a third of the way.
   *
   * @param probe to compare with, is filled here
   * @param key the values of the first fields
   * @param known how many; those that have no counts are of no use, nor are more than there are samples
   * @param roundUp at two thirds instead
   */
  public void locate(KeyProbe probe, Register[] key, int known, boolean roundUp, Place place) {
    int fieldCount = Math.min(known, Math.min(samples.size(), last().equal().length));
    int first = 0;
    int end = samples.size() * fieldCount;
    int endWidth = 1;
    long below = 0;
    boolean isEqual = false;
    while (!isEqual && first < end) {
      int landmark = (first + end) / 2;
      int number = landmark / fieldCount;
      int width = widthOf(number, landmark % fieldCount + 1, fieldCount);
      Sample sample = samples.get(number);
      int order = compare(probe, key, width, sample.entry());
      if (order < 0) {
        below = sample.less()[width - 1] + sample.equal()[width - 1];
        first = landmark + 1;
      } else if (order == 0 && width < fieldCount) {
        // the key is among the entries with this prefix
        below = sample.less()[width - 1];
        first = landmark + 1;
      } else {
        isEqual = order == 0;
        end = landmark;
        endWidth = width;
      }
    }
    place.sample = end / fieldCount;
    if (isEqual) {
      place.less = samples.get(place.sample).less()[endWidth - 1];
      place.equal = samples.get(place.sample).equal()[endWidth - 1];
      return;
    }
    long above = place.sample < samples.size() ? samples.get(place.sample).less()[endWidth - 1] : rows;
    long gap = Math.max(0, above - below);
    place.less = below + (roundUp ? gap * 2 / 3 : gap / 3);
    place.equal = averageEqual[fieldCount - 1];
  }

  /** The shortest prefix of a sample, of at least so many fields, that the sample before does not have. */
  private int widthOf(int number, int least, int fieldCount) {
    int width = least;
    if (number > 0) {
      while (width < fieldCount
          && samples.get(number - 1).less()[width - 1] == samples.get(number).less()[width - 1]) {
        width++;
      }
    }
    return width;
  }

  /** An entry compared with the first fields of a key: negative if it comes before. */
  private static int compare(KeyProbe probe, Register[] key, int fieldCount, byte[] entry) {
    probe.clear();
    for (int i = 0; i < fieldCount; i++) {
      Register value = key[i];
      switch (value.type()) {
        case Register.INTEGER -> probe.addInteger(value.integer());
        case Register.REAL -> probe.addReal(value.real());
        case Register.TEXT -> probe.addText(value.bytes(), value.offset(), value.length());
        case Register.BLOB -> probe.addBlob(value.bytes(), value.offset(), value.length());
        default -> probe.addNull();
      }
    }
    return probe.compareEntry(entry, 0, entry.length);
  }
}
