// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

/**
 * The numbers of {@code generate_series(start, stop, step)} (https://sqlite.org/series.html): an iterator that a
 * virtual table wraps. Never overflows: the series ends where the next number would not fit.
 */
public final class GeneratedSeries {
  private final long start;
  private final long stop;
  private final long step;
  private final boolean isDescending;
  private long value;
  private long rowid;
  private boolean atEnd;

  /**
   * @param step the distance between numbers; 0 counts as 1
   * @param isReversed to give the same numbers from the last to the first
   */
  public GeneratedSeries(long start, long stop, long step, boolean isReversed) {
    this.step = step == 0 ? 1 : step;
    boolean isEmpty = this.step > 0 ? start > stop : start < stop;
    long last = isEmpty ? start : last(start, stop, this.step);
    this.start = isReversed ? last : start;
    this.stop = isReversed ? start : last;
    this.isDescending = this.step < 0 != isReversed;
    this.value = this.start;
    this.rowid = 1;
    this.atEnd = isEmpty;
  }

  /** The last number that the steps reach. Distances are unsigned: they may exceed the range of signed ones. */
  private static long last(long start, long stop, long step) {
    long distance = step > 0 ? stop - start : start - stop;
    long width = step > 0 ? step : -step;
    long reached = distance - Long.remainderUnsigned(distance, width);
    return step > 0 ? start + reached : start - reached;
  }

  public boolean isAtEnd() {
    return atEnd;
  }

  /** Goes to the next number. Requires: not at the end. */
  public void next() {
    if (value == stop) {
      atEnd = true;
    } else {
      long width = step > 0 ? step : -step;
      value = isDescending ? value - width : value + width;
      rowid++;
    }
  }

  /** The present number. */
  public long value() {
    return value;
  }

  /** The number of the row, from 1. */
  public long rowid() {
    return rowid;
  }
}
